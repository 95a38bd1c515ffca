"""Whether two channels that belong together cancel each other."""

from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray
from cass_core.media.files.layout_names import speaker_names

_CANCELS_DB = -20.0
_QUIET = 1e-6  # mean square under which there is nothing to judge, -60 dBFS
_PAIRS = (
    ("FL", "FR"), ("FLC", "FRC"), ("SL", "SR"), ("BL", "BR"), ("TFL", "TFR"), ("TBL", "TBR"),
)  # fmt: skip


@dataclass(frozen=True)
class Cancellation:
    """Two channels of opposite polarity.

    Attributes:
        channels: their numbers, from 0.
        left_db: what is left of their sound in mono, in dB.
    """

    channels: tuple[int, int]
    left_db: float


class Polarity:
    """Adds up the sums and the differences of left and right channels while they are decoded."""

    def __init__(self, layout: str) -> None:
        """Begin a sound.

        Args:
            layout: FFmpeg's name of its channel layout.
        """
        self._pairs = _pairs(layout)
        self._powers = np.zeros((len(self._pairs), 2))  # of the sum, of the difference
        self._num_samples = 0

    def add(self, block: FloatArray) -> None:
        """Listen to a block (channel, sample)."""
        for powers, pair in zip(self._powers, self._pairs, strict=True):
            left, right = block[list(pair)].astype(np.float64)
            powers += np.sum((left + right) ** 2), np.sum((left - right) ** 2)
        self._num_samples += block.shape[1]

    @property
    def cancelled(self) -> list[Cancellation]:
        """The pairs that cancel."""
        found = []
        for (total, difference), pair in zip(self._powers, self._pairs, strict=True):
            if difference > _QUIET * self._num_samples:
                left_db = 10 * float(np.log10(max(total / difference, 1e-12)))
                if left_db < _CANCELS_DB:
                    found.append(Cancellation(pair, left_db))
        return found


def _pairs(layout: str) -> list[tuple[int, int]]:
    """Numbers of the left and right channels; none in a layout without known loudspeakers."""
    names = speaker_names(layout)
    return [
        (names.index(left), names.index(right))
        for left, right in _PAIRS
        if left in names and right in names
    ]
