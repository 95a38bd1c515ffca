"""A function that reads files, called in a thread; of several calls the last one counts."""

from collections.abc import Callable, Generator
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal, Slot

from app.environment.error_report import sentence_for
from app.jobs.job import Job
from app.jobs.job_runner import JobRunner


class BackgroundCall(QObject):
    """Keeps the window free of the disk.

    Signals:
        returned: what the function gave back.
        failed: one sentence for the user.
    """

    returned = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._next: Callable[[], object] | None = None
        self._results: SimpleQueue[tuple[object, str]] = SimpleQueue()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._runner.busy or self._next is not None

    def start(self, function: Callable[[], object]) -> None:
        """Call a function, after the one that is running; that one's answer is dropped.

        Args:
            function: touches no object of the window's thread.
        """
        self._next = function
        if not self._runner.busy:
            self._begin()

    def stop(self) -> None:
        """Wait for the function that is running and drop its answer: for the end of the program."""
        self._next = None
        self._runner.cancel_and_wait()
        self._last_result()

    def _begin(self) -> None:
        function, self._next = self._next, None
        assert function is not None

        def steps() -> Generator[object, None, None]:
            try:
                self._results.put((function(), ""))
            except Exception as error:  # whatever happens, the user must know
                self._results.put((None, sentence_for(error)))
            yield None

        self._runner.start(Job(steps))

    def _last_result(self) -> tuple[object, str] | None:
        result = None
        while not self._results.empty():
            result = self._results.get()
        return result

    @Slot()
    def _on_idle(self) -> None:
        result = self._last_result()
        if self._next is not None:
            self._begin()
        elif result is not None:
            value, problem = result
            if problem:
                self.failed.emit(problem)
            else:
                self.returned.emit(value)
