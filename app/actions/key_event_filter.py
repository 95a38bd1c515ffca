"""Who gets a key: the widget that works with it, or the shortcut of the window."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_KEY = Qt.Key
_ARROWS = frozenset({_KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down})
_MOVES = _ARROWS | {_KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp, _KEY.Key_PageDown}
_ENTERS = frozenset({_KEY.Key_Return, _KEY.Key_Enter})
_REMOVES = frozenset({_KEY.Key_Delete, _KEY.Key_Backspace})
_UP_DOWN = frozenset({_KEY.Key_Up, _KEY.Key_Down})
_THROUGH = _UP_DOWN | {_KEY.Key_PageUp, _KEY.Key_PageDown}
_NO_KEYS: frozenset[Qt.Key] = frozenset()
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


@runtime_checkable
class KeyUser(Protocol):
    """A widget of our own that says itself which keys it works with."""

    def wants(self, event: QKeyEvent) -> bool:
        """Whether it works with a key now."""


class KeyEventFilter(QObject):
    """Watches the widget that has the focus.

    Without it, a shortcut of the window such as an arrow key would never reach a slider or list.
    The space bar plays whatever has the focus, except in text and in dialogs that ask something.
    """

    def __init__(self, application: QApplication, play: QAction) -> None:
        """Watch from now on.

        Args:
            application: whose focus is followed.
            play: what the space bar triggers.
        """
        super().__init__(application)
        self._play = play
        application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, application.focusWidget())

    def _on_focus_changed(self, former: QWidget | None, now: QWidget | None) -> None:
        if former is not None:
            former.removeEventFilter(self)
        if now is not None:
            now.removeEventFilter(self)  # never twice
            now.installEventFilter(self)

    def _filter_press(self, widget: QWidget, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == _KEY.Key_Space:
            return self._on_space(widget, event)
        # in dialogs Return presses the default button, and the space bar does what it always does
        return event.key() in _ENTERS and plays_with_space(widget) and _enter(widget)

    def _on_space(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Play, or choose in a list that is open; whether it does."""
        if is_open_list(widget):
            chosen = QKeyEvent(QEvent.Type.KeyPress, _KEY.Key_Return, event.modifiers())
            QApplication.sendEvent(widget, chosen)
            return True
        if not plays_with_space(widget):
            return False
        if not event.isAutoRepeat():
            self._play.trigger()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decide about a key."""
        if isinstance(watched, QWidget) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                if uses_key(watched, event):
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress:
                return self._filter_press(watched, event)
        return super().eventFilter(watched, event)


def plays_with_space(widget: QWidget) -> bool:
    """Whether the space bar plays while a widget has the focus."""
    return isinstance(widget.window(), QMainWindow) and not _is_text(widget)


def is_open_list(widget: QWidget) -> bool:
    """Whether a widget is the list of a drop-down list that is open."""
    is_popup = widget.window().windowType() == Qt.WindowType.Popup
    return is_popup and isinstance(widget, QAbstractItemView)


def uses_key(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a widget works with a key itself, so that no shortcut may take it.

    Args:
        widget: that has the focus.
        event: the key.

    Returns:
        False for keys with Ctrl, Alt or Meta, apart from those of text fields, those with which a
        drop-down list is opened, and those that a widget of our own asks for.
    """
    if isinstance(widget, KeyUser) and widget.wants(event):
        return True
    if _is_text(widget):
        return event.key() == _KEY.Key_Escape or event.key() in _MOVES | _REMOVES | _ENTERS
    if event.modifiers() & ~_PLAIN:
        is_alt = event.modifiers() & ~_PLAIN == Qt.KeyboardModifier.AltModifier
        return is_alt and isinstance(widget, QComboBox) and event.key() in _UP_DOWN
    if is_open_list(widget):
        # Qt chooses by these two before it looks for shortcuts; letters search in the list
        return event.key() not in _ENTERS and bool(event.key() in _MOVES or event.text())
    return event.key() in _own_keys(widget)


def _own_keys(widget: QWidget) -> frozenset[Qt.Key]:
    """Keys that change what is chosen in it; Home and End stay with the playhead."""
    if isinstance(widget, QAbstractItemView):
        return _THROUGH | _ENTERS | _REMOVES
    if isinstance(widget, QComboBox):
        return _UP_DOWN | _ENTERS
    if isinstance(widget, QAbstractSlider):
        return _ARROWS | _THROUGH
    if isinstance(widget, QTabBar):
        return _ARROWS
    if isinstance(widget, QAbstractButton):
        return _ENTERS
    return _NO_KEYS


def _enter(widget: QWidget) -> bool:
    """Do with Return what the space bar does elsewhere; whether there is anything to do."""
    if isinstance(widget, QAbstractButton):
        widget.click()
        return True
    if isinstance(widget, QComboBox) and not widget.isEditable():
        widget.showPopup()
        return True
    return False


def _is_text(widget: QWidget) -> bool:
    """Whether letters are typed into a widget."""
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    is_editable = isinstance(widget, QComboBox) and widget.isEditable()
    return is_editable or isinstance(widget, QAbstractSpinBox | QKeySequenceEdit)
