"""The movie of a project is not where it was: let the user say where it is now."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.project.document import ProjectDocument
from app.workflows.document.media_relinker import LocatedMedia, MediaRelinker

_WIDTH_PX, _MARGIN_PX, _GAP_PX, _TIGHT_PX = 600, 20, 12, 4
_REPORT_LINES = 3


class RelinkDialog(QDialog):
    """Shows what is missing and checks what the user locates; accepted with `document` relinked."""

    def __init__(
        self,
        document: ProjectDocument,
        relinking: MediaRelinker,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for the movie of a project.

        Args:
            document: the project.
            relinking: compares what is located.
            folder: where to look first.
            parent: the window.
        """
        super().__init__(parent)
        self._document, self._relinking, self._folder = document, relinking, folder
        self._located: LocatedMedia | None = None
        self._place = QLineEdit(str(document.media.path))
        self._new_place = QLineEdit()
        self._report = QTextEdit()
        self._locate = QPushButton(self.tr("Locate…"))
        self._open = QPushButton(self.tr("Open"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self.setWindowTitle(self.tr("Locate the movie"))
        self._explain_controls()
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def document(self) -> ProjectDocument | None:
        """The project with its movie where it is now; None while none is located."""
        return self._located.document if self._located else None

    def show_located(self, path: Path) -> None:
        """Take a file for the movie and compare it."""
        self._located, self._folder = None, path.parent
        self._new_place.setText(str(path))
        self._show_state(self.tr("Comparing the file with the movie of the project…"))
        self._relinking.check(self._document, path)

    def _explain_controls(self) -> None:
        for field, name in (
            (self._place, self.tr("Where the movie was")),
            (self._new_place, self.tr("Where the movie is now")),
        ):
            field.setReadOnly(True)
            field.setAccessibleName(name)
            field.setToolTip(name)
        self._new_place.setPlaceholderText(self.tr("not located yet"))
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.document().setDocumentMargin(0)
        self._report.setAccessibleName(self.tr("Comparison"))
        height = self._report.fontMetrics().lineSpacing() * _REPORT_LINES
        self._report.setFixedHeight(height + _GAP_PX)
        self._locate.setToolTip(self.tr("Choose the file that the project was made with"))
        self._open.setToolTip(self.tr("Open the project with this file"))
        self._cancel.setToolTip(self.tr("Leave the project closed"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_GAP_PX)
        text = self.tr("The movie “{movie}” of the project “{name}” is missing or was moved.")
        question = QLabel(
            text.format(movie=self._document.media.path.name, name=self._document.name)
        )
        question.setWordWrap(True)
        column.addWidget(question)
        for caption, field in (
            (self.tr("It was here"), self._place),
            (self.tr("It is here now"), self._new_place),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(_TIGHT_PX)
            label = QLabel(caption)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            pair.addWidget(label)
            pair.addWidget(field)
            column.addLayout(pair)
        column.addWidget(self._report)
        column.addLayout(self._buttons())
        self.setMinimumWidth(_WIDTH_PX)
        self._locate.setFocus()

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(_GAP_PX)
        buttons.addWidget(self._locate)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._open)
        return buttons

    def _connect(self) -> None:
        self._locate.clicked.connect(self._on_locate)
        self._open.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._relinking.checked.connect(self._on_checked)
        self._relinking.failed.connect(self._on_failed)

    def _show_state(self, sentence: str = "", role: str = "muted") -> None:
        """Show what is known, and make the next thing to do stand out."""
        self._report.setProperty("role", role)
        self._report.style().polish(self._report)
        self._report.setPlainText(sentence)
        usable = self._located is not None
        safe = self._located is not None and self._located.is_same
        self._open.setEnabled(usable)
        self._open.setText(self.tr("Open") if safe or not usable else self.tr("Use anyway"))
        for button, is_next in ((self._open, safe), (self._locate, not safe)):
            button.setProperty("role", "main" if is_next else "")
            button.setDefault(is_next)
            if is_next:
                button.setFocus()  # a button with the keyboard would be the default
            button.style().polish(button)

    @Slot()
    def _on_locate(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Locate the movie"), str(self._folder / self._document.media.path.name)
        )
        if name:
            self.show_located(Path(name))

    @Slot(object)
    def _on_checked(self, located: LocatedMedia) -> None:
        self._located = located
        if located.is_same:
            self._show_state(self.tr("This is the movie that the project was made with."))
            return
        warning = self.tr(
            "The content differs from the movie that the project was made with. Positions, gain "
            "lines and separations may not fit; locate another file, or use this one anyway."
        )
        self._show_state(warning, "warning")

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._located = None
        self._show_state(sentence, "danger")
