"""Actions on separations and their versions."""

from functools import partial

from PySide6.QtCore import QObject

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.lanes import LANES
from app.views.panels.separation_panel import SeparationPanel
from app.workflows.app_context import AppContext
from app.workflows.separation.run_state import RunState
from cass_core.stem_names import Stem


class SeparationControls(QObject):
    """Binds the actions; how to separate is what the panel shows."""

    def __init__(
        self,
        actions: Actions,
        context: AppContext,
        panel: SeparationPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._panel = context, panel
        separation, version_controller = context.separation, context.separation.version_controller
        bind(
            actions,
            {
                "separate": panel.separate,
                "separate_selection": panel.separate_selection,
                "separate_here": self._separate_here,
                "pause_run": self._pause_or_go_on,
                "cancel_run": separation.cancel,
                "resume_run": self._resume,
                "next_version": version_controller.next_version,
                "compare_version": version_controller.compare,
                "keep_trial": version_controller.keep_trial,
                "discard_trial": version_controller.discard_trial,
            },
        )
        for lane in LANES:
            if lane.stem is not None and lane.guide is not None:
                bind(actions, {lane.guide.name: partial(self._guide, lane.stem)})

    def _guide(self, stem: Stem) -> None:
        panel = self._panel
        self._context.separation_here.guide(stem, panel.choice, panel.form.model_name)

    def _separate_here(self) -> None:
        self._context.separation_here.again(self._panel.choice, self._panel.form.model_name)

    def _pause_or_go_on(self) -> None:
        separation = self._context.separation
        if separation.state in (RunState.PAUSED, RunState.PAUSING):
            separation.go_on()
        else:
            separation.pause()

    def _resume(self) -> None:
        separation = self._context.separation
        if separation.state in (RunState.PAUSED, RunState.PAUSING):
            separation.go_on()
            return
        take = separation.resumable
        if take is not None:
            separation.resume(take.name)
