"""Enables actions by what is going on."""

from PySide6.QtCore import QObject, QTimer, Slot

from app.actions.actions import Actions, Situation
from app.workflows.app_context import Workbench
from app.workflows.separation.run_state import RunState

_SOON_MS = 5  # timers of no time at all starve while the window is busy


class SituationWatch(QObject):
    """Looks at the workbench whenever something changes, once for many changes."""

    def __init__(self, actions: Actions, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._bench = actions, bench
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        self._connect()
        self.look()

    @Slot()
    def look(self) -> None:
        """Enable what is possible now."""
        self._actions.update_for(self._situation())

    def _connect(self) -> None:
        bench = self._bench
        project, view, undo = bench.project, bench.view, bench.undo
        for changed in (
            project.programme_changed,
            project.timeline.markers_changed,
            project.timeline.loop_changed,
            project.versions.changed,
            project.versions.current_changed,
            project.versions.take_grew,
            view.selection_changed,
            view.focus_changed,
            undo.indexChanged,
            undo.cleanChanged,
            bench.separating.changed,
            bench.exporting.changed,
            bench.saving.modified_changed,
        ):
            changed.connect(self._soon.start)

    def _situation(self) -> Situation:
        bench = self._bench
        project, programme = bench.project, bench.project.programme
        versions, state = project.versions, bench.separating.state
        return Situation(
            has_programme=programme is not None,
            has_picture=programme is not None and programme.has_picture,
            has_stems=bool(bench.listening.separated),
            has_selection=bench.view.selection is not None,
            has_loop=project.timeline.loop is not None,
            has_markers=bool(project.timeline.markers),
            has_deletable=bool(project.timeline.markers),
            has_several_versions=len(versions.versions) > 1,
            has_trial=versions.trial is not None,
            stem_focused=bench.view.focus != "MIX",
            is_changed=bench.saving.modified,
            running=bench.separating.busy,
            paused=state is RunState.PAUSED,
            resumable=bench.separating.resumable is not None,
            stopping=state is RunState.STOPPING,
            exporting=bench.exporting.busy,
            can_undo=bench.undo.canUndo(),
            can_redo=bench.undo.canRedo(),
        )
