"""Values along the height of a lane, for a line that is drawn over it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class LineScale:
    """Where values stand, and how they are written and changed.

    Attributes:
        marks: values with a faint line across the lane, the highest first.
        share_of: place of a value, 0 at the top to 1 at the bottom.
        value_at: the value at a place, kept within the ends.
        written: a value in words.
        step: by which a key changes it.
        catch: distance from 0 within which a dragged value is 0.
    """

    marks: tuple[float, ...]
    share_of: Callable[[float], float]
    value_at: Callable[[float], float]
    written: Callable[[float], str]
    step: float
    catch: float

    def caught(self, value: float) -> float:
        """A value that is dragged; close to 0 it catches."""
        return 0.0 if abs(value) < self.catch else round(value, 1)
