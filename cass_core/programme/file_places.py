"""Paths in a project file: beside the project where possible, so that a folder can be moved."""

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from cass_core.checked.json_table import BadValueError, JsonTable


def place_of(path: Path, beside: Path | None) -> dict[str, str]:
    """A path as JSON values.

    Args:
        path: absolute.
        beside: folder of the project's file; None to write no relative path.

    Returns:
        "absolute", and "relative" in POSIX form where the system knows a way.
    """
    place = {"absolute": str(path)}
    if beside is not None:
        with suppress(ValueError):  # another drive
            place["relative"] = Path(os.path.relpath(path, beside)).as_posix()
    return place


def path_of(table: JsonTable, beside: Path) -> Path:
    """The path that a place stands for here.

    Args:
        table: what `place_of` has written.
        beside: folder of the project's file, absolute.

    Returns:
        Beside the project where something stands there, else where it was on the machine that
        wrote it.
    """
    text = table.text("absolute")
    absolute = _checked(Path(text))
    if "relative" not in table:
        return absolute if absolute.is_absolute() else beside / PureWindowsPath(text).name
    relative = _checked(Path(os.path.normpath(beside / PurePosixPath(table.text("relative")))))
    use_absolute = absolute.is_absolute() and not _exists(relative) and _exists(absolute)
    return absolute if use_absolute else relative


def _checked(path: Path) -> Path:
    if "\0" in str(path):
        raise BadValueError("it names a file in a way that no system can")
    return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # such as a name that is too long
        return False
