"""Where tiles lie: columns of a level, spans of samples, and what of them is covered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.clips import SampleSpan
from cass_core.spans import is_within

N_FFT = 2048
NUM_BINS = N_FFT // 2 + 1
HOP = 512  # samples between columns at level 0; each level doubles it
TILE_COLUMNS = 256
MOST_OVERVIEW_COLUMNS = 4096

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class TileKey:
    """One tile of one sound.

    Attributes:
        identity: of the sound.
        level: columns are `column_samples(level)` apart.
        index: number of the tile on its level.
    """

    identity: str
    level: int
    index: int

    @property
    def span(self) -> SampleSpan:
        """The samples that the tile's columns stand for."""
        length = TILE_COLUMNS * column_samples(self.level)
        return SampleSpan(self.index * length, (self.index + 1) * length)


def column_samples(level: int) -> int:
    """Samples that a column of a level stands for."""
    return HOP << level


def level_for(visible: SampleSpan, width_px: int) -> int:
    """The level whose columns are one to two a pixel; 0 where even its columns are wider."""
    samples_a_pixel = visible.num_samples // max(width_px, 1)
    return max((samples_a_pixel // HOP).bit_length() - 1, 0)


def overview_level(num_samples: int) -> int:
    """The finest level at which a whole programme has few enough columns to be kept."""
    level = 0
    while num_samples > MOST_OVERVIEW_COLUMNS * column_samples(level):
        level += 1
    return level


def cells_of(span: SampleSpan, size: int) -> range:
    """Numbers of the cells of `size` samples that a span touches."""
    return range(span.start // size, -(-span.stop // size))


def columns_of(span: SampleSpan, level: int) -> range:
    """Columns of a level that a span touches."""
    return cells_of(span, column_samples(level))


def tiles_of(span: SampleSpan, level: int) -> range:
    """Tiles of a level that a span touches."""
    return cells_of(span, TILE_COLUMNS * column_samples(level))


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


def near_edges(edges: frozenset[int], level: int, columns: range) -> BoolArray:
    """Which of some columns were made from samples on both sides of an edge.

    Args:
        edges: in samples.
        level: of the columns.
        columns: consecutive numbers of columns.

    Returns:
        (column,)
    """
    around = (SampleSpan(edge - N_FFT, edge + N_FFT) for edge in edges)
    return touched(around, column_samples(level), columns)


def _edges(spans: Sequence[SampleSpan]) -> set[int]:
    return {edge for span in spans for edge in (span.start, span.stop)}
