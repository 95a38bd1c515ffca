"""Stems at another sample rate, whatever block is read."""

from dataclasses import dataclass

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.stem_reader import StemReader
from cass_core.dsp.aligned_resample import RateChange
from cass_core.stem_names import Stem


@dataclass(frozen=True)
class ResampledStems:
    """A `StemReader` whose sum is the resampled mixture, since resampling is linear.

    Attributes:
        stems: what is resampled.
        change: from its rate to another.
    """

    stems: StemReader
    change: RateChange

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated, on the axis of the new rate."""
        count = self.change.num_samples
        return tuple(SampleSpan(count(s.start), count(s.stop)) for s in self.stems.covered)

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample)."""
        return self.change.resampled(self.stems.read(stem, self.change.needed(span)), span)

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's samples as (channel, sample)."""
        return self.change.resampled(self.stems.read_mixture(self.change.needed(span)), span)
