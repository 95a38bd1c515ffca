"""What a flag suggests: to move its sound, cell by cell, to the stem where it belongs."""

from collections.abc import Sequence

import numpy as np

from cass_core.clips import FloatArray
from cass_core.repair.cells import Cells
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.operations import Move
from cass_core.repair.region import Part, Region
from cass_core.review.cells.bands import (
    CELL_HOP,
    CELL_RATE_HZ,
    CELLS_A_SECOND,
    NUM_BANDS,
    band_edges_hz,
)
from cass_core.review.evidence.cell_store import CellReader
from cass_core.review.flag import Flag
from cass_core.stem_names import STEMS

_REACH_FRAMES = 3
_COLUMN_HZ = 62.5
_STEEPNESS = 12.0
# share of a cell that seems to belong elsewhere, for half of it to go: of a place that is as likely
# wrong as right, and by how much less where it is sure
_MIDDLE, _BOLDER = 0.35, 0.2


def suggested_move(cells: CellReader, rate_hz: int, flag: Flag) -> Move:
    """The repair that a flag suggests.

    Args:
        cells: that it was found in.
        rate_hz: samples a second of the programme.
        flag: the place.

    Returns:
        A move of the cells that seem to belong elsewhere.
    """
    first, shares = _suggested_shares(cells, rate_hz, flag)
    columns = np.arange(0, rate_hz / 2 + _COLUMN_HZ, _COLUMN_HZ)
    # what lies above the highest band goes with it
    bands = np.searchsorted(band_edges_hz(), columns, side="right") - 1
    moved = shares[:, np.clip(bands, 0, NUM_BANDS - 1)]
    hop = round(CELL_HOP * rate_hz / CELL_RATE_HZ)
    start = round(first * CELL_HOP * rate_hz / CELL_RATE_HZ)
    region = Region((Part(Cells.of(moved, start, hop, 0.0, _COLUMN_HZ)),))
    return Move(region, flag.stem, flag.belongs)


def suggested_edits(cells: CellReader, rate_hz: int, flags: Sequence[Flag]) -> EditList:
    """The repairs that flags suggest.

    Args:
        cells: that they were found in.
        rate_hz: samples a second of the programme.
        flags: in any order.

    Returns:
        A repair for each flag, in the order of time.
    """
    ordered = sorted(flags, key=lambda flag: flag.span.start)
    return EditList(tuple(Edit(suggested_move(cells, rate_hz, flag)) for flag in ordered))


def _suggested_shares(cells: CellReader, rate_hz: int, flag: Flag) -> tuple[int, FloatArray]:
    """The number of the first frame, and (frame, band) shares to move; 0 outside the band."""
    frame = rate_hz / CELLS_A_SECOND
    first = max(int(flag.span.start / frame) - _REACH_FRAMES, 0)
    stop = min(int(np.ceil(flag.span.stop / frame)) + _REACH_FRAMES, cells.num_frames)
    row, owner = STEMS.index(flag.stem), STEMS.index(flag.belongs)
    elsewhere = cells.read(first, stop).shares[:, row, owner]
    # decided, but not hard: a hard edge is heard as chirping
    sureness = min(max(2 * flag.score - 1, 0.0), 1.0)
    shares = 1 / (1 + np.exp(-_STEEPNESS * (elsewhere - (_MIDDLE - _BOLDER * sureness))))
    low, high = np.searchsorted(band_edges_hz(), [flag.low_hz - 1, flag.high_hz - 1])
    inside = np.zeros(NUM_BANDS, np.float32)
    inside[low:high] = 1
    return first, np.asarray(shares * inside, np.float32)
