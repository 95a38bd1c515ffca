"""Shapes in time and frequency, as compact values that are evaluated frame by frame.

What a shape covers of a frame depends on that frame alone, so a region of three hours costs no
more than the seconds that are looked at. Times are samples of the programme, frequencies hertz.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.repair.grid import CellAxes

Band = tuple[float, float]
Numbers = npt.NDArray[np.float64]


class Shape(Protocol):
    """Something that covers cells, wholly or in part."""

    @property
    def span(self) -> SampleSpan:
        """The samples that it lies within."""

    @property
    def band_hz(self) -> Band | None:
        """Lowest and highest frequency; None for all."""

    def coverage(self, frames: range, bins: range, grid: CellAxes) -> FloatArray:
        """How much of each cell is covered, 0 to 1: (frame, bin)."""

    def moved(self, samples: int, hz: float) -> Self:
        """The same at another time and frequency."""


@dataclass(frozen=True)
class Rectangle:
    """A span, or a band of it.

    Attributes:
        span: in samples; one that begins at or before 0 has no beginning.
        band_hz: lowest and highest frequency; None for all.
    """

    span: SampleSpan
    band_hz: Band | None = None

    def coverage(self, frames: range, bins: range, grid: CellAxes) -> FloatArray:
        """How much of each cell is covered, 0 to 1: (frame, bin)."""
        places = np.asarray(frames, np.float64)
        start = -math.inf if self.span.start <= 0 else self.span.start / grid.hop
        times = _within(places, start, self.span.stop / grid.hop)
        pitches = np.ones(len(bins))
        if self.band_hz is not None:
            low, high = (edge / grid.bin_hz for edge in self.band_hz)
            low = -math.inf if low <= 0 else low
            high = math.inf if high >= grid.num_bins - 1 else high
            pitches = _within(np.asarray(bins, np.float64), low, high)
        return (times[:, None] * pitches).astype(np.float32)

    def moved(self, samples: int, hz: float) -> "Rectangle":
        """The same at another time and frequency."""
        band = self.band_hz
        return Rectangle(_shifted(self.span, samples), band and (band[0] + hz, band[1] + hz))


@dataclass(frozen=True)
class Harmonics:
    """A tone and its partials.

    Attributes:
        points: (sample, hertz) of the fundamental, in rising order of time.
        num_partials: the fundamental counts.
        half_hz: half the width of the band around each.
    """

    points: tuple[tuple[float, float], ...]
    num_partials: int
    half_hz: float

    @property
    def span(self) -> SampleSpan:
        """The samples that it lies within."""
        return span_of(sample for sample, _ in self.points)

    @property
    def band_hz(self) -> Band:
        """Lowest and highest frequency."""
        low, high = band_of(hz for _, hz in self.points)
        return max(low - self.half_hz, 0.0), high * self.num_partials + self.half_hz

    def coverage(self, frames: range, bins: range, grid: CellAxes) -> FloatArray:
        """How much of each cell is covered, 0 to 1: (frame, bin)."""
        samples, tones = np.asarray(self.points, np.float64).T
        places = np.asarray(frames, np.float64)
        tone = np.interp(places * grid.hop, samples, np.maximum(tones, grid.bin_hz))[:, None]
        pitches = np.asarray(bins, np.float64) * grid.bin_hz
        partial = np.clip(np.rint(pitches / tone), 1, self.num_partials)
        away = np.abs(pitches - partial * tone)
        covered = np.clip((self.half_hz - away) / grid.bin_hz + 0.5, 0.0, 1.0)
        times = _within(places, samples[0] / grid.hop, samples[-1] / grid.hop)
        return (times[:, None] * covered).astype(np.float32)

    def moved(self, samples: int, hz: float) -> "Harmonics":
        """The same at another time and frequency of the fundamental."""
        points = tuple((sample + samples, own + hz) for sample, own in self.points)
        return replace(self, points=points)


def _within(places: Numbers, start: float, stop: float) -> Numbers:
    """Share of the unit around each place that lies between start and stop."""
    low = np.maximum(places - 0.5, start)
    high = np.minimum(places + 0.5, stop)
    return np.clip(high - low, 0.0, 1.0)


def _shifted(span: SampleSpan, samples: int) -> SampleSpan:
    return SampleSpan(span.start + samples, span.stop + samples)


def span_of(samples: Iterable[float]) -> SampleSpan:
    """The whole samples that some places lie within."""
    ordered = sorted(samples)
    return SampleSpan(math.floor(ordered[0]), math.ceil(ordered[-1]))


def band_of(pitches: Iterable[float]) -> Band:
    """The band that some frequencies lie within; none lies below 0 Hz."""
    ordered = sorted(pitches)
    return max(float(ordered[0]), 0.0), max(float(ordered[-1]), 0.0)
