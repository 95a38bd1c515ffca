"""Integrate any velocity callable from t = 0 to t = 1."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Literal

import torch
from torch import Tensor

Velocity = Callable[[Tensor, Tensor], Tensor]  # (x_t, t of shape (b,)) -> dx/dt
Method = Literal["euler", "midpoint", "heun"]


def integrate(velocity: Velocity, x_0: Tensor, num_steps: int, method: Method = "euler") -> Tensor:
    """Follow the flow to its end.

    Args:
        velocity: the field, called with x (b, ...) and t (b,).
        x_0: (b, ...) start.
        num_steps: equal steps of 1 / num_steps.
        method: Euler (AV-CASS, equation 7) calls the field once a step, the others twice.

    Returns:
        (b, ...) point at t = 1.
    """
    return deque(trajectory(velocity, x_0, num_steps, method), maxlen=1)[0]


def trajectory(
    velocity: Velocity, x_0: Tensor, num_steps: int, method: Method = "euler"
) -> Iterator[Tensor]:
    """Yield the point after each step; stopping between two steps cancels the work.

    Args:
        velocity: as for `integrate`.
        x_0: as for `integrate`.
        num_steps: as for `integrate`.
        method: as for `integrate`.

    Yields:
        (b, ...) point after a step.
    """
    step = _STEPS[method]
    x, size = x_0, 1.0 / num_steps
    for index in range(num_steps):
        x = step(velocity, x, index * size, size)
        yield x


def _times(x: Tensor, t: float) -> Tensor:
    return torch.full((x.shape[0],), t, device=x.device)


def _euler(velocity: Velocity, x: Tensor, t: float, size: float) -> Tensor:
    return x + size * velocity(x, _times(x, t))


def _midpoint(velocity: Velocity, x: Tensor, t: float, size: float) -> Tensor:
    half = x + 0.5 * size * velocity(x, _times(x, t))
    return x + size * velocity(half, _times(x, t + 0.5 * size))


def _heun(velocity: Velocity, x: Tensor, t: float, size: float) -> Tensor:
    first = velocity(x, _times(x, t))
    if t + size >= 1.0 - 1e-9:  # the clean-stem form of the velocity has no value at t = 1
        return x + size * first
    second = velocity(x + size * first, _times(x, t + size))
    return x + 0.5 * size * (first + second)


_STEPS = {"euler": _euler, "midpoint": _midpoint, "heun": _heun}
