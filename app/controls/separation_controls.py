"""Actions on separations and their versions."""

from PySide6.QtCore import QObject

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.views.panels.separation_panel import SeparationPanel
from app.workflows.app_context import Workbench
from app.workflows.separation.run_state import RunState


class SeparationControls(QObject):
    """Binds the actions; how to separate is what the panel shows."""

    def __init__(
        self,
        actions: Actions,
        bench: Workbench,
        panel: SeparationPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        separating, desk = bench.separating, bench.separating.desk
        bind(
            actions,
            {
                "separate": panel.separate,
                "separate_selection": panel.separate_selection,
                "pause_run": self._pause_or_go_on,
                "cancel_run": separating.cancel,
                "resume_run": self._resume,
                "next_version": desk.next_version,
                "compare_version": desk.compare,
                "keep_trial": desk.keep_trial,
                "discard_trial": desk.discard_trial,
            },
        )

    def _pause_or_go_on(self) -> None:
        separating = self._bench.separating
        if separating.state in (RunState.PAUSED, RunState.PAUSING):
            separating.go_on()
        else:
            separating.pause()

    def _resume(self) -> None:
        separating = self._bench.separating
        if separating.state in (RunState.PAUSED, RunState.PAUSING):
            separating.go_on()
            return
        take = separating.resumable
        if take is not None:
            separating.resume(take.name)
