"""A named position or region of a programme."""

from dataclasses import dataclass


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
