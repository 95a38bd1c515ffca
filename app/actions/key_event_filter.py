"""Who gets a key: the widget that works with it, or the shortcut of the window."""

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
_NO_KEYS: frozenset[Qt.Key] = frozenset()


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
        if event.key() == _KEY.Key_Space and plays_with_space(widget):
            if not event.isAutoRepeat():
                self._play.trigger()
            return True
        if event.key() in _ENTERS and isinstance(widget, QAbstractButton):
            widget.click()  # the space bar does not, so another key must
            return True
        return False

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


def uses_key(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a widget works with a key itself, so that no shortcut may take it.

    Args:
        widget: that has the focus.
        event: the key.

    Returns:
        False for all keys with Ctrl, Alt or Meta, apart from those of text fields.
    """
    if _is_text(widget):
        return event.key() == _KEY.Key_Escape or event.key() in _MOVES | _REMOVES | _ENTERS
    with_modifier = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return not with_modifier and event.key() in _own_keys(widget)


def _own_keys(widget: QWidget) -> frozenset[Qt.Key]:
    if isinstance(widget, QAbstractItemView):
        return _MOVES | _ENTERS | _REMOVES
    if isinstance(widget, QComboBox):
        return _MOVES | _ENTERS
    if isinstance(widget, QAbstractSlider):
        return _MOVES
    if isinstance(widget, QTabBar):
        return _ARROWS
    if isinstance(widget, QAbstractButton):
        return _ENTERS
    return _NO_KEYS


def _is_text(widget: QWidget) -> bool:
    """Whether letters are typed into a widget."""
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    is_editable = isinstance(widget, QComboBox) and widget.isEditable()
    return is_editable or isinstance(widget, QAbstractSpinBox | QKeySequenceEdit)
