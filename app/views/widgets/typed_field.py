"""A line of text that shows a value and takes another one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit


class TypedField(QLineEdit):
    """Its whole text is offered to be replaced; Escape gives up."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the whole text to be replaced."""
        super().focusInEvent(event)
        self.selectAll()
