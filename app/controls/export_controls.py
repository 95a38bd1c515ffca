"""Actions that write files for the editor."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.dialogs.export_dialog import ExportDialog
from app.workflows.app_context import AppContext
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

    @Slot()
    def change(self) -> None:
        """Show the dialog again for an export that failed."""
        order = self._context.exports.order
        self.ask(as_movie=order is not None and isinstance(order.request, MovieExport))

    def ask(self, *, as_movie: bool = False) -> None:
        """Show the dialog and write what it says.

        Args:
            as_movie: begin with the movie instead of sound files.
        """
        context = self._context
        if context.project.programme is None or context.exports.busy:
            return
        dialog = ExportDialog(
            context.project,
            context.view,
            context.settings,
            self._window,
            as_movie=as_movie,
            playhead=context.transport.position,
        )
        dialog.accepted.connect(lambda: context.exports.start(dialog.order))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
