"""Whether a disk has room for files of a known size; asked before the work, not after it."""

import shutil
from pathlib import Path

from cass_core.errors import OutputError


def check_room(folder: Path, num_bytes: int, replaced_bytes: int = 0) -> None:
    """Stop where a disk is too small.

    Args:
        folder: where files are to be written; may not exist yet.
        num_bytes: of all of them.
        replaced_bytes: of files there that go before.

    Raises:
        OutputError: they do not fit.
    """
    free = free_bytes(folder)
    if free is not None and num_bytes > free + replaced_bytes:
        raise OutputError(
            f"{folder} needs {_size(num_bytes)} but {_size(free + replaced_bytes)} are free; "
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
    for unit, name in ((1e9, "GB"), (1e6, "MB")):
        if num_bytes >= unit:
            return f"{num_bytes / unit:.1f} {name}"
    return f"{num_bytes / 1e3:.1f} kB"
