"""Perceived quality of speech after ITU-T P.862.2, from 1 to about 4.6."""

import math

import numpy as np

from cass_core.clips import FloatArray

RATE_HZ = 16_000


def pesq_wide_band(estimate: FloatArray, reference: FloatArray) -> float | None:
    """Wide-band PESQ by the package `pesq`.

    Args:
        estimate: (sample,) at `RATE_HZ`.
        reference: as the estimate, clean speech.

    Returns:
        The score; None where the reference holds no speech, or either is silent.

    Raises:
        ImportError: the package is not installed.
    """
    from pesq import PesqError, pesq

    try:
        score = float(pesq(RATE_HZ, *(np.asarray(s) for s in (reference, estimate)), "wb"))
    except (PesqError, ValueError):
        return None
    return score if math.isfinite(score) else None
