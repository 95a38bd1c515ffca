"""Where delivered stems come from, and whether they are all there."""

from collections.abc import Sequence
from typing import Protocol

from cass_core.clips import FloatArray, SampleSpan
from cass_core.programme.clock import ProgrammeClock
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


def not_separated(missing: Sequence[SampleSpan], start: ProgrammeClock) -> str:
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
