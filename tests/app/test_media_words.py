"""What a movie says about itself, in words."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from app.views.media_words import duration_words, facts, remaining_words
from cass_core.media.media_info import AudioStreamInfo, MediaInfo, VideoStreamInfo

SOUND = AudioStreamInfo(0, "pcm_s24le", 48_000, 6, "5.1", Fraction(0), None, 24, "eng", "Mix")
PICTURE = VideoStreamInfo(
    0, "h264", 1920, 1080, Fraction(30000, 1001), False, 0, Fraction(0), None, 10
)
MOVIE = MediaInfo(
    Path("a.mov"), "mov", Fraction(7384), (SOUND,), (PICTURE,), "01:00:00;00", True, None
)


def test_whole_movie():
    assert facts(MOVIE) == {
        "Length": "2:03:04",
        "Timecode": "starts at 01:00:00;00 (drop frame)",
        "Picture": "1920 × 1080, 29.97 fps, h264",
        "Sound": "5.1, 48 kHz, 24 bit, pcm_s24le, eng, Mix",
    }


def test_what_the_file_does_not_say_is_left_out():
    bare = replace(MOVIE, duration_s=Fraction(0), video=(), start_timecode=None, audio=())
    found = facts(bare)
    assert set(found) == {"Picture", "Sound"}
    assert "nothing to separate" in found["Sound"]


def test_several_sound_tracks_are_shown_by_the_list():
    assert "Sound" not in facts(replace(MOVIE, audio=(SOUND, SOUND)))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "3.0 s"), (59.96, "60.0 s"), (61, "1:01 min"), (3599.7, "1:00:00"), (7384, "2:03:04")],
)
def test_length(seconds, words):
    assert duration_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (4, "a few seconds left"),
        (27, "about 30 s left"),
        (54.9, "about 50 s left"),
        (58, "about 1 min left"),
        (260, "about 4 min left"),
        (3590, "about 1 h 0 min left"),
        (5400, "about 1 h 30 min left"),
    ],
)
def test_remaining_time_is_no_more_exact_than_it_is(seconds, words):
    assert remaining_words(seconds) == words
