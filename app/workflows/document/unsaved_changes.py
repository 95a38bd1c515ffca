"""What of the open project its file does not hold."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.project.project import Project
from app.project.versions import Version

_Separations = tuple[tuple[str, ...], tuple[Version, ...], str]


class UnsavedChanges(QObject):
    """Numbers the edits of a project and compares it with what was saved last.

    Signals:
        edited: something was changed.
        separations_changed: what was changed is worth an hour of separating.
        modified_changed: whether something is not saved.
    """

    edited = Signal()
    separations_changed = Signal()
    modified_changed = Signal(bool)

    def __init__(self, project: Project, undo: QUndoStack, parent: QObject | None = None) -> None:
        """Watch a project.

        Args:
            project: what is open.
            undo: of all commands.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._undo = project, undo
        self._edit, self._opened_at = 0, 0
        self._was_modified, self._is_watching = False, True
        self._saved_separations = self._separations()
        undo.indexChanged.connect(self._on_edited)
        undo.cleanChanged.connect(self._on_edited)
        project.versions.changed.connect(self._on_separations_changed)

    @property
    def modified(self) -> bool:
        """Whether something is open that its file does not hold."""
        if self._project.programme is None:
            return False
        return not self._undo.isClean() or self._separations() != self._saved_separations

    @property
    def edit(self) -> int:
        """Number of the last edit."""
        return self._edit

    @property
    def saved_takes(self) -> tuple[str, ...]:
        """Names of the takes that the project's file on disk refers to."""
        return self._saved_separations[0]

    def is_of_what_is_open(self, edit: int) -> bool:
        """Whether an edit was made since the programme was opened."""
        return edit >= self._opened_at

    def accept_separations(self) -> None:
        """Take the separations as they are for saved: they stand beside the movie."""
        self._saved_separations = self._separations()
        self._tell_modified()

    def accept(self) -> None:
        """Take all for saved."""
        self._saved_separations = self._separations()
        self._undo.setClean()
        self._tell_modified()

    def begin_anew(self) -> None:
        """Forget the edits, because another programme was opened."""
        self._undo.clear()
        self._saved_separations = self._separations()
        self._edit += 1
        self._opened_at = self._edit
        self._tell_modified()

    @contextmanager
    def restoring(self, is_modified: bool) -> Iterator[None]:
        """Changes within are no edits; `is_modified` says whether a file holds what comes."""
        self._is_watching = False
        try:
            yield
        finally:
            self._is_watching = True
        self._undo.clear()
        self._saved_separations = self._separations()
        if is_modified:
            self._undo.resetClean()

    def stop(self) -> None:
        """Watch no more: the stack speaks once more when it goes, perhaps after this object."""
        self._is_watching = False
        self._undo.indexChanged.disconnect(self._on_edited)
        self._undo.cleanChanged.disconnect(self._on_edited)

    def note_edit(self) -> None:
        """Count an edit and tell of it."""
        self._edit += 1
        self._tell_modified()
        self.edited.emit()

    def _separations(self) -> _Separations:
        """What of the separations no undo stack knows; how far takes are stands beside them."""
        versions = self._project.versions
        trial = versions.trial.name if versions.trial else ""
        return tuple(take.name for take in versions.takes), versions.versions, trial

    def _tell_modified(self) -> None:
        if self.modified != self._was_modified:
            self._was_modified = self.modified
            self.modified_changed.emit(self._was_modified)

    @Slot()
    def _on_edited(self) -> None:
        if self._is_watching:
            self.note_edit()

    @Slot()
    def _on_separations_changed(self) -> None:
        if self._is_watching:
            self.note_edit()
            self.separations_changed.emit()
