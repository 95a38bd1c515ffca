"""Pictures stand at cuts and evenly between them, wherever the view begins."""

import pytest

from app.views.lanes.axis.time_axis import TimeAxis
from app.views.lanes.filmstrip.strip_plan import Spacing, strip_pictures
from cass_core.clips import SampleSpan

RATE, SECOND = 48_000, 48_000
CUTS = (3 * SECOND, 10 * SECOND)
LENGTH = 20 * SECOND


def seconds(pictures):
    return [round(one.sample / SECOND, 2) for one in pictures]


@pytest.mark.parametrize(
    ("spacing", "expected"),
    [
        (Spacing(cuts_only=True), [0, 3, 10]),
        (Spacing(5.0), [0, 3, 10, 15]),
        # a picture covers 2 s, the next power of two frames is 2.56 s
        (Spacing(), [0, 3, 5.56, 8.12, 10, 12.56, 15.12, 17.68]),
    ],
)
def test_shots_begin_with_a_picture(spacing, expected):
    axis = TimeAxis(SampleSpan(0, LENGTH), 1000.0)
    found = strip_pictures(axis, CUTS, LENGTH, RATE, 100.0, spacing)
    assert seconds(found) == expected
    assert [one.sample for one in found if one.is_cut] == list(CUTS)
    assert sum(one.room_px for one in found) == pytest.approx(1000.0)


def test_scrolling_leaves_pictures_where_they_are():
    def seen(start):
        axis = TimeAxis(SampleSpan(start, start + 8 * SECOND), 400.0)
        return {one.sample for one in strip_pictures(axis, CUTS, LENGTH, RATE, 100.0, Spacing())}

    near = {sample for sample in seen(4 * SECOND) if sample >= 5 * SECOND}
    assert near <= seen(5 * SECOND)
    # the picture that began before the view reaches into it
    assert min(seen(9 * SECOND)) < 9 * SECOND


def test_shots_of_a_frame_leave_no_slivers():
    cuts = [k * SECOND // 25 for k in range(1, 100)]
    axis = TimeAxis(SampleSpan(0, LENGTH), 500.0)
    found = strip_pictures(axis, cuts, LENGTH, RATE, 100.0, Spacing())
    assert min(one.room_px for one in found) >= 6.0
