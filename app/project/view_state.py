"""What is seen of the project: zoom, selection, colours; shared by all views and never undone."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from app.project.seen.repair_settings import RepairSettings
from app.project.seen.selection import Selection
from app.project.seen.spectrogram_look import SpectrogramLook
from cass_core.clips import SampleSpan
from cass_core.stem_names import MIXTURE_CODE, Stem
from cass_core.stems.line import LinePoint

_FEWEST_SAMPLES = 64


class TimeFormat(Enum):
    """How positions are written."""

    TIMECODE = "timecode"
    SAMPLES = "samples"
    MINUTES = "minutes"


class Tool(Enum):
    """What the mouse does in a lane."""

    SELECT = "select"
    GAIN_LINE = "gain line"
    BLEED_LINE = "bleed line"
    LASSO = "lasso"
    BRUSH = "brush"
    WAND = "wand"
    HARMONICS = "harmonics"


class ViewState(QObject):
    """Visible span, selection, tool, look; setters emit only when a value changes.

    Signals:
        visible_changed: another part of the programme is shown.
        selection_changed: the selection changed or went away.
        look_changed: the spectrograms' look changed.
        format_changed: positions are written in another way.
        tool_changed: the mouse does something else.
        focus_changed: another lane is the one that keys act on.
        lanes_changed: another choice of lanes is shown.
        line_point_changed: another point of a line is chosen, or none.
        follow_changed: whether the view follows the playhead.
        repair_changed: how what is selected is repaired.
        snap_changed: whether selections stick to frames.
        difference_changed: the difference lane subtracts something else.
    """

    visible_changed = Signal()
    selection_changed = Signal()
    look_changed = Signal()
    format_changed = Signal()
    tool_changed = Signal()
    focus_changed = Signal()
    lanes_changed = Signal()
    line_point_changed = Signal()
    follow_changed = Signal()
    repair_changed = Signal()
    snap_changed = Signal()
    difference_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._length = 0
        self._visible = SampleSpan(0, 0)
        self._before_zoom: SampleSpan | None = None
        self._selection: Selection | None = None
        self._look = SpectrogramLook()
        self._format = TimeFormat.TIMECODE
        self._tool = Tool.SELECT
        self._focus = MIXTURE_CODE
        self._shown_lanes: frozenset[str] = frozenset()
        self._line_points: dict[Stem, LinePoint] = {}
        self._follow = True
        self._repair = RepairSettings()
        self._snaps_to_frames = False
        self._difference = ""

    @property
    def length(self) -> int:
        """Samples of the programme."""
        return self._length

    @property
    def visible(self) -> SampleSpan:
        """What the lanes show; inside the programme and never empty while one is open."""
        return self._visible

    @property
    def selection(self) -> Selection | None:
        """What is selected."""
        return self._selection

    @property
    def look(self) -> SpectrogramLook:
        """How levels become colours."""
        return self._look

    @property
    def time_format(self) -> TimeFormat:
        """How positions are written."""
        return self._format

    @property
    def tool(self) -> Tool:
        """What the mouse does in a lane."""
        return self._tool

    @property
    def focus(self) -> str:
        """Code of the lane that keys act on."""
        return self._focus

    @property
    def follow(self) -> bool:
        """Whether the view follows the playhead."""
        return self._follow

    @property
    def repair(self) -> RepairSettings:
        """How what is selected is repaired and heard."""
        return self._repair

    def set_repair(self, repair: RepairSettings) -> None:
        """Change how what is selected is repaired and heard."""
        if repair != self._repair:
            self._repair = repair
            self.repair_changed.emit()

    @property
    def snaps_to_frames(self) -> bool:
        """Whether the edges of a selection stick to the borders of pictures."""
        return self._snaps_to_frames

    def set_snaps_to_frames(self, on: bool) -> None:
        """Choose whether the edges of a selection stick to the borders of pictures."""
        if on != self._snaps_to_frames:
            self._snaps_to_frames = on
            self.snap_changed.emit()

    @property
    def difference(self) -> str:
        """Name of the version that the difference lane subtracts; empty for the unrepaired stem."""
        return self._difference

    def set_difference(self, version: str) -> None:
        """Choose what the difference lane subtracts."""
        if version != self._difference:
            self._difference = version
            self.difference_changed.emit()

    @property
    def shown_lanes(self) -> frozenset[str]:
        """Codes of the lanes that are shown beside those that always are."""
        return self._shown_lanes

    def show_lanes(self, codes: Iterable[str]) -> None:
        """Choose which lanes are shown beside those that always are."""
        if (chosen := frozenset(codes)) != self._shown_lanes:
            self._shown_lanes = chosen
            self.lanes_changed.emit()

    def line_point(self, stem: Stem) -> LinePoint | None:
        """The point of the stem's line that keys act on; it may have left the line."""
        return self._line_points.get(stem)

    def choose_line_point(self, stem: Stem, point: LinePoint | None) -> None:
        """Let keys act on a point of a stem's line; None for no point."""
        if point == self.line_point(stem):
            return
        if point is None:
            del self._line_points[stem]
        else:
            self._line_points[stem] = point
        self.line_point_changed.emit()

    def set_length(self, num_samples: int) -> None:
        """Tell the programme's length; a view of the whole stays one."""
        was_whole = self._visible == SampleSpan(0, self._length)
        self._length = num_samples
        self.show_span(SampleSpan(0, num_samples) if was_whole else self._visible)
        if self._selection is not None and self._selection.span.stop > num_samples:
            self.select(None)

    def show_span(self, span: SampleSpan) -> None:
        """Show a part of the programme, moved and cut so that it lies inside."""
        count = min(max(span.num_samples, _FEWEST_SAMPLES), max(self._length, 1))
        start = min(max(span.start, 0), max(self._length - count, 0))
        if (fitted := SampleSpan(start, start + count)) != self._visible:
            self._visible = fitted
            self.visible_changed.emit()

    def zoom(self, factor: float, around: int) -> None:
        """Show more (factor above 1) or less; the sample `around` stays where it is on screen."""
        span = self._visible
        count = round(min(max(span.num_samples * factor, _FEWEST_SAMPLES), max(self._length, 1)))
        share = (around - span.start) / max(span.num_samples, 1)
        start = round(around - share * count)
        self.show_span(SampleSpan(start, start + count))

    def scroll(self, num_samples: int) -> None:
        """Move the visible part."""
        span = self._visible
        start = min(max(span.start + num_samples, 0), max(self._length - span.num_samples, 0))
        self.show_span(SampleSpan(start, start + span.num_samples))

    def zoom_to(self, span: SampleSpan) -> None:
        """Show a span and remember what was seen before, for `zoom_back`."""
        self._before_zoom = self._visible
        self.show_span(span)

    def zoom_back(self) -> None:
        """Change between what is seen and what was seen before the last `zoom_to`."""
        if self._before_zoom is not None:
            self.zoom_to(self._before_zoom)

    def select(self, selection: Selection | None) -> None:
        """Select a part; an empty one is none."""
        if selection is not None:
            start, stop = max(selection.span.start, 0), min(selection.span.stop, self._length)
            inside = replace(selection, span=SampleSpan(start, stop))
            selection = inside if stop > start else None
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit()

    def set_look(self, look: SpectrogramLook) -> None:
        """Change how levels become colours."""
        if look != self._look:
            self._look = look
            self.look_changed.emit()

    def set_time_format(self, time_format: TimeFormat) -> None:
        """Change how positions are written."""
        if time_format is not self._format:
            self._format = time_format
            self.format_changed.emit()

    def set_tool(self, tool: Tool) -> None:
        """Change what the mouse does."""
        if tool is not self._tool:
            self._tool = tool
            self.tool_changed.emit()

    def set_focus(self, lane: str) -> None:
        """Change the lane that keys act on."""
        if lane != self._focus:
            self._focus = lane
            self.focus_changed.emit()

    def set_follow(self, follow: bool) -> None:
        """Change whether the view follows the playhead."""
        if follow != self._follow:
            self._follow = follow
            self.follow_changed.emit()
