"""Whether the two channels of a stereo sound cancel each other."""

import numpy as np

from cass_core.clips import FloatArray

_CANCELS_DB = -20.0
_QUIET = 1e-6  # mean square under which there is nothing to judge, -60 dBFS


class Polarity:
    """Adds up the sum and the difference of two channels while they are decoded."""

    def __init__(self) -> None:
        self._sum = self._difference = 0.0
        self._num_samples = 0

    def add(self, block: FloatArray) -> None:
        """Listen to a block (channel, sample); what has not two channels is passed over."""
        if len(block) != 2:
            return
        left, right = block.astype(np.float64)
        self._sum += float(np.sum((left + right) ** 2))
        self._difference += float(np.sum((left - right) ** 2))
        self._num_samples += block.shape[1]

    @property
    def cancelled_db(self) -> float | None:
        """What is left of the sound in mono, in dB; None where the channels do not cancel."""
        if self._difference <= _QUIET * self._num_samples:
            return None
        left_db = 10 * np.log10(max(self._sum / self._difference, 1e-12))
        return float(left_db) if left_db < _CANCELS_DB else None
