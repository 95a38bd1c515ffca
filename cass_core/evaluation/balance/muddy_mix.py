"""Mixes that are made worse on purpose, as VisAH's authors made their training pairs."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.dsp.loudness import SILENCE_LUFS, integrated_loudness

Recipe = Literal["script", "paper"]
"""Of the two softer stems, "script" lifts one and lowers the other; "paper" lifts both."""
CHANGES_DB = (6.0, 9.0, 12.0)
_HIGHEST = float(db_to_amplitude(-0.5))


@dataclass(frozen=True)
class MuddyMix:
    """Stems at wrong levels.

    Attributes:
        stems: (stem, sample) as they are in the mix.
        gains_db: what was done to each, with what keeps it from full scale.
    """

    stems: FloatArray
    gains_db: tuple[float, ...]

    @property
    def mix(self) -> FloatArray:
        """Their sum, (sample,)."""
        return np.asarray(self.stems.sum(axis=0), np.float32)


def muddy_mix(
    stems: FloatArray, rate_hz: int, chance: np.random.Generator, recipe: Recipe = "script"
) -> MuddyMix:
    """Lower the loudest stem by 6, 9 or 12 dB and change the others by as much; silence stays.

    No stem and not the sum passes -0.5 dBFS: a stem that would is turned down, then all of them.

    Args:
        stems: (stem, sample), whose sum is the mix as it should be.
        rate_hz: samples a second.
        chance: draws the changes.
        recipe: what happens to the softer stems.

    Returns:
        The worse mix.
    """
    loudness = [integrated_loudness(stem, rate_hz) for stem in stems]
    heard = [n for n in np.argsort(loudness)[::-1] if loudness[n] > SILENCE_LUFS]
    gains_db = np.zeros(len(stems))
    signs = [-1.0, *([1.0, -1.0] if recipe == "script" else [1.0, 1.0])]
    softer = [heard[n] for n in 1 + chance.permutation(max(len(heard) - 1, 0))]
    for stem, sign in zip([*heard[:1], *softer], signs, strict=False):
        gains_db[stem] = sign * chance.choice(CHANGES_DB)
    gains_db += [
        _room_db(stem * db_to_amplitude(g)) for stem, g in zip(stems, gains_db, strict=True)
    ]
    worse = stems * db_to_amplitude(gains_db)[:, None]
    room_db = _room_db(worse.sum(axis=0))
    return MuddyMix(
        np.asarray(worse * db_to_amplitude(room_db), np.float32),
        tuple(float(gain) for gain in gains_db + room_db),
    )


def _room_db(sound: FloatArray) -> float:
    """The gain that keeps sound under the limit; 0 where it is."""
    peak = float(np.abs(sound).max(initial=0.0))
    return min(0.0, 20 * float(np.log10(_HIGHEST / max(peak, 1e-9))))
