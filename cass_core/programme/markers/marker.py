"""A named position or region of a programme."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from cass_core.clips import SampleSpan


@dataclass(frozen=True, order=True)
class Marker:
    """A named position, or a region where it has a length.

    Attributes:
        sample: position in the programme.
        name: what the user calls it.
        length: samples of the region; 0 for a position.
    """

    sample: int
    name: str
    length: int = 0

    @property
    def stop(self) -> int:
        """The first sample behind the region; the position itself where it is none."""
        return self.sample + self.length

    @property
    def span(self) -> SampleSpan:
        """The region's samples; none for a position."""
        return SampleSpan(self.sample, self.stop)


def at_another_rate(
    markers: Iterable[Marker], sample_at: Callable[[int], int]
) -> tuple[Marker, ...]:
    """Markers of a programme whose samples are counted otherwise.

    Args:
        markers: of the programme.
        sample_at: from a sample, or a number of them, to what it becomes.

    Returns:
        The same markers there.
    """
    return tuple(
        replace(one, sample=sample_at(one.sample), length=sample_at(one.length)) for one in markers
    )
