"""The judged cells of a programme on disk."""

from collections.abc import Iterator
from pathlib import Path

from cass_core.review.cells.bands import NUM_BANDS
from cass_core.review.cells.judged import JudgedCells, unpacked
from cass_core.review.evidence import row_store
from cass_core.review.evidence.row_store import RowReader
from cass_core.stem_names import STEMS

_SHAPE = (len(STEMS), 1 + len(STEMS), NUM_BANDS + 1)


class CellReader(RowReader):
    """Cells on disk: 396 bytes a frame, 1.2 MB a minute of programme."""

    def __init__(self, folder: Path, num_frames: int) -> None:
        """Look at a folder; nothing in it is changed.

        Args:
            folder: where cells are kept.
            num_frames: cells that the programme is long.
        """
        super().__init__(folder, "cells", _SHAPE, num_frames)

    def read(self, first: int, stop: int) -> JudgedCells:
        """The cells of a stretch, which must be done.

        Args:
            first: its first frame.
            stop: the frame behind its last.

        Returns:
            The cells.

        Raises:
            StemSetError: they are not there, or cannot be read.
        """
        return unpacked(self.rows(first, stop))

    def blocks(self) -> Iterator[tuple[int, JudgedCells]]:
        """All that is done, block by block with the number of its first frame."""
        for first, stop in self.borders():
            yield first, self.read(first, stop)

    def borders(self) -> Iterator[tuple[int, int]]:
        """First frame, and the one behind the last, of each block that is done."""
        done = self.frames_done
        for first in range(0, done, row_store.BLOCK_FRAMES):
            yield first, min(first + row_store.BLOCK_FRAMES, done)
