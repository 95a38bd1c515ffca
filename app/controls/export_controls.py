"""Actions that write files for the editor."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.dialogs.export.export_dialog import ExportDialog
from app.workflows.app_context import AppContext
from app.workflows.export.export_runner import ExportRunner
from cass_core.delivery.export_request import MovieExport


class ExportControls(QObject):
    """Binds the actions; an export that failed can be changed and tried again."""

    def __init__(self, actions: Actions, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        bind(
            actions,
            {
                "export": lambda: self.ask(),
                "export_remux": lambda: self.ask(as_movie=True),
            },
        )

    @Slot(object)
    def change(self, runner: ExportRunner) -> None:
        """Show the dialog again for an export that failed or was stopped; it keeps its place."""
        order = runner.order
        self.ask(
            as_movie=order is not None and isinstance(order.request, MovieExport),
            instead_of=runner,
        )

    def ask(self, *, as_movie: bool = False, instead_of: ExportRunner | None = None) -> None:
        """Show the dialog; what it says is written, or waits for the exports before it.

        Args:
            as_movie: begin with the movie instead of sound files.
            instead_of: the export that is changed; None for a new one.
        """
        context = self._context
        if context.project.programme is None:
            return
        dialog = ExportDialog(
            context.project,
            context.view,
            context.settings,
            self._window,
            as_movie=as_movie,
            playhead=context.transport.position,
        )
        dialog.accepted.connect(lambda: context.exports.start(dialog.order, instead_of))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
