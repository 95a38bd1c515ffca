"""Exports that were asked for: one runs, the others wait, those that ended can be changed."""

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.export.export_order import ExportOrder
from app.workflows.export.export_runner import ExportRunner, ExportState

_WELL = (ExportState.DONE, ExportState.STOPPED)


class ExportQueue(QObject):
    """Runs exports one after the other, in the order in which they were asked for.

    Signals:
        changed: something was asked for, began, ended or was dismissed.
        added: a new `ExportRunner`, which waits.
        removed: an `ExportRunner` that was dismissed.
        finished: all files of one are there; its `ExportResult`.
        failed: one sentence about one of them; the next one goes on.
    """

    changed = Signal()
    added = Signal(object)
    removed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runners: list[ExportRunner] = []

    @property
    def runners(self) -> tuple[ExportRunner, ...]:
        """All that is shown, the oldest first."""
        return tuple(self._runners)

    @property
    def busy(self) -> bool:
        """Whether one runs or waits."""
        return any(one.busy or one.state is ExportState.WAITING for one in self._runners)

    @property
    def state(self) -> ExportState:
        """Where the one that was asked for last stands."""
        return self._runners[-1].state if self._runners else ExportState.IDLE

    @property
    def problem(self) -> str:
        """Why that one failed; else empty."""
        return self._runners[-1].problem if self._runners else ""

    def start(self, order: ExportOrder, instead_of: ExportRunner | None = None) -> None:
        """Begin an export, or let it wait for those before it.

        Args:
            order: what is written.
            instead_of: the one that it is a changed form of; it takes its place.
        """
        if instead_of is not None and instead_of in self._runners and not instead_of.busy:
            instead_of.wait(order)
            return
        if not self.busy:
            self._remove(*(one for one in self._runners if one.state in _WELL))
        runner = ExportRunner(self, in_queue=True)
        self._runners.append(runner)
        self.added.emit(runner)  # whoever shows it hears of its changes before this queue
        runner.changed.connect(self._on_changed)
        runner.finished.connect(self.finished)
        runner.failed.connect(self.failed)
        runner.wait(order)

    @Slot()
    def cancel(self) -> None:
        """Stop the one that runs, and all that wait."""
        for runner in reversed(self._runners):
            runner.cancel()

    @Slot()
    def clear(self) -> None:
        """Forget all that have ended."""
        for runner in self.runners:
            runner.clear()

    def stop(self) -> None:
        """Cancel and wait: for the end of the program."""
        self.cancel()  # or what waits would begin
        for runner in self._runners:
            runner.stop()

    @Slot()
    def _on_changed(self) -> None:
        self._remove(*(one for one in self._runners if one.state is ExportState.IDLE))
        waiting = [one for one in self._runners if one.state is ExportState.WAITING]
        if waiting and not any(one.busy for one in self._runners):
            waiting[0].begin()
            return  # which has changed it again
        self.changed.emit()

    def _remove(self, *runners: ExportRunner) -> None:
        for runner in runners:
            self._runners.remove(runner)
            self.removed.emit(runner)
            runner.deleteLater()
