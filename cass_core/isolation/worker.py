"""The child process: carries out one call after the other, as long as its parent lives."""

import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import IO, Any

from cass_core.errors import CassError
from cass_core.isolation.messages import receive, send

MEMORY_BYTES = 8 << 30
"""Of the child's own data, where the system can limit it."""

_is_wanted = threading.Event()


def still_wanted() -> bool:
    """Whether the parent still waits for what is being done; long searches ask on the way."""
    return _is_wanted.is_set()


def main() -> None:
    """Listen to the parent; what others print does not reach the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    _limit_memory()
    inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, inbox), daemon=True).start()
    while True:
        _, function, arguments, surroundings = inbox.get()
        surroundings.enter()
        _carry_out(function, arguments, inbox, answers)


def _listen(stream: IO[bytes], inbox: "queue.SimpleQueue[Any]") -> None:
    while True:
        try:
            message: Any = receive(stream)
        except (EOFError, OSError):
            os._exit(0)  # the parent is gone; nobody wants the rest, whatever is under way
        if message[0] == "drop":
            _is_wanted.clear()
            continue
        _is_wanted.set()
        inbox.put(message)


def _carry_out(
    function: Callable[..., object],
    arguments: tuple[object, ...],
    inbox: "queue.SimpleQueue[Any]",
    answers: IO[bytes],
) -> None:
    try:
        result = function(*arguments)
        if isinstance(result, Generator):
            result = _step(result, inbox, answers)
        send(answers, ("return", result))
    except CassError as error:
        send(answers, ("refused", error))
    except MemoryError:
        send(answers, ("memory", None))
    except Exception as error:  # the parent has to know, whatever it is
        send(answers, ("broke", (repr(error), traceback.format_exc())))


def _step(
    steps: Generator[object, object, object], inbox: "queue.SimpleQueue[Any]", answers: IO[bytes]
) -> object:
    """Do a step whenever one is asked for; what the generator returns."""
    while True:
        word, value = inbox.get()
        if word == "close":
            steps.close()
            return None
        try:
            step = steps.send(value)
        except StopIteration as end:
            return end.value
        send(answers, ("step", step))


def _limit_memory() -> None:
    if os.name != "posix":
        return
    import resource

    # not of the address space, of which each thread reserves much that it never uses
    with suppress(OSError, ValueError):  # macOS does not keep to this limit
        _, highest = resource.getrlimit(resource.RLIMIT_DATA)
        most = MEMORY_BYTES if highest == resource.RLIM_INFINITY else min(MEMORY_BYTES, highest)
        resource.setrlimit(resource.RLIMIT_DATA, (most, highest))


if __name__ == "__main__":
    # what is called must meet this very module, not a second one of another name
    from cass_core.isolation import worker

    worker.main()
