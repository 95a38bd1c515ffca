"""One change of the sample rate on an absolute axis: a span resampled is a span of the whole."""

from dataclasses import dataclass
from math import ceil, gcd
from typing import Literal

import numpy as np
import soxr

from cass_core.clips import FloatArray, SampleSpan

CONTEXT_S = 0.1  # longer than the resampler's filter at any rate


@dataclass(frozen=True)
class RateChange:
    """From one rate to another; sample 0 of both lies at 0 s, sample n at n / rate seconds.

    Instants of the two axes coincide every 1 / g seconds, with g the greatest common divisor of
    the rates: after `from_hz / g` samples of the one and `to_hz / g` of the other, a period. What
    is resampled begins and ends at whole periods and has a context around it, so a result
    depends on its place alone.

    Attributes:
        from_hz: rate of what is given.
        to_hz: rate of what comes out.
        context_s: sound on either side of a span; equal rates need none.
        quality: soxr's name of the filter.
    """

    from_hz: int
    to_hz: int
    context_s: float = CONTEXT_S
    quality: Literal["HQ", "VHQ"] = "HQ"

    @property
    def from_period(self) -> int:
        """Samples given between coinciding instants."""
        return self.from_hz // gcd(self.from_hz, self.to_hz)

    @property
    def to_period(self) -> int:
        """Samples that come out between coinciding instants."""
        return self.to_hz // gcd(self.from_hz, self.to_hz)

    @property
    def context_periods(self) -> int:
        """Whole periods of the context or a little more."""
        periods_per_second = gcd(self.from_hz, self.to_hz)
        return ceil(round(self.context_s * periods_per_second, 6))

    def num_samples(self, count: int) -> int:
        """Samples that cover `count` samples given."""
        return -(-count * self.to_hz // self.from_hz)

    def needed(self, span: SampleSpan) -> SampleSpan:
        """Which samples are needed for a span of the result."""
        first = span.start // self.to_period - self.context_periods
        last = -(-span.stop // self.to_period) + self.context_periods
        return SampleSpan(first * self.from_period, last * self.from_period)

    def resampled(self, sound: FloatArray, span: SampleSpan) -> FloatArray:
        """Resample a span.

        Args:
            sound: (channel, sample) over `needed(span)`.
            span: which samples of the result.

        Returns:
            (channel, sample) float32 over the span.
        """
        period = self.needed(span).start // self.from_period
        offset = span.start - period * self.to_period
        whole = self._resample(sound.T).T
        return np.ascontiguousarray(whole[:, offset : offset + span.num_samples], np.float32)

    def resampled_excerpt(self, sound: FloatArray, start: int) -> tuple[FloatArray, int]:
        """Resample sound that lies in silence and has no context.

        Args:
            sound: (channel, sample).
            start: place of its first sample.

        Returns:
            (channel, sample) of the result, and the place of its first sample.
        """
        lead = start % self.from_period  # begin at a whole period, in silence
        padded = np.ascontiguousarray(np.pad(sound, ((0, 0), (lead, 0))).T)
        return self._resample(padded).T, (start - lead) // self.from_period * self.to_period

    def _resample(self, sound: FloatArray) -> FloatArray:
        """Resample (sample, channel)."""
        if self.from_hz == self.to_hz:
            return sound
        return np.asarray(
            soxr.resample(sound, self.from_hz, self.to_hz, quality=self.quality), np.float32
        )
