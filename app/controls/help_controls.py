"""Actions about the program itself: preferences, keys, palette, about, log, appearance."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from app.actions.actions import Actions
from app.controls.bindings import bind, show_checked
from app.dialogs.about_dialog import AboutDialog
from app.dialogs.command_palette import CommandPalette
from app.dialogs.error_dialog import ErrorDialog, open_log
from app.dialogs.preferences_dialog import PreferencesDialog
from app.dialogs.reporting.report_dialog import ReportDialog
from app.dialogs.shortcut_editor import ShortcutEditor
from app.jobs.graphics_card.build_getter import BuildGetter
from app.look.theme import CHOICES, choose_theme, chosen_theme
from app.workflows.app_context import AppContext


class HelpControls(QObject):
    """Binds the actions; dialogs are made when they are first asked for."""

    def __init__(self, actions: Actions, context: AppContext, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions, self._context, self._window = actions, context, window
        self._getter = BuildGetter(self)
        self._preferences: PreferencesDialog | None = None
        bind(
            actions,
            {
                "preferences": self._show_preferences,
                "shortcuts": self._show_shortcuts,
                "shortcuts_help": self._show_shortcuts,
                "palette": lambda: self._show(CommandPalette(actions, window)),
                "about": lambda: self._show(AboutDialog(window)),
                "open_log": open_log,
                "report": self._show_report,
                "fullscreen": self._change_fullscreen,
            },
        )
        for choice in CHOICES:
            bind(actions, {f"theme_{choice}": partial(self._wear, choice)})
        self._show_marks()

    def stop(self) -> None:
        """Give up what is being fetched: for the end of the program."""
        self._getter.stop()
        if self._preferences is not None:
            self._preferences.card.stop()

    @Slot(str)
    def show_fault(self, sentence: str) -> None:
        """Say that the program itself went wrong, once however often it does."""
        if self._window.findChild(ErrorDialog) is None:
            self._show(ErrorDialog(sentence, parent=self._window))

    def _show_preferences(self) -> None:
        if self._preferences is None:
            context = self._context
            self._preferences = PreferencesDialog(
                context.settings,
                context.view,
                context.playback,
                self._getter,
                self._files_in_use,
                self._window,
            )
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()

    def _show_shortcuts(self) -> None:
        self._show(ShortcutEditor(self._actions, self._window))

    def _show_report(self) -> None:
        self._show(ReportDialog(self._context.settings, self._open_files, self._window))

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _files_in_use(self) -> tuple[Path, ...]:
        programme = self._context.project.programme
        return (programme.sound,) if programme else ()

    def _open_files(self) -> tuple[Path, ...]:
        """Movie and project: their names are nobody else's business."""
        document = self._context.saver.document
        return tuple(filter(None, (document.media.path, document.path))) if document else ()

    def _change_fullscreen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _wear(self, choice: str) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            choose_theme(application, self._context.settings, choice)
        self._show_marks()

    def _show_marks(self) -> None:
        chosen = chosen_theme(self._context.settings)
        for choice in CHOICES:
            show_checked(self._actions[f"theme_{choice}"], choice == chosen)
