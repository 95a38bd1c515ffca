"""A programme at a published network's rate, read at any place, and the way back."""

import numpy as np
import soxr

from cass_core.clips import AudioSource, FloatArray, SampleSpan

CONTEXT_S = 0.1  # longer than the resampler's filter at any rate


class RatePair:
    """The programme's clock beside the network's; both begin at the first sample.

    Whatever is read or brought back depends on its place alone, so a resumed run agrees.
    """

    def __init__(self, source: AudioSource, rate_hz: int) -> None:
        self.source, self.rate_hz = source, rate_hz
        common = int(np.gcd(source.rate_hz, rate_hz))
        self._native, self._period = source.rate_hz // common, rate_hz // common
        self._same = source.rate_hz == rate_hz
        self._context = 0 if self._same else -(-int(CONTEXT_S * rate_hz) // self._period)

    @property
    def num_samples(self) -> int:
        """Length of the programme at the network's rate."""
        return -(-self.source.num_samples * self.rate_hz // self.source.rate_hz)

    def heard(self, span: SampleSpan) -> FloatArray:
        """(channel, sample) of a span at the network's rate; silence outside the programme."""
        first, last = self._periods(span, self._period)
        native = self.source.read(SampleSpan(first * self._native, last * self._native))
        sound = self._resample(native, self.source.rate_hz, self.rate_hz)
        return _cut(sound, span.start - first * self._period, span.num_samples)

    def needed(self, span: SampleSpan) -> SampleSpan:
        """What of the network's sound `restored` takes for a span of the programme."""
        first, last = self._periods(span, self._native)
        return SampleSpan(first * self._period, last * self._period)

    def restored(self, sound: FloatArray, span: SampleSpan) -> FloatArray:
        """Bring the network's sound back.

        Args:
            sound: (row, sample) over `needed(span)`.
            span: which samples of the programme.

        Returns:
            (row, sample) over the span.
        """
        first, _ = self._periods(span, self._native)
        native = self._resample(sound, self.rate_hz, self.source.rate_hz)
        return _cut(native, span.start - first * self._native, span.num_samples)

    def _periods(self, span: SampleSpan, period: int) -> tuple[int, int]:
        """Whole periods, after which both clocks tick together, around a span and its context."""
        return span.start // period - self._context, -(-span.stop // period) + self._context

    def _resample(self, sound: FloatArray, rate_hz: int, to_hz: int) -> FloatArray:
        if self._same:
            return sound
        return np.asarray(soxr.resample(sound.T, rate_hz, to_hz, quality="HQ").T, np.float32)


def _cut(sound: FloatArray, start: int, count: int) -> FloatArray:
    return np.ascontiguousarray(sound[:, start : start + count], dtype=np.float32)
