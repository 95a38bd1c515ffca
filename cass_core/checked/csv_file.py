"""Tables out of files that anybody may have put there."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cass_core.checked.json_table import BadValueError


def csv_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file, one at a time; bytes that are no text become marks.

    Args:
        path: of the file.

    Yields:
        A row.

    Raises:
        OSError: the system refuses it.
        BadValueError: it is no file, or no table.
    """
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise BadValueError(f"{path.name} is no file")
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        try:
            yield from csv.reader(stream)
        except csv.Error as error:
            raise BadValueError(f"{path.name} is no table") from error


def csv_records(path: Path) -> Iterator[dict[str, str]]:
    """The rows below the first one, by its names; what a short row lacks is not there."""
    rows = csv_rows(path)
    for names in islice(rows, 1):
        yield from (dict(zip(names, row, strict=False)) for row in rows if row)
