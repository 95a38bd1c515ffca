"""What a line of a marker list says, readable or not."""

from collections.abc import Callable
from dataclasses import dataclass

from cass_core.errors import SettingsError
from cass_core.programme.markers.marker import Marker


@dataclass(frozen=True)
class Found:
    """A line that should hold a marker.

    Attributes:
        line: its number, from 1.
        marker: None where it cannot be read.
    """

    line: int
    marker: Marker | None

    @classmethod
    def read(cls, line: int, marker: Callable[..., Marker], *values: object) -> "Found":
        """Try to read a line by a function of some values."""
        try:
            return cls(line, marker(*values))
        except (SettingsError, ValueError, OverflowError):
            return cls(line, None)
