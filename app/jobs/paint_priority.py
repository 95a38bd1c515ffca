"""Threads in the background hold still while the window draws.

Both share the interpreter's lock: each time the window's thread lets go of it, which each call of a
painter and each large step of numpy does, a busy thread takes it, and the window has to wait until
the system wakes it up again.
"""

import threading
import time
from collections.abc import Generator
from contextlib import closing

from cass_core.clips import AudioSource, FloatArray, SampleSpan

_LONGEST_S = 0.1  # nothing waits longer, should the window have forgotten to say that it is done
_TURN_S = 0.005  # work that is done even beside a window that always draws


class PaintPriority:
    """Knows whether the window draws."""

    def __init__(self) -> None:
        self._is_free = threading.Event()
        self._is_free.set()
        self._turn_ends = 0.0

    def begin_drawing(self) -> None:
        """Say that something is, or is about to be, drawn: safe from any thread."""
        self._is_free.clear()

    def end_drawing(self) -> None:
        """Say that all of it is drawn."""
        self._is_free.set()

    def give_way(self) -> None:
        """Wait while the window draws: called in other threads, between short steps."""
        if self._is_free.is_set() or time.monotonic() < self._turn_ends:
            return
        self._is_free.wait(_LONGEST_S)
        self._turn_ends = time.monotonic() + _TURN_S


def yielding_to_paint(
    steps: Generator[object, None, None], way: PaintPriority
) -> Generator[object, None, None]:
    """The same steps, giving way after each."""
    with closing(steps):
        for step in steps:
            yield step
            way.give_way()


class YieldingSource:
    """An `AudioSource` that gives way before each read."""

    def __init__(self, source: AudioSource, way: PaintPriority) -> None:
        """Wrap a source.

        Args:
            source: read from background threads.
            way: shared with the window.
        """
        self.source = source
        self._way = way

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self.source.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self.source.layout

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return self.source.num_channels

    @property
    def num_samples(self) -> int:
        """Length of the programme."""
        return self.source.num_samples

    def read(self, span: SampleSpan) -> FloatArray:
        """The span as (channel, sample)."""
        self._way.give_way()
        return self.source.read(span)
