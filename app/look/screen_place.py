"""Keeping a window on the screen: never larger than what is free of it, never beside it."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

_USUAL_FRAME = QSize(8, 40)


def keep_on_screen(window: QWidget) -> None:
    """Make a window as large as its screen allows and move it inside, frame and all.

    Args:
        window: shown or not yet; one that is maximised is left alone.
    """
    if window.isMaximized() or window.isFullScreen():
        return
    free = window.screen().availableGeometry()
    # the desktop draws the frame only once the window is shown
    frame = window.frameGeometry().size() - window.size() if window.isVisible() else _USUAL_FRAME
    most = free.size() - frame
    if window.width() > most.width() or window.height() > most.height():
        window.resize(window.size().boundedTo(most))
    place, outer = window.pos(), window.size() + frame
    room = free.size() - outer
    x_px = min(max(place.x(), free.x()), free.x() + max(room.width(), 0))
    y_px = min(max(place.y(), free.y()), free.y() + max(room.height(), 0))
    if place != QPoint(x_px, y_px):
        window.move(x_px, y_px)
