"""Actions that open, save and close, with the questions that they need."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.dialogs.questions import Answer, join_chapters, save_changes
from app.dialogs.recovery_dialog import RecoveryDialog
from app.dialogs.relink_dialog import RelinkDialog
from app.project.document import ProjectDocument
from app.project.project_file import EXTENSION
from app.workflows.app_context import AppContext


class FileControls(QObject):
    """Binds the actions; never lets unsaved changes go without a question.

    Signals:
        refused: why nothing was opened or closed, as one sentence.
    """

    refused = Signal(str)

    def __init__(self, actions: Actions, context: AppContext, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions, self._context, self._window = actions, context, window
        self._after_saving: Callable[[], object] | None = None
        bind(
            actions,
            {
                "open": self._ask_what_to_open,
                "open_project": self._ask_for_project,
                "save": self.save,
                "save_as": self.save_as,
                "relink": self._ask_for_media,
                "close": self.close_project,
                "quit": window.close,
            },
        )
        actions.recent_chosen.connect(self.open)
        context.opening.missing.connect(self._relink)
        context.opening.chapters_found.connect(self._ask_for_chapters)
        context.opening.opened.connect(self._show_recent)
        context.saver.saved.connect(self._on_saved)
        context.saver.failed.connect(self._on_saving_failed)
        self._show_recent()

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a movie, a sound file or a project, once changes are saved or given up.

        A file of a recording in chapters is opened with the others, where the user wants that.
        """
        self.leave(lambda: self._context.opening.open(path))

    @Slot()
    def save(self) -> None:
        """Write the project's file; ask for its name the first time."""
        if not self._context.saver.save():
            self.save_as()

    @Slot()
    def save_as(self) -> None:
        """Ask for a name and write the project there."""
        saver = self._context.saver
        dialog = QFileDialog(self._window, self.tr("Save the project"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._project_filter())
        dialog.setDefaultSuffix(EXTENSION.removeprefix("."))
        dialog.setDirectory(str(saver.suggested_path.parent))
        dialog.selectFile(saver.suggested_path.name)
        if dialog.exec() and dialog.selectedFiles():
            saver.save_as(Path(dialog.selectedFiles()[0]))
        else:
            self._forget_plans()

    @Slot()
    def close_project(self) -> None:
        """Show the first page again."""
        self.leave(self._context.opening.close)

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Ask about unsaved changes.

        Args:
            then: called once the user's choice to save is carried out.

        Returns:
            Whether to go on now; false where the user cancelled or a save has to end first.
        """
        saver = self._context.saver
        if not saver.modified:
            return True
        answer = save_changes(self._window, saver.name)
        if answer is Answer.SAVE:
            self._after_saving = then
            self.save()
        return answer is Answer.DISCARD

    def offer_recovery(self) -> bool:
        """Ask what to do with work that a crash has left, if there is any.

        Returns:
            Whether the user goes on with some of it.
        """
        recovery = self._context.saver.recovery
        found = recovery.found()
        if not found:
            return False
        dialog = RecoveryDialog(found, self._window)
        dialog.discarded.connect(recovery.discard)
        if not dialog.exec() or dialog.chosen is None:
            return False
        self._context.saver.recover(dialog.chosen)
        return True

    def leave(self, then: Callable[[], object]) -> None:
        """Give up what is open, unless something speaks against it.

        Args:
            then: called at once, or when the user's changes are saved.
        """
        if self._context.separation.busy:
            self.refused.emit(
                self.tr("A separation is running; cancel it or wait for its end, then try again.")
            )
        elif self.may_leave(then):
            then()

    @Slot(object, object)
    def _ask_for_chapters(self, path: Path, chapters: tuple[Path, ...]) -> None:
        answer = join_chapters(self._window, [chapter.name for chapter in chapters])
        if answer:
            self._context.opening.open_joined(chapters)
        elif answer is not None:
            self._context.opening.open_media(path)

    def _ask_what_to_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a movie, a sound file or a project"),
            str(self._context.settings.last_folder),
        )
        if name:
            self.open(Path(name))

    def _ask_for_project(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a project"),
            str(self._context.settings.last_folder),
            self._project_filter(),
        )
        if name:
            self.open(Path(name))

    def _ask_for_media(self) -> None:
        document = self._context.saver.document
        if document is not None:
            self._relink(document)

    @Slot(object)
    def _relink(self, document: ProjectDocument) -> None:
        folder = (document.path or document.media.path).parent
        dialog = RelinkDialog(document, self._context.opening.relinking, folder, self._window)
        if dialog.exec() and dialog.document is not None:
            self._context.opening.open_document(dialog.document)

    @Slot(object)
    def _on_saved(self, _path: Path) -> None:
        self._show_recent()
        then, self._after_saving = self._after_saving, None
        if then is not None:
            then()

    @Slot(str)
    def _on_saving_failed(self, _sentence: str) -> None:
        self._forget_plans()

    def _forget_plans(self) -> None:
        self._after_saving = None

    @Slot()
    def _show_recent(self) -> None:
        self._actions.set_recent(self._context.settings.recent())

    def _project_filter(self) -> str:
        return self.tr("Cass Studio projects (*{suffix})").format(suffix=EXTENSION)
