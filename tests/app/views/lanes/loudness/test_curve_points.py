"""Few points that look like the curve."""

import numpy as np
import pytest

from app.views.lanes.axis.time_axis import TimeAxis
from app.views.lanes.loudness.curve_points import curve_points
from cass_core.clips import SampleSpan

STEP = 4800


def seen(values, start, stop, width_px):
    return curve_points(
        np.asarray(values, float), STEP, TimeAxis(SampleSpan(start, stop), width_px)
    )


def test_a_value_stands_at_the_end_of_its_step():
    places, values = seen([-20.0, -30.0, -40.0], 0, 3 * STEP, 30.0)
    assert places == pytest.approx([10.0, 20.0, 30.0])
    assert values.tolist() == [-20.0, -30.0, -40.0]


def test_of_a_part_the_neighbours_beyond_its_edges_are_kept():
    places, values = seen(range(100), 40 * STEP, 50 * STEP, 100.0)
    assert places[0] <= 0.0
    assert places[-1] >= 100.0
    assert places == pytest.approx((values + 1 - 40) * 10.0)
    assert len(values) < 15


def test_each_pixel_keeps_its_lowest_and_highest_value():
    rng = np.random.default_rng(0)
    values = rng.normal(-30, 5, 100_000)
    places, ends = seen(values, 0, 100_000 * STEP, 1000.0)
    assert len(places) == len(ends) == 2 * 1000
    assert ends[::2] == pytest.approx(values.reshape(1000, 100).min(axis=1))
    assert ends[1::2] == pytest.approx(values.reshape(1000, 100).max(axis=1))
    assert places[::2] == pytest.approx(np.arange(1000) + 0.5, abs=0.6)


def test_scrolling_does_not_change_what_a_group_shows():
    values = np.random.default_rng(1).normal(-30, 5, 100_000)
    _, first = seen(values, 0, 50_000 * STEP, 500.0)
    _, second = seen(values, 137 * STEP, 50_137 * STEP, 500.0)
    assert set(second[10:900]) <= set(first)


def test_gaps_stay_gaps_and_hide_nothing_beside_them():
    values = np.full(1000, np.nan)
    values[:105] = -23.0
    _, ends = seen(values, 0, 1000 * STEP, 100.0)
    assert (ends[:22] == -23.0).all()
    assert np.isnan(ends[22:]).all()


@pytest.mark.parametrize("values", [[], [np.nan, np.nan]])
def test_nothing_known_is_nothing_seen(values):
    _, ends = seen(values, 0, 10 * STEP, 100.0)
    assert np.isnan(ends).all()


def test_a_view_behind_the_end_is_empty():
    assert len(seen([-20.0] * 10, 100 * STEP, 200 * STEP, 100.0)[0]) == 0
