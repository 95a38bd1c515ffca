"""The way that playback takes over the programme: forward or backward, with or without a loop."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cass_core.clips import SampleSpan


@dataclass(frozen=True)
class RouteSegment:
    """A part of a route without a jump.

    Attributes:
        first: index on the route.
        position: programme sample at that index.
        stop: index on the route behind its last sample.
    """

    first: int
    position: int
    stop: int


@dataclass(frozen=True)
class Route:
    """Programme samples in the order in which they are heard; index 0 is the first one heard.

    Attributes:
        start: programme sample at index 0.
        forward: direction.
        num_samples: length of the programme.
        loop: range to stay in, None without; one that lies behind us is not entered again.
    """

    start: int
    forward: bool
    num_samples: int
    loop: SampleSpan | None = None

    @property
    def sign(self) -> int:
        """1 forward, -1 backward."""
        return 1 if self.forward else -1

    @property
    def is_endless(self) -> bool:
        """Whether it ends in a loop."""
        if self.loop is None:
            return False
        return self.start < self.loop.stop if self.forward else self.start >= self.loop.start

    def stretch(self, index: int) -> RouteSegment:
        """The part without a jump that an index lies in."""
        if not self.is_endless or self.loop is None:
            length = self.num_samples - self.start if self.forward else self.start + 1
            return RouteSegment(0, self.start, max(length, 0))
        entry = self.loop.start if self.forward else self.loop.stop - 1
        leaving = self.loop.stop - self.start if self.forward else self.start - self.loop.start + 1
        if index < leaving:
            return RouteSegment(0, self.start, leaving)
        length = self.loop.num_samples
        first = leaving + (index - leaving) // length * length
        return RouteSegment(first, entry, first + length)

    def without_jump(self, part: RouteSegment) -> "Route":
        """The route that a part lies on, going on past both of its ends."""
        return Route(part.position - self.sign * part.first, self.forward, self.num_samples)

    def turned_back(self, part: RouteSegment) -> "Route":
        """The way back from the end of a part, sample for sample."""
        last = part.position + self.sign * (part.stop - part.first - 1)
        return Route(last + self.sign * part.stop, not self.forward, self.num_samples)

    def position(self, index: Fraction) -> Fraction:
        """Programme position at an index of the route."""
        stretch = self.stretch(index.__floor__())
        return stretch.position + self.sign * (index - stretch.first)

    def spans(self, start: int, stop: int) -> Iterator[SampleSpan]:
        """The programme's samples from an index to another; a backward route reads each reversed.

        Args:
            start: index on the route; below 0 is what lies before the start.
            stop: index behind the last.

        Yields:
            Spans that may reach out of the programme.
        """
        while start < stop:
            stretch = self.stretch(max(start, 0))
            end = min(stop, stretch.stop) if self.is_endless else stop
            position = stretch.position + self.sign * (start - stretch.first)
            count = end - start
            if self.forward:
                yield SampleSpan(position, position + count)
            else:
                yield SampleSpan(position - count + 1, position + 1)
            start = end
