"""Gather all evidence of a programme, minute by minute; what is gathered stays on disk."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from cass_core.review.cells.bands import NUM_BANDS
from cass_core.review.cells.cell_judge import Hearing, judge_cells
from cass_core.review.cells.cell_net import REACH_FRAMES, CellNet
from cass_core.review.cells.judged import JudgedCells, packed
from cass_core.review.evidence import row_store
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.evidence.row_store import ByteRows, RowReader, RowWriter
from cass_core.review.evidence.source import Witness
from cass_core.spans import is_apart
from cass_core.stem_names import STEMS
from cass_core.stems.readable_stems import ReadableStems


class Gathered(NamedTuple):
    """Evidence that is being gathered.

    Attributes:
        reader: of what is there.
        writer: of what comes.
        told: gives the rows of [first, stop).
    """

    reader: RowReader
    writer: RowWriter
    told: Callable[[int, int], ByteRows]


def gather(parts: Sequence[Gathered], num_frames: int) -> Iterator[float]:
    """Gather what is lacking, block by block.

    Args:
        parts: all evidence.
        num_frames: cells that the programme is long.

    Yields:
        Share of the programme of which all is there, after each block.
    """
    begins = [part.reader.frames_done for part in parts]
    for first in range(min(begins), num_frames, row_store.BLOCK_FRAMES):
        stop = min(first + row_store.BLOCK_FRAMES, num_frames)
        for part, begin in zip(parts, begins, strict=True):
            if begin <= first:
                part.writer.append(part.told(first, stop))
        yield stop / num_frames


def cells_told(
    stems: ReadableStems, network: CellNet, tagger: Hearing
) -> Callable[[int, int], ByteRows]:
    """Who judges cells.

    Args:
        stems: what is reviewed.
        network: says whose sound a cell holds.
        tagger: says what is heard in the second around.

    Returns:
        From [first, stop) to packed cells.
    """
    heard = HeardStems(stems)

    def told(first: int, stop: int) -> ByteRows:
        if is_apart(heard.span_of(first, stop), stems.covered):
            return packed(_silent(stop - first))
        return packed(judged_cells(heard, network, tagger, first, stop))

    return told


def witness_told(
    stems: ReadableStems, witness: Witness, columns: int
) -> Callable[[int, int], ByteRows]:
    """A witness' answers as bytes.

    Args:
        stems: what is reviewed; nothing is asked where nothing is separated.
        witness: who is asked.
        columns: of each answer.

    Returns:
        From [first, stop) to (frame, column).
    """
    heard = HeardStems(stems)

    def told(first: int, stop: int) -> ByteRows:
        if is_apart(heard.span_of(first, stop), stems.covered):
            return np.zeros((stop - first, columns), np.uint8)
        return np.rint(255 * np.clip(witness.told(first, stop), 0, 1)).astype(np.uint8)

    return told


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
