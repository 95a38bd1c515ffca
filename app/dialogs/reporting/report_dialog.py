"""Report a problem: one text file, which the user reads first and sends himself."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.environment.error_report import sentence_for
from app.environment.problem_report import problem_report
from app.environment.settings import Settings
from app.jobs.examination import examine_computer
from app.project.atomic_text import replace_text
from app.workflows.background_call import BackgroundCall
from cass_core.errors import CassError

FILE_NAME = "cass-studio-report.txt"
_WIDTH_PX, _WORDS_PX, _TEXT_PX = 640, 110, 240


class ReportDialog(QDialog):
    """Shows what the file will hold, letter for letter.

    Attributes:
        words: what the user says about it.
        names: whether names of files and folders stay in it.
        text: the report; hidden at first.
    """

    def __init__(
        self, settings: Settings, private: Callable[[], Iterable[Path]], parent: QWidget | None
    ) -> None:
        """Ask for words; this computer is looked at when the dialog is shown.

        Args:
            settings: of this user.
            private: files that are worked on, whose names are private.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report a problem"))
        self._settings, self._private = settings, private
        self._findings, self._is_closed = "", False
        self.words, self.text = QPlainTextEdit(), QPlainTextEdit()
        self.names = QCheckBox(self.tr("Include names of files and folders"))
        self._state = QLabel(self.tr("Looking at this computer…"))
        self._show = QPushButton(self.tr("Show the report"))
        self._copy, self._save = QPushButton(self.tr("Copy")), QPushButton(self.tr("Save…"))
        self._name_parts()
        self._lay_out()
        self._connect()

    def report(self) -> str:
        """The text, as it would be saved now."""
        private = None if self.names.isChecked() else self._private()
        return problem_report(self.words.toPlainText(), self._findings, self._settings, private)

    def _name_parts(self) -> None:
        self.words.setAccessibleName(self.tr("What happened"))
        self.words.setToolTip(self.tr("What you did, what happened, and what you had expected"))
        self.words.setPlaceholderText(self.words.toolTip())
        self.words.setFixedHeight(_WORDS_PX)
        self.words.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The report"))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setFixedHeight(_TEXT_PX)
        self.text.hide()
        self._state.setProperty("role", "muted")
        self._show.setCheckable(True)
        self.names.setToolTip(
            self.tr("Otherwise the names of your movies, projects and folders are taken out")
        )
        self._show.setToolTip(self.tr("All that the file will hold"))
        self._copy.setToolTip(self.tr("Copy the report, to paste it into a message"))
        self._save.setToolTip(self.tr("Write the report into a text file"))

    def _lay_out(self) -> None:
        column, buttons = QVBoxLayout(self), QDialogButtonBox()
        told = QLabel(
            self.tr(
                "Describe what happened. The report adds versions, devices, settings and the last "
                "lines of the log. Nothing is sent: save the file and send it yourself."
            )
        )
        told.setWordWrap(True)
        for button in (self._show, self._copy, self._save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._save.setDefault(True)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for part in (told, self.words, self.names, self._state, self.text, buttons):
            column.addWidget(part)
        edges_px = column.contentsMargins().left() + column.contentsMargins().right()
        self.setMinimumWidth(max(_WIDTH_PX, buttons.sizeHint().width() + edges_px))

    def _connect(self) -> None:
        self._call = BackgroundCall(self)
        self._call.returned.connect(self._on_examined)
        self._call.failed.connect(self._state.setText)
        self.finished.connect(self._on_finished)
        self.words.textChanged.connect(self._refresh)
        self.names.toggled.connect(self._refresh)
        self._show.toggled.connect(self._on_show_toggled)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save.clicked.connect(self._on_save_clicked)

    @Slot()
    def _on_finished(self) -> None:
        self._is_closed = True
        self._call.stop()

    @Slot(object)
    def _on_examined(self, findings: str) -> None:
        self._findings = findings
        self._state.setText(self.tr("This computer was looked at."))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if self.text.isVisible():
            self.text.setPlainText(self.report())

    @Slot(bool)
    def _on_show_toggled(self, shown: bool) -> None:
        self._show.setText(self.tr("Hide the report") if shown else self.tr("Show the report"))
        self.text.setVisible(shown)
        self._refresh()
        self.adjustSize()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self._state.setText(self.tr("Copied"))

    @Slot()
    def _on_save_clicked(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        start = Path(QStandardPaths.writableLocation(place)) / FILE_NAME
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(start), self.tr("Text") + " (*.txt)"
        )
        if not name:
            return
        try:
            replace_text(Path(name), self.report())
        except CassError as error:
            self._state.setText(sentence_for(error))
        else:
            self._state.setText(self.tr("Saved as {name}").format(name=Path(name).name))

    def showEvent(self, event: QShowEvent) -> None:
        """Look at this computer, once."""
        super().showEvent(event)
        if not self._findings and not self._call.busy:
            self._call.start(lambda: examine_computer(lambda: self._is_closed))
