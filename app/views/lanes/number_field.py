"""A number that is shown and can be typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent

from app.look.theme import tabular
from app.views.widgets.typed_field import TypedField

_ROOM_PX = 14


class NumberField(TypedField):
    """A value that is shown and can be typed.

    Signals:
        entered: the text that the user typed.
    """

    entered = Signal(str)

    def __init__(self, name: str, tip: str, widest: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setFont(tabular(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + _ROOM_PX)
        self.setStyleSheet("padding: 1px 3px; min-height: 20px; border-radius: 4px;")
        self._shown = ""
        self.returnPressed.connect(self._on_return_pressed)

    def show_text(self, text: str) -> None:
        """Show another value, unless one is being typed."""
        self._shown = text
        if not self.hasFocus():
            self.setText(text)

    def _on_return_pressed(self) -> None:
        self.entered.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the value again."""
        super().focusOutEvent(event)
        self.setText(self._shown)
