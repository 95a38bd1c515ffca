"""Projects from and to their files, and what of them is not saved yet."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.environment.error_report import sentence_for
from app.environment.settings import Settings
from app.project.document import ProjectDocument
from app.project.project import Project
from app.project.project_file import EXTENSION, with_extension
from app.project.view_state import ViewState
from app.workflows.document.autosave import SOON_MS, Autosave
from app.workflows.document.document_writer import WriteOrder
from app.workflows.document.documents import Playhead, document_of, restore
from app.workflows.document.project_reader import ReadProject
from app.workflows.document.project_store import ProjectStore
from app.workflows.document.recovery import RecoverableProject, Recovery
from app.workflows.document.unsaved_changes import UnsavedChanges
from cass_core.errors import CassError


class ProjectSaver(QObject):
    """Opens and saves the project, and has all that is not saved kept in autosaves.

    Signals:
        opened: a `ProjectDocument` was read; open its movie, then call `restore`.
        saved: the project's file was written; its `Path`.
        failed: something could not be opened or saved; one sentence.
        noticed: one sentence about something that was left out or went wrong by the way.
        modified_changed: whether something is not saved.
        title_changed: the window's title, with the place for Qt's mark of a modified document.
    """

    opened = Signal(object)
    saved = Signal(object)
    failed = Signal(str)
    noticed = Signal(str)
    modified_changed = Signal(bool)
    title_changed = Signal(str)

    def __init__(
        self,
        project: Project,
        view: ViewState,
        playhead: Playhead,
        undo: QUndoStack,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        """Watch a project.

        Args:
            project: what is open.
            view: what is seen of it; kept in the file too.
            playhead: where it is played, likewise.
            undo: of all commands.
            settings: for the recent files.
            parent: owner.
        """
        super().__init__(parent)
        self._project, self._view, self._playhead = project, view, playhead
        self._settings = settings
        self.recovery = Recovery()
        self.autosaving = Autosave(self._unsaved_document, self)
        self._changes = UnsavedChanges(project, undo, self)
        self._store = ProjectStore(self)
        self._is_stopped = False
        self._kept: ProjectDocument | None = None
        self._connect()

    @property
    def modified(self) -> bool:
        """Whether something is open that its file does not hold."""
        return self._changes.modified

    @property
    def name(self) -> str:
        """What the user calls what is open; empty while nothing is."""
        if self._project.path is not None:
            return self._project.path.stem
        programme = self._project.programme
        return programme.info.path.name if programme else ""

    @property
    def title(self) -> str:
        """The window's title, with the place for Qt's mark of a modified document."""
        shown = self.name.replace("[*]", "[*][*]")  # which would be the place for the mark, too
        return f"{shown}[*] – Cass Studio" if shown else "Cass Studio"

    @property
    def document(self) -> ProjectDocument | None:
        """What is open, for `restore` after its movie was opened anew; None while nothing is."""
        document = document_of(self._project, self._view, self._playhead)
        return None if document is None else replace(document, recovered=self.modified)

    @property
    def saved_takes(self) -> tuple[str, ...]:
        """Names of the takes that the project's file on disk refers to."""
        return self._changes.saved_takes

    def accept_separations(self) -> None:
        """Take the separations as they are for saved: they stood beside the movie."""
        self._changes.accept_separations()

    @property
    def suggested_path(self) -> Path:
        """Where to save: the project's own file, else beside the movie."""
        programme = self._project.programme
        if self._project.path is not None or programme is None:
            return self._project.path or Path.home() / f"project{EXTENSION}"
        return programme.info.path.absolute().with_suffix(EXTENSION)

    def open(self, path: Path) -> None:
        """Read a project file; ends in `opened` or `failed`."""
        self._store.load(path.absolute())

    def recover(self, found: RecoverableProject) -> None:
        """Go on with work that another run of the program has left; ends as `open` does.

        Args:
            found: one of `recovery.found()`.
        """
        try:
            self.autosaving.take(found)
        except (CassError, OSError) as error:
            self.failed.emit(sentence_for(error))
            return
        self._store.check(found.document)

    def restore(self, document: ProjectDocument) -> None:
        """Show a document; its movie is the project's programme already.

        Args:
            document: what `opened` has given, perhaps with its movie in another place.
        """
        with self._changes.restoring(document.recovered or self._was_relinked(document)):
            restore(document, self._project, self._view, self._playhead)
        if document.recovered:
            self.autosaving.go_on_with_taken()
        elif document.path is not None:
            self._settings.add_recent(document.path)
        self._changes.note_edit()

    def save(self) -> bool:
        """Write the project's own file; ends in `saved` or `failed`.

        Returns:
            False where the project was never saved: ask for a name and call `save_as`.
        """
        path = self._project.path
        if path is None:
            return False
        self._write(path, replaces=False)
        return True

    def save_as(self, path: Path) -> None:
        """Write another file and make it the project's own; ends in `saved` or `failed`.

        Args:
            path: as the user named it; replaced where it exists, because the user was asked.
        """
        path = path.absolute()
        target = with_extension(path)
        if target != path and target.exists():  # about that one nobody asked
            text = self.tr("{path} exists already; choose it by its whole name to replace it.")
            self.failed.emit(text.format(path=target))
            return
        self._write(target, replaces=True)

    def stop(self, keep_changes: bool = True) -> None:
        """Wait for files that are being written: for the end of the program.

        Args:
            keep_changes: what is not saved is offered at the next start; false where the user
                said that it can go.
        """
        self._store.stop()
        self.autosaving.stop(keep_changes)
        if not self._is_stopped:
            self._is_stopped = True
            self._changes.stop()

    def _connect(self) -> None:
        self._changes.edited.connect(self._on_edited)
        self._changes.separations_changed.connect(self._on_separations_changed)
        self._changes.modified_changed.connect(self.modified_changed)
        self._project.programme_changed.connect(self._on_programme_changed)
        self._project.path_changed.connect(self._on_path_changed)
        self._store.written.connect(self._on_written)
        self._store.write_failed.connect(self.failed)
        self._store.read.connect(self._on_read)
        self._store.read_failed.connect(self._on_read_failed)
        self.autosaving.noticed.connect(self.noticed)

    def _unsaved_document(self) -> ProjectDocument | None:
        return document_of(self._project, self._view, self._playhead) if self.modified else None

    def _was_relinked(self, document: ProjectDocument) -> bool:
        """Whether the movie is where nobody finds it the next time; beside the project is found."""
        if self._kept is None or document.path is None or document.path != self._kept.path:
            return False
        moved = document.media.path != self._kept.media.path
        beside = document.media.path.parent == document.path.parent
        return moved and not beside

    def _write(self, path: Path, *, replaces: bool) -> None:
        document = document_of(self._project, self._view, self._playhead)
        if document is not None:
            self._store.save(path, document, self._changes.edit, replaces=replaces)

    @Slot()
    def _on_edited(self) -> None:
        self.autosaving.remember()

    @Slot()
    def _on_separations_changed(self) -> None:
        self.autosaving.remember(SOON_MS)  # an hour of separating is worth more than a fader

    @Slot()
    def _on_programme_changed(self) -> None:
        self.autosaving.drop()
        self._changes.begin_anew()
        self.title_changed.emit(self.title)

    @Slot()
    def _on_path_changed(self) -> None:
        self.title_changed.emit(self.title)

    @Slot(object)
    def _on_read(self, read: ReadProject) -> None:
        self._kept = read.document
        if read.notice:
            self.noticed.emit(read.notice)
        self.opened.emit(read.document)

    @Slot(str)
    def _on_read_failed(self, sentence: str) -> None:
        self.autosaving.give_back()
        self.failed.emit(sentence)

    @Slot(object)
    def _on_written(self, order: WriteOrder) -> None:
        self._settings.add_recent(order.path)
        if self._changes.is_of_what_is_open(order.edit):  # else something else is open by now
            self._kept = order.document
            self._project.set_path(order.path)
            if order.edit == self._changes.edit:
                self._changes.accept()
                self.autosaving.clear()
        self.saved.emit(order.path)
