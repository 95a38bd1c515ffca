"""Digits count from the right, signs from the playhead, and what is outside is said."""

from fractions import Fraction

import pytest

from app.project.view_state import TimeFormat
from app.views.transport.typed_position import typed_position
from cass_core.errors import SettingsError
from tests.helpers.project.programmes import programme

FILM, NTSC, PAL = "24000/1001", "30000/1001", "25"
TIMECODE, SAMPLES, MINUTES = TimeFormat.TIMECODE, TimeFormat.SAMPLES, TimeFormat.MINUTES
SECOND, FRAME = 48_000, 1_920


@pytest.mark.parametrize(
    ("text", "sample"),
    [
        ("1600", 16 * SECOND),
        ("16:00", 16 * SECOND),
        ("0:16:00", 16 * SECOND),
        ("00:16:00", 16 * SECOND),
        ("0:00:16:00", 16 * SECOND),
        (" 00:00:16:00 ", 16 * SECOND),
        ("00001600", 16 * SECOND),
        ("01:30:10", 90 * SECOND + 10 * FRAME),
        ("00:01:30:10", 90 * SECOND + 10 * FRAME),
        ("13010", 90 * SECOND + 10 * FRAME),
        ("7", 7 * FRAME),
        ("90", 3 * SECOND + 15 * FRAME),
        ("9990", 102 * SECOND + 15 * FRAME),
        ("12.5", 12 * SECOND + SECOND // 2),
        ("1:02,5", 62 * SECOND + SECOND // 2),
    ],
)
@pytest.mark.parametrize("fps", [PAL, None])
def test_digits_count_from_the_right(fps, text, sample):
    assert typed_position(programme(fps), TIMECODE, text, here=SECOND) == sample


@pytest.mark.parametrize(
    ("start", "text", "sample"),
    [
        ("01:00:00:00", "1600", 16 * SECOND),
        ("01:00:00:00", "01:00:16:00", 16 * SECOND),
        ("01:00:00:00", "01001600", 16 * SECOND),
        ("09:58:30:00", "1600", 46 * SECOND),
        ("09:58:30:00", "30:00", 0),
        ("09:59:30:00", "0:00:00", 30 * SECOND),
        ("09:58:30:12", "11", SECOND - FRAME),
        ("23:59:50:00", "00:00:10:00", 20 * SECOND),
        ("23:59:50:00", "1000", 20 * SECOND),
    ],
)
def test_what_is_left_out_comes_from_the_start(start, text, sample):
    assert typed_position(programme(PAL, start), TIMECODE, text, here=0) == sample


@pytest.mark.parametrize(
    ("time_format", "text", "sample"),
    [
        (TIMECODE, "+1600", 76 * SECOND),
        (TIMECODE, "-1600", 44 * SECOND),
        (TIMECODE, "−10", 60 * SECOND - 10 * FRAME),
        (TIMECODE, "+0:00:16:00", 76 * SECOND),
        (TIMECODE, "+100:00", 160 * SECOND),
        (TIMECODE, "-1.5", 60 * SECOND - 3 * SECOND // 2),
        (SAMPLES, "+48000", 61 * SECOND),
        (SAMPLES, "- 48 000", 59 * SECOND),
        (SAMPLES, "+10:00", 70 * SECOND),
        (MINUTES, "+100", 120 * SECOND),
        (MINUTES, "-0:01.5", 60 * SECOND - 3 * SECOND // 2),
        (MINUTES, "+5", 65 * SECOND),
        (MINUTES, "+0:00:16:00", 76 * SECOND),
    ],
)
def test_a_sign_counts_from_the_playhead(time_format, text, sample):
    movie = programme(PAL, "01:00:00:00")
    assert typed_position(movie, time_format, text, here=60 * SECOND) == sample


@pytest.mark.parametrize(
    ("time_format", "text", "sample"),
    [
        (SAMPLES, "48 000", SECOND),
        (SAMPLES, "48\u00a0000", SECOND),
        (SAMPLES, "48,000", SECOND),
        (SAMPLES, "01:00:01:00", SECOND),
        (SAMPLES, "1:00", SECOND),
        (MINUTES, "0:01.5", 72_000),
        (MINUTES, "130", 90 * SECOND),
        (MINUTES, "1:30", 90 * SECOND),
        (MINUTES, "0:01:30", 90 * SECOND),
        (MINUTES, "90", 90 * SECOND),
        (MINUTES, "01:00:01:00", SECOND),
    ],
)
def test_positions_are_read_as_they_are_written(time_format, text, sample):
    assert typed_position(programme(PAL, "01:00:00:00"), time_format, text, here=0) == sample


DROPPED = ("1:00:00", "1:00;00", "01:01:00;00", "01:01:00,00", "01:01:00;02")


@pytest.mark.parametrize("text", DROPPED)
def test_a_number_that_is_dropped_means_the_next(text):
    movie = programme(NTSC, "01:00:00;00", drop_frame=True)
    assert movie.clock.timecode_at(typed_position(movie, TIMECODE, text, here=0)) == "01:01:00;02"


@pytest.mark.parametrize("fps", [FILM, NTSC, PAL, "24", "60000/1001", "120"])
def test_a_timecode_leads_back_to_its_own_frame(fps):
    movie = programme(fps, "01:00:00:00", picture_start_s=Fraction(1, 30))
    for sample in range(4_800, 48_000 * 20, 3_571):
        timecode = movie.clock.timecode_at(sample)
        for text in (timecode, timecode.replace(":", ""), timecode[3:]):
            found = typed_position(movie, TIMECODE, text, here=0)
            assert movie.clock.timecode_at(found) == timecode
            assert movie.clock.timecode_at(found - 1) != timecode


@pytest.mark.parametrize(
    ("time_format", "text"),
    [
        (TIMECODE, "00:59:59:24"),
        (TIMECODE, "01:10:00:01"),
        (TIMECODE, "10:00:01"),
        (TIMECODE, "-1"),
        (TIMECODE, "+10:00:01"),
        (TIMECODE, "99:99:99:99"),
        (TIMECODE, "99999999999"),
        (TIMECODE, "3600.5"),
        (SAMPLES, "28800001"),
        (SAMPLES, "-1"),
        (MINUTES, "10:01"),
    ],
)
def test_what_is_outside_is_said_with_the_ends(time_format, text):
    with pytest.raises(SettingsError, match="outside of the programme; it goes from") as said:
        typed_position(programme(PAL, "01:00:00:00"), time_format, text, here=0)
    ends = {TIMECODE: ("01:00:00:00", "01:10:00:00"), MINUTES: ("0:00.000", "10:00.000")}
    assert all(end in str(said.value) for end in ends.get(time_format, ("28\u00a0800\u00a0000",)))


NO_POSITIONS = ("", "x", "+", "--6", "1:2:3:4:5", "half past nine", "1:-2", "1::2")


@pytest.mark.parametrize("text", NO_POSITIONS)
@pytest.mark.parametrize("time_format", list(TimeFormat))
def test_what_is_no_position_is_said(time_format, text):
    with pytest.raises(SettingsError, match="is no position; type it as it is shown"):
        typed_position(programme(PAL, "01:00:00:00"), time_format, text, here=0)
