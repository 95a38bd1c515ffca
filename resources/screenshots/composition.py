"""A dialog or menu laid over the picture of the window, as a desktop would show it."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.look.theme import active_theme

_SHADOW_PX, _RADIUS_PX, _TITLE_PX = 14, 6, 30


def laid_over(window: QPixmap, over: QWidget, at: QPoint | None = None) -> QPixmap:
    """The window with something over it; a dialog gets the title that a desktop gives it.

    Args:
        window: picture of the window.
        over: what lies over it.
        at: its left upper corner in the window; the middle if None.

    Returns:
        Another picture of the same size.
    """
    picture, top = QPixmap(window), over.grab()
    size, whole = top.deviceIndependentSize(), window.deviceIndependentSize()
    middle = (whole.width() - size.width()) / 2, (whole.height() - size.height()) / 2
    corner = at or QPoint(round(middle[0]), round(middle[1]))
    title_px = _TITLE_PX if at is None else 0
    box = QRectF(corner.x(), corner.y() - title_px, size.width(), size.height() + title_px)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_shadow(painter, box)
    if title_px:
        _draw_title(painter, QRectF(box.left(), box.top(), box.width(), title_px), over)
    painter.drawPixmap(corner, top)
    painter.setPen(QColor(active_theme().border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.end()
    return picture


def _draw_shadow(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 9))
    for distance in range(_SHADOW_PX, 0, -1):
        around = box.adjusted(-distance, -distance + 4, distance, distance + 4)
        radius = _RADIUS_PX + distance
        painter.drawRoundedRect(around, radius, radius)


def _draw_title(painter: QPainter, bar: QRectF, over: QWidget) -> None:
    theme, font = active_theme(), QFont(over.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.fillRect(bar, QColor(theme.raised))
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, over.windowTitle().replace("[*]", ""))
