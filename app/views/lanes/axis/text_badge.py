"""Small words on a dark ground, legible over any spectrogram."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication

_SMALL_PX = 11
_PAD_PX, _RADIUS_PX = 4.0, 3.0
_GROUND = QColor(8, 10, 13, 165)
_INK = QColor(232, 236, 242, 225)


def small_font(bold: bool = False) -> QFont:
    """The letters of rulers, badges and frequencies."""
    font = QFont(QApplication.font())
    font.setPixelSize(_SMALL_PX)
    font.setBold(bold)
    return font


def words_width(painter: QPainter, words: str) -> float:
    """Width of words with their ground."""
    return QFontMetricsF(painter.font()).horizontalAdvance(words) + 2.0 * _PAD_PX


def draw_words(
    painter: QPainter,
    right_px: float,
    y_px: float,
    words: str,
    *,
    centred: bool = False,
    ink: QColor = _INK,
) -> QRectF:
    """Paint words that end at a place.

    Args:
        painter: of the lane, with the font set.
        right_px: right edge.
        y_px: top edge, or the middle when centred.
        words: one line.
        centred: whether `y_px` is the middle.
        ink: colour of the letters.

    Returns:
        The ground's rectangle.
    """
    height = QFontMetricsF(painter.font()).height()
    width = words_width(painter, words)
    top = y_px - height / 2.0 if centred else y_px
    ground = QRectF(right_px - width, top, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(ground, _RADIUS_PX, _RADIUS_PX)
    painter.setPen(ink)
    ascent = QFontMetricsF(painter.font()).ascent()
    painter.drawText(QPointF(ground.x() + _PAD_PX, ground.y() + ascent), words)
    painter.restore()
    return ground
