"""All actions with their menus and keys, as a table that can be searched."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.actions.actions import Actions

_NAME = Qt.ItemDataRole.UserRole


class ShortcutTable(QTableWidget):
    """A row for each action; rows that a search leaves out are hidden.

    Signals:
        action_chosen: another row is the current one; the action's name, empty for none.
    """

    action_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """Show all actions.

        Args:
            actions: whose keys are shown.
            parent: the widget around it.
        """
        super().__init__(len(actions.names()), 3, parent)
        self._actions = actions
        self.setAccessibleName(self.tr("Actions and their keys"))
        self.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Menu"), self.tr("Keys")])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for row, name in enumerate(actions.names()):
            for column, text in enumerate((actions.title(name), actions.place(name), "")):
                item = QTableWidgetItem(text)
                item.setData(_NAME, name)
                item.setToolTip(actions[name].statusTip())
                self.setItem(row, column, item)
        self.currentCellChanged.connect(self._on_current_changed)
        actions.key_map.changed.connect(self.refresh)
        self.refresh()

    def current(self) -> str:
        """Name of the action in the current row; empty for none."""
        item = self.currentItem()
        return str(item.data(_NAME)) if item and not self.isRowHidden(item.row()) else ""

    def choose(self, name: str) -> None:
        """Make an action's row the current one and show it."""
        row = self._actions.names().index(name)
        self.setRowHidden(row, False)
        self.setCurrentCell(row, 0)
        self.scrollTo(self.model().index(row, 0))

    def search(self, text: str) -> None:
        """Hide the rows that do not hold all words."""
        words = text.casefold().split()
        for row in range(self.rowCount()):
            cells = " ".join(self._text(row, column) for column in range(3)).casefold()
            self.setRowHidden(row, not all(word in cells for word in words))
        self.action_chosen.emit(self.current())

    @Slot()
    def refresh(self) -> None:
        """Show the keys in force; those that the user has changed stand out."""
        key_map = self._actions.key_map
        for row, name in enumerate(self._actions.names()):
            if (item := self.item(row, 2)) is not None:
                item.setText(",  ".join(native(key) for key in key_map.keys(name)))
                font = item.font()
                font.setBold(name in key_map.own)
                item.setFont(font)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""

    @Slot()
    def _on_current_changed(self) -> None:
        self.action_chosen.emit(self.current())


def native(key: str) -> str:
    """A key as this system writes it, such as "⌘S" on macOS."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
