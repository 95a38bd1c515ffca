"""A mouse that goes exactly where it is told, with keys held."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def press(widget, place, button=LEFT, keys=NO_KEY):
    _send(widget, QEvent.Type.MouseButtonPress, place, button, button, keys)


def move(widget, place, button=Qt.MouseButton.NoButton, keys=NO_KEY):
    _send(widget, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, button, keys)


def release(widget, place, button=LEFT, keys=NO_KEY):
    none = Qt.MouseButton.NoButton
    _send(widget, QEvent.Type.MouseButtonRelease, place, button, none, keys)


def click(widget, place, button=LEFT, keys=NO_KEY):
    press(widget, place, button, keys)
    release(widget, place, button, keys)


def double_click(widget, place, keys=NO_KEY):
    click(widget, place, LEFT, keys)
    _send(widget, QEvent.Type.MouseButtonDblClick, place, LEFT, LEFT, keys)
    release(widget, place, LEFT, keys)


def drag(widget, *places, button=LEFT, keys=NO_KEY):
    press(widget, places[0], button, keys)
    for place in places[1:]:
        move(widget, place, button, keys)
    release(widget, places[-1], button, keys)


def turn(widget, place, *, notches=0.0, sideways=0.0, pixels=(0, 0), keys=NO_KEY):
    """Turn the wheel up, or to the left; or move two fingers by pixels."""
    here = QPointF(*place)
    event = QWheelEvent(
        here,
        QPointF(widget.mapToGlobal(here.toPoint())),
        QPoint(*pixels),
        QPoint(round(120 * sideways), round(120 * notches)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _send(widget, kind, place, button, buttons, keys):
    here = QPointF(*place)
    there = QPointF(widget.mapToGlobal(here.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(kind, here, there, button, buttons, keys))
