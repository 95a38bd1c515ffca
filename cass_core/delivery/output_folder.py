"""Whether a folder takes what is to be written there; said before the work, not after it."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from cass_core.delivery.naming import existing
from cass_core.errors import OutputError


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing, and see that files may be made in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError as error:
        raise _unusable(folder, error.strerror or str(error)) from error
    if not is_writable:
        raise OutputError(f"{folder} may not be written; choose another folder.")


def refuse_existing(
    folder: Path,
    names: Iterable[str],
    *,
    overwrite: bool,
    remedy: str = "choose another name or allow it to be replaced.",
) -> None:
    """Stop where a file would be replaced that may not be; the remedy ends the sentence."""
    if overwrite:
        return
    try:
        taken = existing(folder, list(names))
    except OSError as error:
        raise _unusable(folder, error.strerror or str(error)) from error
    if taken:
        raise OutputError(f"{taken[0]} exists already; {remedy}")


def check_room(folder: Path, num_bytes: int) -> None:
    """Stop where a disk is too small for files of a known size."""
    free = free_bytes(folder)
    if free is not None and num_bytes > free:
        raise OutputError(
            f"{folder} needs {_size(num_bytes)} but {_size(free)} are free; "
            "make room or choose another folder."
        )


def free_bytes(folder: Path) -> int | None:
    """Room on the disk of a folder that may not exist yet; None where nobody knows."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return None


def _size(num_bytes: int) -> str:
    return f"{num_bytes / 1e9:.1f} GB" if num_bytes >= 1e9 else f"{num_bytes / 1e6:.1f} MB"


def _unusable(folder: Path, reason: str) -> OutputError:
    return OutputError(f"{folder} cannot be used ({reason}); choose another folder.")
