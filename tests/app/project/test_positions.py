"""Timecodes of samples, as the library's own rule has them, and back again."""

from fractions import Fraction

import pytest

from app.project.positions import near_border, picture_start, step_pictures
from tests.helpers.project.programmes import programme

FILM, NTSC, PAL = "24000/1001", "30000/1001", "25"


@pytest.mark.parametrize(
    ("fps", "start", "drop", "sample", "timecode"),
    [
        (PAL, None, False, 0, "00:00:00:00"),
        (PAL, "01:00:00:00", False, 1919, "01:00:00:00"),
        (PAL, "01:00:00:00", False, 1920, "01:00:00:01"),
        (PAL, "10:00:00:00", False, 48_000 * 60, "10:01:00:00"),
        ("24", "00:00:10:12", False, 24_000, "00:00:11:00"),
        (FILM, "01:00:00:00", False, 48_048, "01:00:01:00"),
        (NTSC, "01:00:00;00", True, 1800 * 48_000 * 1001 // 30_000, "01:01:00;02"),
        (NTSC, "01:00:00:00", False, 1800 * 48_000 * 1001 // 30_000, "01:01:00:00"),
        (None, None, False, 48_000, "00:00:01:00"),
    ],
)
def test_timecode_of_a_sample(fps, start, drop, sample, timecode):
    assert programme(fps, start, drop_frame=drop).clock.timecode_at(sample) == timecode


@pytest.mark.parametrize("fps", [FILM, NTSC, PAL, "24", "50"])
def test_same_numbers_as_the_separation(fps):
    from cass_core.programme.positions import programme_timecode

    movie = programme(
        fps, "01:00:00:00", picture_start_s=Fraction(1, 20), audio_start_s=Fraction(1, 48)
    )
    for sample in range(0, 48_000 * 30, 7_919):
        expected = programme_timecode(movie.movie, sample)
        assert movie.clock.timecode_at(sample) == expected


def test_a_start_timecode_that_cannot_be_is_left_out():
    assert programme("24", "01:00:00:24").clock.timecode_at(0) == "00:00:00:00"


def test_frames_tile_the_programme():
    movie = programme(NTSC)
    assert movie.clock.frame_samples == Fraction(48_000 * 1001, 30_000)
    starts = [picture_start(movie, frame) for frame in range(200)]
    assert [movie.clock.picture_at(start) for start in starts] == list(range(200))
    assert [movie.clock.picture_at(start - 1) for start in starts[1:]] == list(range(199))


@pytest.mark.parametrize(
    ("sample", "step", "found"), [(0, 1, 1920), (0, -1, 0), (2000, -1, 0), (2000, 10, 21_120)]
)
def test_steps_stay_inside(sample, step, found):
    assert step_pictures(programme(PAL), sample, step) == found


FRAME = 1_920  # at 25 pictures a second


@pytest.mark.parametrize(
    ("sample", "cuts", "expected"),
    [
        (100, (), 0),
        (FRAME - 100, (), FRAME),
        (10 * FRAME + 900, (), 10 * FRAME),
        # a cut that is known to half a picture is a border of pictures
        (10 * FRAME + 900, (3 * FRAME, 11 * FRAME + 400), 11 * FRAME),
        (10 * FRAME + 900, (3 * FRAME, 13 * FRAME), 10 * FRAME),
        (10 * FRAME + 900, (9 * FRAME + 1_500, 90 * FRAME), 10 * FRAME),
        (600 * 48_000, (5,), 600 * 48_000),
    ],
)
def test_an_edge_goes_to_the_nearest_picture_and_first_to_a_cut(sample, cuts, expected):
    assert near_border(programme(), sample, cuts) == expected
