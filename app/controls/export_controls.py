"""Actions that write files for the editor."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.actions.actions import Actions
from app.controls.bindings import bind
from app.dialogs.export_dialog import ExportDialog
from app.workflows.app_context import Workbench
from cass_core.delivery.export_request import MovieRequest


class ExportControls(QObject):
    """Binds the actions; an export that failed can be changed and tried again."""

    def __init__(self, actions: Actions, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._window = bench, window
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
        order = self._bench.exporting.order
        self.ask(as_movie=order is not None and isinstance(order.request, MovieRequest))

    def ask(self, *, as_movie: bool = False) -> None:
        """Show the dialog and write what it says.

        Args:
            as_movie: begin with the movie instead of sound files.
        """
        bench = self._bench
        if bench.project.programme is None or bench.exporting.busy:
            return
        dialog = ExportDialog(
            bench.project, bench.view, bench.settings, self._window, as_movie=as_movie
        )
        dialog.accepted.connect(lambda: bench.exporting.start(dialog.order))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
