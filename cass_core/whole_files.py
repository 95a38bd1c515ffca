"""Writing a file so that its name holds the old content or the new, never a part and never none.

The content is written beside its name, as `.NAME.PID-THREAD.part`, and takes the name in one
step. What nothing else can make again, such as the user's work, is written `durable`: its bytes
are on the disk before it takes the name, and the folder is after, so that a power cut keeps the
promise too. A cache need not be: whoever reads it checks it and makes it again.
"""

import glob
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ABANDONED_AFTER_S = 60.0


@contextmanager
def whole_file(path: Path, *, durable: bool) -> Iterator[Path]:
    """A place to write to; what is written there takes the name when the context ends well.

    Args:
        path: the file; its folder exists.
        durable: whether it must survive a power cut; then what killed programs have left of the
            same file is removed, too.

    Yields:
        Path: a name beside it. Errors of the system go through; the file is then as it was.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        yield fresh
        if durable:
            sync_file(fresh)
        os.replace(fresh, path)
    finally:
        with suppress(OSError, ValueError):  # a name that no file can have raises the latter
            fresh.unlink(missing_ok=True)
    if durable:
        sync_folder(path.parent)
        _remove_abandoned(path)


def write_text(path: Path, text: str, *, durable: bool) -> None:
    """Write a text as UTF-8, as `whole_file`; lines end alike on all systems."""
    with whole_file(path, durable=durable) as fresh:
        fresh.write_text(text, encoding="utf-8", newline="\n")


def write_bytes(path: Path, content: bytes, *, durable: bool) -> None:
    """Write bytes, as `whole_file`."""
    with whole_file(path, durable=durable) as fresh:
        fresh.write_bytes(content)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network disks cannot; the file stands there all the same
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def parts_of(path: Path) -> Iterator[Path]:
    """What is being written of a file, or was by programs that were killed."""
    return path.parent.glob(f".{glob.escape(path.name)}.[0-9]*.part")


def sync_file(path: Path) -> None:
    """Bring what was written to a file to the disk itself."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _remove_abandoned(path: Path) -> None:
    for part in parts_of(path):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _ABANDONED_AFTER_S:
                part.unlink()
