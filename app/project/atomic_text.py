"""Replacing a text file in one step, so that a full disk or a crash leaves the old one."""

import glob
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from cass_core.errors import OutputError

_ABANDONED_AFTER_S = 60.0


def replace_text(path: Path, text: str) -> None:
    """Write a file; readers find the old content or the new one, never a part.

    Args:
        path: the file; its folder exists. A link is followed.
        text: new content, written as UTF-8.

    Raises:
        OutputError: it cannot be written; what stood there still does.
    """
    target = Path(os.path.realpath(path))
    fresh = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _check_writable(target)
        _write(fresh, text)
        with suppress(OSError):  # rights that a whole team needs are kept
            shutil.copymode(target, fresh)
        os.replace(fresh, target)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            fresh.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(
            f"{path} cannot be saved ({reason}); "
            "free some space, check its rights or save under another name."
        ) from error
    _sync_folder(target.parent)
    _remove_abandoned(target)


def _check_writable(target: Path) -> None:
    """Renaming would replace even a file that its owner has protected."""
    if target.is_dir():
        raise IsADirectoryError(0, "it is a folder")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "it is write-protected")


def _write(fresh: Path, text: str) -> None:
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network disks cannot do this for a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_abandoned(target: Path) -> None:
    """Remove what killed programs have left of this file."""
    for part in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _ABANDONED_AFTER_S:
                part.unlink()
