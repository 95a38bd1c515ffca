"""The app's side of the separating process: start it, talk to it, end it within a second."""

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from PySide6.QtCore import QCoreApplication

from app.jobs.separating.run_events import Control, Event, Order
from app.jobs.separating.separation_worker import serve

Serve = Callable[["Connection[Event, object]"], None]

_CONTEXT = multiprocessing.get_context("spawn")  # nothing of the window reaches the process
# together well under the second that a user waits for
_TERMINATE_S, _KILL_S = 0.2, 0.5


class WorkerProcess:
    """A process that carries out one order at a time, and stays for the next one.

    Everything here is called from one thread at a time.
    """

    def __init__(self, target: Serve = serve) -> None:
        """Prepare; the process starts with its first order.

        Args:
            target: what runs in the process.
        """
        self._target = target
        self._process: SpawnProcess | None = None
        self._pipe: Connection[object, Event] | None = None

    @property
    def pid(self) -> int | None:
        """The process; None while there is none."""
        return self._process.pid if self._process is not None else None

    def give(self, order: Order) -> bool:
        """Hand over an order; a process that has left since the last one is replaced.

        Args:
            order: what to do.

        Returns:
            Whether the process is an older one, which may be leaving at this very moment.
        """
        if self._process is not None and self._process.is_alive() and self._send(order):
            return True
        self.end()
        self._start()
        self._send(order)
        return False

    def control(self, control: Control) -> None:
        """Pause, go on or cancel."""
        self._send(control)

    def next_event(self, timeout_s: float) -> Event | None:
        """What the process has told.

        Args:
            timeout_s: how long to wait for it.

        Returns:
            The oldest event, None where there was none in time.

        Raises:
            EOFError: the process has ended.
        """
        if self._pipe is None:
            raise EOFError
        try:
            return self._pipe.recv() if self._pipe.poll(timeout_s) else None
        except OSError as error:  # a broken pipe is how some systems tell the end
            raise EOFError from error

    def end(self) -> None:
        """End the process at once; what it has finished is on disk."""
        process, self._process = self._process, None
        if self._pipe is not None:
            self._pipe.close()  # an idle process leaves by itself
            self._pipe = None
        if process is None:
            return
        process.join(_TERMINATE_S)
        if process.is_alive():
            process.terminate()
            process.join(_KILL_S)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()

    def last_words(self) -> str:
        """How a process that died ended, for a sentence: "was ended from outside (SIGKILL)"."""
        translate = QCoreApplication.translate
        if self._process is None:
            return translate("Faults", "was ended")
        self._process.join(_KILL_S)
        code = self._process.exitcode
        if code is None or code >= 0:
            return translate("Faults", "ended without a word (code {code})").format(code=code)
        name = str(-code)
        with suppress(ValueError):
            name = signal.Signals(-code).name
        return translate("Faults", "was ended from outside ({signal})").format(signal=name)

    def _start(self) -> None:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(
            target=self._target, args=(theirs,), daemon=True, name="cass-separation"
        )
        process.start()
        theirs.close()  # so that the pipe ends when the process does
        self._process, self._pipe = process, ours

    def _send(self, message: object) -> bool:
        if self._pipe is None:
            return False
        try:
            self._pipe.send(message)
        except (OSError, ValueError):
            return False
        return True
