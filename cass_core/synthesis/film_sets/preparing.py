"""Fetch and make what a film-like set needs and what does not lie on this machine yet."""

from pathlib import Path

from cass_core.errors import MediaError
from cass_core.synthesis.corpus.fetch import unpacked_package
from cass_core.synthesis.film_sets.recipe import MADE_MUSIC, FilmSet
from cass_core.synthesis.film_sets.source_files import FilmPlaces, package_names


def fetch_packages(film_set: FilmSet, places: FilmPlaces) -> None:
    """Download and unpack the set's Debian packages; those that are there are kept."""
    places.packages.mkdir(parents=True, exist_ok=True)
    for name in package_names(film_set.sources):
        if not (places.packages / name).is_dir():
            unpacked_package(name, places.packages)


def make_missing_music(film_set: FilmSet, places: FilmPlaces, font: Path | None = None) -> None:
    """Make music until all of the set's pieces are there."""
    wanted = [source for source in film_set.sources if source.place == MADE_MUSIC]
    if all((places.music / source.file).is_file() for source in wanted):
        return
    # loaded late: a set whose music is there needs neither mido nor FluidSynth
    from cass_core.synthesis.music.making import make_music

    last = max(int(Path(source.file).name.split("-")[1]) for source in wanted)
    made = make_music(
        places.music, float("inf"), split=film_set.split, seed=film_set.music_seed, font=font
    )
    for number, _ in enumerate(made):
        if all((places.music / source.file).is_file() for source in wanted):
            return
        if number > last:
            break
    raise MediaError(
        f"The music in {places.music} is not that of the set; choose another folder by --work."
    )
