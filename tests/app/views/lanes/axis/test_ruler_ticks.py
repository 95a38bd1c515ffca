"""Lines of the ruler stand at whole frames, seconds and round numbers, never too close."""

import pytest

from app.project.view_state import TimeFormat
from app.views.lanes.axis.ruler_ticks import choose_steps, ruler_ticks
from app.views.lanes.axis.time_axis import TimeAxis
from cass_core.clips import SampleSpan
from tests.helpers.project.programmes import programme

RATE = 48_000
LABEL_PX = 80.0
FILM, NTSC = "24000/1001", "30000/1001"


def labels(movie, start_s, stop_s, time_format, width=1000):
    axis = TimeAxis(SampleSpan(round(start_s * RATE), round(stop_s * RATE)), width)
    return [tick.label for tick in ruler_ticks(axis, movie, time_format, LABEL_PX) if tick.label]


@pytest.mark.parametrize(
    ("fps", "drop", "span_s", "expected"),
    [
        ("25", False, (0, 60), ["01:00:00:00", "01:00:10:00", "01:00:20:00"]),
        ("24", False, (0, 1), ["01:00:00:00", "01:00:00:03", "01:00:00:06"]),
        ("25", False, (0, 1), ["01:00:00:00", "01:00:00:05", "01:00:00:10"]),
        (FILM, False, (0, 6), ["01:00:00:00", "01:00:01:00", "01:00:02:00"]),
        (NTSC, False, (58, 64), ["01:00:57:00", "01:00:58:00", "01:00:59:00", "01:01:00:00"]),
        (NTSC, True, (58, 64), ["01:00:57;00", "01:00:58;00", "01:00:59;00", "01:01:00;02"]),
        (NTSC, True, (598, 604), ["01:09:58;00", "01:09:59;00", "01:10:00;00", "01:10:01;00"]),
    ],
)
def test_timecode_labels(fps, drop, span_s, expected):
    start = "01:00:00;00" if drop else "01:00:00:00"
    movie = programme(fps, start, drop_frame=drop, length_s=1000)
    found = labels(movie, *span_s, TimeFormat.TIMECODE)
    first = found.index(expected[0])
    assert found[first : first + len(expected)] == expected


@pytest.mark.parametrize("drop", [False, True])
@pytest.mark.parametrize("length_s", [0.5, 3, 20, 130, 900])
def test_timecode_lines_stand_where_their_frame_begins(drop, length_s):
    start = "00:58:00;00" if drop else "00:58:00:00"
    movie = programme(NTSC, start, drop_frame=drop, length_s=1000)
    axis = TimeAxis(SampleSpan(55 * RATE, round((55 + length_s) * RATE)), 1000)
    ticks = ruler_ticks(axis, movie, TimeFormat.TIMECODE, LABEL_PX)
    assert [tick.sample for tick in ticks] == sorted({tick.sample for tick in ticks})
    for tick in ticks:
        assert movie.clock.frame_borders()(movie.clock.frame_at(tick.sample)) == tick.sample
        if tick.label:
            assert movie.clock.timecode_at(tick.sample) == tick.label


@pytest.mark.parametrize("time_format", list(TimeFormat))
@pytest.mark.parametrize("num_samples", [64, 3000, 48_000, 10**6, 48_000 * 10_800])
def test_labels_have_room_and_the_view_is_never_empty(time_format, num_samples):
    movie = programme("25", length_s=10_800)
    axis = TimeAxis(SampleSpan(0, num_samples), 1000)
    ticks = ruler_ticks(axis, movie, time_format, LABEL_PX)
    labelled = [axis.x_of(tick.sample) for tick in ticks if tick.label]
    gaps = [after - before for before, after in zip(labelled, labelled[1:], strict=False)]
    assert all(gap >= LABEL_PX for gap in gaps)
    assert labelled
    assert len(ticks) < 300


@pytest.mark.parametrize(
    ("span_s", "expected"),
    [
        ((0, 600), ["0:00", "1:00", "2:00"]),
        ((3590, 3620), ["59:50", "59:55", "1:00:00"]),
        ((3, 5), ["0:03.0", "0:03.2", "0:03.4"]),
        ((1, 1.01), ["0:01.000", "0:01.001"]),
    ],
)
def test_minute_labels(span_s, expected):
    found = labels(programme(length_s=4000), *span_s, TimeFormat.MINUTES)
    assert found[: len(expected)] == expected


def test_sample_labels_are_round():
    found = labels(programme(), 1, 1.02, TimeFormat.SAMPLES)
    assert found[:3] == ["48\u00a0000", "48\u00a0100", "48\u00a0200"]


@pytest.mark.parametrize("units_per_px", [0.01, 0.5, 3.0, 1000.0])
def test_short_lines_divide_long_ones(units_per_px):
    ladder = (1, 2, 5, 10, 25, 50, 125, 500, 5000, 100_000)
    long, short = choose_steps(ladder, units_per_px, LABEL_PX)
    assert long % short == 0
    assert short <= long
