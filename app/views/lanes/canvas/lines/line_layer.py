"""A line over time of a stem, painted over its lane, and what of it is under the mouse."""

from bisect import bisect_left

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.views.lanes.axis.text_badge import draw_words, words_width
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from app.views.lanes.canvas.lines.line_scale import LineScale
from cass_core.stems.line import Line, LinePoint, value_at

_POINT_PX, _REACH_PX = 4.0, 7.0
_SHADOW_ALPHA = 150
_MARK = QColor(255, 255, 255, 26)


def point_at(
    line: Line, scale: LineScale, geometry: LaneGeometry, x_px: float, y_px: float
) -> LinePoint | None:
    """The point of a line under the mouse, the nearest of several."""

    def away(point: LinePoint) -> float:
        across = abs(geometry.x_of(point.sample) - x_px)
        return max(across, abs(geometry.y_of_value(point.value, scale) - y_px))

    nearest = min(line, key=away, default=None)
    return nearest if nearest is not None and away(nearest) <= _REACH_PX else None


def is_on_line(
    line: Line, scale: LineScale, geometry: LaneGeometry, x_px: float, y_px: float
) -> bool:
    """Whether the mouse is on the line, or near it."""
    value = value_at(line, geometry.sample_at(x_px))
    return abs(geometry.y_of_value(value, scale) - y_px) <= _REACH_PX


def line_polygon(line: Line, scale: LineScale, geometry: LaneGeometry) -> QPolygonF:
    """The visible part of a line, which is level before its first and behind its last point.

    What is straight may be curved on the scale, so long slopes are cut into short pieces.
    """
    span, width = geometry.axis.span, geometry.axis.width_px
    samples = [point.sample for point in line]
    first = max(bisect_left(samples, span.start) - 1, 0)
    last = bisect_left(samples, span.stop) + 1
    seen = line[first:last] or line[-1:]
    polygon = [QPointF(-1.0, _height_at(line, scale, geometry, span.start))]
    for left, right in zip(seen, seen[1:], strict=False):
        polygon += _slope(left, right, scale, geometry)
    if seen and geometry.x_of(seen[-1].sample) <= width:
        polygon.append(_place(seen[-1], scale, geometry))
    polygon.append(QPointF(width + 1.0, _height_at(line, scale, geometry, span.stop)))
    return QPolygonF([point for point in polygon if -1.0 <= point.x() <= width + 1.0])


def draw_line(
    painter: QPainter,
    geometry: LaneGeometry,
    line: Line,
    scale: LineScale,
    colour: QColor,
    chosen: LinePoint | None,
    dashes: tuple[float, ...] = (),
) -> None:
    """Paint the line.

    Args:
        painter: of the lane.
        geometry: its axes.
        line: the points.
        scale: where its values stand.
        colour: of the stem.
        chosen: the point that keys act on.
        dashes: lengths of strokes and gaps; none for a whole line.
    """
    polygon = line_polygon(line, scale, geometry)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bright = colour.lighter(125)
    for pen in (QPen(QColor(0, 0, 0, _SHADOW_ALPHA), 3.5), QPen(bright, 1.5)):
        if dashes:
            pen.setDashPattern([length * 1.5 / pen.widthF() for length in dashes])
        painter.setPen(pen)
        painter.drawPolyline(polygon)
    for point in line:
        place = _place(point, scale, geometry)
        if -_POINT_PX <= place.x() <= geometry.axis.width_px + _POINT_PX:
            painter.setPen(QPen(QColor(0, 0, 0, _SHADOW_ALPHA), 1.0))
            painter.setBrush(QColor("white") if point == chosen else bright)
            radius = _POINT_PX if point == chosen else _POINT_PX - 0.5
            painter.drawEllipse(place, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def draw_marks(painter: QPainter, geometry: LaneGeometry, scale: LineScale) -> None:
    """Paint faint lines and values of the scale at the left edge, while a line is edited."""
    height = QFontMetricsF(painter.font()).height()
    free_below = -height
    for value in scale.marks:
        y_px = round(geometry.y_of_value(value, scale))
        painter.fillRect(QRectF(0.0, y_px, geometry.axis.width_px, 1.0), _MARK)
        middle = min(max(y_px, height / 2.0), geometry.height_px - height / 2.0)
        if middle - height / 2.0 >= free_below:
            words = scale.written(value)
            draw_words(painter, 2.0 + words_width(painter, words), middle, words, centred=True)
            free_below = middle + height / 2.0


def _slope(
    left: LinePoint, right: LinePoint, scale: LineScale, geometry: LaneGeometry
) -> list[QPointF]:
    """Where the line is between two points, the second one left out."""
    pieces = 1 if left.value == right.value else 12
    places = []
    for piece in range(pieces):
        share = piece / pieces
        sample = left.sample + share * (right.sample - left.sample)
        value = left.value + share * (right.value - left.value)
        places.append(QPointF(geometry.x_of(sample), geometry.y_of_value(value, scale)))
    return places


def _place(point: LinePoint, scale: LineScale, geometry: LaneGeometry) -> QPointF:
    return QPointF(geometry.x_of(point.sample), geometry.y_of_value(point.value, scale))


def _height_at(line: Line, scale: LineScale, geometry: LaneGeometry, sample: int) -> float:
    return geometry.y_of_value(value_at(line, sample), scale)
