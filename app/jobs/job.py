"""An iterator of steps, run in a worker thread."""

import threading
from collections.abc import Callable, Generator
from contextlib import closing

from PySide6.QtCore import QObject, Signal, Slot

from app.environment.error_report import sentence_for

Steps = Callable[[], Generator[object, None, None]]


class Job(QObject):
    """Consume a generator; closing it, its clean-up included, happens in the worker thread too.

    Exactly one of `finished`, `cancelled` and `failed` ends each run.

    Signals:
        progressed: an item of the generator, delivered in the receiver's thread. None is a step
            without news: the job only looks whether it was cancelled.
        finished: all steps were done.
        cancelled: the run was stopped between two steps.
        failed: one sentence for the user.
    """

    progressed = Signal(object)
    finished = Signal()
    cancelled = Signal()
    failed = Signal(str)

    def __init__(self, steps: Steps) -> None:
        """Prepare the job; it has no parent, so that it can move to a thread.

        Args:
            steps: called in the worker thread; the work is what its generator does.
        """
        super().__init__()
        self._steps = steps
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """Ask the run to stop after the current step; safe from any thread."""
        self._cancel.set()

    @Slot()
    def run(self) -> None:
        """Do all steps; connect to `QThread.started`."""
        try:
            done = self._consume()
        except Exception as error:  # whatever happens, the thread must end and the user must know
            self.failed.emit(sentence_for(error))
        else:
            (self.finished if done else self.cancelled).emit()

    def _consume(self) -> bool:
        """Whether all steps were done."""
        with closing(self._steps()) as steps:
            for step in steps:
                if step is not None:
                    self.progressed.emit(step)
                if self._cancel.is_set():
                    return False
        return True
