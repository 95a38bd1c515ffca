"""Finding the movie of a project again after it was moved."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.project.document import ProjectDocument
from app.workflows.background_call import BackgroundCall
from app.workflows.document.documents import with_media
from cass_core.errors import CassError


@dataclass(frozen=True)
class LocatedMedia:
    """A file that may be the movie of a project.

    Attributes:
        document: the project with this file as its movie.
        is_same: the file holds what the project was made with.
    """

    document: ProjectDocument
    is_same: bool

    @property
    def path(self) -> Path:
        """The file."""
        return self.document.media.path


class MediaRelinker(QObject):
    """Looks for movies and compares them by content, outside of the window's thread.

    Signals:
        found: the `ProjectDocument`, its movie where it is now.
        missing: the `ProjectDocument` whose movie has to be located.
        checked: the `LocatedMedia` of a file that the user chose.
        failed: the chosen file cannot be read; one sentence.
    """

    found = Signal(object)
    missing = Signal(object)
    checked = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search, self._check = BackgroundCall(self), BackgroundCall(self)
        self._document: ProjectDocument | None = None
        self._search.returned.connect(self._on_searched)
        self._check.returned.connect(self.checked)
        self._check.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._search.busy or self._check.busy

    def find(self, document: ProjectDocument) -> None:
        """Look where the movie was and beside the project; ends in `found` or `missing`."""
        self._document = document
        self._search.start(partial(_found, document))

    def check(self, document: ProjectDocument, path: Path) -> None:
        """Compare a file with the movie that a project was made with.

        Ends in `checked` or `failed`.

        Args:
            document: the project.
            path: the file that the user chose.
        """
        self._check.start(partial(located, document, path.absolute()))

    def stop(self) -> None:
        """Wait for what is being read: for the end of the program."""
        self._search.stop()
        self._check.stop()

    @Slot(object)
    def _on_searched(self, found: ProjectDocument | None) -> None:
        if found is not None:
            self.found.emit(found)
        elif self._document is not None:
            self.missing.emit(self._document)


def located(document: ProjectDocument, path: Path) -> LocatedMedia:
    """Take a file for the movie of a project.

    Args:
        document: the project.
        path: the file, absolute.

    Returns:
        The project with that movie, and whether it is the one that it was made with.

    Raises:
        MediaError: the file cannot be read.
    """
    # loads FFmpeg, which the window does not wait for
    from cass_core.media.files.probe import media_hash

    now, before = media_hash(path), document.media.media_hash
    return LocatedMedia(with_media(document, path, now), before in ("", now))


def _found(document: ProjectDocument) -> ProjectDocument | None:
    """The project with its movie where it is; a changed movie counts only in its old place."""
    place = document.media.path
    beside = [document.path.parent / place.name] if document.path else []
    for path in (place, *beside):
        try:
            media = located(document, path)
        except (CassError, ValueError):
            continue
        if media.is_same:
            return media.document
    return document if _is_file(place) else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
