"""A file that PyAV writes to."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_Result = TypeVar("_Result")


class MuxedFile:
    """Keeps the first error instead of raising it out of PyAV.

    PyAV prints what goes wrong after that on the user's terminal. Until somebody asks by `check`,
    what is written after an error is lost without a word.

    Attributes:
        error: the first one; None where all went well.
    """

    def __init__(self, path: Path) -> None:
        """Make the file; an OSError goes through.

        Args:
            path: replaced if it exists.
        """
        self._file = path.open("w+b")
        self.error: OSError | None = None

    def check(self) -> None:
        """Raise the first error, if there was one."""
        if self.error is not None:
            raise self.error

    def sync(self) -> None:
        """Bring everything to the disk itself; an OSError goes through."""
        self.check()
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file; an OSError goes through."""
        self._file.close()

    def write(self, data: bytes) -> int:
        """Write bytes; how many they are."""
        return self._tried(lambda: self._file.write(data), len(data))

    def read(self, size: int) -> bytes:
        """Read bytes that were written."""
        return self._tried(lambda: self._file.read(size), b"")

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; where that is."""
        return self._tried(lambda: self._file.seek(offset, whence), offset)

    def tell(self) -> int:
        """Where the next byte goes."""
        return self._tried(self._file.tell, 0)

    def _tried(self, call: Callable[[], _Result], otherwise: _Result) -> _Result:
        if self.error is None:
            try:
                return call()
            except OSError as error:
                self.error = error
        return otherwise
