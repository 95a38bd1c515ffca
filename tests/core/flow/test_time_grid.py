"""The times between the steps."""

import pytest

from cass_core.flow.time_grid import LEAST_SHIFT, MOST_SHIFT, time_grid


def test_without_a_shift_steps_are_equal():
    assert time_grid(4) == (0.0, 0.25, 0.5, 0.75, 1.0)


@pytest.mark.parametrize("shift", [LEAST_SHIFT, -0.3, 0.5, MOST_SHIFT])
@pytest.mark.parametrize("steps", [1, 2, 7, 128])
def test_times_rise_from_nought_to_one(steps, shift):
    times = time_grid(steps, shift)
    assert len(times) == steps + 1
    assert times[0] == 0.0
    assert times[-1] == 1.0
    assert all(a < b for a, b in zip(times, times[1:], strict=False))


def test_the_sign_says_where_steps_are_short():
    assert time_grid(2, -1.0)[1] == pytest.approx(1 - 0.5**0.5)
    assert time_grid(2, 1.0)[1] == pytest.approx(0.5**0.5)
