"""Something went wrong: one sentence, what to do, and the details for a report."""

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.environment.error_report import details_for_report, log_path
from app.look.icons import icon
from app.look.theme import active_theme

_WIDTH_PX, _DETAILS_PX, _ICON_PX = 520, 180, 32


class ErrorDialog(QDialog):
    """Says it once; the window behind it goes on.

    Attributes:
        details: platform, versions and the last lines of the log; hidden at first.
    """

    def __init__(self, sentence: str, advice: str = "", parent: QWidget | None = None) -> None:
        """Show a sentence.

        Args:
            sentence: what went wrong.
            advice: what to do; where none is given, that work goes on and where the log is.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle("Cass Studio")
        self._sentence = sentence
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFixedHeight(_DETAILS_PX)
        self.details.hide()
        self._show = QPushButton(self.tr("Show details"))
        self._copy = QPushButton(self.tr("Copy details"))
        self._open = QPushButton(self.tr("Open the log"))
        self._show.setToolTip(self.tr("What a report of this fault should hold"))
        self._copy.setToolTip(self.tr("Copy what a report of this fault should hold"))
        self._open.setToolTip(str(log_path()))
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_show_toggled)
        self._copy.clicked.connect(self.copy_details)
        self._open.clicked.connect(open_log)
        usual = self.tr("Your work is safe; go on, or save under another name to be sure.")
        self._lay_out(advice or usual)

    @Slot()
    def copy_details(self) -> None:
        """Put the details into the clipboard."""
        QGuiApplication.clipboard().setText(details_for_report(self._sentence))
        self._copy.setText(self.tr("Copied"))

    def _lay_out(self, advice: str) -> None:
        sign, what, how = QLabel(), QLabel(self._sentence), QLabel(advice)
        sign.setPixmap(icon("warning", active_theme().danger).pixmap(_ICON_PX, _ICON_PX))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        how.setProperty("role", "muted")
        words, head, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for label in (what, how):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        words.addStretch(1)
        head.setSpacing(14)
        head.addWidget(sign)
        head.addLayout(words, 1)
        buttons = QDialogButtonBox()
        for button in (self._show, self._copy, self._open):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.details)
        column.addWidget(buttons)
        # translated buttons would rather lose their letters than widen the window
        edges_px = column.contentsMargins().left() + column.contentsMargins().right()
        self.setMinimumWidth(max(_WIDTH_PX, buttons.sizeHint().width() + edges_px))

    @Slot(bool)
    def _on_show_toggled(self, shown: bool) -> None:
        if shown and not self.details.toPlainText():
            self.details.setPlainText(details_for_report(self._sentence))
        self._show.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.details.setVisible(shown)
        self.adjustSize()


def open_log() -> None:
    """Show the log with the desktop's own program; its folder where nothing is logged yet."""
    path = log_path() if log_path().is_file() else log_path().parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
