"""Locks that the system takes back when a program ends, however it ends."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from cass_core.closable import Closable
from cass_core.errors import OutputError

if sys.platform == "win32":
    import msvcrt

    # Windows locks bytes, also such that do not exist; so others can read the number in the file
    _LOCKED_BYTE = 1 << 30

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


# a link in its place is not followed: what it points to would be written to
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_TRIES = 3  # a lock that is given back in this moment is neither there nor free
_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FileLock(Closable):
    """A lock in the form of a file, which holds the number of the process for people to read.

    Asking the system whether a process of that number lives would be wrong where the number was
    given to another one meanwhile, which inside of containers is the rule.
    """

    def __init__(self, path: Path) -> None:
        """Name the lock; nothing happens before `acquire`.

        Args:
            path: of the lock's own file.
        """
        self.path = path
        self._handle: int | None = None

    def acquire(self) -> bool:
        """Take the lock, unless a living program has it.

        On a disk without locks everybody gets it.
        """
        if self._handle is not None:
            return True
        handle = os.open(self.path, _FLAGS, 0o600)
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in _TAKEN:
                os.close(handle)
                return False
        if not self._is_in_place(handle):
            os.close(handle)
            return False
        self._handle = handle
        with suppress(OSError):  # a full disk has room for the lock, but not for a number in it
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, f"{os.getpid()}\n".encode())
        return True

    def claim(self, what: Path) -> "FileLock":
        """Take the lock; the context that it is gives it back.

        Args:
            what: is written, for the sentence.

        Returns:
            This lock.

        Raises:
            OutputError: a living program writes the same, or the lock cannot be made.
        """
        try:
            if any(self.acquire() for _ in range(_TRIES)):
                return self
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise OutputError(
                f"{what} cannot be used ({reason}); choose another folder."
            ) from error
        raise OutputError(
            f"{what} is being written by another Cass Studio{self._holder()}; "
            "wait until that one is done or choose another folder."
        )

    def close(self) -> None:
        """Give the lock back, as `release`."""
        self.release()

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if os.name == "nt":  # which removes no open file
            os.close(handle)
            with suppress(OSError):
                self.path.unlink()
            return
        with suppress(OSError):
            self.path.unlink()
        os.close(handle)

    def _holder(self) -> str:
        """Who has the lock, in brackets; empty where nobody knows."""
        try:
            number = self.path.read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            return ""
        return f" (process {number})" if number.isdecimal() else ""

    def _is_in_place(self, handle: int) -> bool:
        """Whether the file was not removed by its former owner in between."""
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except OSError:
            return False
