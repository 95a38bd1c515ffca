"""An order for the separating process as steps for a job, and what comes back as news."""

import logging
import queue
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.jobs.separating.run_events import (
    ENDINGS,
    Control,
    DeviceOrder,
    Event,
    Order,
    OrderCancelled,
    OrderFailed,
    Told,
)
from app.jobs.separating.worker_process import WorkerProcess
from cass_core.request.events import RunEvent, Warned
from cass_core.request.request import SeparationRequest
from cass_core.timing.run_timing import RunTiming
from cass_core.timing.speed_book import SpeedBook

_log = logging.getLogger(__name__)

_POLL_S = 0.04
# what the process gets to end its step by itself; with what `WorkerProcess.end` takes, a second
_GRACE_S = 0.6


@dataclass(frozen=True)
class Progress:
    """How far a separation is.

    Attributes:
        phase: "load", "sound", "picture" or "separate".
        share: of the whole run, 0 to 1.
        remaining_s: seconds that are left; None while they are not known.
    """

    phase: str
    share: float
    remaining_s: float | None = None


News = Event | RunEvent | Progress
Controls = queue.SimpleQueue[Control]


def order_steps(
    process: WorkerProcess, order: Order, controls: Controls, book: SpeedBook
) -> Generator[News | None, None, None]:
    """Let the process carry out an order.

    Args:
        process: used by nobody else meanwhile.
        order: what to do.
        controls: what the user wants on the way; filled from another thread.
        book: what is known of this computer's speed; what is measured goes there.

    Yields:
        What there is to tell, None where that is nothing; one of `ENDINGS` is the last.
    """
    timing, ended = _timing(order, book), False
    try:
        run = _Run(process, order, controls)
        while not ended:
            event = run.next_event()
            ended = isinstance(event, ENDINGS)
            if ended and timing is not None:
                timing.keep()
            if isinstance(event, Told) and timing is not None:
                yield from _heard(event, timing)
            else:
                yield event
    finally:
        if not ended:  # the program ends
            process.end()


def _timing(order: Order, book: SpeedBook) -> RunTiming | None:
    if isinstance(order, DeviceOrder):
        return None
    is_decoded = isinstance(order, SeparationRequest) and order.decoded is not None
    return RunTiming(order.model, order.settings, book, is_decoded=is_decoded)


def _heard(told: Told, timing: RunTiming) -> Iterator[News]:
    """The library's event, and how far the run is after it."""
    timing.add(told.event, told.time_s)
    yield told.event
    if not isinstance(told.event, Warned):
        yield Progress(timing.phase, timing.share, timing.remaining_s)


class _Run:
    """What comes from the process and what goes to it while it carries out one order."""

    def __init__(self, process: WorkerProcess, order: Order, controls: Controls) -> None:
        self._process, self._order, self._controls = process, order, controls
        self._may_be_leaving = process.give(order)
        self._cancelled_s: float | None = None

    def next_event(self) -> Event | None:
        """The next event; one of our own where the process cannot tell any more."""
        while not self._controls.empty():
            self._pass_on(self._controls.get())
        try:
            event = self._process.next_event(_POLL_S)
        except EOFError:
            return self._died()
        self._may_be_leaving = self._may_be_leaving and event is None
        if isinstance(event, OrderFailed) and event.trace:
            _log.error("The separating process failed:\n%s", event.trace)
        if not isinstance(event, ENDINGS) and self._is_overdue():
            self._process.end()
            return OrderCancelled()
        return event

    def _pass_on(self, control: Control) -> None:
        if control is Control.CANCEL and self._cancelled_s is None:
            self._cancelled_s = time.monotonic()
        self._process.control(control)

    def _is_overdue(self) -> bool:
        return self._cancelled_s is not None and time.monotonic() - self._cancelled_s > _GRACE_S

    def _died(self) -> Event | None:
        if self._may_be_leaving:  # it never saw the order
            self._may_be_leaving = self._process.give(self._order)
            return None
        words = self._process.last_words()
        self._process.end()
        if self._cancelled_s is not None:
            return OrderCancelled()
        _log.error("The separating process %s.", words)
        sentence = QCoreApplication.translate(
            "Faults",
            "The separating process {ended}, perhaps because the memory was full; everything it "
            "had finished is kept, so close other programs and resume.",
        )
        return OrderFailed(sentence.format(ended=words))
