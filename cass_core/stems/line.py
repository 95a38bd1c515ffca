"""A value over time: straight between two points, level before the first and behind the last."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class LinePoint:
    """A bend of a line.

    Attributes:
        sample: position in the programme.
        value: there, in the line's own unit.
    """

    sample: int
    value: float


Line = tuple[LinePoint, ...]
"""In rising order of `sample`; without points it is 0 everywhere."""


def is_flat(line: Line) -> bool:
    """Whether a line is 0 everywhere."""
    return not any(point.value for point in line)


def value_at(line: Line, sample: float) -> float:
    """The value at a position; 0 without a line."""
    return float(values_at(line, np.array([sample]))[0])


def values_at(line: Line, places: npt.NDArray[np.integer | np.floating]) -> npt.NDArray[np.float64]:
    """The values at positions in any order, at least one.

    Args:
        line: a long one costs no more than a short one.
        places: (place,).

    Returns:
        (place,), or (1,) where the value is the same at all of them.
    """
    if not line:
        return np.zeros(1)
    first, last = places.min(), places.max()
    if last < line[0].sample or first >= line[-1].sample:
        return np.array([line[0].value if last < line[0].sample else line[-1].value])
    begin = bisect_right(line, first, key=_sample_of) - 1
    behind = bisect_left(line, last + 1, key=_sample_of) + 1
    near = line[max(begin, 0) : behind]
    return np.interp(places, [p.sample for p in near], [p.value for p in near])


def in_order(points: Iterable[LinePoint]) -> Line:
    """The points in rising order inside the programme; of two at one sample the later counts."""
    by_sample = {max(point.sample, 0): point.value for point in points}
    return tuple(LinePoint(sample, by_sample[sample]) for sample in sorted(by_sample))


_sample_of = attrgetter("sample")
