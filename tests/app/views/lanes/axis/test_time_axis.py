"""Samples and pixels, and written positions."""

import pytest

from app.project.view_state import TimeFormat
from app.views.lanes.axis.time_axis import TimeAxis, format_position
from cass_core.clips import SampleSpan
from tests.helpers.project.programmes import programme


@pytest.mark.parametrize(
    ("span", "width", "x", "sample"),
    [
        ((0, 800), 800, 0, 0),
        ((0, 800), 800, 400, 400),
        ((48_000, 96_000), 800, 400, 72_000),
        ((48_000, 96_000), 800, -80, 43_200),
        ((10, 74), 640, 5, 10),
        ((10, 74), 640, 640, 74),
    ],
)
def test_places(span, width, x, sample):
    axis = TimeAxis(SampleSpan(*span), width)
    assert axis.sample_at(x) == sample
    assert axis.x_of(sample) == pytest.approx(x, abs=width / (span[1] - span[0]))


def test_every_sample_finds_its_way_back():
    axis = TimeAxis(SampleSpan(1000, 1064), 731)
    assert all(axis.sample_at(axis.x_of(sample)) == sample for sample in range(1000, 1065))


def test_an_empty_axis_has_no_trouble():
    assert TimeAxis(SampleSpan(0, 0), 0).sample_at(0) == 0


@pytest.mark.parametrize(
    ("fps", "drop", "start", "time_format", "sample", "text"),
    [
        ("25", False, "01:00:00:00", TimeFormat.TIMECODE, 48_000 * 12 + 9_600, "01:00:12:05"),
        ("30000/1001", True, "00:00:00;00", TimeFormat.TIMECODE, 2_882_880, "00:01:00;02"),
        ("30000/1001", False, "00:00:00:00", TimeFormat.TIMECODE, 2_882_880, "00:01:00:00"),
        ("25", False, None, TimeFormat.SAMPLES, 1_234_567, "1\u00a0234\u00a0567"),
        ("25", False, None, TimeFormat.MINUTES, 48_000 * 72 + 240, "1:12.005"),
        ("25", False, None, TimeFormat.MINUTES, 48_000 * 3_672, "1:01:12.000"),
    ],
)
def test_written_positions(fps, drop, start, time_format, sample, text):
    movie = programme(fps, start, drop_frame=drop, length_s=4000)
    assert format_position(sample, movie, time_format) == text


@pytest.mark.parametrize("time_format", list(TimeFormat))
def test_nothing_open_is_dashes(time_format):
    assert "-" in format_position(0, None, time_format)
