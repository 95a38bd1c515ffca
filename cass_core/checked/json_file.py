"""Text and JSON out of files that anybody may have put there."""

import json
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from cass_core.checked.json_table import BadValueError

LARGEST_BYTES = 64 << 20


def read_text(path: Path, most_bytes: int | None = LARGEST_BYTES) -> str:
    """The text of a file; never that of a pipe or a device, which would be waited for.

    Args:
        path: of the file.
        most_bytes: a larger file is refused before it is read; None for no limit.

    Returns:
        Its text, without a mark of its byte order.

    Raises:
        OSError: the system refuses it.
        BadValueError: it is no file, too large or no text.
    """
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise BadValueError("it is no file")
        if most_bytes is not None and told.st_size > most_bytes:
            raise BadValueError("it is too large")
        return path.read_text(encoding="utf-8-sig")
    except ValueError as error:  # bytes that are not UTF-8, or a name that no file can have
        raise BadValueError("it is not text") from error


def read_json(path: Path, most_bytes: int | None = LARGEST_BYTES) -> object:
    """The value that a JSON file holds.

    Args:
        path: of the file.
        most_bytes: as in `read_text`.

    Returns:
        Anything that JSON can say, and what is no number where Python writes that.

    Raises:
        OSError: the system refuses it.
        BadValueError: it is no file, too large or not JSON.
    """
    return parsed(read_text(path, most_bytes))


def parsed(text: str) -> object:
    """The value of a JSON text; BadValueError where it is none, or is nested absurdly deep."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadValueError("it is not whole JSON text") from error


def json_lines(path: Path) -> Iterator[object]:
    """The values of a file of one JSON text a line, of any length; errors as `read_json`."""
    return map(parsed, whole_lines(read_text(path, None)))


def objects_of_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of one JSON text a line; what is damaged or no object is passed over.

    Nothing comes of what is no file; an OSError goes through.
    """
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        with suppress(BadValueError):
            values = parsed(line)
            if isinstance(values, dict):
                yield values


def whole_lines(text: str) -> list[str]:
    """The lines that have their end; one that a killed writer has left is not among them.

    Only what ends lines of JSON ends one here: other marks may stand in names.
    """
    return text.split("\n")[:-1]
