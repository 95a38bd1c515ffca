"""Which clips of effects and music stay, by the rule with which DnR v3 cleaned its sources.

A clip is excluded where a detector finds its sound active for more than half of the time.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray
from cass_core.synthesis.corpus.speech_filter import speech_shares

MOST_SHARE = 0.5

_HEARD = 0.5  # probability from which a stem counts as heard


@dataclass(frozen=True)
class Exclusion:
    """Judges clips; can be sent to other processes.

    Attributes:
        speech: whether speech excludes.
        music_share: share of a clip, (sample,) at the catalogue's rate, in which music is active;
            None where music does not exclude.
    """

    speech: bool
    music_share: Callable[[FloatArray], float] | None = None

    def __call__(self, samples: FloatArray) -> bool:
        """Whether the clip stays."""
        if self.speech:
            shares = speech_shares([samples])
            if shares is not None and shares[0] > MOST_SHARE:
                return False
        return self.music_share is None or self.music_share(samples) <= MOST_SHARE


def active_shares(presence: FloatArray) -> FloatArray:
    """Share of the windows in which each stem is more likely heard than not.

    Args:
        presence: (window, stem) probabilities from a tagger.

    Returns:
        (stem,), each from 0 to 1.
    """
    return np.asarray((presence > _HEARD).mean(axis=0), np.float32)
