"""CineAudioDB (disco-eth): stems of real films, for tests.

Layout: sound files with a table `metadata.csv` or `metadata.jsonl` beside or above them, whose
columns are `file_name` (from the table's folder on), `film_id`, `component`, `kind` and `license`;
only rows of the kind `target_stem` are read. Without a table, files named after their
component in a folder named after the film are read.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cass_core.checked.csv_file import csv_records
from cass_core.checked.json_file import objects_of_lines
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.set_clip import SetClip, SourceSet, is_below, not_found

_STEMS = {"dialogue": Stem.DX, "music": Stem.MX, "sfx": Stem.FX}
_SUFFIXES = (".wav", ".flac")
_TABLES = ("metadata.csv", "metadata.jsonl")


def read_cineaudiodb(root: Path) -> Iterator[SetClip]:
    """The dialogue, music and effects of each film; all of them are for tests."""
    tables = [path for name in _TABLES for path in sorted(root.rglob(name))]
    found = False
    for clip in _from_tables(tables) if tables else _from_names(root):
        found = True
        yield clip
    if not found:
        raise not_found(root, CINEAUDIODB.title, "metadata.csv, or films' folders with stems")


def _from_tables(tables: list[Path]) -> Iterator[SetClip]:
    for table in tables:
        for row in _rows(table):
            component = str(row.get("component", ""))
            path = table.parent / str(row.get("file_name", ""))
            if (
                component in _STEMS
                and is_below(table.parent, path)
                and row.get("kind", "target_stem") == "target_stem"
            ):
                film = str(row.get("film_id", path.parent.name))
                yield _clip(path, film, component, str(row.get("license") or "not stated"))


def _from_names(root: Path) -> Iterator[SetClip]:
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() in _SUFFIXES and path.stem.lower() in _STEMS:
            yield _clip(path, path.parent.name, path.stem.lower(), "CC-BY-4.0 or CC-BY-SA-4.0")


def _clip(path: Path, film: str, component: str, licence: str) -> SetClip:
    return SetClip(
        path=path,
        source=f"{film}/{component}{path.suffix.lower()}",
        stem=_STEMS[component],
        split="test",
        voice=f"cineaudiodb/{film}/{component}",
        licence=licence,
        attribution=f"CineAudioDB, {film}",
        is_long=True,
    )


def _rows(table: Path) -> Iterator[Mapping[str, object]]:
    return csv_records(table) if table.suffix == ".csv" else objects_of_lines(table)


CINEAUDIODB = SourceSet("cineaudiodb", "CineAudioDB", read_cineaudiodb)
