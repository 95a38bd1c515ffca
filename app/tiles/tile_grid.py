"""Where tiles lie: columns of a level, spans of samples, and what of them is covered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.clips import SampleSpan
from cass_core.spans import is_within

USUAL_N_FFT = 2048
_USUAL_TILE_COLUMNS = 256
_MOST_OVERVIEW_COLUMNS = 4096

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class TileGrid:
    """Columns and tiles of spectra of one length.

    At level 0 a column is a quarter of a transform wide; each level doubles it. Where transforms
    are longer than usual columns are wider on screen and fewer in a tile, so that what is seen,
    and what is kept of it, never takes more memory.

    Attributes:
        n_fft: samples of a transform, a power of two.
    """

    n_fft: int = USUAL_N_FFT

    @property
    def num_bins(self) -> int:
        """Frequencies of a spectrum."""
        return self.n_fft // 2 + 1

    @property
    def tile_columns(self) -> int:
        """Columns of a tile."""
        return _USUAL_TILE_COLUMNS // self._widening

    @property
    def _widening(self) -> int:
        """How many times wider than usual a column may be on screen."""
        return max(self.n_fft // USUAL_N_FFT, 1)

    def column_samples(self, level: int) -> int:
        """Samples that a column of a level stands for."""
        return self.n_fft // 4 << level

    def tile_samples(self, level: int) -> int:
        """Samples that a tile of a level stands for."""
        return self.tile_columns * self.column_samples(level)

    def level_for(self, visible: SampleSpan, width_px: int) -> int:
        """The level with one to two columns a pixel, or 0; of long transforms a column is wider."""
        samples = visible.num_samples // max(width_px, 1) * self._widening
        return max((samples // self.column_samples(0)).bit_length() - 1, 0)

    def overview_level(self, num_samples: int) -> int:
        """The finest level at which a whole programme has few enough columns to be kept."""
        level, most = 0, _MOST_OVERVIEW_COLUMNS // self._widening
        while num_samples > most * self.column_samples(level):
            level += 1
        return level

    def columns_of(self, span: SampleSpan, level: int) -> range:
        """Columns of a level that a span touches."""
        return cells_of(span, self.column_samples(level))

    def tiles_of(self, span: SampleSpan, level: int) -> range:
        """Tiles of a level that a span touches."""
        return cells_of(span, self.tile_samples(level))

    def around(self, span: SampleSpan) -> SampleSpan:
        """A span with the samples that its outermost spectra reach over."""
        return SampleSpan(max(span.start - self.n_fft, 0), span.stop + self.n_fft)

    def near_edges(self, edges: frozenset[int], level: int, columns: range) -> BoolArray:
        """Which of some columns were made from samples on both sides of an edge.

        Args:
            edges: in samples.
            level: of the columns.
            columns: consecutive numbers of columns.

        Returns:
            (column,)
        """
        reached = (self.around(SampleSpan(edge, edge)) for edge in edges)
        return touched(reached, self.column_samples(level), columns)


USUAL_GRID = TileGrid()


@dataclass(frozen=True)
class TileKey:
    """One tile of one sound.

    Attributes:
        identity: of the sound.
        grid: whose columns it has; tiles of another one are other tiles.
        level: columns are `grid.column_samples(level)` apart.
        index: number of the tile on its level.
    """

    identity: str
    grid: TileGrid
    level: int
    index: int

    @property
    def span(self) -> SampleSpan:
        """The samples that the tile's columns stand for."""
        length = self.grid.tile_samples(self.level)
        return SampleSpan(self.index * length, (self.index + 1) * length)


def cells_of(span: SampleSpan, size: int) -> range:
    """Numbers of the cells of `size` samples that a span touches."""
    return range(span.start // size, -(-span.stop // size))


def touched(spans: Iterable[SampleSpan], size: int, cells: range) -> BoolArray:
    """Which of some cells of `size` samples touch any of the spans.

    Args:
        spans: in samples.
        size: of the cells.
        cells: consecutive numbers.

    Returns:
        (cell,)
    """
    found = np.zeros(len(cells), np.bool_)
    for span in spans:
        if span.num_samples > 0:
            inside = cells_of(span, size)
            first = max(inside.start - cells.start, 0)
            found[first : max(inside.stop - cells.start, 0)] = True
    return found


def moved_edges(before: Sequence[SampleSpan], now: Sequence[SampleSpan]) -> frozenset[int]:
    """Where covered parts ended in one state but not in the other: what was drawn there is old."""
    return frozenset(_edges(before) ^ _edges(now))


def has_shrunk(before: Sequence[SampleSpan], now: Sequence[SampleSpan]) -> bool:
    """Whether something that was covered is not any more."""
    return not all(is_within(span, now) for span in before)


def _edges(spans: Sequence[SampleSpan]) -> set[int]:
    return {edge for span in spans for edge in (span.start, span.stop)}
