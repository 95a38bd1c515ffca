"""Where cells of time and frequency lie: frames and bins on the programme's own axis."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from cass_core.clips import SampleSpan

_REFERENCE_HZ, _REFERENCE_FFT = 48_000, 2048
_SMALLEST_FFT = 64
OVERLAP = 4
"""Frames that reach over each sample."""


class CellAxes(Protocol):
    """What shapes must know of cells: how far apart they are."""

    @property
    def hop(self) -> float:
        """Samples between two frames; frame k is centred on sample k · hop."""

    @property
    def bin_hz(self) -> float:
        """Hertz between two bins, the first of which is at 0 Hz."""

    @property
    def num_bins(self) -> int:
        """Bins of a frame, up to half the rate."""


@dataclass(frozen=True)
class Grid:
    """Frames of a short-time Fourier transform, counted from the programme's first sample.

    Frame k is centred on sample k · hop and reaches half a transform to both sides, so that it
    lies at the same place whoever asks for it.

    Attributes:
        rate_hz: samples a second.
    """

    rate_hz: int

    @property
    def n_fft(self) -> int:
        """Samples of a frame: a power of two near 43 ms."""
        return _n_fft(self.rate_hz)

    @property
    def hop(self) -> int:
        """Samples between two frames."""
        return self.n_fft // OVERLAP

    @property
    def num_bins(self) -> int:
        """Bins of a frame, 0 Hz and half the rate included."""
        return self.n_fft // 2 + 1

    @property
    def bin_hz(self) -> float:
        """Hertz between two bins."""
        return self.rate_hz / self.n_fft

    def frames_over(self, span: SampleSpan) -> range:
        """The frames that reach over any sample of a span."""
        half = self.n_fft // 2
        return range((span.start - half) // self.hop + 1, -(-(span.stop + half) // self.hop))

    def samples_of(self, frames: range) -> SampleSpan:
        """All samples that some frames reach over."""
        half = self.n_fft // 2
        return SampleSpan(frames.start * self.hop - half, (frames.stop - 1) * self.hop + half)

    def bins_of(self, band_hz: tuple[float, float] | None) -> range:
        """The bins that a band touches; None for all."""
        if band_hz is None:
            return range(self.num_bins)
        low = math.floor(band_hz[0] / self.bin_hz + 0.5)
        high = math.ceil(min(band_hz[1], self.rate_hz) / self.bin_hz + 0.5)
        first = min(max(low, 0), self.num_bins)
        return range(first, min(max(high, first), self.num_bins))


@lru_cache(maxsize=64)
def _n_fft(rate_hz: int) -> int:
    wanted = math.log2(max(rate_hz, 1) * _REFERENCE_FFT / _REFERENCE_HZ)
    return max(1 << max(round(wanted), 0), _SMALLEST_FFT)
