"""Set algebra of spans: what they share, what they cover together, and what is left between."""

from collections.abc import Iterable

from cass_core.clips import SampleSpan


def overlap(one: SampleSpan, other: SampleSpan) -> SampleSpan:
    """What two spans share; not longer than 0 where they share nothing."""
    return SampleSpan(max(one.start, other.start), min(one.stop, other.stop))


def covers(outer: SampleSpan, inner: SampleSpan) -> bool:
    """Whether one span holds all of another."""
    return outer.start <= inner.start and inner.stop <= outer.stop


def is_within(span: SampleSpan, spans: Iterable[SampleSpan]) -> bool:
    """Whether one of the spans holds all of the span."""
    return any(covers(outer, span) for outer in spans)


def is_apart(span: SampleSpan, spans: Iterable[SampleSpan]) -> bool:
    """Whether none of the spans shares a sample with the span."""
    return all(overlap(span, other).num_samples <= 0 for other in spans)


def union(spans: Iterable[SampleSpan]) -> tuple[SampleSpan, ...]:
    """Spans in rising order; those that overlap or touch become one, empty ones vanish."""
    merged: list[SampleSpan] = []
    for span in sorted((s for s in spans if s.num_samples > 0), key=lambda s: (s.start, s.stop)):
        if merged and span.start <= merged[-1].stop:
            merged[-1] = SampleSpan(merged[-1].start, max(span.stop, merged[-1].stop))
        else:
            merged.append(span)
    return tuple(merged)


def gaps(span: SampleSpan, covered: Iterable[SampleSpan]) -> tuple[SampleSpan, ...]:
    """The parts of a span that are not covered.

    Args:
        span: what is looked at.
        covered: what is there, in any order.

    Returns:
        In rising order; empty where all is there.
    """
    found, position = [], span.start
    for part in union(covered):
        found.append(SampleSpan(position, min(part.start, span.stop)))
        position = max(position, part.stop)
    found.append(SampleSpan(position, span.stop))
    return tuple(gap for gap in found if gap.num_samples > 0)


def longest_covered(span: SampleSpan, covered: Iterable[SampleSpan]) -> SampleSpan | None:
    """The longest part of a span that is covered without a gap; None where nothing is."""
    parts = [overlap(span, part) for part in union(covered)]
    longest = max(parts, key=lambda part: part.num_samples, default=None)
    return longest if longest is not None and longest.num_samples > 0 else None
