"""Actions that change what is seen: zoom, follow, look, time format, tool, theme."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from app.actions.actions import Actions
from app.controls.bindings import bind, bind_switch, show_checked
from app.lanes import LANES
from app.playback.transport import Transport
from app.project.project import Project
from app.project.seen.selection import Selection
from app.project.seen.spectrogram_look import SCALES, TRANSFORM_LENGTHS
from app.project.view_state import TimeFormat, Tool, ViewState
from app.tiles.frequency_axis import FrequencyScale, share_at
from app.views.lanes.canvas.readout import length_words

_ZOOM = 0.5
_CONTRAST_DB = 5.0
_FORMATS = {
    "format_timecode": TimeFormat.TIMECODE,
    "format_samples": TimeFormat.SAMPLES,
    "format_minutes": TimeFormat.MINUTES,
}
_TOOLS = {f"tool_{tool.value.replace(' ', '_')}": tool for tool in Tool}


class ViewControls(QObject):
    """Binds the actions and keeps their check marks true."""

    def __init__(
        self,
        actions: Actions,
        project: Project,
        view: ViewState,
        transport: Transport,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions, self._project, self._view = actions, project, view
        self._transport = transport
        bind(actions, self._slots())
        bind_switch(actions["follow"], view.set_follow)
        bind_switch(actions["waveform"], self._show_waveform)
        bind_switch(actions["owners"], self._show_owners)
        for lane in LANES:
            if lane.show is not None:
                bind_switch(actions[lane.show.name], partial(self._show_lane, lane.code))
        for changed in (
            view.follow_changed,
            view.look_changed,
            view.format_changed,
            view.lanes_changed,
        ):
            changed.connect(self._show_marks)
        view.tool_changed.connect(self._show_marks)
        project.programme_changed.connect(self._show_lengths)
        self._show_marks()

    def _slots(self) -> dict[str, Callable[[], object]]:
        slots: dict[str, Callable[[], object]] = {
            "zoom_in": lambda: self._zoom(_ZOOM),
            "zoom_out": lambda: self._zoom(1 / _ZOOM),
            "zoom_selection": self._zoom_to_selection,
            "zoom_all": lambda: self._view.zoom_to(self._project.whole),
            "zoom_back": self._view.zoom_back,
            "select_all": lambda: self._view.select(Selection(self._project.whole)),
            "select_loop": self._select_loop,
            "select_none": lambda: self._view.select(None),
        }
        slots |= {
            "frequencies_in": lambda: self._zoom_frequencies(_ZOOM),
            "frequencies_out": lambda: self._zoom_frequencies(1 / _ZOOM),
            "frequencies_selection": self._zoom_to_band,
            "contrast_more": lambda: self._change_contrast(_CONTRAST_DB),
            "contrast_less": lambda: self._change_contrast(-_CONTRAST_DB),
            "length_shorter": lambda: self._view.set_look(self._view.look.lengthened(-1)),
            "length_longer": lambda: self._view.set_look(self._view.look.lengthened(1)),
        }
        for n_fft in TRANSFORM_LENGTHS:
            slots[f"length_{n_fft}"] = partial(self._set_length, n_fft)
        for scale in SCALES:
            slots[f"scale_{scale}"] = partial(self._set_scale, scale)
        for name, time_format in _FORMATS.items():
            slots[name] = partial(self._view.set_time_format, time_format)
        for name, tool in _TOOLS.items():
            slots[name] = partial(self._view.set_tool, tool)
        for lane in LANES:
            if lane.focus is not None:
                slots[lane.focus.name] = partial(self._view.set_focus, lane.code)
        return slots

    def _zoom(self, factor: float) -> None:
        """Around the playhead where it is seen, else around the middle."""
        span, around = self._view.visible, self._transport.position
        if not span.start <= around <= span.stop:
            around = (span.start + span.stop) // 2
        self._view.zoom(factor, around)

    def _zoom_to_selection(self) -> None:
        if self._view.selection is not None:
            self._view.zoom_to(self._view.selection.span)

    def _select_loop(self) -> None:
        loop = self._project.timeline.loop
        if loop is not None:
            self._view.select(Selection(loop))

    def _set_scale(self, scale: str) -> None:
        self._view.set_look(replace(self._view.look, scale=scale))

    def _set_length(self, n_fft: int) -> None:
        self._view.set_look(replace(self._view.look, n_fft=n_fft))

    def _show_lengths(self) -> None:
        """How long spectra are depends on the rate of the programme."""
        programme = self._project.programme
        if programme is None:
            return
        for n_fft in TRANSFORM_LENGTHS:
            self._actions[f"length_{n_fft}"].setText("&" + length_words(n_fft, programme.rate_hz))

    def _zoom_frequencies(self, factor: float) -> None:
        self._view.set_look(self._view.look.zoomed(factor, 0.5))

    def _zoom_to_band(self) -> None:
        """Between the selected band and all frequencies."""
        selection, programme = self._view.selection, self._project.programme
        look = replace(self._view.look, seen=(0.0, 1.0))
        if programme is not None and selection is not None and selection.band_hz is not None:
            whole = FrequencyScale(look.scale)
            low, high = (share_at(hz, whole, programme.rate_hz) for hz in selection.band_hz)
            wanted = look.zoomed(high - low, low / max(1.0 - (high - low), 1e-9))
            look = look if wanted == self._view.look else wanted
        self._view.set_look(look)

    def _change_contrast(self, step_db: float) -> None:
        self._view.set_look(self._view.look.contrasted(step_db, 0.0))

    def _show_waveform(self, shown: bool) -> None:
        self._view.set_look(replace(self._view.look, waveform=shown))

    def _show_owners(self, shown: bool) -> None:
        self._view.set_look(replace(self._view.look, owners=shown))

    def _show_lane(self, code: str, shown: bool) -> None:
        lanes = self._view.shown_lanes
        self._view.show_lanes(lanes | {code} if shown else lanes - {code})

    def _show_marks(self) -> None:
        view = self._view
        show_checked(self._actions["follow"], view.follow)
        show_checked(self._actions["waveform"], view.look.waveform)
        show_checked(self._actions["owners"], view.look.owners)
        for lane in LANES:
            if lane.show is not None:
                show_checked(self._actions[lane.show.name], lane.code in view.shown_lanes)
        for scale in SCALES:
            show_checked(self._actions[f"scale_{scale}"], view.look.scale == scale)
        for n_fft in TRANSFORM_LENGTHS:
            show_checked(self._actions[f"length_{n_fft}"], view.look.n_fft == n_fft)
        for name, time_format in _FORMATS.items():
            show_checked(self._actions[name], view.time_format is time_format)
        for name, tool in _TOOLS.items():
            show_checked(self._actions[name], view.tool is tool)
