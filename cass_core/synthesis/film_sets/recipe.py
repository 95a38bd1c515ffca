"""The frozen description of a film-like set: its seed and the sources that it is drawn from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError
from cass_core.errors import MediaError, SettingsError
from cass_core.resource_files import resource
from cass_core.stem_names import Stem

MADE_MUSIC = "film-music"
FILM_SETS = ("film-valid", "film-test")

# layers of a scene and the stem that each belongs to
LAYERS = {
    "speech": Stem.DX,
    "voice": Stem.DX,
    "walla": Stem.FX,
    "atmosphere": Stem.FX,
    "event": Stem.FX,
    "music": Stem.MX,
}


@dataclass(frozen=True)
class FilmSource:
    """A recording that scenes are drawn from.

    Attributes:
        layer: one of `LAYERS`: speech, a voice without words, a crowd, a place, an event, music.
        place: "clips", "fx-extra", "film-music", or "debian:" and the name of a package.
        file: path in the place, its suffix aside.
        kind: what sounds in it.
        seconds: its length.
        sha256: first digits of the checksum of the file; empty where it is made anew.
    """

    layer: str
    place: str
    file: str
    kind: str
    seconds: float
    sha256: str = ""


@dataclass(frozen=True)
class FilmSet:
    """A set of scenes, the same wherever its sources are.

    Attributes:
        name: of the set.
        split: of the corpus that all its sources are kept back for.
        seed: of all chance.
        num_scenes: how many.
        music_seed: seed of the made music.
        sources: what scenes are drawn from.
    """

    name: str
    split: str
    seed: int
    num_scenes: int
    music_seed: int
    sources: tuple[FilmSource, ...]


def load_film_set(name: str) -> FilmSet:
    """A set by its name; SettingsError where there is no such set."""
    if name not in FILM_SETS:
        raise SettingsError(f"There is no set '{name}'; choose one of {', '.join(FILM_SETS)}.")
    return read_film_set(resource("film_sets", f"{name}.json"))


def read_film_set(path: Path) -> FilmSet:
    """A set from its description; MediaError where it is damaged."""
    try:
        values: Any = read_json(path)
        sources = tuple(FilmSource(**source) for source in values.pop("sources"))
        film_set = FilmSet(sources=sources, **values)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, BadValueError) as error:
        raise MediaError(
            f"The description {path} of a set cannot be read ({error}); install the program again."
        ) from error
    if missing := set(LAYERS) - {source.layer for source in film_set.sources}:
        raise MediaError(f"The description {path} names no {sorted(missing)[0]}.")
    return film_set
