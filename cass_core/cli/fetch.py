"""`cass fetch`: fetch the published files that some metrics need and that cannot ship."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="which files; without any they are listed"
    )
    parser.add_argument("--all", action="store_true", help="fetch all of them")


def run(options: argparse.Namespace) -> int:
    """Fetch what was asked for, or print the list."""
    from cass_core.checkpoints.downloads import DOWNLOADS, downloads_folder

    names = list(DOWNLOADS) if options.all else options.names
    for name in names:
        _fetch(name)
    if not names:
        for name, item in DOWNLOADS.items():
            size = f", {item.num_bytes / 1e6:.0f} MB" if item.num_bytes else ""
            here = ", at hand" if (downloads_folder() / item.file_name).is_file() else ""
            print(f"{name}: {item.file_name}{size}, licence {item.licence}{here}\n  {item.url}")
    return 0


def _fetch(name: str) -> None:
    from cass_core.checkpoints.downloads import fetch

    with byte_bar(name) as show:
        path = fetch(name, show)
    print(f"{name}: {path}")


@contextmanager
def byte_bar(name: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar on the terminal for a file that comes.

    Args:
        name: what is fetched.

    Yields:
        What to tell it: the bytes at hand and the whole size, None where it is not known.
    """
    from tqdm import tqdm

    with tqdm(desc=name, unit="B", unit_scale=True, disable=None, leave=False) as bar:

        def show(have: int, whole: int | None) -> None:
            bar.total = whole
            bar.update(have - bar.n)

        yield show
