"""What every lane shows over its time: the ruler's lines, loop, markers and what is selected."""

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.look.theme import Theme
from app.project.timeline import Timeline
from app.views.lanes.axis.ruler_ticks import Tick
from app.views.lanes.axis.time_axis import TimeAxis
from cass_core.clips import SampleSpan

FAINT_LINE = QColor(255, 255, 255, 20)
_FILL_ALPHA, _EDGE_ALPHA, _LOOP_ALPHA = 62, 235, 120
_OUTSIDE_ALPHA, _POLE_ALPHA = 70, 110


def draw_lines(
    painter: QPainter, axis: TimeAxis, height_px: float, ticks: tuple[Tick, ...]
) -> None:
    """Paint a faint line below each label of the ruler.

    Args:
        painter: of the lane.
        axis: its time.
        height_px: of the lane.
        ticks: of the ruler.
    """
    places = [round(axis.x_of(tick.sample)) for tick in ticks if tick.label]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(FAINT_LINE)
    painter.drawRects([QRect(x_px, 0, 1, int(height_px)) for x_px in places])


def draw_timeline(
    painter: QPainter, axis: TimeAxis, height_px: float, timeline: Timeline, theme: Theme
) -> None:
    """Paint the loop and a pole below each marker.

    Args:
        painter: of the lane.
        axis: its time.
        height_px: of the lane.
        timeline: loop and markers.
        theme: its colours.
    """
    if timeline.loop is not None:
        if timeline.looping:
            _darken_outside(painter, axis, height_px, timeline.loop)
        _draw_loop(painter, axis, height_px, timeline.loop, theme)
    pole = QColor(theme.accent)
    pole.setAlpha(_POLE_ALPHA)
    for marker in timeline.markers:
        if axis.shows(marker.sample):
            x_px = round(axis.x_of(marker.sample))
            painter.fillRect(QRectF(x_px, 0.0, 1.0, height_px), pole)


def time_rect(axis: TimeAxis, height_px: float, span: SampleSpan) -> QRectF:
    """Where a span of time is, over the whole height."""
    left, right = axis.x_of(span.start), axis.x_of(span.stop)
    return QRectF(left, 0.0, right - left, height_px)


def draw_outlined(painter: QPainter, rect: QRectF, theme: Theme, *, is_band: bool) -> None:
    """Paint the edges of what is selected, bright and dark; the colours inside stay true.

    Args:
        painter: of the lane.
        rect: where it is.
        theme: its colours.
        is_band: it has an upper and a lower edge, too.
    """
    edge = QColor(theme.selection).lighter(150)
    for colour, out_px in ((QColor(0, 0, 0, _EDGE_ALPHA), 1.0), (edge, 0.0)):
        painter.setPen(QPen(colour, 1.0))
        painter.drawLines(_sides(rect.adjusted(-out_px, -out_px, out_px, out_px), is_band))


def draw_selected(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint what is selected: a see-through fill and sharp edges.

    Args:
        painter: of the lane.
        rect: where it is.
        theme: its colours.
    """
    fill, edge = QColor(theme.selection), QColor(theme.selection).lighter(125)
    fill.setAlpha(_FILL_ALPHA)
    edge.setAlpha(_EDGE_ALPHA)
    painter.fillRect(rect, fill)
    painter.setPen(QPen(edge, 1.0))
    painter.drawLines(_sides(rect, is_band=False))


def _sides(rect: QRectF, is_band: bool) -> list[QLineF]:
    """Left and right, and above and below where it is a band."""
    sides = [
        QLineF(rect.topLeft(), rect.bottomLeft()),
        QLineF(rect.topRight(), rect.bottomRight()),
    ]
    if is_band:
        sides.append(QLineF(rect.topLeft(), rect.topRight()))
        sides.append(QLineF(rect.bottomLeft(), rect.bottomRight()))
    return sides


def _draw_loop(
    painter: QPainter, axis: TimeAxis, height_px: float, loop: SampleSpan, theme: Theme
) -> None:
    edge = QColor(theme.accent)
    edge.setAlpha(_LOOP_ALPHA)
    painter.setPen(QPen(edge, 1.0))
    places = axis.x_of(loop.start), axis.x_of(loop.stop)
    painter.drawLines([QLineF(x_px, 0.0, x_px, height_px) for x_px in places])


def _darken_outside(painter: QPainter, axis: TimeAxis, height_px: float, loop: SampleSpan) -> None:
    """Darken what is never reached."""
    outside = QColor(0, 0, 0, _OUTSIDE_ALPHA)
    left, right = axis.x_of(loop.start), axis.x_of(loop.stop)
    painter.fillRect(QRectF(0.0, 0.0, max(left, 0.0), height_px), outside)
    painter.fillRect(QRectF(right, 0.0, max(axis.width_px - right, 0.0), height_px), outside)
