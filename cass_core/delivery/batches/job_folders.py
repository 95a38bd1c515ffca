"""Each movie's own folder in that of a batch: the same one whenever the batch is repeated."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from cass_core.delivery.batches.job_note import JobNote, notes_in
from cass_core.programme.locations import shortened_name


class JobFolders:
    """Gives out folders: by the movie's name, and by more of its path where that one is taken."""

    def __init__(self, out: Path) -> None:
        """Give out none yet.

        Args:
            out: the folder of the batch.
        """
        self._out = out
        self._given: dict[str, Path] = {}

    def folder_of(self, movie: Path, media_hash: str) -> Path:
        """The folder of a movie.

        Args:
            movie: its file.
            media_hash: of its content, by which a moved one is known again.

        Returns:
            One that no other movie has, in this batch or in an earlier one.
        """
        for name in _names(movie):
            folder = self._out / shortened_name(name)
            if self._given.get(folder.name.casefold(), movie) != movie:
                continue
            if all(
                n.movie == str(movie) or n.media_hash == media_hash for n in self._notes(folder)
            ):
                break
        self._given[folder.name.casefold()] = movie
        return folder

    def _notes(self, folder: Path) -> list[JobNote]:
        """What stands in a folder of this name, in whatever capitals, which some disks ignore."""
        name = folder.name.casefold()
        alike = (path for path in self._out.glob("*") if path.name.casefold() == name)
        return [note for path in alike for note in notes_in(path)]


def _names(movie: Path) -> Iterator[str]:
    yield movie.stem
    yield movie.name
    yield f"{movie.parent.name}_{movie.name}"
    yield from (f"{movie.name}_{number}" for number in count(2))
