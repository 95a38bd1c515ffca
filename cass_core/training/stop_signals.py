"""Ctrl-C and termination as a request to stop, so that nothing that was learned is lost."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class StopRequest:
    """Whether the user wants the training to end."""

    def __init__(self) -> None:
        self.made = False


@contextmanager
def request_stop_on_signals() -> Iterator[StopRequest]:
    """Turn SIGINT and SIGTERM into a request; for the main thread.

    `torchrun` repeats a signal that its processes have had already, so further ones change nothing.

    Yields:
        The request, which a signal makes.
    """
    request = StopRequest()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        request.made = True

    before = {n: signal.signal(n, on_signal) for n in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
