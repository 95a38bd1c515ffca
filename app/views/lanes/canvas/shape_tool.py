"""Selecting shapes with the mouse: lasso, brush, harmonics, magic wand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.project.seen.repair_settings import RepairSettings
from app.project.seen.selection import selection_of
from app.project.view_state import Tool
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
_HARDER = {Qt.Key.Key_BraceLeft: -1, Qt.Key.Key_BraceRight: 1}
_HARDNESS_STEP = 0.1
_MOST_POINTS = 2000


class ShapeTool:
    """Drags make a new shape; Shift adds it, Ctrl takes it away, both leave what lies in both.

    `[` and `]` make the tool smaller or larger: the brush, the wand's range, the partials; `{` and
    `}` make the brush softer or harder. What a wand finds comes when it is found.
    """

    def __init__(self, context: LaneContext, lane: str) -> None:
        """Wait for the mouse.

        Args:
            context: whose selection it changes.
            lane: code of the lane whose sound a wand looks at.
        """
        self._context, self._lane = context, lane
        self._places: list[Place] = []
        self._asked: object = None
        context.wand.returned.connect(self._on_found)
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
        if self._tool is Tool.WAND:
            self._look_for(place)
        elif self._tool is not Tool.LASSO:
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
        is_size = event.key() in _STEP and self._tool is not Tool.LASSO
        return is_escape or is_size or (event.key() in _HARDER and self._tool is Tool.BRUSH)

    def key(self, event: QKeyEvent) -> None:
        """Change the size or the hardness, or drop the selection."""
        view, key = self._context.view, Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._places, self._asked = [], None
            view.select(None)
        elif key in _HARDER:
            view.set_repair(hardened(view.repair, _HARDER[key]))
            self.words = f"{100 * view.repair.hardness:.0f} %"
        else:
            view.set_repair(resized(view.repair, self._tool, _STEP[key]))
            self.words = size_words(view.repair, self._tool)

    def _show(self) -> None:
        shape = self._shape()
        if shape is not None:
            self._select(shape)

    def _select(self, shape: Shape) -> None:
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
        return None

    def _look_for(self, place: Place) -> None:
        """Let the wand look in this lane's sound; of several touches the last one counts."""
        sound = self._context.store.sound(self._lane)
        self._asked = None
        if sound is None:
            return
        grid, range_db = Grid(sound.source.rate_hz), self._context.view.repair.wand_db
        at, self._asked = (place.sample, place.hz), object()
        look = partial(connected_sound, sound.source.read, at, range_db, grid)
        self._context.wand.start(partial(_answered, self._asked, look))

    def _on_found(self, answer: tuple[object, Shape | None]) -> None:
        """Select what the wand has found, if this lane has asked for it."""
        asked, shape = answer
        if asked is self._asked and shape is not None:
            self._select(shape)


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


def hardened(repair: RepairSettings, steps: int) -> RepairSettings:
    """The settings with a softer or harder brush.

    Args:
        repair: as they are.
        steps: below 0 for softer.

    Returns:
        Others, from 0 to 1.
    """
    hardness = round(repair.hardness + _HARDNESS_STEP * steps, 2)
    return replace(repair, hardness=min(max(hardness, 0.0), 1.0))


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


def _answered(asked: object, look: Callable[[], Shape | None]) -> tuple[object, Shape | None]:
    """What is found, with who has asked."""
    return asked, look()
