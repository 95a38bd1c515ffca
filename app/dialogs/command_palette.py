"""Any action by some letters of its name."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.actions.actions import Actions
from app.actions.fuzzy_search import ranked
from app.dialogs.shortcut_table import native

_WIDTH_PX, _HEIGHT_PX, _TOP_PX = 560, 420, 90
_NAME = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class CommandPalette(QDialog):
    """Type, choose with the arrow keys, run with Return; only what is possible now is listed.

    Attributes:
        field: what was typed.
        entries: the actions that fit, the best first.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """Prepare; `open` shows it.

        Args:
            actions: to choose from.
            parent: the window.
        """
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._actions = actions
        self.setWindowTitle(self.tr("Find an action"))
        self.field, self.entries = QLineEdit(), QTreeWidget()
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Find an action"))
        self.field.installEventFilter(self)
        self._set_up_entries()
        self._nothing = QLabel(self.tr("No action fits; only what is possible now is listed."))
        self._nothing.setProperty("role", "small")
        self._lay_out()
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self.run_current)
        self.entries.itemActivated.connect(self.run_current)
        self.entries.itemClicked.connect(self.run_current)

    @Slot()
    def run_current(self) -> None:
        """Close and trigger the current entry."""
        item = self.entries.currentItem()
        # where a single click activates, one click is told twice
        if item is not None and self.isVisible():
            action = self._actions[str(item.data(0, _NAME))]
            self.accept()
            action.trigger()

    def names(self) -> list[str]:
        """Names of the listed actions, the best first."""
        items = (self.entries.topLevelItem(at) for at in range(self.entries.topLevelItemCount()))
        return [str(item.data(0, _NAME)) for item in items if item is not None]

    def _set_up_entries(self) -> None:
        self.entries.setColumnCount(2)
        self.entries.setHeaderHidden(True)
        self.entries.setRootIsDecorated(False)
        self.entries.setAccessibleName(self.tr("Actions that fit"))
        self.entries.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.entries.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        outer, inner = QVBoxLayout(self), QVBoxLayout(card)
        outer.setContentsMargins(0, 0, 0, 0)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.setSpacing(8)
        for widget in (self.field, self.entries, self._nothing):
            inner.addWidget(widget)
        outer.addWidget(card)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @Slot(str)
    def _on_text_changed(self, query: str) -> None:
        skipped = ("palette", "recent")
        names = [
            name
            for name in self._actions.names()
            if self._actions[name].isEnabled() and name not in skipped
        ]
        texts = [f"{self._actions.title(name)} {self._actions.place(name)}" for name in names]
        self.entries.clear()
        for at in ranked(query, texts):
            self.entries.addTopLevelItem(self._entry(names[at]))
        self._nothing.setVisible(self.entries.topLevelItemCount() == 0)
        if (best := self.entries.topLevelItem(0)) is not None:
            self.entries.setCurrentItem(best)

    def _entry(self, name: str) -> QTreeWidgetItem:
        keys = self._actions.key_map.keys(name)
        title = f"{self._actions.title(name)}   ·   {self._actions.place(name)}"
        item = QTreeWidgetItem([title, native(keys[0]) if keys else ""])
        item.setData(0, _NAME, name)
        item.setIcon(0, self._actions[name].icon())
        item.setToolTip(0, self._actions[name].statusTip())
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def showEvent(self, event: QShowEvent) -> None:
        """Begin anew, above the window's upper middle."""
        super().showEvent(event)
        self.field.clear()
        self._on_text_changed("")
        if (window := self.parentWidget()) is not None:
            middle = window.mapToGlobal(window.rect().center())
            top = window.mapToGlobal(window.rect().topLeft()).y() + _TOP_PX
            self.move(middle.x() - self.width() // 2, top)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the arrow keys to the list while letters go to the field."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.entries.event(event)
            return True
        return super().eventFilter(watched, event)
