"""What is selected and what loops, painted over a lane."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.look.theme import Theme
from app.project.view_state import Selection
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from cass_core.clips import SampleSpan

_FILL_ALPHA, _EDGE_ALPHA, _LOOP_ALPHA = 62, 235, 120
_OUTSIDE_ALPHA = 70


def selection_rect(selection: Selection, geometry: LaneGeometry) -> QRectF:
    """Where the selection is in a lane."""
    left, right = geometry.x_of(selection.span.start), geometry.x_of(selection.span.stop)
    top, bottom = 0.0, geometry.height_px
    if selection.band_hz is not None:
        low, high = selection.band_hz
        top, bottom = geometry.y_of_hz(high), geometry.y_of_hz(low)
    return QRectF(left, top, right - left, bottom - top)


def draw_selection(
    painter: QPainter, geometry: LaneGeometry, selection: Selection, theme: Theme
) -> None:
    """Paint the selection: a see-through fill and sharp edges.

    Args:
        painter: of the lane.
        geometry: its axes.
        selection: in time, or in time and frequency.
        theme: its colours.
    """
    rect = selection_rect(selection, geometry)
    fill, edge = QColor(theme.selection), QColor(theme.selection).lighter(125)
    fill.setAlpha(_FILL_ALPHA)
    edge.setAlpha(_EDGE_ALPHA)
    painter.fillRect(rect, fill)
    painter.setPen(QPen(edge, 1.0))
    sides = [
        QLineF(rect.topLeft(), rect.bottomLeft()),
        QLineF(rect.topRight(), rect.bottomRight()),
    ]
    if selection.band_hz is not None:
        sides.append(QLineF(rect.topLeft(), rect.topRight()))
        sides.append(QLineF(rect.bottomLeft(), rect.bottomRight()))
    painter.drawLines(sides)


def draw_loop(
    painter: QPainter, geometry: LaneGeometry, loop: SampleSpan, looping: bool, theme: Theme
) -> None:
    """Paint the loop's edges; while it loops, darken what is never reached.

    Args:
        painter: of the lane.
        geometry: its axes.
        loop: its range.
        looping: whether playback stays inside.
        theme: its colours.
    """
    left, right = geometry.x_of(loop.start), geometry.x_of(loop.stop)
    height = geometry.height_px
    if looping:
        outside = QColor(0, 0, 0, _OUTSIDE_ALPHA)
        painter.fillRect(QRectF(0.0, 0.0, max(left, 0.0), height), outside)
        painter.fillRect(
            QRectF(right, 0.0, max(geometry.axis.width_px - right, 0.0), height), outside
        )
    edge = QColor(theme.accent)
    edge.setAlpha(_LOOP_ALPHA)
    painter.setPen(QPen(edge, 1.0))
    painter.drawLines([QLineF(x, 0.0, x, height) for x in (left, right)])
