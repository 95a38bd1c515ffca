"""`cass corpus fetch-extra`, `cass corpus make-music` and `cass corpus film-sets`."""

import argparse
import sys
from pathlib import Path

from cass_core.cli.number_types import above_zero, whole
from cass_core.shown_text import counted

SPLITS = ("train", "valid", "test")
_SETS = ("film-valid", "film-test")


def add_extra_arguments(fetch: argparse.ArgumentParser) -> None:
    """Declare the arguments of `fetch-extra`."""
    fetch.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the files")
    fetch.add_argument(
        "--table", type=Path, metavar="FILE", help="a catalogue.csv; default: the program's own"
    )


def add_music_arguments(make: argparse.ArgumentParser) -> None:
    """Declare the arguments of `make-music`."""
    make.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the music")
    make.add_argument(
        "--minutes", type=above_zero, default=60.0, metavar="MIN",
        help="how much there is to be of this split and seed",
    )  # fmt: skip
    make.add_argument(
        "--split", choices=SPLITS, default="train",
        help="whose composers and works to play; none stands in two",
    )  # fmt: skip
    make.add_argument(
        "--seed", type=whole(0), default=0, metavar="N", help="same seed, same pieces"
    )
    make.add_argument(
        "--font",
        type=Path,
        metavar="FILE",
        help="a General MIDI sound font (.sf2); default: the one that the system has",
    )


def add_set_arguments(sets: argparse.ArgumentParser) -> None:
    """Declare the arguments of `film-sets`."""
    sets.add_argument(
        "names", nargs="*", metavar="NAME", help="film-valid, film-test; both if none"
    )
    sets.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="a folder for each set"
    )
    sets.add_argument("--clips", type=Path, required=True, metavar="DIR",
        help="folder of real clips; the talking ones stand in its folder talking",
    )  # fmt: skip
    sets.add_argument("--extra", type=Path, required=True, metavar="DIR",
        help="folder that `cass corpus fetch-extra` has filled",
    )  # fmt: skip
    sets.add_argument(
        "--work", type=Path, metavar="DIR",
        help="where packages are unpacked and music is made; default: OUT/sources",
    )  # fmt: skip
    sets.add_argument(
        "--font",
        type=Path,
        metavar="FILE",
        help="a General MIDI sound font (.sf2); default: the one that the system has",
    )


def fetch_extra(options: argparse.Namespace) -> int:
    """Fetch the extra effects from their repositories; 1 where some could not be had."""
    from tqdm import tqdm

    from cass_core.resource_files import resource
    from cass_core.synthesis.corpus.repository_fetch import fetch_catalogue

    table = options.table or resource("fx_extra", "catalogue.csv")
    fetched = fetch_catalogue(table, options.out)
    files = list(tqdm(fetched, unit=" files", disable=None, leave=False))
    lost = [file for file in files if file.problem]
    for file in lost:
        print(f"{file.file}: {file.problem}", file=sys.stderr)
    print(f"{len(files) - len(lost)} of {counted(len(files), 'file')} are in {options.out}")
    return 1 if lost else 0


def make_music(options: argparse.Namespace) -> int:
    """Make film-like music."""
    from tqdm import tqdm

    from cass_core.synthesis.music.making import make_music as made

    minutes = 0.0
    with tqdm(total=options.minutes, unit=" min", disable=None, leave=False) as bar:
        for minutes in made(
            options.out, options.minutes, split=options.split, seed=options.seed, font=options.font
        ):
            bar.update(minutes - bar.n)
    print(f"{minutes:.1f} minutes of music for {options.split} in {options.out}")
    return 0


def build_sets(options: argparse.Namespace) -> int:
    """Build the sets; what their sources still lack is fetched and made first."""
    from tqdm import tqdm

    from cass_core.synthesis.film_sets.building import build_film_set, changed_sources
    from cass_core.synthesis.film_sets.preparing import fetch_packages, make_missing_music
    from cass_core.synthesis.film_sets.recipe import load_film_set
    from cass_core.synthesis.film_sets.source_files import FilmPlaces

    work = options.work or options.out / "sources"
    places = FilmPlaces(options.clips, options.extra, work / "music", work / "packages")
    for name in options.names or _SETS:
        film_set = load_film_set(name)
        fetch_packages(film_set, places)
        make_missing_music(film_set, places, options.font)
        if changed := changed_sources(film_set, places):
            print(
                f"{name} is not made from the files that it was described with "
                f"({len(changed)} differ, such as {changed[0]}); its numbers compare with none of "
                "other builds.",
                file=sys.stderr,
            )
        scenes = build_film_set(film_set, places, options.out / name)
        shown = tqdm(scenes, total=film_set.num_scenes, desc=name, disable=None, leave=False)
        mixtures = counted(sum(1 for _ in shown), "mixture")
        print(f"{name}: {mixtures} in {options.out / name}")
    return 0
