"""A number of a lane: drag it, type it, turn the wheel or use the arrow keys."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.commands.command_ids import QuickSteps, new_gesture
from app.environment.numbers import decimal

_DRAG_PX = 3.0
_NOTCH = 120.0
_TYPE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Steps:
    """By how much a number changes.

    Attributes:
        step: a key or a notch of the wheel.
        fine: the same with Shift.
        page: a page key.
        a_pixel: of a drag.
        fine_a_pixel: the same with Shift.
    """

    step: float
    fine: float
    page: float
    a_pixel: float
    fine_a_pixel: float


class DragField(QLineEdit):
    """Shows a number; a double click brings it back to 0, Shift makes every step fine.

    Signals:
        chosen: the user chose a number; that of the gesture it belongs to.
        refused: one sentence about a text that is none; empty once another one is typed.
    """

    chosen = Signal(float, int)
    refused = Signal(str)

    def __init__(
        self,
        name: str,
        ends: tuple[float, float],
        steps: Steps,
        parent: QWidget | None = None,
    ) -> None:
        """Show 0.

        Args:
            name: what screen readers call it.
            ends: lowest and highest number.
            steps: by how much it changes.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._value, self._ends, self._by = 0.0, ends, steps
        self._gesture = 0
        self._steps = QuickSteps()
        self._pressed: QPointF | None = None
        self._pressed_value = 0.0
        self._dragged = False
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet("padding: 0 2px; min-height: 20px; border-radius: 4px;")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.editingFinished.connect(self._on_editing_finished)
        self.show_value(0.0)

    def written(self, value: float) -> str:
        """A number as it is shown."""
        raise NotImplementedError

    def typed(self, text: str) -> float | None:
        """A number as typed; None where it is none, or not within the ends."""
        raise NotImplementedError

    def refusal(self, text: str) -> str:
        """One sentence about a text that is no number."""
        raise NotImplementedError

    @property
    def value(self) -> float:
        """The number that is shown."""
        return self._value

    def show_value(self, value: float) -> None:
        """Show a number, unless the user is typing one."""
        self._value = value
        if self.isReadOnly():
            self.setText(self.written(value))
            self.deselect()

    def _choose(self, value: float) -> None:
        lowest, highest = self._ends
        within = min(max(round(value, 2), lowest), highest)
        if within != self._value:
            self.chosen.emit(within, self._gesture)

    def _step(self, step: float) -> None:
        """Change by a step; quick ones are one gesture."""
        self._gesture = self._steps.gesture()
        self._choose(self._value + step)

    def _start_typing(self) -> None:
        self.refused.emit("")
        self.setReadOnly(False)
        self.setText(decimal(self._value, 1))
        self.selectAll()

    def _stop_typing(self) -> None:
        self.setReadOnly(True)
        self.show_value(self._value)

    def _on_editing_finished(self) -> None:
        if self.isReadOnly():
            return
        text, typed = self.text(), self.typed(self.text())
        self._gesture = new_gesture()
        self._stop_typing()
        if typed is not None:
            self._choose(typed)
            self.refused.emit("")
        elif text.strip():
            self.refused.emit(self.refusal(text))

    def sizeHint(self) -> QSize:
        """Wide enough for a number near the lowest, with all its digits."""
        longest = self.written(self._ends[0] + self._by.fine)
        return QSize(self.fontMetrics().horizontalAdvance(longest) + 12, 22)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a drag."""
        if not self.isReadOnly():
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed, self._pressed_value = event.position(), self._value
            self._gesture, self._dragged = new_gesture(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Up and right is more; Shift is finer."""
        if not self.isReadOnly():
            super().mouseMoveEvent(event)
        elif self._pressed is not None:
            moved = event.position() - self._pressed
            way_px = moved.x() - moved.y()
            self._dragged = self._dragged or abs(way_px) >= _DRAG_PX
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._dragged:
                a_pixel = self._by.fine_a_pixel if fine else self._by.a_pixel
                self._choose(self._pressed_value + way_px * a_pixel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self._pressed = None
        if not self.isReadOnly():
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to 0."""
        if self.isReadOnly():
            self._gesture = new_gesture()
            self._choose(0.0)
        else:
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One step a notch."""
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        delta = event.angleDelta().y() or event.angleDelta().x()
        if self.isReadOnly() and delta:
            self._step(delta / _NOTCH * (self._by.fine if fine else self._by.step))
        event.accept()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether it works with a key that is also a shortcut of the window."""
        if not self.isReadOnly() or event.modifiers() & ~_PLAIN:
            return False
        return bool(self._step_of(event)) or event.key() in _TYPE_KEYS or _starts_number(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows change it, a digit or Return starts typing, Escape ends it."""
        if not self.isReadOnly():
            self._type(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = self._step_of(event)
        if step:
            self._step(step * (self._by.fine / self._by.step if fine else 1.0))
        elif event.key() in _TYPE_KEYS:
            self._start_typing()
        elif _starts_number(event):
            self._start_typing()
            self.setText(event.text())
        else:
            event.ignore()

    def _step_of(self, event: QKeyEvent) -> float:
        """What a key changes; 0 for one that types or does something else."""
        by = self._by
        return {
            Qt.Key.Key_Up: by.step,
            Qt.Key.Key_Right: by.step,
            Qt.Key.Key_Down: -by.step,
            Qt.Key.Key_Left: -by.step,
            Qt.Key.Key_PageUp: by.page,
            Qt.Key.Key_PageDown: -by.page,
        }.get(Qt.Key(event.key()), 0.0)

    def _type(self, event: QKeyEvent) -> None:
        """Return takes over what was typed, Escape gives up; both give the keyboard back."""
        if event.key() == Qt.Key.Key_Escape:
            self._stop_typing()
        else:
            super().keyPressEvent(event)
        if self.isReadOnly():
            self.clearFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take over what was typed."""
        super().focusOutEvent(event)
        self._on_editing_finished()


def _starts_number(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text() in "0123456789+-.,"
