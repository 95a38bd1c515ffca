"""Tables in which programs export markers: separators, headings and encodings of many kinds."""

import csv
from collections.abc import Iterator
from pathlib import Path

from cass_core.errors import MediaError

_MOST_BYTES = 20_000_000
_SEPARATORS = "\t;,"


def list_text(path: Path) -> str:
    """A text file as its byte order mark says, else UTF-8, else Windows' letters.

    Args:
        path: of the file.

    Returns:
        What it holds.

    Raises:
        MediaError: it cannot be read, or is no text.
    """
    try:
        if not path.is_file():
            raise MediaError(f"{path.name} is no file; choose a list of markers.")
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise MediaError(
            f"{path.name} cannot be read ({error.strerror}); check the file."
        ) from error
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if len(data) > _MOST_BYTES or (b"\0" in data and not is_wide):
        raise MediaError(f"{path.name} is no list of markers; choose a text file.")
    if is_wide:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def table_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a table with a line of headings.

    Args:
        text: separated by tabs, semicolons or commas, whichever the headings have most of.

    Yields:
        Number of the line, from 1, and its cells by their headings in small letters; an underscore
        in a heading counts as a blank.
    """
    lines = text.splitlines()
    if not lines:
        return
    separator = max(_SEPARATORS, key=lines[0].count)
    reader = csv.reader(lines, delimiter=separator)
    try:
        headings = [_heading(cell) for cell in next(reader)]
        for row in reader:
            if any(cell.strip() for cell in row):
                cells = dict(zip(headings, (cell.strip() for cell in row), strict=False))
                yield reader.line_num, cells
    except csv.Error:  # no table has cells that long
        yield reader.line_num, {}


def _heading(cell: str) -> str:
    return cell.strip().strip("#").strip().casefold().replace("_", " ")


def first_of(cells: dict[str, str], *headings: str) -> str:
    """The first cell under one of the headings that is not empty."""
    return next((cells[name] for name in headings if cells.get(name)), "")
