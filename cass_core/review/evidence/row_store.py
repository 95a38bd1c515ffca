"""Rows of bytes, one a frame of cells, in a growing file, so that a stopped review goes on."""

import json
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.closable import Closable
from cass_core.errors import OutputError, StemSetError
from cass_core.whole_files import write_text

BLOCK_FRAMES = 3_000  # a minute

ByteRows = npt.NDArray[np.uint8]


class RowReader:
    """Rows on disk."""

    def __init__(self, folder: Path, name: str, shape: tuple[int, ...], num_frames: int) -> None:
        """Look at a folder; nothing in it is changed.

        Args:
            folder: where rows are kept.
            name: of this kind of rows.
            shape: of a row.
            num_frames: cells that the programme is long.
        """
        self.folder, self.num_frames, self.shape = folder, num_frames, shape
        self.path, self.facts_path = folder / f"{name}.bin", folder / f"{name}.json"
        self.row_bytes = int(np.prod(shape))

    @property
    def frames_done(self) -> int:
        """How many frames are there, whole blocks or all."""
        frames = self.path.stat().st_size // self.row_bytes if self.path.exists() else 0
        return self.num_frames if frames >= self.num_frames else frames - frames % BLOCK_FRAMES

    def is_of(self, fingerprint: str) -> bool:
        """Whether these are the rows of what has a fingerprint."""
        with suppress(OSError, BadValueError):
            return JsonTable(read_json(self.facts_path), "").text("fingerprint") == fingerprint
        return False

    def rows(self, first: int, stop: int) -> ByteRows:
        """The rows of a stretch, which must be done.

        Args:
            first: its first frame.
            stop: the frame behind its last.

        Returns:
            (frame, ...) in the shape of a row.

        Raises:
            StemSetError: they are not there, or cannot be read.
        """
        try:
            with self.path.open("rb") as file:
                file.seek(first * self.row_bytes)
                content = file.read((stop - first) * self.row_bytes)
        except OSError:
            content = b""
        if len(content) != (stop - first) * self.row_bytes:
            raise StemSetError(
                f"{self.folder} does not hold what the review has found; review the stems again."
            )
        return np.frombuffer(content, np.uint8).reshape(-1, *self.shape)


class RowWriter(Closable):
    """Adds to rows; use as a context."""

    def __init__(self, reader: RowReader, fingerprint: str) -> None:
        """Open what is there of the same kind; what is there of others is begun anew.

        Args:
            reader: of the same rows; their folder is made where it is missing.
            fingerprint: of what they are made from.
        """
        self._reader = reader
        try:
            reader.folder.mkdir(parents=True, exist_ok=True)
            if not reader.is_of(fingerprint):
                reader.path.unlink(missing_ok=True)
                facts = {"fingerprint": fingerprint}
                write_text(reader.facts_path, json.dumps(facts), durable=False)
            self._file = reader.path.open("ab")
            self._file.truncate(reader.frames_done * reader.row_bytes)
        except OSError as error:
            raise self._unwritable(error) from error

    def append(self, rows: ByteRows) -> None:
        """Add the rows of the next block."""
        try:
            self._file.write(rows.tobytes())
            self._file.flush()
        except OSError as error:
            raise self._unwritable(error) from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _unwritable(self, error: OSError) -> OutputError:
        return OutputError(
            f"The review cannot be kept in {self._reader.folder} ({error.strerror}); "
            "make room or move the stems to another disk."
        )
