"""Where delivered stems come from, and whether they are all there."""

from collections.abc import Sequence
from typing import Protocol

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.start_time import StartTime
from cass_core.stem_names import Stem


class StemReader(Protocol):
    """Stems and mixture on the programme's sample axis."""

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated."""

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample)."""

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's samples as (channel, sample)."""


def missing_spans(span: SampleSpan, covered: Sequence[SampleSpan]) -> tuple[SampleSpan, ...]:
    """The parts of a span that are not separated.

    Args:
        span: what is wanted.
        covered: what is there, in any order.

    Returns:
        In rising order; empty where all is there.
    """
    missing, position = [], span.start
    for part in sorted(covered, key=lambda one: one.start):
        if part.start >= span.stop:
            break
        if part.start > position:
            missing.append(SampleSpan(position, part.start))
        position = max(position, part.stop)
    if position < span.stop:
        missing.append(SampleSpan(position, span.stop))
    return tuple(missing)


def longest_covered(span: SampleSpan, covered: Sequence[SampleSpan]) -> SampleSpan | None:
    """The longest part of a span that is separated without a gap; None where nothing is."""
    gaps = missing_spans(span, covered)
    starts = [span.start, *(gap.stop for gap in gaps)]
    stops = [*(gap.start for gap in gaps), span.stop]
    parts = [SampleSpan(start, stop) for start, stop in zip(starts, stops, strict=True)]
    longest = max(parts, key=lambda part: part.num_samples)
    return longest if longest.num_samples > 0 else None


def not_separated(missing: Sequence[SampleSpan], start: StartTime) -> str:
    """The sentence for a range of which parts are not separated.

    Args:
        missing: at least one part.
        start: the programme's clock.

    Returns:
        What is missing and what to do.
    """
    first, *others = missing
    begin, end = start.timecode_at(first.start), start.timecode_at(first.stop)
    if others:
        return (
            f"{len(missing)} parts of the range are not separated, the first from {begin} to "
            f"{end}; separate them or choose a range without them."
        )
    return (
        f"The range is not separated from {begin} to {end}; "
        "separate that part or choose a range without it."
    )
