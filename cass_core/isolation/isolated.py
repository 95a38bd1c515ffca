"""Calls that a crash, a hang or a shortage of memory in a foreign library cannot harm.

FFmpeg, OpenCV, MediaPipe and libsndfile read whatever a user opens. Here that happens in a child
process: if it dies, the caller gets a `MediaError` and goes on. A child that has done its work is
kept for the next call, because starting one takes as long as opening a movie.
"""

import atexit
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import ParamSpec, TypeVar, cast

from cass_core.errors import CassError
from cass_core.isolation.worker_process import OPEN_PATIENCE_S, STEP_PATIENCE_S, WorkerProcess

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_Step = TypeVar("_Step")

_MOST_IDLE = 1  # each takes the memory that its libraries take
_idle: list[WorkerProcess] = []
_lock = threading.Lock()


def isolated_call(
    name: str,
    function: Callable[_Given, _Result],
    *args: _Given.args,
    **kwargs: _Given.kwargs,
) -> _Result:
    """Call a function in a process of its own.

    Args:
        name: of the file that it works on, for a sentence.
        function: of a module; what it takes and returns can be pickled.
        *args: for the function.
        **kwargs: none; arguments are given in order.

    Returns:
        What the function returns.

    Raises:
        CassError: what the function raised, or how the process ended.
    """
    assert not kwargs
    with lent_worker() as worker:
        worker.call(function, args)
        _, value = worker.answer(name, OPEN_PATIENCE_S)
        return cast(_Result, value)


def isolated_steps(
    name: str,
    function: Callable[_Given, Generator[_Step, None, _Result]],
    *args: _Given.args,
    **kwargs: _Given.kwargs,
) -> Generator[_Step, None, _Result]:
    """Do a generator's steps in a process of its own, each when it is asked for.

    Args:
        name: of the file that it works on, for a sentence.
        function: of a module, makes the generator; all values can be pickled.
        *args: for the function.
        **kwargs: none; arguments are given in order.

    Returns:
        A generator of the same steps and result; closing it closes the other one.

    Raises:
        CassError: what the generator raised, or how the process ended.
    """
    assert not kwargs
    with lent_worker() as worker:
        worker.call(function, args)
        while True:
            worker.tell("send", None)
            word, value = worker.answer(name, STEP_PATIENCE_S)
            if word == "return":
                return cast(_Result, value)
            try:
                yield cast(_Step, value)
            except GeneratorExit:
                worker.close_steps(name)
                raise


@contextmanager
def lent_worker() -> Iterator[WorkerProcess]:
    """A process for one call: an idle one or a fresh one, which may be lent again if all is well.

    Yields:
        WorkerProcess: for this thread alone.
    """
    with _lock:
        worker = _idle.pop() if _idle else None
    if worker is not None and not worker.is_usable:
        worker.end()
        worker = None
    worker = worker or WorkerProcess()
    is_free = False
    try:
        yield worker
        is_free = True
    except (CassError, GeneratorExit):
        is_free = True  # it has answered
        raise
    finally:
        with _lock:
            is_kept = is_free and worker.is_alive and len(_idle) < _MOST_IDLE
            if is_kept:
                _idle.append(worker)
        if not is_kept:
            worker.end()


def start_idle(module: str) -> None:
    """Start the process of the next call now, so that the call need not wait for it.

    Args:
        module: what the process loads, by its dotted name.
    """
    isolated_call(module, _load, module)


def _load(module: str) -> None:
    import_module(module)


@atexit.register
def end_idle() -> None:
    """End the process that waits for a call."""
    with _lock:
        workers, _idle[:] = _idle[:], []
    for worker in workers:
        worker.end()
