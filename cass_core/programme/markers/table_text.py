"""Tables in which programs export markers: separators, headings and encodings of many kinds."""

import csv
from collections.abc import Iterator

_SEPARATORS = "\t;,"


def table_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a table with a line of headings.

    Args:
        text: separated by tabs, semicolons or commas, whichever the headings have most of.

    Yields:
        Number of the line, from 1, and its cells by their headings in small letters.
    """
    lines = text.splitlines()
    if not lines:
        return
    separator = max(_SEPARATORS, key=lines[0].count)
    reader = csv.reader(lines, delimiter=separator)
    headings = [heading.strip().strip("#").strip().casefold() for heading in next(reader)]
    for row in reader:
        if any(cell.strip() for cell in row):
            cells = dict(zip(headings, (cell.strip() for cell in row), strict=False))
            yield reader.line_num, cells


def first_of(cells: dict[str, str], *headings: str) -> str:
    """The first cell under one of the headings that is not empty."""
    return next((cells[name] for name in headings if cells.get(name)), "")
