"""What lies over a lane's spectrogram: frequencies, what is missing or not heard."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter

from app.environment.numbers import decimal
from app.tiles.frequency_axis import hz_text, ticks
from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.axis.time_marks import FAINT_LINE
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from cass_core.clips import SampleSpan

_HATCH = QColor(255, 255, 255, 22)
_GROUND = QColor(0, 0, 0, 90)
_DIM = QColor(0, 0, 0, 150)
_INK, _FAINT = QColor(232, 236, 242, 205), QColor(232, 236, 242, 140)


def draw_frequencies(painter: QPainter, geometry: LaneGeometry) -> None:
    """Paint round frequencies at the left edge, each with a faint line."""
    height = QFontMetricsF(painter.font()).height()
    for hz in ticks(geometry.scale, geometry.rate_hz, round(geometry.height_px)):
        y_px, words = round(geometry.y_of_hz(hz)), hz_text(hz)
        painter.fillRect(QRectF(0.0, y_px, geometry.axis.width_px, 1.0), FAINT_LINE)
        if y_px + height / 2.0 <= geometry.height_px:
            draw_words(painter, 2.0 + words_width(painter, words), y_px, words, centred=True)


def draw_missing(
    painter: QPainter, geometry: LaneGeometry, missing: tuple[SampleSpan, ...], words: str
) -> None:
    """Hatch what is not there yet and say so where there is room.

    Args:
        painter: of the lane, with the font set.
        geometry: its axes.
        missing: spans, cut to what is seen.
        words: what is the matter.
    """
    width = QFontMetricsF(painter.font()).horizontalAdvance(words)
    for span in missing:
        left, right = geometry.x_of(span.start), geometry.x_of(span.stop)
        rect = QRectF(left, 0.0, right - left, geometry.height_px)
        painter.fillRect(rect, _GROUND)
        painter.fillRect(rect, QBrush(_HATCH, Qt.BrushStyle.BDiagPattern))
        if rect.width() > width + 24.0:
            painter.setPen(_INK)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def draw_hint(painter: QPainter, geometry: LaneGeometry, hint: str) -> None:
    """Say what to do in an empty lane, below what is the matter with it."""
    letters = QFontMetricsF(painter.font())
    width = letters.horizontalAdvance(hint)
    if width + 24.0 <= geometry.axis.width_px and geometry.height_px > 4.0 * letters.height():
        painter.setPen(_FAINT)
        x_px = (geometry.axis.width_px - width) / 2.0
        y_px = geometry.height_px / 2.0 + letters.height() * 1.4
        painter.drawText(QPointF(x_px, y_px), hint)


def dim(painter: QPainter, geometry: LaneGeometry) -> None:
    """Darken a lane that is not heard."""
    painter.fillRect(QRectF(0.0, 0.0, geometry.axis.width_px, geometry.height_px), _DIM)


def written_frequency(hz: float) -> str:
    """A frequency in words: "440 Hz", "1.2 kHz"."""
    return f"{decimal(hz / 1000, 1)} kHz" if hz >= 999.5 else f"{hz:.0f} Hz"
