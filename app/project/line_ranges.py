"""Arithmetic on lines over time: a value for a part of the programme."""

from cass_core.clips import SampleSpan
from cass_core.stems.line import Line, LinePoint, in_order, is_flat, value_at


def with_range(line: Line, span: SampleSpan, value: float, fade_samples: int) -> Line:
    """The line with one level value over a span and what it was outside of the fades.

    Args:
        line: in rising order.
        span: gets the value; the fades lie outside of it.
        value: of the line within the span.
        fade_samples: length of the way to the old line on either side.

    Returns:
        The new line; without points where it has become level at 0.
    """
    start, stop = max(span.start, 0), span.stop
    before, behind = max(start - max(fade_samples, 1), 0), stop + max(fade_samples, 1)
    bends = [LinePoint(start, value), LinePoint(stop, value)]
    if before < start:
        bends.insert(0, LinePoint(before, value_at(line, before)))
    bends.append(LinePoint(behind, value_at(line, behind)))
    kept = [point for point in line if not before <= point.sample <= behind]
    return _without_idle(in_order([*kept, *bends]), {bend.sample for bend in bends})


def _without_idle(line: Line, removable: set[int]) -> Line:
    """Leave out those of the removable points that bend nothing, and a line that does nothing."""
    kept: list[LinePoint] = []
    for number, point in enumerate(line):
        former = kept[-1].value if kept else point.value
        following = line[min(number + 1, len(line) - 1)].value
        if point.sample in removable and former == point.value == following and len(line) > 1:
            continue
        kept.append(point)
    return tuple(kept) if not is_flat(tuple(kept)) else ()
