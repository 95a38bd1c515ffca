"""The one separating process and the thread that listens to it: one order at a time."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.environment.library_sentences import translated
from app.jobs.job import Job
from app.jobs.job_runner import JobRunner
from app.jobs.separating.run_events import (
    ENDINGS,
    Control,
    DeviceFound,
    Order,
    OrderCancelled,
    OrderFailed,
    Paused,
    WentOn,
)
from app.jobs.separating.separation_job import Controls, Progress, order_steps
from app.jobs.separating.separation_worker import serve
from app.jobs.separating.worker_process import Serve, WorkerProcess
from cass_core.request.events import ChunkWritten, Warned
from cass_core.timing.speed_book import SpeedBook

Ending = object


class SeparationSession(QObject):
    """Carries out orders and passes on what the process tells, in this object's thread.

    Attributes:
        book: what is known of this computer's speed; every run adds to it.

    Signals:
        progressed: a `Progress`.
        take_grew: another chunk is on disk; first sample that is not.
        noticed: a sentence about a fallback.
        device_found: a `DeviceFound`.
        paused_changed: whether the process stands still, by its own word.
        ended: the `Order` and its `OrderDone`, `OrderCancelled` or `OrderFailed`; the session is
            free for another one.
    """

    progressed = Signal(object)
    take_grew = Signal(int)
    noticed = Signal(str)
    device_found = Signal(object)
    paused_changed = Signal(bool)
    ended = Signal(object, object)

    def __init__(
        self,
        parent: QObject | None = None,
        target: Serve = serve,
        book: SpeedBook | None = None,
    ) -> None:
        """Prepare; no process is started.

        Args:
            parent: owner.
            target: what runs in the process.
            book: where speeds are kept; the user's own where None.
        """
        super().__init__(parent)
        self.book = book or SpeedBook()
        self._process = WorkerProcess(target)
        self._runner = JobRunner(self)
        self._runner.idle.connect(self._on_idle)
        self._controls = Controls()
        self._order: Order | None = None
        self._ending: Ending = OrderCancelled()

    @property
    def order(self) -> Order | None:
        """What is being carried out."""
        return self._order

    @property
    def busy(self) -> bool:
        """Whether an order is being carried out."""
        return self._order is not None

    @property
    def pid(self) -> int | None:
        """The process; None while there is none."""
        return self._process.pid

    def start(self, order: Order) -> None:
        """Begin an order; there must be none."""
        self._controls, self._ending = Controls(), OrderCancelled()
        job = Job(partial(order_steps, self._process, order, self._controls, self.book))
        job.progressed.connect(self._on_news)
        job.failed.connect(self._on_failed)
        self._order = order
        self._runner.start(job)

    def pause(self) -> None:
        """Ask the process to stand still; `paused_changed` tells when it does."""
        self._controls.put(Control.PAUSE)

    def go_on(self) -> None:
        """Let a paused process go on."""
        self._controls.put(Control.GO_ON)

    def cancel(self) -> None:
        """Give the order up, within a second; what is finished stays on disk."""
        self._controls.put(Control.CANCEL)

    def stop(self) -> None:
        """End the process and wait for it: for the end of the program."""
        self._runner.cancel_and_wait()
        self._process.end()

    @Slot(object)
    def _on_news(self, news: object) -> None:
        match news:
            case Progress():
                self.progressed.emit(news)
            case ChunkWritten():
                self.take_grew.emit(news.span.stop)
            case Warned():
                self.noticed.emit(translated(news.sentence))
            case DeviceFound():
                self.device_found.emit(replace(news, name=translated(news.name)))
            case Paused() | WentOn():
                self.paused_changed.emit(isinstance(news, Paused))
        if isinstance(news, OrderFailed):
            self._ending = replace(news, sentence=translated(news.sentence))
        elif isinstance(news, ENDINGS):
            self._ending = news

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._ending = OrderFailed(sentence)

    @Slot()
    def _on_idle(self) -> None:
        order, self._order = self._order, None
        self.ended.emit(order, self._ending)
