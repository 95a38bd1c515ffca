"""The judged cells of a programme in one growing file, so that a stopped review goes on."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.closable import Closable
from cass_core.errors import OutputError, StemSetError
from cass_core.review.cells.bands import NUM_BANDS
from cass_core.review.cells.judged import JudgedCells, unpacked
from cass_core.stem_names import STEMS
from cass_core.whole_files import write_text

BLOCK_FRAMES = 3_000  # a minute

_SHAPE = (len(STEMS), 1 + len(STEMS), NUM_BANDS + 1)
_FRAME_BYTES = int(np.prod(_SHAPE))
_CELLS, _FACTS = "cells.bin", "cells.json"


class CellReader:
    """Cells on disk: 396 bytes a frame, 1.2 MB a minute of programme."""

    def __init__(self, folder: Path, num_frames: int) -> None:
        """Look at a folder; nothing in it is changed.

        Args:
            folder: where cells are kept.
            num_frames: cells that the programme is long.
        """
        self.folder, self.num_frames = folder, num_frames
        self._path = folder / _CELLS

    @property
    def frames_done(self) -> int:
        """How many frames are there, whole blocks or all."""
        frames = self._path.stat().st_size // _FRAME_BYTES if self._path.exists() else 0
        return self.num_frames if frames >= self.num_frames else frames - frames % BLOCK_FRAMES

    def is_of(self, fingerprint: str) -> bool:
        """Whether these are the cells of the stems of a fingerprint."""
        return _known_fingerprint(self.folder / _FACTS) == fingerprint

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
        try:
            with self._path.open("rb") as file:
                file.seek(first * _FRAME_BYTES)
                content = file.read((stop - first) * _FRAME_BYTES)
        except OSError:
            content = b""
        if len(content) != (stop - first) * _FRAME_BYTES:
            raise StemSetError(
                f"{self.folder} does not hold what the review has found; review the stems again."
            )
        return unpacked(np.frombuffer(content, np.uint8).reshape(-1, *_SHAPE))

    def blocks(self) -> Iterator[tuple[int, JudgedCells]]:
        """All that is done, block by block with the number of its first frame."""
        for first in range(0, self.frames_done, BLOCK_FRAMES):
            yield first, self.read(first, min(first + BLOCK_FRAMES, self.frames_done))


class CellStore(CellReader, Closable):
    """Cells that are added to."""

    def __init__(self, folder: Path, fingerprint: str, num_frames: int) -> None:
        """Open what is there of the same stems; what is there of others is begun anew.

        Args:
            folder: where it is kept; made where it is missing.
            fingerprint: of what is reviewed.
            num_frames: cells that the programme is long.
        """
        super().__init__(folder, num_frames)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if _known_fingerprint(folder / _FACTS) != fingerprint:
                self._path.unlink(missing_ok=True)
                facts = {"fingerprint": fingerprint}
                write_text(folder / _FACTS, json.dumps(facts), durable=False)
            self._file = self._path.open("ab")
            self._file.truncate(self.frames_done * _FRAME_BYTES)
        except OSError as error:
            raise self._unwritable(error) from error

    def append(self, cells: npt.NDArray[np.uint8]) -> None:
        """Add the packed cells of the next block."""
        try:
            self._file.write(cells.tobytes())
            self._file.flush()
        except OSError as error:
            raise self._unwritable(error) from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _unwritable(self, error: OSError) -> OutputError:
        return OutputError(
            f"The review cannot be kept in {self.folder} ({error.strerror}); "
            "make room or move the stems to another disk."
        )


def _known_fingerprint(path: Path) -> str | None:
    with suppress(OSError, BadValueError):
        return JsonTable(read_json(path), "").text("fingerprint")
    return None
