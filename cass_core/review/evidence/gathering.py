"""Judge all cells of a programme, minute by minute; what is judged stays on disk."""

from collections.abc import Iterator

import numpy as np

from cass_core.review.cells.bands import NUM_BANDS
from cass_core.review.cells.cell_judge import Hearing, judge_cells
from cass_core.review.cells.cell_net import REACH_FRAMES, CellNet
from cass_core.review.cells.judged import JudgedCells, packed
from cass_core.review.evidence.cell_store import BLOCK_FRAMES, CellStore
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.spans import is_apart
from cass_core.stem_names import STEMS
from cass_core.stems.readable_stems import ReadableStems


def gather_cells(
    stems: ReadableStems, network: CellNet, tagger: Hearing, store: CellStore
) -> Iterator[float]:
    """Judge what the store lacks.

    Args:
        stems: what is reviewed.
        network: says whose sound a cell holds.
        tagger: says what is heard in the second around.
        store: gets the cells.

    Yields:
        Share of the programme that is judged, after each block.
    """
    heard = HeardStems(stems)
    total = store.num_frames
    for first in range(store.frames_done, total, BLOCK_FRAMES):
        stop = min(first + BLOCK_FRAMES, total)
        if is_apart(heard.span_of(first, stop), stems.covered):
            cells = _silent(stop - first)
        else:
            cells = judged_cells(heard, network, tagger, first, stop)
        store.append(packed(cells))
        yield stop / total


def judged_cells(
    heard: HeardStems, network: CellNet, tagger: Hearing, first: int, stop: int
) -> JudgedCells:
    """Judge some cells, heard with what lies around them.

    Args:
        heard: the stems.
        network: says whose sound a cell holds.
        tagger: says what is heard in the second around.
        first: the first frame.
        stop: the frame behind the last.

    Returns:
        The cells of [first, stop).
    """
    lead = REACH_FRAMES
    around = stop + lead + (stop - first) % 2  # the network takes frames in pairs
    cells = judge_cells(network, tagger, heard.read(first - lead, around))
    here = slice(lead, lead + stop - first)
    return JudgedCells(*(part[here] for part in cells))


def _silent(num_frames: int) -> JudgedCells:
    own = np.eye(len(STEMS), dtype=np.float32)[None, :, :, None]
    shape = (num_frames, len(STEMS), len(STEMS), NUM_BANDS)
    levels = np.full((num_frames, len(STEMS), NUM_BANDS), -100, np.float32)
    heard = np.full(shape[:3], -8, np.float32)
    return JudgedCells(levels, np.broadcast_to(own, shape), heard)
