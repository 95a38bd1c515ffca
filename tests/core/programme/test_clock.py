"""Samples since midnight, from timecode, picture, sound and Broadcast WAV."""

from fractions import Fraction
from pathlib import Path

import pytest

from cass_core.media.files.media_info import MediaInfo, VideoStreamInfo
from cass_core.media.files.timecode import frames_to_timecode, timecode_to_frames
from cass_core.programme.file_clock import programme_clock

NTSC_FILM, NTSC = Fraction(24000, 1001), Fraction(30000, 1001)


def info_of(fps="25", timecode=None, drop=False, picture_s=Fraction(0), reference=None):
    pictures = ()
    if fps is not None:
        size, length_s = (320, 180), Fraction(600)
        rate = Fraction(fps)
        start_s = Fraction(picture_s)
        pictures = (
            VideoStreamInfo(0, "h264", *size, rate, False, 0, start_s, length_s, round(600 * rate)),
        )
    return MediaInfo(Path("a.mov"), "mov", Fraction(600), (), pictures, timecode, drop, reference)


def start_of(fps="25", timecode=None, drop=False, picture_s=0, audio_s=0, rate_hz=48_000):
    return programme_clock(info_of(fps, timecode, drop, picture_s), Fraction(audio_s), rate_hz)


@pytest.mark.parametrize(
    ("fps", "timecode", "drop", "rate_hz", "reference"),
    [
        ("25", "01:00:00:00", False, 48_000, 3600 * 48_000),
        ("25", "10:00:00:01", False, 44_100, 36_000 * 44_100 + 1764),
        # an hour of timecode at 23.976 lasts 3603.6 seconds
        (str(NTSC_FILM), "01:00:00:00", False, 48_000, 172_972_800),
        # drop frame follows the clock to 3.6 ms an hour
        (str(NTSC), "01:00:00;00", True, 48_000, 172_799_827),
        ("25", "01:00:00:27", False, 48_000, 0),
        (None, None, False, 48_000, 0),
    ],
)
def test_references(fps, timecode, drop, rate_hz, reference):
    assert start_of(fps, timecode, drop, rate_hz=rate_hz).reference == reference


@pytest.mark.parametrize(
    ("timecode", "picture_s", "audio_s", "reference"),
    [
        ("01:00:00:00", 0, Fraction(1, 2), 3600 * 48_000 + 24_000),
        ("01:00:00:00", Fraction(1, 5), 0, 3600 * 48_000 - 9600),
        ("00:00:00:00", Fraction(1, 5), 0, 86_400 * 48_000 - 9600),
        (None, 0, Fraction(1, 2), 24_000),
        (None, Fraction(1, 5), 0, 0),
    ],
)
def test_sound_that_starts_beside_the_picture(timecode, picture_s, audio_s, reference):
    assert start_of("25", timecode, False, picture_s, audio_s).reference == reference


def test_broadcast_wave_says_it_itself():
    assert programme_clock(info_of(None, reference=123), Fraction(0), 48_000).reference == 123


@pytest.mark.parametrize(
    ("fps", "timecode", "drop", "frames"),
    [("25", "01:00:00:00", False, 75), (str(NTSC), "00:59:58;00", True, 75),
     (str(NTSC_FILM), "01:00:00:00", False, 1000)],
)  # fmt: skip
def test_timecode_of_a_frames_first_sample(fps, timecode, drop, frames):
    start = start_of(fps, timecode, drop)
    first = round(frames / Fraction(fps) * 48_000)
    rate = start.timecode_rate
    expected = frames_to_timecode(timecode_to_frames(timecode, rate) + frames, rate)
    assert start.timecode_at(first) == expected
    assert start.timecode_at(0) == timecode


def test_midnight_is_passed():
    start = start_of("25", "23:59:59:00")
    assert start.reference_at(48_000) == 0
    assert start.timecode_at(48_000) == "00:00:00:00"
