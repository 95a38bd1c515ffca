"""A tiny film-like set of made sounds."""

from pathlib import Path

import numpy as np
import soundfile

from cass_core.synthesis.film_sets.recipe import LAYERS, FilmSet, FilmSource
from cass_core.synthesis.film_sets.source_files import FilmPlaces, file_digest

RATE_HZ = 48_000


def film_places(root: Path) -> FilmPlaces:
    """Four empty folders for sources."""
    places = FilmPlaces(root / "clips", root / "extra", root / "music", root / "packages")
    for folder in (places.clips, places.extra, places.music, places.packages / "album-data"):
        folder.mkdir(parents=True)
    return places


def tiny_film_set(root: Path, num_scenes: int = 4, seconds: float = 3.0) -> tuple:
    """A set whose layers are noise of a seed each, and where its sources lie."""
    places = film_places(root)
    sources = []
    for seed, layer in enumerate((*LAYERS, "music")):
        place = {"speech": "clips", "music": "film-music"}.get(layer, "fx-extra")
        place = "debian:album-data" if seed == len(LAYERS) else place
        file = f"{layer}-{seed}.wav"
        channels = 2 if layer == "music" else 1
        noise = np.random.default_rng(seed).standard_normal((round(seconds * RATE_HZ), channels))
        path = places.folder(place) / file
        soundfile.write(path, 0.1 * noise, RATE_HZ)
        sources.append(FilmSource(layer, place, file, f"kind-{layer}", seconds, file_digest(path)))
    return FilmSet("film-tiny", "test", 5, num_scenes, 7, tuple(sources)), places
