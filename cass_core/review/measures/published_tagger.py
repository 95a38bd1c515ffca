"""The wrong placement of AV-CASS, moment by moment: the published detector hears each stem."""

from functools import cache

import numpy as np
import soxr

from cass_core.checkpoints.downloads import downloaded
from cass_core.clips import FloatArray
from cass_core.errors import ModelError
from cass_core.metrics.taggers.panns import Cnn14DecisionLevelMax, load_decision_level_max
from cass_core.metrics.wrong_presence import ClassGroups, read_class_groups
from cass_core.review.cells.bands import CELL_RATE_HZ, CELLS_A_SECOND
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.evidence.source import Source, Subject, Witness
from cass_core.review.measures.measure import Material
from cass_core.review.measures.names import PUBLISHED_TAGGER
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS

_LEAD_FRAMES = 50
_STEEPNESS, _MOST = 2.0, 1.0


class _PublishedTagger:
    """Asks Cnn14_DecisionLevelMax."""

    key = "1"

    def __init__(self, heard: HeardStems) -> None:
        self._heard = heard

    def told(self, first: int, stop: int) -> FloatArray:
        """(frame, stem and owner): probability that the owner's sound is heard in the stem."""
        sound = self._heard.read(first - _LEAD_FRAMES, stop + _LEAD_FRAMES)
        rows = [_of_stem(row)[_LEAD_FRAMES : _LEAD_FRAMES + stop - first] for row in sound]
        return np.concatenate(rows, axis=1)


def _of_stem(sound: FloatArray) -> FloatArray:
    """(frame, owner) of (sample,)."""
    network, groups = _detector()
    front = network.front
    heard = np.asarray(soxr.resample(sound, CELL_RATE_HZ, front.rate_hz), np.float32)
    strongest = groups.strongest(network.hear(heard))
    at = np.rint(np.arange(len(sound) * CELLS_A_SECOND / CELL_RATE_HZ) / CELLS_A_SECOND
                 * front.rate_hz / front.hop).astype(int)  # fmt: skip
    return np.asarray(strongest[np.minimum(at, len(strongest) - 1)], np.float32)


@cache
def _detector() -> tuple[Cnn14DecisionLevelMax, ClassGroups]:
    groups = read_class_groups(downloaded("wpr-classes"))
    return load_decision_level_max(downloaded("cnn14-decision-level-max")), groups


def _call(subject: Subject) -> Witness | None:
    try:
        _detector()
    except ModelError:
        return None
    return _PublishedTagger(subject.heard)


PUBLISHED_TAGGER_SOURCE = Source(PUBLISHED_TAGGER, len(STEMS) ** 2, _call)


def placed_wrongly(material: Material) -> FloatArray:
    """(pair, frame) log-odds: the owner's sound is heard in the stem, more than the stem's own."""
    told = material.further[PUBLISHED_TAGGER].reshape(material.num_frames, len(STEMS), len(STEMS))
    rows = []
    for stem, owner in PAIRS:
        row = told[:, STEMS.index(stem)]
        rows.append(row[:, STEMS.index(owner)] - row[:, STEMS.index(stem)])
    return np.clip(_STEEPNESS * np.stack(rows), -_MOST, _MOST).astype(np.float32)
