"""Where the keyboard goes when what had it goes away or grey."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QWidget,
)
from shiboken6 import isValid

from app.views.lanes.lane_stack import LaneStack

_CLICKED = (QAbstractButton, QAbstractSlider, QComboBox)


class FocusKeeper(QObject):
    """Brings the keyboard back to the lane; Qt would give it to the next text field."""

    def __init__(self, window: QWidget, lanes: LaneStack) -> None:
        """Watch from now on.

        Args:
            window: whose keyboard is watched.
            lanes: take it.
        """
        super().__init__(window)
        self._window, self._lanes = window, lanes
        self._former: QWidget | None = None
        self._leave_keyboard_to_lanes()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _leave_keyboard_to_lanes(self) -> None:
        """A click on a button, slider or list takes no keys: the next arrow is for the playhead."""
        for kind in _CLICKED:
            for control in self._window.findChildren(kind):
                if control.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    control.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, former: QWidget | None, now: QWidget | None) -> None:
        """Remember who had the keyboard while the window had none."""
        if former is not None:
            self._former = former
        if now is None:
            # the window is left, or the widget gave the keyboard up: only afterwards it is known
            QTimer.singleShot(0, self, self._on_given_up)
        elif self._is_ours(now) and self._has_gone(self._former):
            self._lanes.take_keyboard()

    @Slot()
    def _on_given_up(self) -> None:
        if self._window.isActiveWindow() and QApplication.focusWidget() is None:
            self._lanes.take_keyboard()

    def _is_ours(self, widget: QWidget) -> bool:
        return isValid(self._window) and self._window.isAncestorOf(widget)

    def _has_gone(self, widget: QWidget | None) -> bool:
        """Whether a widget of the editor can have the keyboard no more."""
        if widget is None or not isValid(widget) or not self._is_ours(widget):
            return False
        return not widget.isVisible() or not widget.isEnabled()
