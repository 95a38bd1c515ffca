"""Shapes that are drawn by hand: a line around something, a stroke of a brush."""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.repair.grid import CellAxes
from cass_core.repair.shapes import Band, Numbers, band_of, span_of

_DABS_A_RADIUS = 4  # of a brush, so that a stroke has no beads


@dataclass(frozen=True)
class Polygon:
    """What a line encloses that was drawn around it; where it crosses itself, by even and odd.

    Attributes:
        points: (sample, hertz) of at least three corners.
    """

    points: tuple[tuple[float, float], ...]

    @property
    def span(self) -> SampleSpan:
        """The samples that it lies within."""
        return span_of(sample for sample, _ in self.points)

    @property
    def band_hz(self) -> Band:
        """Lowest and highest frequency."""
        return band_of(hz for _, hz in self.points)

    def coverage(self, frames: range, bins: range, grid: CellAxes) -> FloatArray:
        """How much of each cell is covered, 0 to 1: (frame, bin)."""
        tops = np.asarray(bins, np.float64) + 0.5
        covered = np.zeros((len(frames), len(bins)))
        heights = self._crossings(np.asarray(frames, np.float64), grid)
        for number in range(int(np.isfinite(heights).sum(axis=1).max(initial=0))):
            above = np.clip(tops - heights[:, number : number + 1], 0.0, 1.0)
            covered += above if number % 2 == 0 else -above
        return covered.astype(np.float32)

    def moved(self, samples: int, hz: float) -> "Polygon":
        """The same at another time and frequency."""
        return Polygon(tuple((sample + samples, own_hz + hz) for sample, own_hz in self.points))

    def _crossings(self, places: Numbers, grid: CellAxes) -> Numbers:
        """Heights in bins at which the line crosses each frame, rising: (frame, crossing)."""
        corners = np.asarray(self.points, np.float64) / (grid.hop, grid.bin_hz)
        x_0, y_0 = corners.T
        x_1, y_1 = np.roll(corners, -1, axis=0).T
        crosses = (x_0 <= places[:, None]) != (x_1 <= places[:, None])
        run = np.where(x_1 == x_0, 1.0, x_1 - x_0)
        heights = y_0 + (places[:, None] - x_0) / run * (y_1 - y_0)
        return np.sort(np.where(crosses, heights, np.inf), axis=1)


@dataclass(frozen=True)
class Brush:
    """A stroke of a round brush.

    Attributes:
        points: (sample, hertz, half the brush's height in hertz) along the stroke.
        half_samples: half the brush's width.
        hardness: share of its radius that covers wholly, 0 to 1.
    """

    points: tuple[tuple[float, float, float], ...]
    half_samples: float
    hardness: float = 0.5

    @property
    def span(self) -> SampleSpan:
        """The samples that it lies within."""
        half = max(self.half_samples, 1.0)
        return span_of(sample + side for sample, _, _ in self.points for side in (-half, half))

    @property
    def band_hz(self) -> Band:
        """Lowest and highest frequency."""
        return band_of(hz + side * half for _, hz, half in self.points for side in (-1, 1))

    def coverage(self, frames: range, bins: range, grid: CellAxes) -> FloatArray:
        """How much of each cell is covered, 0 to 1: (frame, bin)."""
        covered = np.zeros((len(frames), len(bins)), np.float32)
        half_x = max(self.half_samples / grid.hop, 0.5)
        for sample, hz, half_hz in self._dabs:
            x, y = sample / grid.hop, hz / grid.bin_hz
            half_y = max(half_hz / grid.bin_hz, 0.5)
            rows = _around(x, half_x, frames)
            columns = _around(y, half_y, bins)
            if len(rows) and len(columns):
                across = ((np.asarray(rows) - x) / half_x)[:, None]
                radius = np.hypot(across, (np.asarray(columns) - y) / half_y)
                here = np.s_[
                    rows.start - frames.start : rows.stop - frames.start,
                    columns.start - bins.start : columns.stop - bins.start,
                ]
                covered[here] = np.maximum(covered[here], self._falloff(radius))
        return covered

    def moved(self, samples: int, hz: float) -> "Brush":
        """The same at another time and frequency."""
        points = tuple((sample + samples, own + hz, half) for sample, own, half in self.points)
        return replace(self, points=points)

    @cached_property
    def _dabs(self) -> tuple[tuple[float, float, float], ...]:
        """The stroke as single touches, near enough to make one line."""
        dabs = [self.points[0]]
        for before, after in zip(self.points, self.points[1:], strict=False):
            width = abs(after[0] - before[0]) / max(self.half_samples, 1.0)
            height = abs(after[1] - before[1]) / max(before[2], after[2], 1.0)
            count = max(math.ceil(_DABS_A_RADIUS * math.hypot(width, height)), 1)
            steps = np.linspace(before, after, count + 1)[1:]
            dabs += [(float(x), float(y), float(half)) for x, y, half in steps]
        return tuple(dabs)

    def _falloff(self, radius: Numbers) -> FloatArray:
        """1 within the hard part, falling to 0 at the rim; radius 1 is the rim."""
        soft = max(1.0 - self.hardness, 1e-6)
        share = np.clip((1.0 - radius) / soft, 0.0, 1.0)
        return (0.5 - 0.5 * np.cos(np.pi * share)).astype(np.float32)


def _around(middle: float, half: float, among: range) -> range:
    """The numbers within `half` of a middle that a range holds."""
    first = min(max(math.ceil(middle - half), among.start), among.stop)
    return range(first, max(min(math.floor(middle + half) + 1, among.stop), first))
