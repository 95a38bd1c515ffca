"""Music that `cass corpus make-music` has made, or other music with a table of the same columns.

No work that the table names as a recording may be in two splits; the table says which it is in.
"""

from collections.abc import Iterator
from pathlib import Path

from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.catalogue_folder import (
    CATALOGUE_FILE,
    catalogue_rows,
    present_files,
    without_suffix,
)
from cass_core.synthesis.corpus.adapters.set_clip import SetClip, SourceSet
from cass_core.synthesis.corpus.catalog import SPLITS


def read_film_music(root: Path) -> Iterator[SetClip]:
    """The pieces that both the table names and the folder holds, in the table's order."""
    files = present_files(root)
    for row in catalogue_rows(root / CATALOGUE_FILE, FILM_MUSIC.title):
        path = files.get(without_suffix(row.file))
        if path is None or row.stem is not Stem.MX:
            continue
        yield SetClip(
            path=path,
            source=row.source,
            stem=row.stem,
            split=row.split if row.split in SPLITS else "train",
            voice=f"film-music/{row.recording or row.source}",
            licence=row.licence,
            attribution=row.author,
            kind=row.kind,
        )


FILM_MUSIC = SourceSet("film-music", "the made film music", read_film_music)
