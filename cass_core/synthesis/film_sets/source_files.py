"""Where the recordings of a film-like set lie, and their sound at 48 kHz."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import soxr

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.synthesis.corpus.adapters.catalogue_folder import without_suffix
from cass_core.synthesis.corpus.clip_decoding import decode_channels
from cass_core.synthesis.film_sets.recipe import MADE_MUSIC, FilmSource

FILM_RATE_HZ = 48_000
DIGITS = 16  # of a checksum

_DEBIAN = "debian:"


@dataclass(frozen=True)
class FilmPlaces:
    """The folders that sources are looked for in.

    Attributes:
        clips: talking clips, by their names in "talking/".
        extra: extra effects with their table.
        music: what `cass corpus make-music` has made.
        packages: unpacked Debian packages, each in a folder of its name.
    """

    clips: Path
    extra: Path
    music: Path
    packages: Path

    def folder(self, place: str) -> Path:
        """The folder of a place."""
        if place.startswith(_DEBIAN):
            return self.packages / place.removeprefix(_DEBIAN)
        return {"clips": self.clips, "fx-extra": self.extra, MADE_MUSIC: self.music}[place]

    def find(self, source: FilmSource) -> Path:
        """The file of a source, whatever its suffix; MediaError where it is missing."""
        folder = self.folder(source.place)
        exact = folder / source.file
        if exact.is_file():
            return exact
        name = Path(without_suffix(source.file)).name
        parent = exact.parent
        for path in sorted(parent.iterdir()) if parent.is_dir() else ():
            if path.stem == name:
                return path
        raise MediaError(
            f"The set needs {source.file} of '{source.place}', and {folder} does not hold it."
        )


def package_names(sources: tuple[FilmSource, ...]) -> list[str]:
    """The Debian packages that sources come from."""
    places = {source.place for source in sources}
    return sorted(p.removeprefix(_DEBIAN) for p in places if p.startswith(_DEBIAN))


def file_digest(path: Path) -> str:
    """First digits of the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:DIGITS]


@lru_cache(maxsize=8)  # a long track takes 200 MB
def film_sound(path: Path) -> FloatArray:
    """A recording as (channel, sample) at `FILM_RATE_HZ`, one or two channels."""
    channels, rate_hz = decode_channels(path)
    channels = np.nan_to_num(channels if len(channels) <= 2 else channels[:2])
    if rate_hz != FILM_RATE_HZ:
        channels = soxr.resample(channels.T, rate_hz, FILM_RATE_HZ, quality="HQ").T
    return np.ascontiguousarray(channels, np.float32)
