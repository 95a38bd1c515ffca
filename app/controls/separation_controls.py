"""Actions on separations and their versions."""

from PySide6.QtCore import QObject

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.views.panels.separation_panel import SeparationPanel
from app.workflows.app_context import AppContext
from app.workflows.separation.run_state import RunState


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
        self._context = context
        separation, version_controller = context.separation, context.separation.version_controller
        bind(
            actions,
            {
                "separate": panel.separate,
                "separate_selection": panel.separate_selection,
                "pause_run": self._pause_or_go_on,
                "cancel_run": separation.cancel,
                "resume_run": self._resume,
                "next_version": version_controller.next_version,
                "compare_version": version_controller.compare,
                "keep_trial": version_controller.keep_trial,
                "discard_trial": version_controller.discard_trial,
            },
        )

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
