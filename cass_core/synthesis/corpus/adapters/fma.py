"""The Free Music Archive set, as music.

Layout: `fma_metadata/tracks.csv`, whose columns have two names in two rows ("set", "split"), and
`fma_small|medium|large|full/NNN/NNNNNN.mp3`. No artist is in more than one of its splits.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cass_core.checked.csv_file import csv_rows
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.set_clip import SetClip, SourceSet, not_found

_SPLITS = {"training": "train", "validation": "valid", "test": "test"}
_FOLDERS = ("fma_full", "fma_large", "fma_medium", "fma_small")
_COLUMNS = (
    ("set", "split"), ("track", "license"), ("track", "title"), ("artist", "name"),
)  # fmt: skip

Row = Mapping[tuple[str, str], str]


def read_fma(root: Path) -> Iterator[SetClip]:
    """The tracks that both the table names and the folder holds, each once."""
    tracks = _tracks(root)
    folders = [root / name for name in _FOLDERS if (root / name).is_dir()] or [root]
    seen: set[str] = set()
    for folder in folders:
        for path in sorted(folder.glob("[0-9][0-9][0-9]/*.mp3")):
            number = path.stem.lstrip("0")
            row = tracks.get(number)
            if row is None or number in seen or row["set", "split"] not in _SPLITS:
                continue
            seen.add(number)
            yield SetClip(
                path=path,
                source=f"{path.parent.name}/{path.name}",
                stem=Stem.MX,
                split=_SPLITS[row["set", "split"]],
                voice=f"fma/{number}",
                licence=row["track", "license"] or "not stated",
                attribution=f"{row['artist', 'name']}: {row['track', 'title']}",
            )


def _tracks(root: Path) -> dict[str, Row]:
    """The wanted columns of each track, by its number."""
    table = next(iter(sorted(root.rglob("tracks.csv"))), None)
    if table is None:
        raise not_found(root, FMA.title, "fma_metadata/tracks.csv")
    rows = csv_rows(table)
    columns = list(zip(next(rows, []), next(rows, []), strict=False))
    if not set(_COLUMNS) <= set(columns):
        raise not_found(root, FMA.title, "tracks.csv with its two rows of column names")
    wanted = {name: columns.index(name) for name in _COLUMNS}
    return {
        row[0]: {name: row[place] for name, place in wanted.items()}
        for row in rows
        if len(row) == len(columns) and row[0].isdecimal()
    }


FMA = SourceSet("fma", "the Free Music Archive set", read_fma, excluded=("speech",))
