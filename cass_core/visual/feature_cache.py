"""Results of looking at pictures, kept on disk; knows arrays and facts, not what they mean."""

import errno
import json
import logging
import os
import shutil
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import uuid4

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError
from cass_core.errors import OutputError
from cass_core.resource_files import user_cache_folder
from cass_core.visual.growing_array import GrowingArray

_log = logging.getLogger(__name__)

_MANIFEST = "manifest.json"
_PART = ".part"
_ABANDONED_S = 2 * 86_400
_CHECKED_BYTES = 256 << 20  # larger arrays are only checked by their size
_BLOCK_BYTES = 1 << 22
_MARK_BYTES = 10
_TRIES = 5  # to give an entry its name while others do the same


@dataclass(frozen=True)
class CacheEntry:
    """A finished entry.

    Attributes:
        folder: where its files are.
        facts: what the writer noted, plain JSON values.
    """

    folder: Path
    facts: dict[str, Any]

    def has(self, name: str) -> bool:
        """Whether the entry holds an array of this name."""
        return (self.folder / f"{name}.npy").is_file()

    def array(self, name: str) -> npt.NDArray[Any]:
        """One array, memory-mapped and read-only."""
        return mapped(self.folder / f"{name}.npy")


class CacheWriter:
    """A new entry; visible to others only after `commit`, gone if that never comes.

    Use as a context.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._target = folder / key
        self.folder = folder / f".{key}.{uuid4().hex}{_PART}"
        self._arrays: dict[str, GrowingArray] = {}

    def __enter__(self) -> "CacheWriter":
        try:
            self.folder.mkdir(parents=True)
        except OSError as error:
            raise self._unwritable() from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for array in self._arrays.values():
            with suppress(OSError):  # a full disk refuses the last bytes too
                array.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        if isinstance(error, OSError):
            raise self._unwritable() from error

    def array(
        self, name: str, row_shape: tuple[int, ...] = (), dtype: npt.DTypeLike = np.float32
    ) -> GrowingArray:
        """Begin an array of the entry."""
        array = GrowingArray(self.folder / f"{name}.npy", row_shape, dtype)
        self._arrays[name] = array
        return array

    def commit(self, facts: dict[str, Any]) -> None:
        """Finish all arrays and give the entry its name; of two at once the later one stays.

        Args:
            facts: plain JSON values to keep beside the arrays.
        """
        checks = {}
        for name, array in self._arrays.items():
            array.close()
            path = self.folder / f"{name}.npy"
            checks[name] = {
                "bytes": path.stat().st_size,
                "head": _head_checksum(path),
                "crc32": array.checksum,
            }
        values = {"facts": facts, "arrays": checks}
        text = json.dumps(values | {"checksum": _checksum(values)}, indent=1)
        (self.folder / _MANIFEST).write_text(text, encoding="utf-8")
        self._take_name()

    def _take_name(self) -> None:
        """Move a former entry out of the way in one step, so that nobody finds half of one."""
        for _ in range(_TRIES):
            former = self.folder.with_name(f".{self._target.name}.{uuid4().hex}{_PART}")
            with suppress(FileNotFoundError):
                os.replace(self._target, former)
            try:
                os.replace(self.folder, self._target)
                return
            except OSError as error:
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                    raise
            finally:
                _remove(former)
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))

    def _unwritable(self) -> OutputError:
        return OutputError(
            f"The picture's features cannot be written to {self._target.parent}; "
            "free some space there or choose another cache folder."
        )


class FeatureCache:
    """Entries by key in one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Name the folder.

        Args:
            folder: where entries are; the user's cache folder if None.
        """
        self.folder = folder or user_cache_folder() / "pictures"

    def find(self, key: str) -> CacheEntry | None:
        """The entry of a key, or None where there is none or it is damaged."""
        folder = self.folder / key
        if not folder.exists():
            return None
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, BadValueError):
            values: Any = read_json(folder / _MANIFEST)
            checksum = values.pop("checksum")
            if checksum == _checksum(values) and all(
                _is_whole(folder / f"{name}.npy", check) for name, check in values["arrays"].items()
            ):
                return CacheEntry(folder, values["facts"])
        _log.warning("What was kept of the picture was damaged and is made anew.")
        return None

    def writer(self, key: str) -> CacheWriter:
        """A context in which the entry of a key is made anew."""
        self._clear_abandoned()
        return CacheWriter(self.folder, key)

    def _clear_abandoned(self) -> None:
        """Remove what killed runs left behind."""
        for part in self.folder.glob(f".*{_PART}"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > _ABANDONED_S:
                    shutil.rmtree(part, ignore_errors=True)


def mapped(path: Path) -> npt.NDArray[Any]:
    """A .npy file as a read-only array, memory-mapped unless it is empty."""
    array: npt.NDArray[Any] = np.load(
        path, allow_pickle=False, mmap_mode=None if _empty(path) else "r"
    )
    return array


def _remove(entry: Path) -> None:
    """Remove an entry, or a file that lies in its place."""
    with suppress(OSError):
        entry.unlink() if entry.is_symlink() or entry.is_file() else shutil.rmtree(entry)


def _empty(path: Path) -> bool:
    with path.open("rb") as file:
        np.lib.format.read_magic(file)
        shape, _, _ = np.lib.format.read_array_header_1_0(file)
    return 0 in shape


def _checksum(values: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(values, sort_keys=True).encode())


def _head_checksum(path: Path) -> int:
    """Checksum of what a .npy file says of itself before its numbers."""
    with path.open("rb") as file:
        mark = file.read(_MARK_BYTES)  # NumPy's name, the version, then the length of what follows
        return zlib.crc32(mark + file.read(int.from_bytes(mark[-2:], "little")))


def _is_whole(path: Path, check: dict[str, int]) -> bool:
    """Whether a file has the size and, unless it is huge, the content it was closed with."""
    num_bytes = check["bytes"]
    if path.stat().st_size != num_bytes or _head_checksum(path) != check["head"]:
        return False
    found = 0
    with path.open("rb") as file:
        np.lib.format.read_magic(file)
        np.lib.format.read_array_header_1_0(file)
        while num_bytes <= _CHECKED_BYTES and (block := file.read(_BLOCK_BYTES)):
            found = zlib.crc32(block, found)
    return num_bytes > _CHECKED_BYTES or found == check["crc32"]
