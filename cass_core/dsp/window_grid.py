"""Overlapping windows at fixed places of an axis, and their cross-faded sum."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from cass_core.config import Weighting


@dataclass(frozen=True)
class WindowGrid:
    """Windows of equal length whose starts are `first + number * hop`.

    Places are frames or samples. The grid is that of the whole axis, so a window depends on its
    number alone and not on the range that was asked for.

    Attributes:
        window: places in a window.
        hop: places from one window's start to the next.
        length: places that the windows must cover.
        first: place where window 0 begins.
    """

    window: int
    hop: int
    length: int
    first: int = 0

    @property
    def num_windows(self) -> int:
        """Windows that cover the axis, at least one."""
        return max(1, -(-(self.length - self.window) // self.hop) + 1)

    def start(self, number: int) -> int:
        """Place where a window begins."""
        return self.first + number * self.hop

    def over(self, places: range) -> range:
        """Numbers of the windows that reach into a range of places."""
        begin, last = places.start - self.first, places.stop - 1 - self.first
        lowest = max(0, -(-(begin - self.window + 1) // self.hop))
        return range(lowest, min(self.num_windows - 1, last // self.hop) + 1)

    def join(self, places: range, estimate: Callable[[int], Tensor], weights: Tensor) -> Tensor:
        """Join windows: sum over k of w(n - s_k) x_k(n - s_k) / sum over k of w(n - s_k).

        Args:
            places: which part of the axis; zeros where no window reaches.
            estimate: (..., window) of a window's number.
            weights: (window,) above zero.

        Returns:
            (..., place).
        """
        numbers = self.over(places)
        like = estimate(numbers[0]) if numbers else estimate(0)
        total = like.new_zeros(*like.shape[:-1], len(places))
        sums = torch.zeros(len(places))
        for number in numbers:
            start = self.start(number)
            low, high = max(places.start, start), min(places.stop, start + self.window)
            here = slice(low - places.start, high - places.start)
            there = slice(low - start, high - start)
            total[..., here] += estimate(number)[..., there] * weights[there]
            sums[here] += weights[there]
        return total / sums.clamp_min(1e-12)


def window_weights(weighting: Weighting, window: int, hop: int) -> Tensor:
    """How much each place of a window counts where windows overlap.

    Args:
        weighting: "linear" rises and falls over the overlap alone, "hann" and "triangle" over the
            whole window.
        window: its places.
        hop: places from one window to the next.

    Returns:
        (place,) above zero.
    """
    places = torch.arange(window, dtype=torch.float64) + 0.5
    nearer = torch.minimum(places, window - places)  # to either end
    if weighting == "hann":
        weights = torch.sin(math.pi * places / window).square()
    elif weighting == "triangle":
        weights = nearer / nearer.max()
    else:
        weights = (nearer / max(1, window - hop)).clamp_max(1)
    return weights.float()
