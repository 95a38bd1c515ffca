"""The last step of DnR v3: the mixture's loudness, the stems' true peak, and an exact sum."""

import numpy as np
import soxr

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.dsp.loudness import SILENCE_LUFS, integrated_loudness
from cass_core.synthesis.avdnr.limiter import peak_limited
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

# three stems below full scale sum to less than 4; on this grid the sum is exact in float32
_STEPS = float(2**22)


def mastered(stems: FloatArray, master_lufs: float, rate_hz: int = CATALOG_RATE_HZ) -> FloatArray:
    """Bring a mixture to its loudness, then limit each stem.

    One gain for all stems gives the mixture its loudness, each stem is limited to -2 dBTP, and
    the mixture is what the limited stems sum to. Values lie on a grid of 2^-22, so that this sum
    is exact in float32, in any order.

    Args:
        stems: (stem, sample) at `CATALOG_RATE_HZ`.
        master_lufs: loudness of the mixture, before the limiter.
        rate_hz: samples a second of the result.

    Returns:
        (stem, sample) float32.
    """
    if rate_hz != CATALOG_RATE_HZ:
        resampled = soxr.resample(stems.T, CATALOG_RATE_HZ, rate_hz, quality="VHQ")
        stems = np.ascontiguousarray(resampled.T)
    measured = integrated_loudness(stems.sum(axis=0), rate_hz)
    if measured > SILENCE_LUFS:
        stems = stems * np.float32(db_to_amplitude(master_lufs - measured))
    held = np.stack([peak_limited(stem, rate_hz) for stem in stems])
    return np.asarray(np.rint(held * np.float32(_STEPS)) / _STEPS, np.float32)
