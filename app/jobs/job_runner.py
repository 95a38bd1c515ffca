"""Owns the thread of a job, and both of their lives."""

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from app.jobs.job import Job, Steps

# threads other than the first get 512 KiB on macOS, too little for a network
_STACK_BYTES = 16 << 20


class JobRunner(QObject):
    """Runs one job at a time, each in a thread of its own.

    Signals:
        idle: the job's thread has ended; all of the job's signals were delivered before.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._thread: QThread | None = None

    @property
    def busy(self) -> bool:
        """Whether a job has not ended yet."""
        return self._thread is not None

    def start(self, job: Job) -> None:
        """Run a job.

        Args:
            job: not yet run; connect its signals first, to slots of objects in this thread.
        """
        if self._thread is not None:
            raise RuntimeError("the runner is busy")
        self._job, self._thread = job, QThread(self)
        self._thread.setStackSize(_STACK_BYTES)
        job.moveToThread(self._thread)
        self._thread.started.connect(job.run)
        # direct, because this thread may be the one that waits for the other to end
        for ended in (job.finished, job.cancelled, job.failed):
            ended.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)
        self._thread.finished.connect(self._on_thread_finished)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the job to stop after its current step."""
        if self._job is not None:
            self._job.cancel()

    def cancel_and_wait(self) -> None:
        """Stop the job and block until its thread has ended: for the end of the program."""
        self.cancel()
        if self._thread is not None:
            self._thread.wait()

    @Slot()
    def _on_thread_finished(self) -> None:
        if self._thread is None:
            return
        self._thread.wait()  # the signal comes a moment before the end
        self._thread.deleteLater()
        self._job = self._thread = None
        self.idle.emit()


class Getter(QObject):
    """Gets something in the background, one thing at a time; nothing starts by itself.

    Signals:
        changed: something begins or has ended, however.
        progressed: how far it is.
        failed: one sentence for the user.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = JobRunner(self)
        self._runner.idle.connect(self.changed)

    @property
    def busy(self) -> bool:
        """Whether something is being got."""
        return self._runner.busy

    def cancel(self) -> None:
        """Stop; what has come is kept for the next time."""
        self._runner.cancel()

    def stop(self) -> None:
        """Cancel and wait: for the end of the program."""
        self._runner.cancel_and_wait()

    def _start(self, steps: Steps) -> None:
        if self.busy:
            return
        job = Job(steps)
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self.failed)
        self._runner.start(job)
        self.changed.emit()

    @Slot(object)
    def _on_progressed(self, step: object) -> None:
        self.progressed.emit(step)
