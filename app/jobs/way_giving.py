"""Threads in the background hold still while the window draws.

Both share the interpreter's lock: each time the window's thread lets go of it, which numpy does in
every large step, a busy thread takes it, and on a loaded machine may be put aside while it has it.
"""

import time
from collections.abc import Generator
from contextlib import closing

from cass_core.clips import AudioSource, FloatArray, SampleSpan

_DRAWING_S = 0.02  # from asking for a lane's picture to having painted it, on a busy machine
_TURN_S = 0.015  # work that is done even beside a window that always draws


class WayGiving:
    """Knows until when the window is likely to draw."""

    def __init__(self) -> None:
        self._until = 0.0
        self._turn_ends = 0.0

    def note_drawing(self) -> None:
        """Say that a lane is being drawn: called in the window's thread."""
        self._until = time.monotonic() + _DRAWING_S

    def give_way(self) -> None:
        """Wait while the window draws: called in other threads, between short steps."""
        start = time.monotonic()
        if start < self._turn_ends:
            return
        while (now := time.monotonic()) < min(self._until, start + 2 * _DRAWING_S):
            time.sleep(max(self._until - now, 0.001))
        self._turn_ends = max(self._turn_ends, now + _TURN_S)


def giving_way(
    steps: Generator[object, None, None], way: WayGiving
) -> Generator[object, None, None]:
    """The same steps, giving way after each."""
    with closing(steps):
        for step in steps:
            yield step
            way.give_way()


class PoliteSource:
    """An `AudioSource` that gives way before each read."""

    def __init__(self, source: AudioSource, way: WayGiving) -> None:
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
