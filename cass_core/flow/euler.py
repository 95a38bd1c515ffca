"""Integrate any velocity callable from t = 0 to t = 1."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

import torch
from torch import Tensor

from cass_core.flow.time_grid import time_grid

Velocity = Callable[[Tensor, Tensor], Tensor]  # (x_t, t of shape (b,)) -> dx/dt
Method = Literal["euler", "midpoint", "heun"]
Change = Callable[[Tensor, float], Tensor]  # (x_t, t) -> x_t
_Step = Callable[[Velocity, Tensor, float, float], Iterator[Tensor]]


def trajectory(
    velocity: Velocity,
    x_0: Tensor,
    num_calls: int,
    method: Method = "euler",
    shift: float = 0.0,
    change: Change | None = None,
) -> Iterator[Tensor]:
    """Follow the flow to its end; stopping between two calls of the field cancels the work.

    Args:
        velocity: the field, called with x (b, ...) and t (b,).
        x_0: (b, ...) start.
        num_calls: calls of the field, which is what the work costs: as many steps of Euler's
            method (AV-CASS, equation 7), or half as many of another one, where a call that is left
            over makes a step of Euler's.
        method: how a step is made.
        shift: of the times between the steps, see `time_grid`.
        change: what is made of the state before the first step and after each; None for nothing.

    Yields:
        (b, ...) points, one after each call, on the way within a step, too; the last one is the
            flow at t = 1.
    """
    steps = _steps(num_calls, method)
    changed = change or _unchanged
    x = changed(x_0, 0.0)
    for step, (start, stop) in zip(steps, pairwise(time_grid(len(steps), shift)), strict=True):
        for point in step(velocity, x, start, stop):
            last = changed(point, stop)
            yield last
        x = last


def _unchanged(x: Tensor, _t: float) -> Tensor:
    return x


def _steps(num_calls: int, method: Method) -> Sequence[_Step]:
    """Steps that cost so many calls together."""
    if method == "midpoint":
        return [_euler] * (num_calls % 2) + [_midpoint] * (num_calls // 2)
    if method == "heun":  # the clean-stem form of the velocity has no value at t = 1
        pairs = (num_calls - 1) // 2
        return [_heun] * pairs + [_euler] * (num_calls - 2 * pairs)
    return [_euler] * num_calls


def _at(velocity: Velocity, x: Tensor, t: float) -> Tensor:
    return velocity(x, torch.full((x.shape[0],), t, device=x.device))


def _euler(velocity: Velocity, x: Tensor, start: float, stop: float) -> Iterator[Tensor]:
    yield x + (stop - start) * _at(velocity, x, start)


def _midpoint(velocity: Velocity, x: Tensor, start: float, stop: float) -> Iterator[Tensor]:
    size = stop - start
    half = x + 0.5 * size * _at(velocity, x, start)
    yield half
    yield x + size * _at(velocity, half, start + 0.5 * size)


def _heun(velocity: Velocity, x: Tensor, start: float, stop: float) -> Iterator[Tensor]:
    size = stop - start
    first = _at(velocity, x, start)
    guess = x + size * first
    yield guess
    yield x + 0.5 * size * (first + _at(velocity, guess, stop))
