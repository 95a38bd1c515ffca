"""Tiles and waveform peaks on disk: can be made again, so anything odd is simply not there."""

import hashlib
import os
import time
import zlib
from contextlib import suppress
from pathlib import Path

from cass_core.resource_files import user_cache_folder
from cass_core.whole_files import write_bytes

MOST_BYTES = 1 << 30
_MAGIC = b"CASSTIL1"  # another way to make tiles gets another number
_HEAD_BYTES = len(_MAGIC) + 4
_ABANDONED_S = 60


class TileFiles:
    """Small pieces of data by sound and name, whole or not at all; safe from several threads."""

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        """Look at a folder.

        Args:
            folder: made when something is written; the user's own cache where None.
            most_bytes: size that `prune` keeps it under.
        """
        self._folder = folder or user_cache_folder() / "tiles"
        self._most_bytes = most_bytes

    def load(self, identity: str, name: str) -> bytes | None:
        """What was saved, or None where it is missing or damaged.

        Args:
            identity: of the sound.
            name: of the piece.

        Returns:
            The data, marked as used now.
        """
        path = self._path(identity, name)
        try:
            stored = path.read_bytes()
        except OSError:
            return None
        data = _unpacked(stored)
        with suppress(OSError):
            path.unlink() if data is None else os.utime(path)
        return data

    def save(self, identity: str, name: str, data: bytes) -> None:
        """Keep data; a full or read-only disk is no reason to complain.

        Args:
            identity: of the sound.
            name: of the piece.
            data: any bytes.
        """
        path = self._path(identity, name)
        packed = zlib.compress(data, 1)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            content = _MAGIC + zlib.crc32(packed).to_bytes(4, "little") + packed
            write_bytes(path, content, durable=False)

    def prune(self) -> None:
        """Remove what killed programs left, then the least recently used pieces."""
        pieces = []
        for path in self._folder.glob("*/*"):
            with suppress(OSError):
                stat = path.stat()
                if path.suffix != ".part":
                    pieces.append((stat.st_mtime, stat.st_size, path))
                elif time.time() - stat.st_mtime > _ABANDONED_S:
                    path.unlink()
        excess = sum(size for _, size, _ in pieces) - self._most_bytes
        for _, size, path in sorted(pieces):
            if excess <= 0:
                break
            with suppress(OSError):
                path.unlink()
                excess -= size
        for folder in self._folder.glob("*/"):
            with suppress(OSError):  # not empty
                folder.rmdir()

    def _path(self, identity: str, name: str) -> Path:
        return self._folder / hashlib.sha256(identity.encode()).hexdigest()[:32] / name


def _unpacked(stored: bytes) -> bytes | None:
    """The data, if it is what was packed."""
    packed = stored[_HEAD_BYTES:]
    head = _MAGIC + zlib.crc32(packed).to_bytes(4, "little")
    if stored[:_HEAD_BYTES] != head:
        return None
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None
