"""A button with a menu of which several entries can be checked."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class CheckMenu(QPushButton):
    """Shows what is checked; its menu stays open while entries are checked.

    Signals:
        changed: an entry was checked or unchecked.
    """

    changed = Signal()

    def __init__(
        self, labels: Mapping[str, str], nothing: str, parent: QWidget | None = None
    ) -> None:
        """Make the entries, none of them checked.

        Args:
            labels: of the entries, by their keys.
            nothing: what the button says while none is checked.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._nothing, self._menu = nothing, _OpenMenu(self)
        self._actions = {key: self._menu.addAction(label) for key, label in labels.items()}
        for action in self._actions.values():
            action.setCheckable(True)
            action.toggled.connect(self._on_toggled)
        self.setMenu(self._menu)
        self.setProperty("role", "menu")
        self._show_words()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the checked entries, in the menu's order."""
        return tuple(key for key, action in self._actions.items() if action.isChecked())

    def check(self, keys: Iterable[str]) -> None:
        """Check these entries and no others."""
        wanted = set(keys)
        for key, action in self._actions.items():
            action.setChecked(key in wanted)

    @Slot()
    def _on_toggled(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        words = [action.text() for action in self._actions.values() if action.isChecked()]
        more = f" +{len(words) - 1}" if len(words) > 1 else ""
        self.setText(f"{words[0]}{more}" if words else self._nothing)


class _OpenMenu(QMenu):
    """Stays open when an entry is clicked, or chosen with the space bar."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check the entry under the mouse."""
        if not _toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check the current entry."""
        if event.key() != Qt.Key.Key_Space or not _toggle(self.activeAction()):
            super().keyPressEvent(event)


def _toggle(action: QAction | None) -> bool:
    if action is None or not action.isEnabled():
        return False
    action.toggle()
    return True
