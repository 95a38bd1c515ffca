"""The shelf as a table, a row a model."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.dialogs.models.shelf_words import (
    commercial_words,
    hears_words,
    here_words,
    picture_words,
    size_words,
)
from app.environment.library_sentences import translated
from app.jobs.model_shelf import ShelfEntry

_ROW_PX = 28


class ShelfTable(QTableWidget):
    """What is known of each model, in a word or two.

    Signals:
        chosen: another row is the current one.
    """

    chosen = Signal()

    def __init__(self, speed: Callable[[ShelfEntry], str], parent: QWidget | None = None) -> None:
        """Make an empty table.

        Args:
            speed: how long a model takes, in words.
            parent: the widget around it.
        """
        super().__init__(0, 7, parent)
        self._speed, self._entries = speed, tuple[ShelfEntry, ...]()
        self.setAccessibleName(self.tr("Models"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Model"),
                self.tr("Hears"),
                self.tr("Picture"),
                self.tr("Commercial use"),
                self.tr("A minute of film"),
                self.tr("Size"),
                self.tr("Where"),
            ]
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(False)  # a file dropped here is meant for the window
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(self._on_current_changed)

    @property
    def current(self) -> ShelfEntry | None:
        """The model of the current row."""
        row = self.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def show_entries(self, entries: Sequence[ShelfEntry], in_use: str) -> None:
        """Show a shelf; the current row stays with its model.

        Args:
            entries: all models.
            in_use: name of the model that is chosen for new separations, or of several with commas
                between them.
        """
        kept = self.current.name if self.current else in_use
        self._entries = tuple(entries)
        self.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            words = (
                translated(entry.title),
                hears_words(entry),
                picture_words(entry),
                commercial_words(entry),
                self._speed(entry),
                size_words(entry),
                here_words(entry, bool(entry.model) and entry.model in in_use.split(",")),
            )
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(translated(entry.good_at))
                self.setItem(row, column, item)
        names = [entry.name for entry in entries]
        if entries:
            self.setCurrentCell(names.index(kept) if kept in names else 0, 0)

    def choose(self, model: str) -> None:
        """Make the row of a model that is here the current one."""
        for row, entry in enumerate(self._entries):
            if entry.model == model:
                self.setCurrentCell(row, 0)

    @Slot()
    def _on_current_changed(self) -> None:
        self.chosen.emit()
