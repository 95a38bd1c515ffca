"""The parent's side of one child process."""

import logging
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from cass_core.errors import CassError, MediaError
from cass_core.isolation.messages import receive, send
from cass_core.isolation.surroundings import Surroundings

_log = logging.getLogger(__name__)

OPEN_PATIENCE_S, STEP_PATIENCE_S = 20.0, 60.0
"""What takes longer hangs: to open a file, or to do a step, such as to look at a second of film."""

_POLL_S = 0.02
_END_S = 0.5
_LAST_WORDS = 2000  # characters of what the child has printed that go to the log


class WorkerProcess:
    """A child that does one thing at a time; used by one thread at a time."""

    def __init__(self) -> None:
        """Start it; it ends with this process, however that ends."""
        self._printed, self._last_words = tempfile.TemporaryFile(), ""  # noqa: SIM115 - `end` does
        self._path = list(sys.path)
        self._child = subprocess.Popen(
            [sys.executable, "-m", "cass_core.isolation.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._printed,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._to, self._from = self._child.stdin, self._child.stdout
        self._inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        listen = (self._from, self._inbox)
        self._listener = threading.Thread(target=_listen, args=listen, daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked for something."""
        return self._child.poll() is None

    @property
    def pid(self) -> int:
        """The process."""
        return self._child.pid

    @property
    def is_usable(self) -> bool:
        """Whether it can be asked for something, and finds the modules that this process finds."""
        return self.is_alive and self._path == sys.path

    def call(self, function: Callable[..., object], arguments: tuple[object, ...]) -> None:
        """Begin a call; `answer` gets what comes of it.

        Args:
            function: of a module.
            arguments: for it.
        """
        self.tell("call", function, arguments, Surroundings.here())

    def tell(self, *message: object) -> None:
        """Say something; a child that has ended is found out about by `answer`."""
        with suppress(OSError):
            send(self._to, message)

    def answer(
        self,
        name: str,
        patience_s: float,
        still_wanted: Callable[[], bool] | None = None,
    ) -> tuple[str, Any]:
        """Wait for what the child says; one that says nothing usable is ended.

        Args:
            name: of the file that it works on, for a sentence.
            patience_s: how long a silent child is believed to work.
            still_wanted: asked meanwhile; when false the child is told so, once.

        Returns:
            "return" or "step", and the value.

        Raises:
            CassError: what the child was refused, or one sentence on how it ended.
        """
        word, value = self._next(patience_s, still_wanted)
        if word in ("return", "step"):
            return word, value
        if word == "refused":
            raise value
        if word == "broke":
            problem, trace = value
            _log.info("Work on %s failed: %s\n%s", name, problem, trace)
        self.end(_END_S if word == "ended" else 0.0)
        raise MediaError(f"{name} {self._reason(word)}; convert it with another program first.")

    def close_steps(self, name: str) -> None:
        """Close the generator of the call; who wants no more of it is not told how that ends.

        Args:
            name: of the file that it works on, for the log.
        """
        self.tell("close", None)
        try:
            self.answer(name, STEP_PATIENCE_S)
        except CassError as error:
            _log.info("Closing %s: %s", name, error)

    def end(self, grace_s: float = 0.0) -> None:
        """End it, after so many seconds that it has to end by itself."""
        with suppress(OSError):
            self._to.close()
        try:
            self._child.wait(grace_s)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._listener.join()  # a pipe that is closed while it is read may be somebody else's soon
        self._from.close()
        if not self._printed.closed:
            self._printed.seek(0)
            self._last_words = self._printed.read().decode("utf-8", "replace")[-_LAST_WORDS:]
            self._printed.close()

    def _next(self, patience_s: float, still_wanted: Callable[[], bool] | None) -> tuple[str, Any]:
        if still_wanted is None:
            return self._within(patience_s)
        waited_s, told = 0.0, False
        while waited_s < patience_s:
            answer = self._within(_POLL_S)
            if answer[0] != "silent":
                return answer
            waited_s += _POLL_S
            if not told and not still_wanted():
                told = True
                self.tell("drop")
        return "silent", None

    def _within(self, seconds: float) -> tuple[str, Any]:
        try:
            return self._inbox.get(timeout=seconds)
        except queue.Empty:
            return "silent", None

    def _reason(self, word: str) -> str:
        """Why nothing more comes, for a sentence; the log gets what the child has printed."""
        code = self._child.returncode
        _log.info("A decoding process ended (%s, code %s): %s", word, code, self._last_words)
        if word == "silent":
            return "keeps the decoder busy without end"
        if word == "memory" or (word == "ended" and code == -getattr(signal, "SIGKILL", 9)):
            return "needs more memory than it may have"
        return "makes the decoder fail"


def _listen(stream: IO[bytes], inbox: "queue.SimpleQueue[Any]") -> None:
    try:
        while True:
            inbox.put(receive(stream))
    except (EOFError, OSError, ValueError):
        inbox.put(("ended", None))
