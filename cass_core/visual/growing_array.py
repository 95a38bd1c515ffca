"""A .npy file that grows row by row, so that films of any length fit into memory."""

import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.closable import Closable

_HEADER_BYTES = 256  # room for any shape that is known only at the end


class GrowingArray(Closable):
    """Writes rows of one shape behind each other; the file is whole once closed."""

    def __init__(self, path: Path, row_shape: tuple[int, ...], dtype: npt.DTypeLike) -> None:
        """Create the file.

        Args:
            path: of the new file.
            row_shape: shape of one row.
            dtype: of the numbers or records.
        """
        self._row_shape = row_shape
        self._dtype = np.dtype(dtype)
        self._file = path.open("wb")
        self._file.write(bytes(_HEADER_BYTES))
        self.num_rows = 0
        self.checksum = 0

    def append(self, rows: npt.NDArray[Any]) -> None:
        """Write some rows, (row, *row_shape)."""
        rows = np.ascontiguousarray(rows, self._dtype).reshape(-1, *self._row_shape)
        content = rows.tobytes()
        self._file.write(content)
        self.checksum = zlib.crc32(content, self.checksum)
        self.num_rows += len(rows)

    def flush(self) -> None:
        """Make what is there so far readable as a .npy file."""
        end = self._file.tell()
        self._file.seek(0)
        self._file.write(self._header())
        self._file.seek(end)
        self._file.flush()

    def close(self) -> None:
        """Finish the file."""
        if not self._file.closed:
            self.flush()
            self._file.close()

    def _header(self) -> bytes:
        """The .npy header (format 1.0), padded to its fixed length."""
        facts = {
            "descr": np.lib.format.dtype_to_descr(self._dtype),
            "fortran_order": False,
            "shape": (self.num_rows, *self._row_shape),
        }
        magic = np.lib.format.magic(1, 0)
        length = _HEADER_BYTES - len(magic) - 2
        text = repr(facts).encode("latin1").ljust(length - 1) + b"\n"
        return magic + length.to_bytes(2, "little") + text
