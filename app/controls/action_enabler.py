"""Enables actions by what is going on."""

from PySide6.QtCore import QObject, QTimer, Slot

from app.actions.actions import ActionContext, Actions
from app.commands.deletion import deletable
from app.commands.version_commands import undecided
from app.workflows.app_context import AppContext
from app.workflows.separation.run_state import RunState
from cass_core.stem_names import stem_of

_SOON_MS = 5  # timers of no time at all starve while the window is busy


class ActionEnabler(QObject):
    """Looks at what is open and runs whenever something changes, once for many changes."""

    def __init__(self, actions: Actions, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._context = actions, context
        self._has_deletable = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        self._connect()
        self.look()

    @Slot()
    def look(self) -> None:
        """Enable what is possible now."""
        self._has_deletable = self._finds_deletable()
        self._actions.update_for(self._situation())

    def _connect(self) -> None:
        context = self._context
        project, view, undo = context.project, context.view, context.undo
        for changed in (
            project.programme_changed,
            project.timeline.markers_changed,
            project.timeline.loop_changed,
            project.versions.changed,
            project.versions.current_changed,
            project.versions.take_grew,
            view.selection_changed,
            view.focus_changed,
            view.tool_changed,
            view.line_point_changed,
            project.mix.changed,
            project.repairs.changed,
            undo.indexChanged,
            undo.cleanChanged,
            context.separation.changed,
            context.reviewing.changed,
            context.balancing.changed,
            project.reviews.changed,
            context.saver.modified_changed,
        ):
            changed.connect(self._soon.start)
        context.transport.position_changed.connect(self._on_position_changed)

    def _finds_deletable(self) -> bool:
        context = self._context
        return deletable(context.project, context.view, context.transport.position) is not None

    @Slot(int)
    def _on_position_changed(self, _sample: int) -> None:
        if self._finds_deletable() != self._has_deletable:  # sixty times a second: no more
            self._soon.start()

    def _situation(self) -> ActionContext:
        context = self._context
        project, programme = context.project, context.project.programme
        versions, state = project.versions, context.separation.state
        return ActionContext(
            has_programme=programme is not None,
            has_picture=programme is not None and programme.has_picture,
            has_stems=bool(context.listening.separated),
            has_selection=context.view.selection is not None,
            has_repairs=len(project.repairs.edits) > 0,
            has_loop=project.timeline.loop is not None,
            has_markers=bool(project.timeline.markers),
            has_deletable=self._has_deletable,
            has_several_versions=len(versions.versions) > 1,
            has_trial=undecided(versions) is not None,
            stem_focused=stem_of(context.view.focus) is not None,
            is_changed=context.saver.modified,
            running=context.separation.busy,
            paused=state is RunState.PAUSED,
            resumable=context.separation.resumable is not None,
            stopping=state is RunState.STOPPING,
            can_review=context.reviewing.can_start,
            can_balance=context.balancing.can_start,
            has_flags=bool(project.reviews.review.open_flags),
            can_undo=context.undo.canUndo(),
            can_redo=context.undo.canRedo(),
        )
