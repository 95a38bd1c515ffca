"""Flags of markers and the bracket of the loop, painted into the ruler."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.look.theme import Theme
from app.project.timeline import Timeline
from app.views.lanes.axis.time_axis import TimeAxis
from cass_core.programme.markers.marker import Marker

FLAG_PX, LOOP_TOP_PX, LOOP_PX = 16.0, 17.0, 7.0
_PAD_PX, _EDGE_PX, _LONGEST_PX = 5.0, 5.0, 160.0
_POINT_PX = 5.0
_REGION_PX, _REGION_ALPHA = 4.0, 120


@dataclass(frozen=True)
class Flag:
    """A marker's flag.

    Attributes:
        marker: whose.
        rect: where, with the pole at the left edge.
        words: as much of the name as fits.
    """

    marker: Marker
    rect: QRectF
    words: str


def flags(markers: tuple[Marker, ...], axis: TimeAxis, metrics: QFontMetricsF) -> list[Flag]:
    """The visible flags; a flag ends where the next one begins.

    Args:
        markers: in rising order.
        axis: what is seen.
        metrics: of the names' letters.

    Returns:
        In rising order.
    """
    found = []
    for number, marker in enumerate(markers):
        x_px = axis.x_of(marker.sample)
        if not -_LONGEST_PX < x_px < axis.width_px:
            continue
        following = markers[number + 1 :]
        room = axis.x_of(following[0].sample) - x_px - 1.0 if following else _LONGEST_PX
        room = max(min(room, _LONGEST_PX), 2.0 * _PAD_PX)
        elide = Qt.TextElideMode.ElideRight
        words = metrics.elidedText(marker.name, elide, room - 2.0 * _PAD_PX)
        width = min(metrics.horizontalAdvance(words) + 2.0 * _PAD_PX, room)
        found.append(Flag(marker, QRectF(x_px, 0.0, width, FLAG_PX - 1.0), words))
    return found


def draw_flags(painter: QPainter, shown: list[Flag], height_px: float, theme: Theme) -> None:
    """Paint the flags and their poles.

    Args:
        painter: of the ruler, with the font set.
        shown: what to paint.
        height_px: of the ruler; the poles reach down to it.
        theme: its colours.
    """
    metrics = QFontMetricsF(painter.font())
    ground = QColor(theme.accent)
    for flag in shown:
        x_px = round(flag.rect.x())
        painter.fillRect(QRectF(x_px, 0.0, 1.0, height_px), ground)
        painter.fillRect(flag.rect.adjusted(x_px - flag.rect.x(), 0.0, 0.0, 0.0), ground)
        painter.setPen(QColor(theme.accent_text))
        base = (flag.rect.height() + metrics.ascent() - metrics.descent()) / 2.0
        painter.drawText(QPointF(x_px + _PAD_PX, base), flag.words)


def draw_regions(
    painter: QPainter, markers: tuple[Marker, ...], axis: TimeAxis, theme: Theme
) -> None:
    """Paint a bar below the flags as long as each region is.

    Args:
        painter: of the ruler.
        markers: those without a length have none.
        axis: what is seen.
        theme: its colours.
    """
    ground = QColor(theme.accent)
    ground.setAlpha(_REGION_ALPHA)
    for marker in markers:
        left, right = axis.x_of(marker.sample), axis.x_of(marker.stop)
        if marker.length and right > 0.0 and left < axis.width_px:
            left, right = max(left, -1.0), min(right, axis.width_px + 1.0)
            top = FLAG_PX - _REGION_PX
            painter.fillRect(QRectF(left, top, max(right - left, 1.0), _REGION_PX - 1.0), ground)


def loop_rect(timeline: Timeline, axis: TimeAxis) -> QRectF | None:
    """Where the loop's bar is."""
    if timeline.loop is None:
        return None
    left, right = axis.x_of(timeline.loop.start), axis.x_of(timeline.loop.stop)
    return QRectF(left, LOOP_TOP_PX, right - left, LOOP_PX)


def draw_loop_bracket(painter: QPainter, timeline: Timeline, axis: TimeAxis, theme: Theme) -> None:
    """Paint the loop as a bar with feet at its ends; hollow while it is off.

    Args:
        painter: of the ruler.
        timeline: the loop.
        axis: what is seen.
        theme: its colours.
    """
    rect = loop_rect(timeline, axis)
    if rect is None:
        return
    colour = QColor(theme.accent if timeline.looping else theme.muted)
    seen = rect.intersected(QRectF(-4.0, 0.0, axis.width_px + 8.0, LOOP_TOP_PX + LOOP_PX))
    fill = QColor(colour)
    fill.setAlpha(150 if timeline.looping else 50)
    painter.fillRect(seen, fill)
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(seen.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x_px, direction in ((rect.left(), 1.0), (rect.right(), -1.0)):
        painter.drawPolygon(_foot(x_px, direction, rect))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def marker_under(shown: list[Flag], x_px: float, y_px: float) -> Marker | None:
    """The marker whose flag is at a place; the later one where they overlap."""
    hit = (flag.marker for flag in reversed(shown) if flag.rect.contains(QPointF(x_px, y_px)))
    return next(hit, None)


def loop_edge_under(timeline: Timeline, axis: TimeAxis, x_px: float) -> str | None:
    """The end of the loop within a few pixels, "start" or "stop", else None."""
    rect = loop_rect(timeline, axis)
    if rect is None:
        return None
    if abs(x_px - rect.right()) <= _EDGE_PX and x_px > rect.center().x():
        return "stop"
    return "start" if abs(x_px - rect.left()) <= _EDGE_PX else None


def _foot(x_px: float, direction: float, rect: QRectF) -> QPolygonF:
    """A triangle at an end of the loop, pointing down."""
    return QPolygonF(
        [
            QPointF(x_px, rect.top()),
            QPointF(x_px + direction * _POINT_PX, rect.top()),
            QPointF(x_px, rect.bottom() + _POINT_PX),
        ]
    )
