"""A button that is another face of a menu's action."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget


class ActionButton(QPushButton):
    """Follows an action: same text, enabled together, one click triggers it."""

    def __init__(self, action: QAction, role: str = "", parent: QWidget | None = None) -> None:
        """Make the button.

        Args:
            action: what it stands for.
            role: "main" for the button that is the next thing to do.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._action = action
        self.set_role(role)
        self.setAutoDefault(True)
        action.changed.connect(self._on_changed)
        self.clicked.connect(action.trigger)
        self._on_changed()

    def set_role(self, role: str) -> None:
        """Change how much the button stands out."""
        self.setProperty("role", role)
        self.style().polish(self)

    def _on_changed(self) -> None:
        # the mnemonic is the menu's; two of them would make the key ambiguous
        text = self._action.text().replace("&", "")
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)
        self.setEnabled(self._action.isEnabled())
