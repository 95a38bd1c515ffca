"""Arithmetic on gain lines: a gain for a part of the programme."""

from cass_core.clips import SampleSpan
from cass_core.stems.rebalance import GainPoint, StemGain
from cass_core.stems.rebalance_json import in_order

GainLine = tuple[GainPoint, ...]


def with_range(line: GainLine, span: SampleSpan, gain_db: float, fade_samples: int) -> GainLine:
    """The line with one level gain over a span and what it was outside of the fades.

    Args:
        line: in rising order.
        span: gets the gain; the fades lie outside of it.
        gain_db: of the line within the span.
        fade_samples: length of the way to the old line on either side.

    Returns:
        The new line; without points where it has become level at 0 dB.
    """
    start, stop = max(span.start, 0), span.stop
    before, behind = max(start - max(fade_samples, 1), 0), stop + max(fade_samples, 1)
    old = StemGain(line=line)
    bends = [GainPoint(start, gain_db), GainPoint(stop, gain_db)]
    if before < start:
        bends.insert(0, GainPoint(before, old.line_db_at(before)))
    bends.append(GainPoint(behind, old.line_db_at(behind)))
    kept = [point for point in line if not before <= point.sample <= behind]
    return _without_idle(in_order([*kept, *bends]), {bend.sample for bend in bends})


def _without_idle(line: GainLine, removable: set[int]) -> GainLine:
    """Leave out those of the removable points that bend nothing, and a line that does nothing."""
    kept: list[GainPoint] = []
    for number, point in enumerate(line):
        former = kept[-1].gain_db if kept else point.gain_db
        following = line[min(number + 1, len(line) - 1)].gain_db
        if point.sample in removable and former == point.gain_db == following and len(line) > 1:
            continue
        kept.append(point)
    return tuple(kept) if any(point.gain_db for point in kept) else ()
