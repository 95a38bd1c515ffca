"""How much of a stem's sound is heard in another stem at the same time, wave for wave."""

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.review.cells.bands import NUM_BANDS
from cass_core.review.cells.grid import spectra
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.evidence.source import Source, Subject, Witness
from cass_core.review.measures.measure import Material
from cass_core.review.measures.names import SHARED_SOUND
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS

_REACH_FRAMES = 6  # of the mean over time, to either side
_BAND_BINS = 16  # 250 Hz
_LEAST_POWER = 1e-4  # of a bin, about -80 dBFS
_WEIGHT = 1.0  # log-odds where all of a sound is shared; fitted on planted programmes


class _SharedSound:
    """Correlates the spectra of stems over a quarter of a second."""

    key = "1"

    def __init__(self, heard: HeardStems) -> None:
        self._heard = heard

    def told(self, first: int, stop: int) -> FloatArray:
        """(frame, pair) share of the stem's power that the owner's stem holds, too."""
        sound = self._heard.read(first - _REACH_FRAMES, stop + _REACH_FRAMES)
        return shared_shares(sound)[_REACH_FRAMES : _REACH_FRAMES + stop - first]


def shared_shares(sound: FloatArray) -> FloatArray:
    """Of (stem, sample) at `CELL_RATE_HZ`: (frame, pair) shares, 0 to 1."""
    planes = spectra(torch.from_numpy(sound)).numpy().transpose(0, 2, 1)  # (stem, frame, bin)
    powers = [_mean(np.abs(plane) ** 2) for plane in planes]
    found = []
    for stem, owner in PAIRS:
        one, other = STEMS.index(stem), STEMS.index(owner)
        cross = np.abs(_mean(planes[one] * planes[other].conj())) ** 2
        coherence = cross / np.maximum(powers[one] * powers[other], _LEAST_POWER**2)
        total = np.maximum(powers[one].sum(axis=1), _LEAST_POWER * NUM_BANDS)
        found.append((coherence * powers[one]).sum(axis=1) / total)
    return np.clip(np.stack(found, axis=1), 0, 1).astype(np.float32)


def _mean(values: FloatArray) -> FloatArray:
    """(frame, wide band) means over neighbours in time and frequency."""
    width = values.shape[1] // _BAND_BINS * _BAND_BINS
    wide = values[:, :width].reshape(len(values), -1, _BAND_BINS).mean(axis=2)
    sums = np.cumsum(np.pad(wide, ((_REACH_FRAMES + 1, _REACH_FRAMES), (0, 0))), axis=0)
    return (sums[2 * _REACH_FRAMES + 1 :] - sums[: -2 * _REACH_FRAMES - 1]) / (
        2 * _REACH_FRAMES + 1
    )


def _call(subject: Subject) -> Witness:
    return _SharedSound(subject.heard)


SHARED_SOUND_SOURCE = Source(SHARED_SOUND, len(PAIRS), _call)


def sounds_twice(material: Material) -> FloatArray:
    """(pair, frame) log-odds: what two stems hold at once is one sound, in one of them wrongly."""
    return np.asarray(_WEIGHT * material.further[SHARED_SOUND].T, np.float32)
