"""The integrator lands where the known answer is, for every method."""

import math

import pytest
import torch

from cass_core.flow.euler import integrate, trajectory


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


@pytest.mark.parametrize(("method", "order"), [("euler", 1), ("midpoint", 2)])
def test_error_falls_with_the_order_of_the_method(method, order):
    def error(steps):
        end = integrate(lambda x, t: x, torch.ones(1, 1, dtype=torch.float64), steps, method)
        return abs(end.item() - math.e)

    assert error(8) / error(16) == pytest.approx(2**order, rel=0.15)


def test_heun_never_asks_at_the_end():
    asked = []
    integrate(lambda x, t: asked.append(t.max().item()) or x, torch.ones(1, 1), 4, "heun")
    assert max(asked) < 1.0


def test_trajectory_stops_between_steps():
    calls = []
    points = trajectory(lambda x, t: calls.append(1) or x, torch.ones(1, 1), 100)
    next(points)
    next(points)
    points.close()
    assert len(calls) == 2


def test_clean_field_lands_on_the_clean_stems():
    clean = torch.randn(2, 4)
    x_0 = torch.randn(2, 4)
    end = integrate(lambda x, t: (clean - x) / (1 - t[:, None]), x_0, 5)
    torch.testing.assert_close(end, clean)
