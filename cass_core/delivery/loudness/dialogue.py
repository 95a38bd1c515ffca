"""Loudness while somebody speaks: an estimate from the dialogue stem, and named as one.

Who delivers by dialogue measures with a detector of speech. The dialogue stem tells where speech is
without one: where it is heard at all, and is no mere rest of the separation.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.decibels import db_to_power, power_to_db
from cass_core.delivery.loudness.track_meter import TrackLoudness
from cass_core.dsp.loudness import SILENCE_LUFS

_LOWEST_LUFS = -50.0
_UNDER_SPEECH_LU = 15.0  # what is this much quieter than the dialogue's own loudness is no line


@dataclass(frozen=True)
class DialogueLoudness:
    """What was estimated.

    Attributes:
        share: of the programme in which somebody speaks, 0 to 1.
        loudness_lufs: of the whole sound there; -70 where nobody speaks.
        range_lu: from the quiet to the loud speech, as a loudness range.
    """

    share: float
    loudness_lufs: float
    range_lu: float


def dialogue_loudness(programme: TrackLoudness, dialogue: TrackLoudness) -> DialogueLoudness:
    """Loudness of a programme while its dialogue stem speaks.

    Args:
        programme: the mixture or the remix.
        dialogue: the dialogue stem of the same length.

    Returns:
        The mean power of the 400 ms blocks with speech, and the range between the 10th and the 95th
        percentile of the short-term loudness there.
    """
    threshold = max(_LOWEST_LUFS, dialogue.integrated_lufs - _UNDER_SPEECH_LU)
    speaks = dialogue.momentary_lufs > threshold
    share = float(speaks.mean()) if len(speaks) else 0.0
    heard = speaks[: len(programme.momentary_lufs)]
    blocks = programme.momentary_lufs[heard]
    if not len(blocks) or not np.any(blocks > SILENCE_LUFS):
        return DialogueLoudness(share, SILENCE_LUFS, 0.0)
    loudness = float(power_to_db(float(np.mean(db_to_power(blocks.astype(np.float64))))))
    return DialogueLoudness(share, loudness, _range(programme.short_term_lufs[heard]))


def _range(short_term_lufs: npt.NDArray[np.float32]) -> float:
    """As EBU Tech 3342: what is 20 LU under the mean is left out."""
    powers = db_to_power(short_term_lufs.astype(np.float64))
    gate = float(power_to_db(float(powers.mean()))) - 20.0
    kept = short_term_lufs[(short_term_lufs > gate) & (short_term_lufs > SILENCE_LUFS)]
    if len(kept) < 2:
        return 0.0
    low, high = np.percentile(kept, [10, 95])
    return float(high - low)
