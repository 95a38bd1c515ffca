"""How far stems are from summing to their mixture."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import power_to_db

_EXACT_DB = -200.0


def consistency_error_db(mixture: FloatArray, stems: FloatArray) -> float:
    """Energy of the mixture minus the sum of its stems, relative to the mixture.

    Args:
        mixture: (..., sample).
        stems: (stem, ..., sample).

    Returns:
        dB; -200 stands for an exact sum, and for silence.
    """
    meant = np.asarray(mixture, np.float64)
    missed = float(np.sum((meant - np.sum(stems, axis=0, dtype=np.float64)) ** 2))
    energy = float(np.sum(meant**2))
    if missed == 0.0 or energy == 0.0:
        return _EXACT_DB if missed == 0.0 else -_EXACT_DB
    return max(float(power_to_db(missed / energy)), _EXACT_DB)
