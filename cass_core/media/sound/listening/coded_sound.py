"""Coded sound in PCM clothes (SMPTE 337): Dolby E or AC-3 that would be heard as noise."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray

# the two words before each burst as steps of 24 bits, for data of 24, 20 and 16 bits
_SYNC = ((0x96F872, 0xA54E1F), (0x6F8720, 0x54E1F0), (0xF87200, 0x4E1F00))
_STEPS = 1 << 23
_FEWEST_BURSTS = 4  # the words also come by chance
_SHORTEST_BURST = 256  # samples
_REGULAR = 0.8


def is_coded(sound: FloatArray) -> bool:
    """Whether any channels of a sound hold bursts of coded data.

    Args:
        sound: (channel, sample), some seconds.

    Returns:
        True where both words stand side by side in two neighbouring channels, or one of them
        comes again and again in a single channel.
    """
    steps = np.rint(sound.astype(np.float64) * _STEPS).astype(np.int64) & 0xFFFFFF
    for first, second in _SYNC:
        starts, follows = steps == first, steps == second
        if int((starts[:-1] & follows[1:]).sum()) >= _FEWEST_BURSTS:
            return True
        if len(steps) == 1 and (_come_regularly(starts[0]) or _come_regularly(follows[0])):
            return True
    return False


def _come_regularly(is_word: npt.NDArray[np.bool_]) -> bool:
    """Whether a word comes at equal distances; its partner is in another track then."""
    steps = np.diff(np.flatnonzero(is_word))
    if len(steps) < _FEWEST_BURSTS - 1 or np.median(steps) < _SHORTEST_BURST:
        return False
    # bursts at broken frame rates are a sample longer or shorter
    return float(np.mean(np.abs(steps - np.median(steps)) <= 1)) >= _REGULAR
