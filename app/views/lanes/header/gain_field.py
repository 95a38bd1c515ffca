"""A gain in decibels: drag it, type it, turn the wheel or use the arrow keys."""

import re

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.commands.command_ids import QuickSteps, new_gesture
from app.environment.numbers import decimal, short
from app.views.lanes.canvas.gain_scale import written_gain
from cass_core.stems.rebalance import HIGHEST_DB, LOWEST_DB

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_STEP_DB, _FINE_DB, _PAGE_DB = 0.5, 0.1, 3.0
_DB_A_PIXEL, _FINE_DB_A_PIXEL = 0.1, 0.02
_DRAG_PX = 3.0
_NOTCH = 120.0
_STEPS = {
    Qt.Key.Key_Up: _STEP_DB,
    Qt.Key.Key_Right: _STEP_DB,
    Qt.Key.Key_Down: -_STEP_DB,
    Qt.Key.Key_Left: -_STEP_DB,
    Qt.Key.Key_PageUp: _PAGE_DB,
    Qt.Key.Key_PageDown: -_PAGE_DB,
}
_TYPE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def read_gain(text: str) -> float | None:
    """A gain as typed: "3", "-4,5", "+2 dB", "-inf"; None when it is none, or too loud."""
    plain = text.strip().lower().removesuffix("db").strip().replace("−", "-")
    if plain in ("-inf", "-∞", "-oo"):
        return LOWEST_DB
    if not _NUMBER.fullmatch(plain):
        return None
    gain_db = max(float(plain.replace(",", ".")), LOWEST_DB)
    return gain_db if gain_db <= HIGHEST_DB else None


class GainField(QLineEdit):
    """Shows a gain; a double click brings it back to 0 dB, Shift makes every step fine.

    Signals:
        gain_chosen: the user chose a gain in dB; the number of the gesture it belongs to.
        refused: one sentence about a text that is no gain; empty once another one is typed.
    """

    gain_chosen = Signal(float, int)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show 0 dB.

        Args:
            name: what screen readers call it.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._gain_db = 0.0
        self._gesture = 0
        self._steps = QuickSteps()
        self._pressed: QPointF | None = None
        self._pressed_db = 0.0
        self._dragged = False
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setToolTip(
            self.tr("Drag or turn the wheel to change, type a number, double-click for 0 dB.")
        )
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet("padding: 0 2px; min-height: 20px; border-radius: 4px;")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.editingFinished.connect(self._on_editing_finished)
        self.show_gain(0.0)

    @property
    def gain_db(self) -> float:
        """The gain that is shown."""
        return self._gain_db

    def show_gain(self, gain_db: float) -> None:
        """Show a gain, unless the user is typing one."""
        self._gain_db = gain_db
        if self.isReadOnly():
            self.setText(written_gain(gain_db))
            self.deselect()

    def _choose(self, gain_db: float) -> None:
        within = min(max(round(gain_db, 2), LOWEST_DB), HIGHEST_DB)
        if within != self._gain_db:
            self.gain_chosen.emit(within, self._gesture)

    def _step(self, step_db: float) -> None:
        """Change by a step; quick ones are one gesture."""
        self._gesture = self._steps.gesture()
        self._choose(self._gain_db + step_db)

    def _start_typing(self) -> None:
        self.refused.emit("")
        self.setReadOnly(False)
        self.setText(decimal(self._gain_db, 1))
        self.selectAll()

    def _stop_typing(self) -> None:
        self.setReadOnly(True)
        self.show_gain(self._gain_db)

    def _on_editing_finished(self) -> None:
        if self.isReadOnly():
            return
        text, typed = self.text(), read_gain(self.text())
        self._gesture = new_gesture()
        self._stop_typing()
        if typed is not None:
            self._choose(typed)
            self.refused.emit("")
        elif text.strip():
            words = self.tr("'{text}' is no gain; type a number up to +{highest}, or -inf.")
            self.refused.emit(words.format(text=text, highest=short(HIGHEST_DB)))

    def sizeHint(self) -> QSize:
        """Wide enough for the lowest gain."""
        return QSize(self.fontMetrics().horizontalAdvance("-60.0 dB") + 12, 22)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a drag."""
        if not self.isReadOnly():
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed, self._pressed_db = event.position(), self._gain_db
            self._gesture, self._dragged = new_gesture(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Up and right is louder; Shift is finer."""
        if not self.isReadOnly():
            super().mouseMoveEvent(event)
        elif self._pressed is not None:
            moved = event.position() - self._pressed
            way_px = moved.x() - moved.y()
            self._dragged = self._dragged or abs(way_px) >= _DRAG_PX
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._dragged:
                self._choose(
                    self._pressed_db + way_px * (_FINE_DB_A_PIXEL if fine else _DB_A_PIXEL)
                )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self._pressed = None
        if not self.isReadOnly():
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to 0 dB."""
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
            self._step(delta / _NOTCH * (_FINE_DB if fine else _STEP_DB))
        event.accept()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether it works with a key that is also a shortcut of the window."""
        if not self.isReadOnly() or event.modifiers() & ~_PLAIN:
            return False
        return event.key() in _STEPS or event.key() in _TYPE_KEYS or _starts_number(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows change it, a digit or Return starts typing, Escape ends it."""
        if not self.isReadOnly():
            self._type(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step_db = _STEPS.get(Qt.Key(event.key()))
        if step_db is not None:
            self._step(step_db * (_FINE_DB / _STEP_DB if fine else 1.0))
        elif event.key() in _TYPE_KEYS:
            self._start_typing()
        elif _starts_number(event):
            self._start_typing()
            self.setText(event.text())
        else:
            event.ignore()

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
