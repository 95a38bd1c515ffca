"""Selecting with the mouse: time, or time and frequencies, with edges that can be dragged."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.project.seen.selection import Selection, selection_of
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.snapping import snapped
from app.views.lanes.canvas.lane_geometry import LaneGeometry
from app.views.lanes.canvas.mouse_tool import Place
from cass_core.clips import SampleSpan
from cass_core.repair.region import Mode
from cass_core.repair.shapes import Rectangle

_GRIP_PX = 4.0
Change = Callable[[Place], Selection | None]


class Edge(Enum):
    """An edge of the selection."""

    START = "start"
    STOP = "stop"
    LOW = "low"
    HIGH = "high"


_SHAPES = {
    Edge.START: Qt.CursorShape.SizeHorCursor,
    Edge.STOP: Qt.CursorShape.SizeHorCursor,
    Edge.LOW: Qt.CursorShape.SizeVerCursor,
    Edge.HIGH: Qt.CursorShape.SizeVerCursor,
}


def edge_at(selection: Selection | None, place: Place) -> Edge | None:
    """The selection's edge under the mouse."""
    if selection is None or selection.shape is not None:
        return None
    geometry, span = place.geometry, selection.span
    top, bottom = _heights(selection, geometry)
    left, right = geometry.x_of(span.start), geometry.x_of(span.stop)
    if top - _GRIP_PX <= place.y_px <= bottom + _GRIP_PX:
        for edge, x_px in ((Edge.STOP, right), (Edge.START, left)):
            if abs(place.x_px - x_px) <= _GRIP_PX:
                return edge
    if selection.band_hz is not None and left <= place.x_px <= right:
        for edge, y_px in ((Edge.HIGH, top), (Edge.LOW, bottom)):
            if abs(place.y_px - y_px) <= _GRIP_PX:
                return edge
    return None


class SelectTool:
    """Click seeks, drag selects, Shift extends, a double click selects the loop or everything."""

    words = ""

    def __init__(self, context: LaneContext) -> None:
        """Wait for the mouse.

        Args:
            context: whose selection it changes.
        """
        self._context = context
        self._pressed: Place | None = None
        self._change: Change | None = None
        self._dragged = False

    def press(self, place: Place) -> None:
        """Remember where a drag would start, and what it would change."""
        selection = self._context.view.selection
        edge = edge_at(selection, place)
        self._pressed, self._dragged = place, False
        mode = _mode(place) if selection is not None else None
        if selection is not None and mode is not None:
            base, anchor = (
                selection.region,
                snapped(self._context, place.geometry.axis, place.sample),
            )

            def combined(now: Place) -> Selection | None:
                box = Rectangle(self._span(anchor, now), _band(place, now))
                if box.span.num_samples <= 0:
                    return selection
                return selection_of(base.with_part(box, mode))

            self._change = combined
        elif edge is not None and selection is not None:
            self._change = lambda now: self._with_edge(selection, edge, now)
        elif place.with_shift:
            anchor = self._far_end(place.sample)
            band = selection.band_hz if selection else None
            self._change = lambda now: Selection(self._span(anchor, now), band)
            self.drag(place)
            self._dragged = True
        else:
            anchor = snapped(self._context, place.geometry.axis, place.sample)
            self._change = lambda now: Selection(self._span(anchor, now), _band(place, now))

    def drag(self, place: Place) -> None:
        """Change the selection once the mouse has left its place."""
        if self._pressed is None or self._change is None:
            return
        self._dragged = self._dragged or place.is_far_from(self._pressed)
        if self._dragged or self._pressed.with_shift:
            self._context.view.select(self._change(place))

    def release(self, place: Place) -> None:
        """A click seeks; after a drag, play starts where the selection does."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        selection = self._context.view.selection
        if not self._dragged:
            if edge_at(selection, pressed) is None:
                self._context.view.select(None)
            self._context.transport.seek(min(max(pressed.sample, 0), self._context.view.length))
        elif selection is not None and not self._context.transport.playing:
            self._context.transport.seek(selection.span.start)

    def double_click(self, place: Place) -> None:
        """Select the loop when inside it, else everything."""
        self._pressed = None
        loop, whole = self._context.project.timeline.loop, self._context.project.whole
        inside = loop is not None and loop.start <= place.sample < loop.stop
        self._context.view.select(Selection(loop if inside and loop else whole))

    def cursor(self, place: Place) -> Qt.CursorShape:
        """Arrows over an edge."""
        edge = edge_at(self._context.view.selection, place)
        return Qt.CursorShape.IBeamCursor if edge is None else _SHAPES[edge]

    def wants(self, event: QKeyEvent) -> bool:
        """Escape ends the selection, when there is one."""
        return event.key() == Qt.Key.Key_Escape and self._context.view.selection is not None

    def key(self, event: QKeyEvent) -> None:
        """End the selection."""
        self._pressed = None
        self._context.view.select(None)

    def _span(self, anchor: int, place: Place) -> SampleSpan:
        here = snapped(self._context, place.geometry.axis, place.sample)
        return SampleSpan(min(anchor, here), max(anchor, here))

    def _far_end(self, sample: int) -> int:
        """The end of the selection that stays when it is extended to a sample."""
        selection = self._context.view.selection
        if selection is None:
            return self._context.transport.position
        span = selection.span
        return span.start if abs(sample - span.start) > abs(sample - span.stop) else span.stop

    def _with_edge(self, selection: Selection, edge: Edge, place: Place) -> Selection | None:
        """The selection with one edge at the mouse; edges may cross."""
        span, band = selection.span, selection.band_hz
        if edge in (Edge.START, Edge.STOP):
            stays = span.stop if edge is Edge.START else span.start
            return Selection(self._span(stays, place), band)
        low, high = band or (0.0, 0.0)
        stays_hz = low if edge is Edge.HIGH else high
        return Selection(span, (min(stays_hz, place.hz), max(stays_hz, place.hz)))


def _band(pressed: Place, place: Place) -> tuple[float, float] | None:
    """The frequencies between two places, when a key asks for them."""
    if not pressed.with_box:
        return None
    return min(pressed.hz, place.hz), max(pressed.hz, place.hz)


def _mode(place: Place) -> Mode | None:
    """What Ctrl with Shift or Alt makes of a box; None where it replaces what was selected."""
    has_alt = bool(place.modifiers & Qt.KeyboardModifier.AltModifier)
    if not place.modifiers & Qt.KeyboardModifier.ControlModifier:
        return None
    if place.with_shift:
        return "intersect" if has_alt else "add"
    return "subtract" if has_alt else None


def _heights(selection: Selection, geometry: LaneGeometry) -> tuple[float, float]:
    """Top and bottom of the selection."""
    if selection.band_hz is None:
        return 0.0, geometry.height_px
    low, high = selection.band_hz
    return geometry.y_of_hz(high), geometry.y_of_hz(low)
