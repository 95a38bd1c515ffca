"""How far an estimate's loudness is from its reference's."""

from cass_core.clips import FloatArray
from cass_core.dsp.loudness import integrated_loudness


def loudness_error_lu(estimate: FloatArray, reference: FloatArray, rate_hz: int) -> float:
    """Difference of integrated loudness (ITU-R BS.1770-4), without its sign.

    Args:
        estimate: (channel, sample) or (sample,).
        reference: as the estimate.
        rate_hz: samples a second.

    Returns:
        LU; silence counts as -70 LUFS.
    """
    heard, meant = (integrated_loudness(sound, rate_hz) for sound in (estimate, reference))
    return abs(heard - meant)
