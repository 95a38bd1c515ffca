"""What a fit needs to know of stems and of the sound that they are to give, piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray

STEP_HZ = 10
"""Pieces a second: a gain every 100 ms."""
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class FitSums:
    """Mean products within pieces of a tenth of a second; all that least squares need.

    Attributes:
        stems: (piece, stem, stem), of each stem with each.
        target: (piece, stem), of each stem with the sound that they are to give.
        power: (piece,), of that sound.
    """

    stems: Numbers
    target: Numbers
    power: Numbers

    @classmethod
    def of(cls, stems: FloatArray, target: FloatArray, step: int) -> "FitSums":
        """The sums of a stretch of sound.

        Args:
            stems: (stem, sample) of whole pieces.
            target: (sample,).
            step: samples of a piece.

        Returns:
            A row a piece.
        """
        parts = stems.reshape(len(stems), -1, step).astype(np.float64)
        sound = target.reshape(-1, step).astype(np.float64)
        return cls(
            np.einsum("apn,bpn->pab", parts, parts, optimize=True) / step,
            np.einsum("apn,pn->pa", parts, sound, optimize=True) / step,
            np.square(sound).mean(axis=1),
        )

    @classmethod
    def joined(cls, rows: "Sequence[FitSums]") -> "FitSums":
        """Several stretches as one."""
        return cls(
            np.concatenate([row.stems for row in rows]),
            np.concatenate([row.target for row in rows]),
            np.concatenate([row.power for row in rows]),
        )

    def smoothed(self, reach: int) -> "FitSums":
        """Sums of each piece and its neighbours, under a window of Hann.

        Args:
            reach: pieces on either side; 0 for none.

        Returns:
            As many rows.
        """
        weights = np.hanning(2 * reach + 3)[1:-1]
        weights /= weights.sum()
        return FitSums(*(_smoothed(v, weights) for v in (self.stems, self.target, self.power)))

    def error(self, factors: Numbers) -> Numbers:
        """Mean square of what gains leave over, (piece,).

        Args:
            factors: (piece, stem), amplitudes.

        Returns:
            |y|² - 2 g·b + g A g of each piece, never below zero.
        """
        own = np.einsum("pa,pab,pb->p", factors, self.stems, factors)
        left = self.power - 2 * (factors * self.target).sum(axis=1) + own
        return np.maximum(left, 0.0)


def _smoothed(values: Numbers, weights: Numbers) -> Numbers:
    """Along the first axis; what lies beyond either end counts as silence."""
    flat = values.reshape(len(values), -1)
    out = np.stack([_along(column, weights) for column in flat.T], axis=1)
    return out.reshape(values.shape)


def _along(column: Numbers, weights: Numbers) -> Numbers:
    reach = len(weights) // 2
    return np.convolve(np.pad(column, reach), weights, mode="valid")
