"""The export that runs, ran last or never did; what it was asked for is kept for another try."""

from enum import Enum, auto
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.export.export_job import export_steps
from app.jobs.export.export_order import ExportOrder
from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from cass_core.delivery.export_request import ExportProgress, ExportResult

_LEAST_S = 1.0  # a shorter time says nothing about the rest


class ExportState(Enum):
    """Where an export stands."""

    IDLE = auto()
    WAITING = auto()
    RUNNING = auto()
    STOPPING = auto()
    STOPPED = auto()
    FAILED = auto()
    DONE = auto()


class ExportRunner(QObject):
    """Runs one export at a time.

    Signals:
        changed: the state changed.
        progressed: there is a new `ExportProgress`.
        finished: all files are there; the `ExportResult`.
        failed: one sentence; nothing was left behind, `retry` tries again.
    """

    changed = Signal()
    progressed = Signal()
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, in_queue: bool = False) -> None:
        """Do nothing yet.

        Args:
            parent: of Qt.
            in_queue: others may run; whoever keeps the queue begins what waits.
        """
        super().__init__(parent)
        self._in_queue = in_queue
        self._begun_s: float | None = None
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._state = self._ending = ExportState.IDLE
        self._order: ExportOrder | None = None
        self._progress: ExportProgress | None = None
        self._problem = ""
        self._result: ExportResult | None = None

    @property
    def state(self) -> ExportState:
        """Where the export stands."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a worker thread is at it."""
        return self._state in (ExportState.RUNNING, ExportState.STOPPING)

    @property
    def order(self) -> ExportOrder | None:
        """What was asked for last."""
        return self._order

    @property
    def progress(self) -> ExportProgress | None:
        """How far the export is; None before its first report."""
        return self._progress

    @property
    def problem(self) -> str:
        """Why the export failed, as one sentence; else empty."""
        return self._problem

    @property
    def result(self) -> ExportResult | None:
        """What was written, once it is."""
        return self._result

    @property
    def remaining_s(self) -> float | None:
        """Seconds that are left, by what was done so far; None while nobody knows."""
        if self._begun_s is None or self._progress is None or not self.busy:
            return None
        took_s, share = monotonic() - self._begun_s, self._progress.share
        return took_s * (1 - share) / share if took_s > _LEAST_S and share > 0 else None

    def wait(self, order: ExportOrder) -> None:
        """Keep an order until `begin`; nothing happens while one is running."""
        if not self.busy:
            self._forget()
            self._order = order
            self._set_state(ExportState.WAITING)

    def begin(self) -> None:
        """Begin what waits."""
        if self._order is not None and self._state is ExportState.WAITING:
            self.start(self._order)

    def start(self, order: ExportOrder) -> None:
        """Begin an export; nothing happens while one is running."""
        if self.busy:
            return
        job = Job(partial(export_steps, order))
        job.progressed.connect(self._on_progressed)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        self._forget()
        self._order, self._ending = order, ExportState.DONE
        self._begun_s = monotonic()
        self._runner.start(job)
        self._set_state(ExportState.RUNNING)

    @Slot()
    def retry(self) -> None:
        """Begin the last export again, behind those that wait."""
        if self._order is not None:
            (self.wait if self._in_queue else self.start)(self._order)

    @Slot()
    def cancel(self) -> None:
        """Stop after the current block; no file is left behind."""
        if self._state is ExportState.RUNNING:
            self._runner.cancel()
            self._set_state(ExportState.STOPPING)
        elif self._state is ExportState.WAITING:
            self._set_state(ExportState.STOPPED)

    @Slot()
    def clear(self) -> None:
        """Forget how the last export ended; a running one is kept."""
        if not self.busy and self._state not in (ExportState.IDLE, ExportState.WAITING):
            self._forget()
            self._set_state(ExportState.IDLE)

    def stop(self) -> None:
        """Cancel and wait: for the end of the program."""
        self._runner.cancel_and_wait()

    def _forget(self) -> None:
        self._progress, self._problem, self._result = None, "", None

    def _set_state(self, state: ExportState) -> None:
        self._state = state
        self.changed.emit()

    @Slot(object)
    def _on_progressed(self, progress: ExportProgress) -> None:
        self._progress = progress
        self._result = progress.result or self._result
        self.progressed.emit()

    @Slot()
    def _on_cancelled(self) -> None:
        # an export that was cancelled after its files got their names is done all the same
        self._ending = ExportState.STOPPED if self._result is None else ExportState.DONE

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._problem, self._ending = sentence, ExportState.FAILED

    @Slot()
    def _on_idle(self) -> None:
        self._set_state(self._ending)
        if self._state is ExportState.DONE:
            self.finished.emit(self._result)
        elif self._state is ExportState.FAILED:
            self.failed.emit(self._problem)
