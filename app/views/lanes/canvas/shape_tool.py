"""Selecting shapes with the mouse: lasso, brush, harmonics, magic wand."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.project.view_state import RepairSettings, Tool, selection_of
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.canvas.mouse_tool import CLICK_PX, Place
from cass_core.repair.freehand import Brush, Polygon
from cass_core.repair.grid import Grid
from cass_core.repair.listening.wand import connected_sound
from cass_core.repair.region import Mode, Part, Region
from cass_core.repair.shapes import Harmonics, Shape

SHAPE_TOOLS = (Tool.LASSO, Tool.BRUSH, Tool.WAND, Tool.HARMONICS)
_FEWEST = {Tool.LASSO: 3, Tool.BRUSH: 1, Tool.HARMONICS: 2}
_STEP = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}
_MOST_POINTS = 2000


class ShapeTool:
    """Drags make a new shape; Shift adds it, Ctrl takes it away, both leave what lies in both.

    `[` and `]` make the tool smaller or larger: the brush, the wand's range, the partials.
    """

    def __init__(self, context: LaneContext, lane: str) -> None:
        """Wait for the mouse.

        Args:
            context: whose selection it changes.
            lane: code of the lane whose sound a wand looks at.
        """
        self._context, self._lane = context, lane
        self._places: list[Place] = []
        self._before: Region | None = None
        self._mode: Mode | None = None
        self.words = ""

    @property
    def _tool(self) -> Tool:
        return self._context.view.tool

    def press(self, place: Place) -> None:
        """Begin a shape."""
        selection = self._context.view.selection
        self._before, self._mode = selection.region if selection else None, _mode(place)
        self._places, self.words = [place], ""
        if self._tool is not Tool.LASSO:
            self._show()

    def drag(self, place: Place) -> None:
        """Go on with it."""
        if not self._places or self._tool is Tool.WAND or len(self._places) >= _MOST_POINTS:
            return
        last = self._places[-1]
        if max(abs(place.x_px - last.x_px), abs(place.y_px - last.y_px)) >= CLICK_PX / 2:
            self._places.append(place)
            self._show()

    def release(self, place: Place) -> None:
        """End the shape; a click where a line was meant goes there, and selects nothing."""
        places, self._places = self._places, []
        if len(places) < _FEWEST.get(self._tool, 1):
            if self._mode is None:
                self._context.view.select(None)
            self._context.transport.seek(min(max(place.sample, 0), self._context.view.length))

    def double_click(self, place: Place) -> None:
        """A second touch."""
        self.press(place)

    def cursor(self, place: Place) -> Qt.CursorShape:
        """A cross; what was said about the tool's size goes."""
        self.words = ""
        return Qt.CursorShape.CrossCursor

    def wants(self, event: QKeyEvent) -> bool:
        """The tool's size, and Escape where something is selected."""
        is_escape = event.key() == Qt.Key.Key_Escape and self._context.view.selection is not None
        return is_escape or (event.key() in _STEP and self._tool is not Tool.LASSO)

    def key(self, event: QKeyEvent) -> None:
        """Change the size, or drop the selection."""
        if event.key() == Qt.Key.Key_Escape:
            self._places = []
            self._context.view.select(None)
            return
        self._context.view.set_repair(
            resized(self._context.view.repair, self._tool, _STEP[Qt.Key(event.key())])
        )
        self.words = size_words(self._context.view.repair, self._tool)

    def _show(self) -> None:
        shape = self._shape()
        if shape is None:
            return
        if self._mode is None or self._before is None:
            region = Region((Part(shape),))
        else:
            region = self._before.with_part(shape, self._mode)
        self._context.view.select(selection_of(region))

    def _shape(self) -> Shape | None:
        places, repair = self._places, self._context.view.repair
        if len(places) < _FEWEST.get(self._tool, 1):
            return None
        if self._tool is Tool.LASSO:
            return Polygon(tuple((float(place.sample), place.hz) for place in places))
        if self._tool is Tool.BRUSH:
            half_px = repair.brush_px / 2
            points = tuple((float(p.sample), p.hz, _half_hz(p, half_px)) for p in places)
            return Brush(points, half_px * places[0].geometry.axis.samples_per_px, repair.hardness)
        if self._tool is Tool.HARMONICS:
            tone = tuple(sorted({float(place.sample): place.hz for place in places}.items()))
            if len(tone) < _FEWEST[Tool.HARMONICS]:
                return None
            return Harmonics(tone, repair.num_partials, repair.partial_hz)
        return self._found(places[0], repair)

    def _found(self, place: Place, repair: RepairSettings) -> Shape | None:
        """What the wand finds in this lane."""
        sound = self._context.store.sound(self._lane)
        if sound is None:
            return None
        grid = Grid(sound.source.rate_hz)
        return connected_sound(sound.source.read, (place.sample, place.hz), repair.wand_db, grid)


def resized(repair: RepairSettings, tool: Tool, steps: int) -> RepairSettings:
    """The settings with a smaller or larger tool.

    Args:
        repair: as they are.
        tool: a tool of `SHAPE_TOOLS`.
        steps: below 0 for smaller.

    Returns:
        Others, within what is useful.
    """
    if tool is Tool.BRUSH:
        return replace(repair, brush_px=min(max(repair.brush_px * 1.25**steps, 4.0), 400.0))
    if tool is Tool.WAND:
        return replace(repair, wand_db=min(max(repair.wand_db + 3.0 * steps, 3.0), 60.0))
    return replace(repair, num_partials=min(max(repair.num_partials + steps, 1), 64))


def size_words(repair: RepairSettings, tool: Tool) -> str:
    """How large a tool is."""
    if tool is Tool.BRUSH:
        return f"{repair.brush_px:.0f} px"
    if tool is Tool.WAND:
        return f"{repair.wand_db:.0f} dB"
    return f"1–{repair.num_partials}"


def _mode(place: Place) -> Mode | None:
    """What the keys make of a new shape; None where it replaces what was selected."""
    has_ctrl = bool(place.modifiers & Qt.KeyboardModifier.ControlModifier)
    if place.with_shift and has_ctrl:
        return "intersect"
    if place.with_shift:
        return "add"
    return "subtract" if has_ctrl else None


def _half_hz(place: Place, half_px: float) -> float:
    """Half the brush's height there, in hertz."""
    geometry = place.geometry
    high, low = geometry.hz_at(place.y_px - half_px), geometry.hz_at(place.y_px + half_px)
    return max((high - low) / 2, 1.0)
