"""What is selected in time and frequency: shapes added up, with soft edges."""

import math
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.repair.grid import CellAxes, Grid
from cass_core.repair.shapes import Band, Rectangle, Shape

Mode = Literal["add", "subtract", "intersect"]
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True)
class Part:
    """One shape of a region, and what it does to those before it.

    Attributes:
        shape: what it covers.
        mode: "add" to them, "subtract" from them, or leave only what lies in both, "intersect".
    """

    shape: Shape
    mode: Mode = "add"


@dataclass(frozen=True)
class Region:
    """Shapes one after the other, and how softly their outline ends.

    Attributes:
        parts: at least one; the first is one that adds.
        feather_samples: width of the soft edge in time; its middle lies on the outline.
        feather_hz: width of the soft edge in frequency.
    """

    parts: tuple[Part, ...]
    feather_samples: int = 0
    feather_hz: float = 0.0

    @classmethod
    def box(cls, span: SampleSpan, band_hz: Band | None = None) -> "Region":
        """A rectangle with hard edges.

        Args:
            span: in samples.
            band_hz: lowest and highest frequency; None for all.

        Returns:
            The region.
        """
        return cls((Part(Rectangle(span, band_hz)),))

    @property
    def span(self) -> SampleSpan:
        """The samples that it lies within, without its soft edge."""
        spans = [part.shape.span for part in self._outer]
        return SampleSpan(min(s.start for s in spans), max(s.stop for s in spans))

    @property
    def band_hz(self) -> Band | None:
        """Lowest and highest frequency, without the soft edge; None for all."""
        bands = [part.shape.band_hz for part in self._outer]
        known = [band for band in bands if band is not None]
        if len(known) < len(bands):
            return None
        return min(low for low, _ in known), max(high for _, high in known)

    @property
    def is_box(self) -> bool:
        """Whether it is one rectangle."""
        return len(self.parts) == 1 and isinstance(self.parts[0].shape, Rectangle)

    @property
    def _outer(self) -> tuple[Part, ...]:
        """The parts that can reach beyond the others."""
        return tuple(part for part in self.parts if part.mode == "add")

    def with_part(self, shape: Shape, mode: Mode) -> "Region":
        """One more shape."""
        return replace(self, parts=(*self.parts, Part(shape, mode)))

    def moved(self, samples: int, hz: float = 0.0) -> "Region":
        """The same at another time and frequency."""
        parts = tuple(replace(part, shape=part.shape.moved(samples, hz)) for part in self.parts)
        return replace(self, parts=parts)

    def open_at(self, num_samples: int) -> "Region":
        """Without an edge where a rectangle reaches the programme's end.

        Args:
            num_samples: length of the programme.

        Returns:
            A region that covers the last samples wholly.
        """

        def opened(shape: Shape) -> Shape:
            if isinstance(shape, Rectangle) and shape.span.stop >= num_samples:
                return replace(shape, span=SampleSpan(shape.span.start, num_samples + num_samples))
            return shape

        return replace(self, parts=tuple(replace(p, shape=opened(p.shape)) for p in self.parts))

    def frames(self, grid: Grid) -> range:
        """The frames that may be covered, soft edge included."""
        span, soft = self.span, _reach(self.feather_samples, grid.hop) + 1
        return range(span.start // grid.hop - soft, span.stop // grid.hop + 1 + soft)

    def bins(self, grid: Grid) -> range:
        """The bins that may be covered, soft edge included."""
        bins, soft = grid.bins_of(self.band_hz), _reach(self.feather_hz, grid.bin_hz) + 1
        return range(max(bins.start - soft, 0), min(bins.stop + soft, grid.num_bins))

    def mask(self, frames: range, bins: range, grid: Grid) -> FloatArray:
        """How much of each cell is selected.

        Args:
            frames: consecutive frames of the grid.
            bins: consecutive bins of it.
            grid: where they lie.

        Returns:
            (frame, bin), 0 to 1.
        """
        across, along = _reach(self.feather_samples, grid.hop), _reach(self.feather_hz, grid.bin_hz)
        wide = range(frames.start - across, frames.stop + across)
        tall = range(max(bins.start - along, 0), min(bins.stop + along, grid.num_bins))
        covered = self.hard_mask(wide, tall, grid)
        if across:
            covered = _smoothed(covered, self.feather_samples / grid.hop, across)
        if along:
            # no frequency lies beyond the lowest and the highest: there is no edge to soften
            missing = along - (bins.start - tall.start), along - (tall.stop - bins.stop)
            padded = np.pad(covered, ((0, 0), missing), mode="edge")
            covered = _smoothed(padded.T, self.feather_hz / grid.bin_hz, along).T
        else:
            covered = covered[:, bins.start - tall.start : bins.stop - tall.start]
        return covered

    def hard_mask(self, frames: range, bins: range, grid: CellAxes) -> FloatArray:
        """As `mask`, without soft edges, of cells that may lie on other axes."""
        covered = np.zeros((len(frames), len(bins)), np.float32)
        for part in self.parts:
            own = part.shape.coverage(frames, bins, grid)
            if part.mode == "add":
                covered = np.maximum(covered, own)
            elif part.mode == "subtract":
                covered = covered * (1 - own)
            else:
                covered = covered * own
        return covered


def _reach(width: float, step: float) -> int:
    """Cells that half a soft edge reaches beyond the outline; 0 for a hard one."""
    return math.ceil(width / step / 2) if width >= step else 0


def _smoothed(covered: FloatArray, width: float, reach: int) -> FloatArray:
    """Rows smoothed by a raised cosine of a width in rows; `reach` rows fewer at both ends."""
    taps = 0.5 + 0.5 * np.cos(np.pi * np.arange(-reach, reach + 1) / (width / 2 + 1))
    taps = (taps / taps.sum()).astype(np.float32)
    count = covered.shape[0] - 2 * reach
    soft = np.zeros((count, covered.shape[1]), np.float32)
    for number, tap in enumerate(taps):
        soft += tap * covered[number : number + count]
    return np.clip(soft, 0.0, 1.0)
