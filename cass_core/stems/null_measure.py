"""What is measured while stems are written: how well they sum to the mixture, and their peaks."""

from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import amplitude_to_db
from cass_core.stem_names import STEMS

SILENCE_DBFS = -200.0
"""What minus infinity is shown as."""

# float64 copies of a minute of 5.1 would take as much memory as the chunk itself
_BLOCK_SAMPLES = 1 << 16


def dbfs(amplitude: float) -> float:
    """Level of an amplitude in dB relative to full scale, never under -200."""
    if amplitude <= 0.0:
        return SILENCE_DBFS
    return max(SILENCE_DBFS, float(amplitude_to_db(amplitude)))


@dataclass(frozen=True)
class NullMeasure:
    """The running measure over everything written so far, as amplitudes (full scale is 1.0).

    Attributes:
        null_error: largest |mixture - (DX + FX + MX)|, computed in float64.
        mixture_peak: largest |sample| of the mixture.
        stem_peaks: largest |sample| of each stem, in the order of `STEMS`.
    """

    null_error: float = 0.0
    mixture_peak: float = 0.0
    stem_peaks: tuple[float, ...] = (0.0,) * len(STEMS)

    @property
    def null_depth_db(self) -> float:
        """The null error in dBFS; -200 stands for an exact sum."""
        return dbfs(self.null_error)

    @property
    def is_finite(self) -> bool:
        """False when some sample was infinite or not a number."""
        return bool(np.isfinite([self.null_error, self.mixture_peak, *self.stem_peaks]).all())

    def with_block(self, mixture: FloatArray, stems: FloatArray) -> "NullMeasure":
        """The measure after one more block.

        Args:
            mixture: (channel, sample).
            stems: (stem, channel, sample).

        Returns:
            A new measure; this one stays as it is.
        """
        null_error = self.null_error
        for span in SampleSpan(0, mixture.shape[-1]).blocks(_BLOCK_SAMPLES):
            here = np.s_[..., span.start : span.stop]
            # infinities cancel to not-a-number, which `is_finite` tells
            with np.errstate(invalid="ignore"):
                error = mixture[here] - stems[here].sum(axis=0, dtype=np.float64)
            null_error = _largest(null_error, error)
        return NullMeasure(
            null_error,
            _largest(self.mixture_peak, mixture),
            tuple(_largest(*pair) for pair in zip(self.stem_peaks, stems, strict=True)),
        )


def _largest(before: float, block: np.ndarray[tuple[int, ...], np.dtype[np.floating]]) -> float:
    """The larger of a former peak and the block's peak; not-a-number wins."""
    return float(np.max(np.abs(block), initial=before))
