"""The movies of a batch on this computer, several at a time, each in a process of its own.

A process that crashes or is ended costs its movie a sentence and the others nothing. All end with
the one that has started them, however that ends.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from cass_core.closable import Closable
from cass_core.delivery.batches.batch_order import BatchOrder
from cass_core.delivery.batches.batch_row import BatchRow, failed
from cass_core.delivery.batches.job_share import JobShare
from cass_core.device_choice import let_waiting_threads_sleep

_LOOK_S = 0.5
_STOP_S, _TERMINATE_S = 5.0, 1.0
_TOLD_EVERY_S = 0.2


@dataclass(frozen=True)
class JobNews:
    """Something about a movie.

    Attributes:
        order: which.
        share: how far it is; None where it has ended.
        row: how it has ended; None while it is under way.
    """

    order: BatchOrder
    share: JobShare | None = None
    row: BatchRow | None = None


Orders = Iterator[BatchOrder | None]
"""Movies as they come; None where there is none at this moment, but may be later."""


def worked_here(orders: Orders, num_workers: int) -> Generator[JobNews | None, None, None]:
    """Do all movies in so many processes.

    Closing the generator stops what is under way; the same batch goes on from there.

    Args:
        orders: what is done.
        num_workers: how many at a time.

    Yields:
        JobNews | None: shares, and a row for each movie; None where nothing has happened.
    """
    threads = max((os.cpu_count() or 1) // num_workers, 1)
    workers = [_Worker(threads) for _ in range(num_workers)]
    is_open = True
    try:
        while True:
            for worker in (one for one in workers if one.order is None):
                order = next(orders, _END) if is_open else None
                if order is _END:
                    is_open = False
                if not isinstance(order, BatchOrder):
                    break
                worker.begin(order)
            busy = {one.pipe: one for one in workers if one.order is not None and one.pipe}
            if not busy and not is_open:
                return
            yield None
            for pipe in wait(list(busy), _LOOK_S) if busy else _nothing():
                yield busy[pipe].news()  # type: ignore[index]  # pipes alone were given
    finally:
        for worker in workers:
            worker.ask_to_stop()
        for worker in workers:
            worker.close()


_END = object()


def _nothing() -> tuple[()]:
    time.sleep(_LOOK_S)
    return ()


class _Worker(Closable):
    """The parent's side of one process, which starts with its first movie."""

    def __init__(self, num_threads: int) -> None:
        self._num_threads = num_threads
        self._process: SpawnProcess | None = None
        self.pipe: Connection[BatchOrder | None, JobShare | BatchRow] | None = None
        self.order: BatchOrder | None = None
        self._begun_s = 0.0

    def begin(self, order: BatchOrder) -> None:
        """Do a movie."""
        if self._process is None or not self._process.is_alive():
            self.close()
            self._start()
        self.order, self._begun_s = order, time.monotonic()
        assert self.pipe is not None
        with suppress(OSError):  # a process that has just ended is found out about by `news`
            self.pipe.send(order)

    def news(self) -> JobNews:
        """What the process says next, or how it has ended."""
        order, said = self.order, None
        assert order is not None
        assert self.pipe is not None
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            said = failed(str(order.movie), str(order.folder), self._last_words(), self._took_s())
        if isinstance(said, JobShare):
            return JobNews(order, said)
        self.order = None
        return JobNews(order, row=said)

    def ask_to_stop(self) -> None:
        """Let a movie that is under way stop at its next step."""
        if self.pipe is not None:
            with suppress(OSError):
                self.pipe.send(None)

    def close(self) -> None:
        """End the process; what it has finished is on disk."""
        if self.pipe is not None:
            self._process_ended(_STOP_S if self.order is not None else _TERMINATE_S)
            self.pipe.close()
        self.pipe = self._process = self.order = None

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve, args=(theirs, self._num_threads), daemon=True, name="cass-batch"
        )
        process.start()
        theirs.close()  # so that the pipe ends when the process does
        self._process, self.pipe = process, ours

    def _took_s(self) -> float:
        return time.monotonic() - self._begun_s

    def _last_words(self) -> str:
        """How a process that died has ended, as a sentence."""
        process = self._process
        assert process is not None
        process.join(_TERMINATE_S)
        code = process.exitcode
        how = f"with code {code}"
        if code is not None and code < 0:
            with suppress(ValueError):
                how = f"by {signal.Signals(-code).name}"
        return (
            f"The process ended {how}, for want of memory perhaps; use fewer workers, the same "
            "batch goes on from here."
        )

    def _process_ended(self, patience_s: float) -> None:
        process = self._process
        assert process is not None
        process.join(patience_s)
        if process.is_alive():
            process.terminate()
            process.join(_TERMINATE_S)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


class _StoppedError(BaseException):
    """Nobody wants the rest."""


def serve(pipe: "Connection[JobShare | BatchRow, BatchOrder | None]", num_threads: int) -> None:
    """Do one movie after the other, until there is nobody who could want another.

    Args:
        pipe: orders come in, shares and rows go out.
        num_threads: of the network, so that the processes share the processor.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which says so here
    let_waiting_threads_sleep()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if "OMP_NUM_THREADS" not in os.environ:
        os.environ["OMP_NUM_THREADS"] = str(num_threads)
    # loaded now: who starts the processes needs no network, which reads the number of threads once
    from cass_core.delivery.batches.batch_job import row_of

    told_s = 0.0

    def tell(share: JobShare) -> None:
        nonlocal told_s
        if pipe.poll():
            raise _StoppedError
        if time.monotonic() - told_s >= _TOLD_EVERY_S:
            told_s = time.monotonic()
            pipe.send(share)

    with suppress(_StoppedError, EOFError, OSError):
        while (order := pipe.recv()) is not None:
            pipe.send(row_of(order, tell))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        sys.stderr.flush()
        os._exit(1)
