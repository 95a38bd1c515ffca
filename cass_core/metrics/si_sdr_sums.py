"""SI-SDR of many estimates of one reference, block by block: none has to be there as a whole."""

import numpy as np
import numpy.typing as npt

from cass_core.decibels import power_to_db
from cass_core.metrics.sdr import EPSILON


class SiSdrSums:
    """What `metrics.sdr.si_sdr` needs of estimates and references, in sums over samples."""

    def __init__(self, num_estimates: int, num_sources: int) -> None:
        """Begin with nothing.

        Args:
            num_estimates: of each source.
            num_sources: rows of the references.
        """
        self._sums = np.zeros((5, num_estimates, num_sources))
        self._num_values = 0

    def begin_block(self, references: npt.NDArray[np.floating]) -> None:
        """Take the next samples of the references.

        Args:
            references: (source, ...); all other axes are one signal.
        """
        self._known = np.asarray(references, np.float64).reshape(len(references), -1)
        self._num_values += self._known.shape[1]

    def add(self, number: int, estimates: npt.NDArray[np.floating]) -> None:
        """Take an estimate of the block.

        Args:
            number: of the estimate.
            estimates: of each source, as the references.
        """
        heard = np.asarray(estimates, np.float64).reshape(self._known.shape)
        self._sums[:, number] += np.stack(
            [
                heard.sum(axis=1),
                self._known.sum(axis=1),
                np.einsum("sn,sn->s", heard, heard),
                np.einsum("sn,sn->s", heard, self._known),
                np.einsum("sn,sn->s", self._known, self._known),
            ]
        )

    def si_sdr(self) -> npt.NDArray[np.float64]:
        """(estimate, source) dB, means removed."""
        heard, known, heard_square, product, known_square = self._sums
        count = max(self._num_values, 1)
        heard_energy = heard_square - heard**2 / count
        known_energy = known_square - known**2 / count
        projection = product - heard * known / count
        target = projection**2 / (known_energy + EPSILON)
        error = np.maximum(heard_energy - target, 0)
        ratio = (target + EPSILON) / (error + EPSILON)
        return np.asarray(power_to_db(ratio), np.float64)
