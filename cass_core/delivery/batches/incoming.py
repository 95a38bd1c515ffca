"""Which files a batch takes: those that are named, those of a folder, those that arrive in one."""

import glob
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cass_core.delivery.batches.batch_order import BatchOrder, BatchSettings
from cass_core.delivery.batches.batch_row import BatchRow, failed
from cass_core.delivery.batches.job_folders import JobFolders
from cass_core.errors import CassError, SettingsError
from cass_core.programme.opened_movie import open_movie

MEDIA_SUFFIXES = (
    *(".mov", ".mp4", ".m4v", ".mxf", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".mts"),
    *(".m2ts", ".vob", ".wmv", ".flv", ".dv", ".3gp", ".ogv"),
    *(".wav", ".bw64", ".rf64", ".w64", ".aif", ".aiff", ".aifc", ".caf", ".flac", ".mp3", ".m4a"),
    *(".aac", ".ac3", ".ec3", ".eac3", ".dts", ".ogg", ".opus", ".wma", ".mka"),
)
"""Endings by which movies and sound files are known in a folder."""

Refused = Callable[[BatchRow], None]


def named_movies(paths: Sequence[Path]) -> list[Path]:
    """The files of a command line, each once.

    Args:
        paths: files, folders whose movies are meant, and patterns where the shell knows none.

    Returns:
        Files in the order in which they are named; missing ones too, so that they are told.

    Raises:
        SettingsError: a folder cannot be read, or there is no file at all.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += media_in(path)
        elif any(mark in path.name for mark in "*?[") and not path.exists():
            found += sorted(map(Path, glob.glob(str(path)))) or [path]
        else:
            found.append(path)
    if not found:
        folders = ", ".join(map(str, paths))
        raise SettingsError(f"There are no movies or sound files in {folders}; name others.")
    return list(dict.fromkeys(found))


def media_in(folder: Path) -> list[Path]:
    """Movies and sound files of a folder, by their endings; hidden ones are still being made."""
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in MEDIA_SUFFIXES
            and not path.name.startswith(".")
            and path.is_file()
        )
    except OSError as error:
        raise SettingsError(
            f"{folder} cannot be read ({error.strerror or error}); check its name and its rights."
        ) from error


class OrderBook:
    """Probes movies, gives each its folder, and makes orders of them."""

    def __init__(self, batch: BatchSettings) -> None:
        """Begin a batch.

        Args:
            batch: what is the same for all movies.
        """
        self._batch, self._folders = batch, JobFolders(batch.out)

    def order(self, movie: Path) -> BatchOrder | BatchRow:
        """The order of a movie, or its row where it cannot be opened."""
        try:
            opened = open_movie(movie.absolute())
            folder = self._folders.folder_of(movie.absolute(), opened.media_hash)
        except CassError as error:
            return failed(str(movie), "", str(error))
        return BatchOrder(movie.absolute(), folder, self._batch, opened.length_s)


class Arrivals:
    """The movies that arrive in a folder, each once it has stopped growing.

    One that is replaced, or written anew, is taken again.
    """

    def __init__(
        self, folder: Path, settle_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Watch a folder; what is there already counts.

        Args:
            folder: whose files are taken; not those of folders in it.
            settle_s: how long a file's size and time must not have changed.
            clock: of the seconds.
        """
        media_in(folder)  # a folder that cannot be read is told at once
        self._folder, self._settle_s, self._clock = folder, settle_s, clock
        self._seen: dict[Path, tuple[tuple[int, int], float]] = {}
        self._taken: dict[Path, tuple[int, int]] = {}

    def ready(self) -> list[Path]:
        """Files that are whole by now and were not taken before; to be asked every few seconds."""
        now, found = self._clock(), []
        for path, state in self._states():
            before, since_s = self._seen.get(path, (None, now))
            if state != before:
                self._seen[path] = state, now
            elif now - since_s >= self._settle_s and self._taken.get(path) != state:
                self._taken[path] = state
                found.append(path)
        return found

    def _states(self) -> Iterator[tuple[Path, tuple[int, int]]]:
        """Size and time of each file; empty ones have only been begun."""
        try:
            paths = media_in(self._folder)
        except SettingsError:
            return  # a network folder may come back
        for path in paths:
            try:
                told = path.stat()
            except OSError:
                continue
            if told.st_size:
                yield path, (told.st_size, told.st_mtime_ns)


def arriving_orders(
    arrivals: Arrivals, book: OrderBook, refused: Refused
) -> Iterator[BatchOrder | None]:
    """Orders of what arrives, without end.

    Args:
        arrivals: the watched folder.
        book: makes the orders.
        refused: gets the rows of files that cannot be opened.

    Yields:
        BatchOrder | None: None while nothing is ready.
    """
    while True:
        for path in arrivals.ready():
            made = book.order(path)
            if isinstance(made, BatchOrder):
                yield made
            else:
                refused(made)
        yield None
