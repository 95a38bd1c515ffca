"""Actions that play, move the playhead, loop and mark."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QUndoStack

from app.actions.actions import Actions
from app.commands.deletion import deletable, drawn_line
from app.commands.mix_commands import SetGainLine
from app.commands.sensitivity_commands import SetStrictnessLine
from app.commands.timeline_commands import AddMarker, RemoveMarker, SetLoop
from app.controls.bindings import bind, bind_switch, show_checked
from app.jobs.face_boxes import FaceBoxes
from app.playback.playback import Playback
from app.project.positions import near_border, step_pictures
from app.project.project import Project
from app.project.seen.selection import Selection
from app.project.view_state import Tool, ViewState
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker


class TransportControls(QObject):
    """Binds the actions and keeps their check marks true."""

    def __init__(
        self,
        actions: Actions,
        project: Project,
        view: ViewState,
        playback: Playback,
        undo: QUndoStack,
        faces: FaceBoxes,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions, self._project, self._view = actions, project, view
        self._faces = faces
        transport, comparison = playback.transport, playback.comparison
        self._transport, self._comparison, self._undo = transport, comparison, undo
        bind(
            actions,
            {
                "play": transport.toggle,
                "to_start": lambda: transport.seek(0),
                "to_end": lambda: transport.seek(project.whole.stop),
                "shuttle_back": lambda: transport.shuttle(-1),
                "shuttle_stop": lambda: transport.shuttle(0),
                "shuttle_forward": lambda: transport.shuttle(1),
                "half_speed": transport.half_speed,
                "set_in": self._set_in,
                "set_out": self._set_out,
                "clear_loop": lambda: self._set_loop(None, False),
                "add_marker": self._add_marker,
                "previous_marker": self._to_previous_marker,
                "next_marker": self._to_next_marker,
                "frame_back": lambda: self._step(-1),
                "frame_forward": lambda: self._step(1),
                "ten_frames_back": lambda: self._step(-10),
                "ten_frames_forward": lambda: self._step(10),
                "ab": lambda: comparison.set_original(not comparison.original),
                "delete": self._delete,
            },
        )
        bind_switch(actions["loop"], self._set_looping)
        bind_switch(actions["return_to_start"], transport.set_return_to_start)
        project.timeline.loop_changed.connect(self._show_marks)
        transport.state_changed.connect(self._show_marks)
        comparison.switched.connect(self._show_marks)
        self._show_marks()

    @property
    def _range(self) -> SampleSpan | None:
        """What is between in and out: the selection, else the loop."""
        selection = self._view.selection
        return selection.span if selection else self._project.timeline.loop

    @property
    def _edge(self) -> int:
        """The playhead, at the nearest border of pictures where the view snaps to them."""
        programme, here = self._project.programme, self._transport.position
        if programme is None or not self._view.snaps_to_frames:
            return here
        return near_border(programme, here, self._faces.cuts().tolist())

    def _set_in(self) -> None:
        here, former = self._edge, self._range
        stop = former.stop if former and former.stop > here else self._project.whole.stop
        self._set_range(SampleSpan(here, stop))

    def _set_out(self) -> None:
        here, former = self._edge, self._range
        start = former.start if former and former.start < here else 0
        self._set_range(SampleSpan(start, here))

    def _set_range(self, span: SampleSpan) -> None:
        """In and out are the selection; the band that was selected stays."""
        selection = self._view.selection
        band_hz = selection.band_hz if selection else None
        self._set_loop(span, self._project.timeline.looping)
        self._view.select(Selection(span, band_hz))

    def _set_looping(self, looping: bool) -> None:
        """Loop the range between in and out, else the selection, else everything."""
        timeline, selection = self._project.timeline, self._view.selection
        chosen = selection.span if selection else self._project.whole
        self._set_loop(timeline.loop or chosen, looping)

    def _set_loop(self, loop: SampleSpan | None, looping: bool) -> None:
        timeline = self._project.timeline
        if (loop, looping) != (timeline.loop, timeline.looping):
            self._undo.push(SetLoop(timeline, loop, looping))

    def _add_marker(self) -> None:
        timeline = self._project.timeline
        label = QCoreApplication.translate("TransportControls", "Marker {number}")
        name = label.format(number=len(timeline.markers) + 1)
        self._undo.push(AddMarker(timeline, self._transport.position, name))

    def _delete(self) -> None:
        """Remove the chosen point of a line, else the marker at the playhead."""
        found = deletable(self._project, self._view, self._transport.position)
        if isinstance(found, Marker):
            self._undo.push(RemoveMarker(self._project.timeline, found))
        elif found is not None:
            stem, point = found
            drawn = drawn_line(self._project, self._view, stem)
            line = tuple(one for one in drawn if one != point)
            if self._view.tool is Tool.BLEED_LINE:
                self._undo.push(SetStrictnessLine(self._project.sensitivity, stem, line))
            else:
                self._undo.push(SetGainLine(self._project.mix, stem, line))

    def _to_previous_marker(self) -> None:
        found = self._project.timeline.marker_before(self._transport.position)
        self._transport.seek(0 if found is None else found)

    def _to_next_marker(self) -> None:
        found = self._project.timeline.marker_after(self._transport.position)
        if found is not None:
            self._transport.seek(found)

    def _step(self, num_frames: int) -> None:
        programme = self._project.programme
        if programme is not None:
            self._transport.pause()
            self._transport.seek(step_pictures(programme, self._transport.position, num_frames))

    def _show_marks(self) -> None:
        show_checked(self._actions["loop"], self._project.timeline.looping)
        show_checked(self._actions["ab"], self._comparison.original)
        show_checked(self._actions["return_to_start"], self._transport.return_to_start)
