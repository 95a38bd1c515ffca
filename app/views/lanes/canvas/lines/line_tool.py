"""Drawing a stem's line over time with mouse and keys."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.commands.command_ids import new_gesture
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.canvas.lines.line_layer import is_on_line, point_at
from app.views.lanes.canvas.lines.stem_lines import StemLine
from app.views.lanes.canvas.mouse_tool import Place
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from cass_core.stems.line import Line, LinePoint, value_at

_FADE_S = 0.01
_KEYS = {
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
}


class LineTool:
    """Click adds a point, drag moves it; inside a selection the line moves as a whole."""

    def __init__(self, context: LaneContext, stem: Stem, line: StemLine) -> None:
        """Wait for the mouse.

        Args:
            context: what is looked at.
            stem: whose line.
            line: what is drawn.
        """
        self._context, self._stem = context, stem
        self.line, self.scale = line, line.scale
        self._gesture = 0
        self._held: Place | None = None
        self._moving = False
        self._range: SampleSpan | None = None
        self._before = 0.0
        self.words = ""

    @property
    def chosen(self) -> LinePoint | None:
        """The point that keys act on."""
        return self._context.view.line_point(self._stem)

    @chosen.setter
    def chosen(self, point: LinePoint | None) -> None:
        self._context.view.choose_line_point(self._stem, point)

    @property
    def _points(self) -> Line:
        return self.line.points

    def press(self, place: Place) -> None:
        """Take hold of a point, of the line inside the selection, or of a new point."""
        self._gesture, self._held, self._range = new_gesture(), place, None
        self._moving = False
        selection = self._context.view.selection
        on_line = is_on_line(self._points, self.scale, place.geometry, place.x_px, place.y_px)
        self.chosen = point_at(self._points, self.scale, place.geometry, place.x_px, place.y_px)
        inside = selection is not None and (
            selection.span.start <= place.sample < selection.span.stop
        )
        if selection is not None and inside and on_line:
            self._range, self.chosen = selection.span, None
            self._before = value_at(self._points, place.sample)
            self.words = self.scale.written(self._before)
        elif self.chosen is None:
            value = value_at(self._points, place.sample) if on_line else place.value(self.scale)
            self._put(LinePoint(self._within(place.sample), round(value, 1)))
        else:
            self.words = self.scale.written(self.chosen.value)

    def drag(self, place: Place) -> None:
        """Move what is held; Shift keeps a point's time."""
        if self._held is None:
            return
        self._moving = self._moving or place.is_far_from(self._held)
        if not self._moving:
            return
        if self._range is not None:
            offset = place.value(self.scale) - self._held.value(self.scale)
            self._set_range(self._range, self.scale.caught(self._before + offset))
        elif self.chosen is not None:
            sample = self.chosen.sample if place.with_shift else self._between(place.sample)
            self._put(LinePoint(sample, self.scale.caught(place.value(self.scale))))

    def release(self, place: Place) -> None:
        """Let go."""
        self._held, self._range, self.words = None, None, ""

    def double_click(self, place: Place) -> None:
        """Remove the point under the mouse."""
        self.release(place)
        self.chosen = point_at(self._points, self.scale, place.geometry, place.x_px, place.y_px)
        self._remove_chosen()

    def cursor(self, place: Place) -> Qt.CursorShape:
        """A hand over a point, arrows over a line that moves as a whole."""
        if point_at(self._points, self.scale, place.geometry, place.x_px, place.y_px) is not None:
            return Qt.CursorShape.PointingHandCursor
        selection = self._context.view.selection
        if (
            selection is not None
            and selection.span.start <= place.sample < selection.span.stop
            and is_on_line(self._points, self.scale, place.geometry, place.x_px, place.y_px)
        ):
            return Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.CrossCursor

    def wants(self, event: QKeyEvent) -> bool:
        """Return adds a point at the playhead; other keys act on the chosen one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return True
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if with_alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return bool(self._points)
        vertical = with_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return self.chosen in self._points and (vertical or event.key() in _KEYS)

    def key(self, event: QKeyEvent) -> None:
        """Add, choose, move or remove a point."""
        self._gesture = new_gesture()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here = self._context.transport.position
            self.chosen = next((point for point in self._points if point.sample == here), None)
            self._put(LinePoint(here, value_at(self._points, here)))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose_next(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Escape or self.chosen is None:
            self.chosen = None
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = self.scale.step if key == Qt.Key.Key_Up else -self.scale.step
            self._put(replace(self.chosen, value=self.chosen.value + step))
        else:
            self._remove_chosen()
        self.words = ""

    def _put(self, point: LinePoint) -> None:
        """Add a point, or put it in the chosen one's place."""
        others = tuple(one for one in self._points if one != self.chosen)
        kept = tuple(one for one in others if one.sample != point.sample)
        self._push(tuple(sorted((*kept, point), key=lambda one: one.sample)))
        self.chosen = next(one for one in self._points if one.sample == point.sample)
        self.words = self.scale.written(self.chosen.value)

    def _set_range(self, span: SampleSpan, value: float) -> None:
        programme = self._context.programme
        if programme is not None:
            fade = round(_FADE_S * programme.rate_hz)
            self.line.put_range(span, value, fade, self._gesture)
            middle = (span.start + span.stop) // 2
            self.words = self.scale.written(value_at(self._points, middle))

    def _remove_chosen(self) -> None:
        if self.chosen in self._points:
            self._gesture = new_gesture()
            self._push(tuple(one for one in self._points if one != self.chosen))
        self.chosen = None

    def _push(self, line: Line) -> None:
        self.line.put(line, self._gesture)

    def _choose_next(self, direction: int) -> None:
        """Choose the point before or behind the chosen one, or the playhead, and go there."""
        line = self._points
        here = self.chosen.sample if self.chosen in line and self.chosen else None
        here = self._context.transport.position if here is None else here
        before = [point for point in line if point.sample < here]
        behind = [point for point in line if point.sample > here]
        found = before[-1:] if direction < 0 else behind[:1]
        if found:
            self.chosen = found[0]
            self._context.transport.seek(found[0].sample)

    def _within(self, sample: int) -> int:
        return min(max(sample, 0), self._context.view.length)

    def _between(self, sample: int) -> int:
        """A sample, kept between the neighbours of the chosen point."""
        line = self._points
        if self.chosen not in line:
            return self._within(sample)
        number = line.index(self.chosen)
        lowest = line[number - 1].sample + 1 if number else 0
        highest = (
            line[number + 1].sample - 1 if number + 1 < len(line) else self._context.view.length
        )
        return min(max(sample, lowest), highest)
