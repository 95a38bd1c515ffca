"""Part of the export dialog: folder and name of the files."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from app.dialogs.export.rows import GAP_PX, TIGHT_PX
from cass_core.delivery.naming import FIELDS


class PlaceFields(QWidget):
    """Folder and name of the files.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder, self.template = QLineEdit(), QLineEdit()
        self._choose = QPushButton(self.tr("Choose…"))
        self._insert = QPushButton(self.tr("Insert"))
        self._menu = QMenu(self)
        self._fill_menu()
        self._insert.setMenu(self._menu)
        self._insert.setProperty("role", "menu")
        for widget, name in (
            (self.folder, self.tr("Folder of the files; it is made when it is missing")),
            (self.template, self.tr("Name of the files; words in braces are filled in")),
            (self._choose, self.tr("Choose a folder")),
            (self._insert, self.tr("Insert a field into the name")),
        ):
            widget.setToolTip(name)
            widget.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(TIGHT_PX * 2)
        grid.addWidget(self.folder, 0, 0)
        grid.addWidget(self._choose, 0, 1)
        grid.addWidget(self.template, 1, 0)
        grid.addWidget(self._insert, 1, 1)
        self.folder.textChanged.connect(self.changed)
        self.template.textChanged.connect(self.changed)
        self._choose.clicked.connect(self._on_choose)

    def allow_name(self, is_free: bool) -> None:
        """Let the name be typed, or leave it to a preset."""
        self.template.setEnabled(is_free)
        self._insert.setEnabled(is_free)

    def _fill_menu(self) -> None:
        words = {
            "project": self.tr("Project"),
            "movie": self.tr("Movie"),
            "stem": self.tr("Stem"),
            "version": self.tr("Version"),
            "date": self.tr("Date"),
            "start": self.tr("Start timecode"),
            "rate": self.tr("Sample rate"),
            "bits": self.tr("Bit depth"),
            "layout": self.tr("Channels"),
            "fps": self.tr("Timecode rate"),
            "reel": self.tr("Reel"),
        }
        for field in FIELDS:
            action = QAction(f"{words[field]}\t{{{field}}}", self._menu)
            action.triggered.connect(lambda _=False, name=field: self._insert_field(name))
            self._menu.addAction(action)

    def _insert_field(self, field: str) -> None:
        self.template.insert(f"{{{field}}}")
        self.template.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the files"), self.folder.text()
        )
        if chosen:
            self.folder.setText(str(Path(chosen)))
