"""A folder of sounds with a table: `catalogue.csv` names each file, its stem, kind and licence.

Columns that are read: `file` (from the folder on), `stem` (DX, FX or MX), `kind`, `licence`,
`source`, and where there are such, `author`, `recording` and `split`. A file that is there under
another suffix, as one fetched from its first place is, counts as the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cass_core.checked.csv_file import csv_records, csv_rows
from cass_core.checked.json_table import BadValueError
from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.set_clip import not_found

CATALOGUE_FILE = "catalogue.csv"

_NEEDED = {"file", "stem", "kind", "licence", "source"}
_WORDS = ("file", "kind", "licence", "source", "author", "recording", "split")
_STEMS = {stem.value: stem for stem in Stem}


@dataclass(frozen=True)
class CatalogueRow:
    """A line of the table.

    Attributes:
        file: path from the folder on.
        stem: what the sound is.
        kind: what sounds in it, in the table's own words.
        licence: as stated where it came from.
        source: where it came from.
        author: whom to name; empty where nobody is known.
        recording: what it is a part of; empty where the table does not say.
        split: "train", "valid" or "test"; empty where the table does not say.
    """

    file: str
    stem: Stem
    kind: str
    licence: str
    source: str
    author: str = ""
    recording: str = ""
    split: str = ""


def catalogue_rows(table: Path, title: str) -> Iterator[CatalogueRow]:
    """The lines of a table that name a file and a stem; MediaError where it is none."""
    try:
        names = next(csv_rows(table), [])
        records = csv_records(table)
    except (OSError, BadValueError) as error:
        raise not_found(table.parent, title, CATALOGUE_FILE) from error
    if not set(names) >= _NEEDED:
        columns = ", ".join(sorted(_NEEDED))
        raise not_found(table.parent, title, f"a {CATALOGUE_FILE} with the columns {columns}")
    try:
        for row in records:
            stem = _STEMS.get(row.get("stem", ""))
            if row.get("file") and stem is not None:
                yield CatalogueRow(stem=stem, **{name: row.get(name, "") for name in _WORDS})
    except BadValueError as error:
        raise MediaError(f"{table} is damaged; get it again.") from error


def present_files(folder: Path) -> dict[str, Path]:
    """The files below a folder by their path without suffix, as `without_suffix` gives it."""
    return {
        without_suffix(path.relative_to(folder).as_posix()): path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_suffix(file: str) -> str:
    """The path of a table's line without its suffix."""
    return str(PurePosixPath(file).with_suffix(""))
