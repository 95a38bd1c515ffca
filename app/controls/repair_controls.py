"""Actions on the selection: repairs, what is heard of it, where it lies."""

from functools import partial

from PySide6.QtCore import QObject

from app.actions.actions import Actions
from app.commands.repair_commands import SwitchEdit
from app.controls.bindings import bind, bind_switch, show_checked
from app.lanes import LANES
from app.project.positions import step_pictures
from app.project.seen.selection import Selection, selection_of
from app.workflows.app_context import AppContext
from cass_core.clips import SampleSpan
from cass_core.repair.region import Region
from cass_core.spans import overlap


class RepairControls(QObject):
    """Binds the actions."""

    def __init__(self, actions: Actions, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._context = actions, context
        self._project, self._view = context.project, context.view
        repairer, audition = context.repairer, context.audition
        bind(
            actions,
            {
                "share_out": repairer.share_out,
                "gate": repairer.gate,
                "gate_silent": context.speech_gate.close_between,
                "fill": repairer.fill,
                "switch_repair": self._switch_last,
                "drop_mended": context.repair_review.drop_unneeded,
                "play_selection": audition.play_selection,
                "play_selected_only": audition.play_selected_only,
                "play_all_but": audition.play_all_but,
                "extend_back": lambda: self._extend(-1),
                "extend_forward": lambda: self._extend(1),
                "nudge_back": lambda: self._nudge(-1),
                "nudge_forward": lambda: self._nudge(1),
                "selection_here": self._bring_here,
            },
        )
        for lane in LANES:
            if lane.stem is not None and lane.move is not None:
                bind(actions, {lane.move.name: partial(repairer.move, lane.stem)})
        bind_switch(actions["snap_frames"], self._view.set_snaps_to_frames)
        self._view.snap_changed.connect(self._show_marks)
        self._show_marks()

    def _switch_last(self) -> None:
        """The last edit that the selection touches: on or off."""
        selection, edits = self._view.selection, self._project.repairs.edits
        if selection is None:
            return
        for place in reversed(range(len(edits))):
            edit = edits.edits[place]
            if overlap(edit.operation.region.span, selection.span).num_samples > 0:
                switch = SwitchEdit(self._project.repairs, place, is_on=not edit.is_on)
                self._context.undo.push(switch)
                return

    def _extend(self, num_frames: int) -> None:
        """Move the end of the selection; without one it begins at the playhead."""
        programme, selection = self._project.programme, self._view.selection
        if programme is None:
            return
        here = self._context.transport.position
        span = selection.span if selection else SampleSpan(here, here)
        stop = step_pictures(programme, span.stop, num_frames)
        if selection is None or selection.shape is None:
            band_hz = selection.band_hz if selection else None
            self._view.select(Selection(SampleSpan(span.start, max(stop, span.start)), band_hz))

    def _nudge(self, num_frames: int) -> None:
        programme, selection = self._project.programme, self._view.selection
        if programme is not None and selection is not None:
            start = selection.span.start
            self._select_moved(step_pictures(programme, start, num_frames) - start)

    def _bring_here(self) -> None:
        selection = self._view.selection
        if selection is not None:
            self._select_moved(self._context.transport.position - selection.span.start)

    def _select_moved(self, samples: int) -> None:
        selection = self._view.selection
        region: Region | None = selection.region.moved(samples) if selection else None
        if region is not None and region.span.start >= 0:
            self._view.select(selection_of(region))

    def _show_marks(self) -> None:
        show_checked(self._actions["snap_frames"], self._view.snaps_to_frames)
