"""The learning rate over a run."""

import pytest

from cass_core.training.schedule import rate_factor


def test_it_rises_to_the_full_rate_and_stays():
    rise = [rate_factor(step, 0.1) for step in range(200)]
    assert rise[0] == pytest.approx(1 / 200)
    assert rise[99] == pytest.approx(0.5)
    assert rise[-1] == 1.0
    assert all(a < b for a, b in zip(rise, rise[1:], strict=False))
    assert {rate_factor(step, 0.3) for step in (200, 10_000)} == {1.0}


def test_it_falls_to_two_percent_at_the_end():
    fall = [rate_factor(5_000, share / 100) for share in range(50, 101)]
    assert fall[0] == 1.0
    assert rate_factor(5_000, 0.75) == pytest.approx(0.5)
    assert fall[-1] == pytest.approx(0.02)
    assert all(a >= b for a, b in zip(fall, fall[1:], strict=False))


def test_a_resumed_run_does_not_rise_again():
    assert rate_factor(3_000, 0.0) == 1.0


@pytest.mark.parametrize("progress", [0.0, 0.5, 1.0, 1.3])
@pytest.mark.parametrize("step", [0, 50, 10**6])
def test_it_is_never_nothing(step, progress):
    assert 0 < rate_factor(step, progress) <= 1
