"""What a program that ended badly has left, and what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.questions import may_discard
from app.workflows.document.recovery import RecoverableProject

_WIDTH_PX, _HEIGHT_PX, _ROW_PX = 560, 340, 48
_MARGIN_PX, _GAP_PX = 20, 12

_LIST_STYLE = """
    QListView { outline: 0; }
    QListView::item { padding-left: 8px; padding-right: 8px; }
"""


class RecoveryDialog(QDialog):
    """A list of projects with changes that were never saved; accepted with one of them chosen.

    Signals:
        discarded: the user gave up a `RecoverableProject`.
    """

    discarded = Signal(object)

    def __init__(self, found: Sequence[RecoverableProject], parent: QWidget | None = None) -> None:
        """Show what was found.

        Args:
            found: the latest first; at least one.
            parent: the window.
        """
        super().__init__(parent)
        self._found = list(found)
        self._list = QListWidget()
        self._recover = QPushButton(self.tr("Recover"))
        self._discard = QPushButton(self.tr("Discard…"))
        self._later = QPushButton(self.tr("Later"))
        self.setWindowTitle(self.tr("Unsaved changes were found"))
        self._fill()
        self._explain_controls()
        self._lay_out()
        self._connect()
        self._on_selected()

    @property
    def chosen(self) -> RecoverableProject | None:
        """The project to go on with; None while nothing is selected."""
        row = self._list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _fill(self) -> None:
        for project in self._found:
            item = QListWidgetItem(self._words(project))
            item.setToolTip(str(project.document.path or project.document.media.path))
            item.setSizeHint(QSize(0, _ROW_PX))
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _words(self, project: RecoverableProject) -> str:
        """Name and time, and below them what it belongs to."""
        moment = QDateTime.fromSecsSinceEpoch(int(project.saved_at.timestamp()))
        time = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        document = project.document
        if document.path is None:
            place = self.tr("never saved, movie {name}").format(name=document.media.path.name)
        else:
            place = str(document.path.parent)
        return f"{project.name}  ·  {time}\n{place}"

    def _explain_controls(self) -> None:
        self._list.setAccessibleName(self.tr("Projects with unsaved changes"))
        self._list.setStyleSheet(_LIST_STYLE)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recover.setToolTip(self.tr("Open the project with the changes that were not saved"))
        self._discard.setToolTip(self.tr("Give these changes up for good"))
        self._later.setToolTip(self.tr("Keep the changes and ask again at the next start"))
        self._recover.setProperty("role", "main")
        self._recover.setDefault(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_GAP_PX)
        explanation = QLabel(
            self.tr(
                "Cass Studio ended before these projects were saved. "
                "Recover one to go on where it was; saving it stays your choice."
            )
        )
        explanation.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(_GAP_PX)
        buttons.addWidget(self._discard)
        buttons.addStretch(1)
        buttons.addWidget(self._later)
        buttons.addWidget(self._recover)
        column.addWidget(explanation)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._list.setFocus()

    def _connect(self) -> None:
        self._recover.clicked.connect(self.accept)
        self._later.clicked.connect(self.reject)
        self._discard.clicked.connect(self._on_discard)
        self._list.itemActivated.connect(self.accept)
        self._list.currentRowChanged.connect(self._on_selected)

    @Slot()
    def _on_selected(self) -> None:
        self._recover.setEnabled(self.chosen is not None)
        self._discard.setEnabled(self.chosen is not None)

    @Slot()
    def _on_discard(self) -> None:
        project = self.chosen
        if project is None or not may_discard(self, project.name):
            return
        row = self._found.index(project)
        del self._found[row]
        self._list.takeItem(row)
        self._on_selected()  # Qt has told of the next row while this one was still there
        self.discarded.emit(project)
        if not self._found:
            self.reject()
