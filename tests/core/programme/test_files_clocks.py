"""One clock for a file: the rate of its timecode track or notes, else the picture's nominal one."""

import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from cass_core.media.files.media_info import MediaInfo, VideoStreamInfo
from cass_core.media.files.probe import describe
from cass_core.media.files.timecode_tracks.mxf_timecode import mxf_rate
from cass_core.media.files.timecode_tracks.quicktime_timecode import quicktime_rate
from cass_core.media.files.timecode_tracks.sound_file_notes import noted_rate
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.programme.positions import movie_span
from cass_core.programme.timecode_rates import timecode_rate
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.media.sound_chunks import bext, ixml, with_chunk

NTSC, FILM = Fraction(30_000, 1001), Fraction(24_000, 1001)


def recorded(tmp_path, *chunks):
    path = write_movie(tmp_path / "take.wav", None, [Sound(noise(2.0))])
    for kind, content in chunks:
        with_chunk(path, kind, content)
    return path


@pytest.mark.parametrize("name", ["a.mov", "a.mp4", "a.mkv"])
def test_a_missing_picture_moves_no_timecode(tmp_path, name):
    times = tuple(number / NTSC for number in range(120) if number != 60)
    picture = Picture(times_s=times, fps=NTSC)
    path = write_movie(
        tmp_path / name, picture, [Sound(noise(4.0), codec="aac")], timecode="10:00:00:00"
    )
    movie = OpenedMovie.open(path)
    assert movie.info.video[0].fps == NTSC
    assert movie.clock.timecode_rate.fps == NTSC
    # an hour of timecode lasts 3603.6 seconds
    assert movie.clock.reference == pytest.approx(36_036 * 48_000, abs=2000)
    # a coder may start its sound a little before the picture
    assert movie.clock.timecode_at(48_048 + 1500) == "10:00:01:00"


@pytest.mark.parametrize(("timecode", "drop"), [("01:00:00;00", True), ("01:00:00:00", False)])
def test_mxf_of_sound_alone_counts_as_its_timecode_track(tmp_path, timecode, drop):
    path = write_movie(
        tmp_path / "a.mxf",
        None,
        [Sound(noise(1.0, channels=1), layout="mono")],
        timecode=timecode,
        container="mxf_opatom",
        options={"mxf_audio_edit_rate": "30000/1001"},
    )
    clock = OpenedMovie.open(path).clock
    assert (clock.timecode_rate.fps, clock.timecode_rate.drop_frame) == (NTSC, drop)
    assert clock.timecode_at(0) == timecode
    assert clock.reference == (172_799_827 if drop else 172_972_800)


@pytest.mark.parametrize(
    ("rate", "flag", "fps", "timecode"),
    [
        ("24000/1001", "NDF", FILM, "01:00:00:00"),
        ("23.976", "NDF", FILM, "01:00:00:00"),
        ("25/1", "NDF", Fraction(25), "01:00:03:15"),
        ("30000/1001", "DF", NTSC, "01:00:03;18"),
        ("29.97", "NDF", NTSC, "01:00:00:00"),
    ],
)
def test_recorders_say_the_rate_in_ixml(tmp_path, rate, flag, fps, timecode):
    path = recorded(tmp_path, (b"iXML", ixml(rate, flag)), (b"bext", bext(172_972_800)))
    movie = OpenedMovie.open(path)
    assert movie.clock.timecode_rate.fps == fps
    assert movie.clock.timecode_at(0) == movie.clock.start_timecode == timecode
    assert movie.clock.reference == 172_972_800
    assert movie.warnings == ()
    assert "timecode counts" in describe(movie.info)


@pytest.mark.parametrize(
    ("line", "fps", "drop"),
    [
        ("sSPEED=023.976-ND", FILM, False),
        ("zSPEED=029.970-DF", NTSC, True),
        ("sSPEED=025.000-ND", 25, False),
    ],
)
def test_recorders_say_the_rate_in_lines_of_bext(tmp_path, line, fps, drop):
    lines = f"sTAKE=1\r\n{line}\r\nsSCENE=2\r\n"
    rate = OpenedMovie.open(recorded(tmp_path, (b"bext", bext(48_000, lines)))).clock.timecode_rate
    assert (rate.fps, rate.drop_frame) == (fps, drop)


def test_without_any_rate_25_is_taken_and_said(tmp_path):
    movie = OpenedMovie.open(recorded(tmp_path, (b"bext", bext(3600 * 48_000))))
    assert movie.clock.timecode_at(0) == "01:00:00:00"
    assert movie.warnings == (
        "take.wav does not say how its timecode counts; 25 frames a second are taken.",
    )
    assert OpenedMovie.open(recorded(tmp_path)).warnings == ()


def test_timecodes_of_sound_files_are_positions(tmp_path):
    path = recorded(tmp_path, (b"iXML", ixml("25/1")), (b"bext", bext(3600 * 48_000 + 960)))
    movie = OpenedMovie.open(path)
    span = movie_span(movie, "01:00:00:13", "1.5", 96_000)
    # the first frame began half a frame before the sound
    assert (span.start, span.stop) == (13 * 1920 - 960, 72_000)
    assert movie.clock.timecode_at(span.start - 1) == "01:00:00:12"
    assert movie.clock.timecode_at(span.start) == "01:00:00:13"


def test_raw_dv_has_its_pictures_rate_and_not_its_ticks(tmp_path):
    picture = Picture(duration_s=1.0, size=(720, 576), codec="dvvideo")
    sound = Sound(noise(1.0))
    movie = OpenedMovie.open(write_movie(tmp_path / "x.dv", picture, [sound]))
    assert movie.info.video[0].fps == movie.clock.picture_fps == 25
    assert not movie.info.video[0].variable_fps
    assert movie.info.video[0].num_frames == 25


def test_a_timecode_may_count_slower_than_the_pictures_come(tmp_path):
    picture = Picture(duration_s=1.0, fps=Fraction(50))
    path = write_movie(tmp_path / "a.mov", picture, [Sound(noise(1.0))], timecode="00:30:00:06")
    # as a camera writes it: the timecode track counts every other picture
    data = bytearray(path.read_bytes())
    entry = next(m.start() for m in re.finditer(b"tmcd", data) if data[m.start() + 28] == 50)
    length = int.from_bytes(data[entry + 24 : entry + 28])
    data[entry + 24 : entry + 29] = (2 * length).to_bytes(4) + bytes([25])
    path.write_bytes(data)
    movie = OpenedMovie.open(path)
    assert (movie.clock.timecode_rate.fps, movie.clock.picture_fps) == (25, 50)
    assert movie.clock.reference == (3600 * 25 + 6) * 1920
    assert movie.clock.timecode_at(1920) == "01:00:00:07"
    assert movie.clock.picture_border(1) == 960


@pytest.mark.parametrize(
    ("name", "read"), [("a.mov", quicktime_rate), ("a.mxf", mxf_rate), ("a.wav", noted_rate)]
)
def test_damaged_notes_are_passed_over(tmp_path, name, read):
    if name == "a.wav":
        path = recorded(tmp_path, (b"iXML", ixml("25/1")), (b"bext", bext(1)))
    else:
        kind = "mpeg2video" if name == "a.mxf" else "mpeg4"
        picture = Picture(0.4, codec=kind)
        path = write_movie(tmp_path / name, picture, [Sound(noise(0.4))], "01:00:00:00")
    whole = path.read_bytes()
    assert read(path).fps == 25
    random = np.random.default_rng(0)
    for _ in range(200):
        data = np.frombuffer(whole, np.uint8).copy()
        places = random.integers(0, len(data), 40)
        data[places] = random.integers(0, 256, len(places))
        path.write_bytes(data[: random.integers(1, len(data))].tobytes())
        rate = read(path)
        assert rate is None or rate.fps > 0


@pytest.mark.parametrize(
    ("said", "shown", "fps"),
    [
        (Fraction(16_000, 667), FILM, FILM),
        (Fraction(24), FILM, Fraction(24)),
        (Fraction(25), Fraction(50), Fraction(25)),
        (None, NTSC, NTSC),
        (Fraction(2997, 100), None, NTSC),
    ],
)
def test_a_rate_in_coarse_ticks_is_the_one_that_is_meant(said, shown, fps):
    pictures = ()
    if shown is not None:
        size, length_s = (320, 180), Fraction(1)
        pictures = (VideoStreamInfo(0, "h264", *size, shown, False, 0, Fraction(0), length_s, 24),)
    info = MediaInfo(Path("a"), "mov", Fraction(1), (), pictures, "01:00:00:00", False, None, said)
    assert timecode_rate(info).fps == fps
