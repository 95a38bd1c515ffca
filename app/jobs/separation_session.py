"""The separation that runs, ran last or never did: what all views show and all actions act on."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.jobs.separation_job import (
    Notice,
    Progress,
    Separated,
    SeparationOrder,
    separation_steps,
)


class RunState(Enum):
    """Where the session stands."""

    IDLE = auto()
    RUNNING = auto()
    STOPPING = auto()
    STOPPED = auto()
    FAILED = auto()
    DONE = auto()


class SeparationSession(QObject):
    """Runs separations one after the other and holds what the last one told.

    Signals:
        changed: state, notices, problem or result changed.
        progressed: there is a new `Progress`.
    """

    changed = Signal()
    progressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._state = self._ending = RunState.IDLE
        self._progress: Progress | None = None
        self._notices: tuple[str, ...] = ()
        self._problem = ""
        self._result: Separated | None = None

    @property
    def state(self) -> RunState:
        """Where the session stands."""
        return self._state

    @property
    def running(self) -> bool:
        """Whether a worker thread is at it."""
        return self._state in (RunState.RUNNING, RunState.STOPPING)

    @property
    def progress(self) -> Progress | None:
        """How far the run is; None before its first report."""
        return self._progress

    @property
    def notices(self) -> tuple[str, ...]:
        """What the run had to fall back on, each sentence once."""
        return self._notices

    @property
    def problem(self) -> str:
        """Why the run failed, as one sentence; else empty."""
        return self._problem

    @property
    def result(self) -> Separated | None:
        """What the run left on disk, once it is done."""
        return self._result

    def start(self, order: SeparationOrder) -> None:
        """Begin a separation; there must be none running."""
        job = Job(partial(separation_steps, order))
        job.progressed.connect(self._on_progressed)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        self._forget()
        self._ending = RunState.DONE
        self._runner.start(job)
        self._set_state(RunState.RUNNING)

    def cancel(self) -> None:
        """Stop after the current step; what is finished stays on disk."""
        if self._state is RunState.RUNNING:
            self._runner.cancel()
            self._set_state(RunState.STOPPING)

    def clear(self) -> None:
        """Forget the last run, such as when another movie is opened; a running one is kept."""
        if not self.running:
            self._forget()
            self._set_state(RunState.IDLE)

    def stop(self) -> None:
        """Cancel and wait: for the end of the program."""
        self._runner.cancel_and_wait()

    def _forget(self) -> None:
        self._progress, self._notices, self._problem, self._result = None, (), "", None

    def _set_state(self, state: RunState) -> None:
        self._state = state
        self.changed.emit()

    @Slot(object)
    def _on_progressed(self, news: object) -> None:
        if isinstance(news, Progress):
            self._progress = news
            self.progressed.emit()
        elif isinstance(news, Notice) and news.sentence not in self._notices:
            self._notices = (*self._notices, news.sentence)
            self.changed.emit()
        elif isinstance(news, Separated):
            self._result = news

    @Slot()
    def _on_cancelled(self) -> None:
        # a run that was cancelled after its last file was written is done all the same
        self._ending = RunState.STOPPED if self._result is None else RunState.DONE

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._problem, self._ending = sentence, RunState.FAILED

    @Slot()
    def _on_idle(self) -> None:
        self._set_state(self._ending)
