"""The integrator lands where the known answer is, for every method."""

import math

import pytest
import torch

from cass_core.flow.euler import trajectory


def integrate(*flow):
    """Where a flow ends."""
    *_, end = trajectory(*flow)
    return end


@pytest.mark.parametrize("method", ["euler", "midpoint", "heun"])
@pytest.mark.parametrize("steps", [1, 3, 16])
def test_constant_velocity_is_exact(method, steps):
    x_0, velocity = torch.randn(2, 3), torch.randn(2, 3)
    end = integrate(lambda x, t: velocity, x_0, steps, method)
    torch.testing.assert_close(end, x_0 + velocity)


def test_euler_sums_left_end_points():
    # dx/dt = 3 t^2 in four steps: 3 * (0 + 1 + 4 + 9) / 64
    end = integrate(lambda x, t: 3 * t[:, None] ** 2, torch.zeros(1, 1), 4)
    assert end.item() == pytest.approx(3 * 14 / 64)


@pytest.mark.parametrize(
    ("method", "calls", "order"), [("euler", 8, 1), ("midpoint", 8, 2), ("heun", 9, 2)]
)
@pytest.mark.parametrize("shift", [0.0, -0.6, 0.8])
def test_error_falls_with_the_order_of_the_method(method, calls, order, shift):
    def error(num_calls):
        start = torch.ones(1, 1, dtype=torch.float64)
        return abs(integrate(lambda x, t: x, start, num_calls, method, shift).item() - math.e)

    assert error(2 * calls) / error(4 * calls) == pytest.approx(2**order, rel=0.2)


@pytest.mark.parametrize(
    ("method", "calls", "times"),
    [
        ("euler", 4, [0, 0.25, 0.5, 0.75]),
        ("midpoint", 4, [0, 0.25, 0.5, 0.75]),
        ("midpoint", 3, [0, 0.5, 0.75]),  # the odd call is a step of Euler's
        ("heun", 3, [0, 0.5, 0.5]),
        ("heun", 2, [0, 0.5]),
        ("heun", 4, [0, 1 / 3, 1 / 3, 2 / 3]),
    ],
)
def test_methods_cost_the_same_and_never_ask_at_the_end(method, calls, times):
    asked = []
    points = trajectory(lambda x, t: asked.append(t.item()) or x, torch.ones(1, 1), calls, method)
    assert len(list(points)) == calls
    assert asked == pytest.approx(times)


@pytest.mark.parametrize("method", ["euler", "midpoint", "heun"])
def test_trajectory_stops_between_calls(method):
    calls = []
    points = trajectory(lambda x, t: calls.append(1) or x, torch.ones(1, 1), 100, method)
    next(points)
    next(points)
    points.close()
    assert len(calls) == 2


def test_clean_field_lands_on_the_clean_stems():
    clean = torch.randn(2, 4)
    x_0 = torch.randn(2, 4)
    end = integrate(lambda x, t: (clean - x) / (1 - t[:, None]), x_0, 5)
    torch.testing.assert_close(end, clean)
