"""Another separation of the same programme: what it puts elsewhere is in doubt."""

import hashlib
import json

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.review.cells.grid import band_powers, mel_powers, spectra
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.evidence.source import Source, Subject, Witness
from cass_core.review.measures.measure import Material
from cass_core.review.measures.names import OTHER_SEPARATION
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS
from cass_core.stems.readable_stems import ReadableStems

_MEAN_FRAMES = 9
_LEAST_POWER = 1e-8
_MIDDLE, _STEEPNESS, _MOST = 0.3, 5.0, 2.0


class _OtherSeparation:
    """Compares the powers of cells."""

    def __init__(self, heard: HeardStems, other: HeardStems, key: str) -> None:
        self._heard, self._other, self.key = heard, other, key

    def told(self, first: int, stop: int) -> FloatArray:
        """(frame, pair) share of the stem's power that the other separation gives to the owner."""
        reach = _MEAN_FRAMES // 2
        both = (self._heard, self._other)
        ours, theirs = (_powers(one.read(first - reach, stop + reach)) for one in both)
        return moved_shares(ours, theirs)


def moved_shares(ours: FloatArray, theirs: FloatArray) -> FloatArray:
    """Compare two separations.

    Args:
        ours: (stem, frame, band) powers, `_MEAN_FRAMES` - 1 frames longer than the result.
        theirs: likewise of the other separation.

    Returns:
        (frame, pair) share of the stem's power, 0 to 1.
    """
    one, other = _mean(ours), _mean(theirs)
    columns = []
    for stem, owner in PAIRS:
        row, at = STEMS.index(stem), STEMS.index(owner)
        left = np.maximum(one[row] - other[row], 0)
        came = np.maximum(other[at] - one[at], 0)
        total = np.maximum(one[row].sum(axis=1), _LEAST_POWER)
        columns.append(np.minimum(left, came).sum(axis=1) / total)
    return np.clip(np.stack(columns, axis=1), 0, 1).astype(np.float32)


def _powers(sound: FloatArray) -> FloatArray:
    """(stem, frame, band) of (stem, sample)."""
    planes = spectra(torch.from_numpy(np.ascontiguousarray(sound, np.float32)))
    return np.asarray(band_powers(mel_powers(planes.abs().square())).numpy())


def _mean(powers: FloatArray) -> FloatArray:
    windows = np.lib.stride_tricks.sliding_window_view(powers, _MEAN_FRAMES, axis=1)
    return np.asarray(windows.mean(axis=-1))


def _call(subject: Subject) -> Witness | None:
    other = subject.other
    if other is None or _programme(other) != _programme(subject.stems):
        return None
    facts = [identity.to_json() for identity in other.identities]
    spans = [(span.start, span.stop) for span in other.covered]
    key = hashlib.sha256(json.dumps([facts, spans], sort_keys=True).encode()).hexdigest()
    return _OtherSeparation(subject.heard, HeardStems(other), key)


def _programme(stems: ReadableStems) -> tuple[object, ...]:
    """What two separations must have in common."""
    made_from = {(one.media_hash, one.audio_stream) for one in stems.identities}
    return stems.rate_hz, stems.num_samples, made_from


OTHER_SEPARATION_SOURCE = Source(OTHER_SEPARATION, len(PAIRS), _call)


def disagrees(material: Material) -> FloatArray:
    """(pair, frame) log-odds: what the other separation puts into the owner's stem."""
    shares = material.further[OTHER_SEPARATION].T
    return np.clip(_STEEPNESS * (shares - _MIDDLE), 0.0, _MOST).astype(np.float32)
