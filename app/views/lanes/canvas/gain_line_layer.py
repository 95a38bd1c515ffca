"""The gain over time of a stem, painted over its lane, and what of it is under the mouse."""

from bisect import bisect_left

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.canvas.gain_scale import MARKS_DB, written_gain
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from cass_core.stems.rebalance import GainPoint, StemGain

_POINT_PX, _REACH_PX = 4.0, 7.0
_SHADOW_ALPHA = 150
_MARK = QColor(255, 255, 255, 26)


def is_flat(line: tuple[GainPoint, ...]) -> bool:
    """Whether a line changes nothing."""
    return not any(point.gain_db for point in line)


def point_at(
    line: tuple[GainPoint, ...], geometry: LaneGeometry, x_px: float, y_px: float
) -> GainPoint | None:
    """The point of a line under the mouse, the nearest of several."""

    def away(point: GainPoint) -> float:
        across = abs(geometry.x_of(point.sample) - x_px)
        return max(across, abs(geometry.y_of_gain(point.gain_db) - y_px))

    nearest = min(line, key=away, default=None)
    return nearest if nearest is not None and away(nearest) <= _REACH_PX else None


def is_on_line(gain: StemGain, geometry: LaneGeometry, x_px: float, y_px: float) -> bool:
    """Whether the mouse is on the line, or near it."""
    gain_db = gain.line_db_at(geometry.sample_at(x_px))
    return abs(geometry.y_of_gain(gain_db) - y_px) <= _REACH_PX


def line_polygon(line: tuple[GainPoint, ...], geometry: LaneGeometry) -> QPolygonF:
    """The visible part of a line, which is level before its first and behind its last point.

    Straight in decibels is not straight on the scale, so long slopes are cut into short pieces.
    """
    span, width = geometry.axis.span, geometry.axis.width_px
    samples = [point.sample for point in line]
    first = max(bisect_left(samples, span.start) - 1, 0)
    last = bisect_left(samples, span.stop) + 1
    seen = line[first:last] or line[-1:]
    polygon = [QPointF(-1.0, _height_at(line, geometry, span.start))]
    for left, right in zip(seen, seen[1:], strict=False):
        polygon += _slope(left, right, geometry)
    if seen and geometry.x_of(seen[-1].sample) <= width:
        polygon.append(_place(seen[-1], geometry))
    polygon.append(QPointF(width + 1.0, _height_at(line, geometry, span.stop)))
    return QPolygonF([point for point in polygon if -1.0 <= point.x() <= width + 1.0])


def draw_gain_line(
    painter: QPainter,
    geometry: LaneGeometry,
    line: tuple[GainPoint, ...],
    colour: QColor,
    chosen: GainPoint | None,
) -> None:
    """Paint the line.

    Args:
        painter: of the lane.
        geometry: its axes.
        line: the points.
        colour: of the stem.
        chosen: the point that keys act on.
    """
    polygon = line_polygon(line, geometry)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bright = colour.lighter(125)
    for pen in (QPen(QColor(0, 0, 0, _SHADOW_ALPHA), 3.5), QPen(bright, 1.5)):
        painter.setPen(pen)
        painter.drawPolyline(polygon)
    for point in line:
        place = _place(point, geometry)
        if -_POINT_PX <= place.x() <= geometry.axis.width_px + _POINT_PX:
            painter.setPen(QPen(QColor(0, 0, 0, _SHADOW_ALPHA), 1.0))
            painter.setBrush(QColor("white") if point == chosen else bright)
            radius = _POINT_PX if point == chosen else _POINT_PX - 0.5
            painter.drawEllipse(place, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def draw_gain_marks(painter: QPainter, geometry: LaneGeometry) -> None:
    """Paint faint lines and numbers of the gain scale at the left edge, while it is edited."""
    height = QFontMetricsF(painter.font()).height()
    free_below = -height
    for gain_db in MARKS_DB:
        y_px = round(geometry.y_of_gain(gain_db))
        painter.fillRect(QRectF(0.0, y_px, geometry.axis.width_px, 1.0), _MARK)
        middle = min(max(y_px, height / 2.0), geometry.height_px - height / 2.0)
        if middle - height / 2.0 >= free_below:
            words = written_gain(gain_db)
            draw_words(painter, 2.0 + words_width(painter, words), middle, words, centred=True)
            free_below = middle + height / 2.0


def _slope(left: GainPoint, right: GainPoint, geometry: LaneGeometry) -> list[QPointF]:
    """Where the line is between two points, the second one left out."""
    pieces = 1 if left.gain_db == right.gain_db else 12
    places = []
    for piece in range(pieces):
        share = piece / pieces
        sample = left.sample + share * (right.sample - left.sample)
        gain_db = left.gain_db + share * (right.gain_db - left.gain_db)
        places.append(QPointF(geometry.x_of(sample), geometry.y_of_gain(gain_db)))
    return places


def _place(point: GainPoint, geometry: LaneGeometry) -> QPointF:
    return QPointF(geometry.x_of(point.sample), geometry.y_of_gain(point.gain_db))


def _height_at(line: tuple[GainPoint, ...], geometry: LaneGeometry, sample: int) -> float:
    return geometry.y_of_gain(StemGain(line=line).line_db_at(sample))
