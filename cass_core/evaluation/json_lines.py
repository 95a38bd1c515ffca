"""Files of one JSON object a line that runs add to, and that a killed run may leave cut off."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from cass_core.checked.json_file import objects_of_lines
from cass_core.errors import MediaError, OutputError


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file, nothing where there is none; what is damaged is passed over."""
    try:
        yield from objects_of_lines(path)
    except OSError as error:
        raise MediaError(
            f"{path} cannot be read ({error.strerror}); choose another folder."
        ) from error


def plain_values(values: dict[str, Any], row: type) -> dict[str, Any]:
    """What a line says of the texts and numbers of a row, as such.

    Args:
        values: of the line.
        row: a dataclass.

    Returns:
        By field. Where one is missing or cannot be read, whatever Python raises goes through.
    """
    plain = [item for item in fields(row) if item.type in (str, int, float)]
    return {item.name: item.type(values[item.name]) for item in plain}  # type: ignore[operator]


def append_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Add objects to a file in one piece; OutputError where that cannot be done."""
    text = "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            if file.seek(0, 2):
                file.seek(-1, 2)
                # a killed run may have left half a line
                text = text if file.read(1) == b"\n" else "\n" + text
            file.write(text.encode())
    except OSError as error:
        raise OutputError(
            f"Scores cannot be written to {path} ({error.strerror}); choose another folder."
        ) from error
