"""What dragging in the ruler does: markers, the loop and its ends, the playhead."""

from collections.abc import Callable
from dataclasses import replace

from app.commands.command_ids import new_gesture
from app.commands.timeline_commands import MoveMarker, SetLoop
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.axis.snapping import snapped
from app.views.lanes.axis.time_axis import TimeAxis
from app.views.lanes.canvas.mouse_tool import CLICK_PX
from app.views.lanes.ruler.marker_layer import (
    FLAG_PX,
    LOOP_PX,
    LOOP_TOP_PX,
    loop_edge_under,
    loop_rect,
)
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker

_HANDLE_PX = 6.0
Move = Callable[[TimeAxis, float], None]


class RulerDrag:
    """Holds what the mouse took hold of until it lets go."""

    def __init__(self, context: LaneContext) -> None:
        """Hold nothing.

        Args:
            context: whose timeline it changes.
        """
        self._context = context
        self._move: Move | None = None
        self._pressed_px = 0.0
        self._dragged = self._seeks = self._scrubs = False
        self._gesture = 0
        self._marker: Marker | None = None

    @property
    def holds(self) -> bool:
        """Whether the button is down."""
        return self._move is not None

    def grip(self, axis: TimeAxis, x_px: float, y_px: float, marker: Marker | None) -> str:
        """What is under the mouse: "marker", "edge", "loop", "playhead" or "time"."""
        if marker is not None:
            return "marker"
        timeline = self._context.project.timeline
        if y_px >= LOOP_TOP_PX and loop_edge_under(timeline, axis, x_px) is not None:
            return "edge"
        on_handle = abs(x_px - axis.x_of(self._context.transport.position)) <= _HANDLE_PX
        if on_handle and y_px >= LOOP_TOP_PX:
            return "playhead"
        rect = loop_rect(timeline, axis)
        in_bar = LOOP_TOP_PX <= y_px <= LOOP_TOP_PX + LOOP_PX
        if rect is not None and in_bar and rect.left() <= x_px <= rect.right():
            return "loop"
        return "time" if y_px >= FLAG_PX else "flags"

    def press(self, axis: TimeAxis, x_px: float, y_px: float, marker: Marker | None) -> None:
        """Take hold of what is under the mouse."""
        grip = self.grip(axis, x_px, y_px, marker)
        timeline = self._context.project.timeline
        loop, anchor = timeline.loop, snapped(self._context, axis, axis.sample_at(x_px))
        self._pressed_px, self._gesture = x_px, new_gesture()
        self._dragged, self._marker = False, marker
        self._seeks, self._scrubs = grip in ("time", "flags", "marker"), grip == "playhead"
        if grip == "marker":
            self._move = self._move_marker
        elif grip == "edge" and loop is not None:
            is_stop = loop_edge_under(timeline, axis, x_px) == "stop"
            stays = loop.start if is_stop else loop.stop
            self._move = lambda now, x: self._loop_from(stays, now, x)
        elif grip == "loop" and loop is not None:
            self._move = lambda now, x: self._shift_loop(loop, now, x)
        elif grip == "playhead":
            self._move = lambda now, x: self._context.transport.scrub(now.sample_at(x))
        else:
            self._move = lambda now, x: self._loop_from(anchor, now, x)

    def drag(self, axis: TimeAxis, x_px: float) -> None:
        """Move what is held."""
        self._dragged = self._dragged or abs(x_px - self._pressed_px) >= CLICK_PX
        if self._move is not None and self._dragged:
            self._move(axis, x_px)

    def release(self, axis: TimeAxis) -> None:
        """Let go; where nothing was dragged, that was a click, which seeks."""
        if self._move is None:
            return
        self._move = None
        if self._scrubs and self._dragged:
            self._context.transport.end_scrub()
        if not self._dragged and self._seeks:
            here = self._marker.sample if self._marker else axis.sample_at(self._pressed_px)
            self._context.transport.seek(min(max(here, 0), self._context.view.length))

    def drop(self) -> None:
        """Let go without a click."""
        self._move = None

    def _move_marker(self, axis: TimeAxis, x_px: float) -> None:
        if self._marker is None:
            return
        timeline = self._context.project.timeline
        sample = snapped(self._context, axis, axis.sample_at(x_px), self._marker)
        self._context.undo.push(MoveMarker(timeline, self._marker, sample, self._gesture))
        self._marker = replace(self._marker, sample=sample)

    def _loop_from(self, stays: int, axis: TimeAxis, x_px: float) -> None:
        here = snapped(self._context, axis, axis.sample_at(x_px))
        timeline = self._context.project.timeline
        looping = timeline.looping or timeline.loop is None
        if here != stays:
            self._set_loop(SampleSpan(min(stays, here), max(stays, here)), looping)

    def _shift_loop(self, before: SampleSpan, axis: TimeAxis, x_px: float) -> None:
        moved = round((x_px - self._pressed_px) * axis.samples_per_px)
        start = min(max(before.start + moved, 0), self._context.view.length - before.num_samples)
        timeline = self._context.project.timeline
        self._set_loop(SampleSpan(start, start + before.num_samples), timeline.looping)

    def _set_loop(self, loop: SampleSpan, looping: bool) -> None:
        timeline = self._context.project.timeline
        if (loop, looping) != (timeline.loop, timeline.looping):
            self._context.undo.push(SetLoop(timeline, loop, looping, self._gesture))
