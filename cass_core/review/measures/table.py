"""The table of measures, and of the evidence that they need."""

from collections.abc import Iterable

import numpy as np

from cass_core.clips import FloatArray
from cass_core.review.measures.handover import handed_over
from cass_core.review.measures.measure import Material, Measure
from cass_core.review.measures.names import (
    BY_DEFAULT,
    CELLS,
    HANDOVER,
    OPINIONS,
    OTHER_SEPARATION,
    PUBLISHED_TAGGER,
    SEEN_SPEECH,
    SHARED_SOUND,
    VOICES,
)
from cass_core.review.measures.opinions import OPINIONS_SOURCE, differ
from cass_core.review.measures.other_separation import OTHER_SEPARATION_SOURCE, disagrees
from cass_core.review.measures.published_tagger import PUBLISHED_TAGGER_SOURCE, placed_wrongly
from cass_core.review.measures.seen_speech import SEEN_SPEECH_SOURCE, seen
from cass_core.review.measures.shared_sound import SHARED_SOUND_SOURCE, sounds_twice
from cass_core.review.measures.voices import VOICES_SOURCE, detected
from cass_core.review.suspicion.weighing import suspicion_logits


def suspected(material: Material) -> FloatArray:
    """(pair, frame) log-odds of the network of suspicion."""
    return np.asarray(suspicion_logits(material.cells))


MEASURES = (
    Measure(CELLS, frozenset({CELLS}), suspected),
    Measure(HANDOVER, frozenset({CELLS}), handed_over),
    Measure(SHARED_SOUND, frozenset({SHARED_SOUND}), sounds_twice),
    Measure(VOICES, frozenset({VOICES}), detected),
    Measure(SEEN_SPEECH, frozenset({SEEN_SPEECH}), seen),
    Measure(OTHER_SEPARATION, frozenset({OTHER_SEPARATION}), disagrees),
    Measure(OPINIONS, frozenset({OPINIONS}), differ),
    Measure(PUBLISHED_TAGGER, frozenset({PUBLISHED_TAGGER}), placed_wrongly),
)
"""All measures; the first is the start that the others add to."""

SOURCES = (
    SHARED_SOUND_SOURCE,
    VOICES_SOURCE,
    SEEN_SPEECH_SOURCE,
    OTHER_SEPARATION_SOURCE,
    OPINIONS_SOURCE,
    PUBLISHED_TAGGER_SOURCE,
)
"""Where the evidence beside the cells comes from."""


def measures_named(names: Iterable[str]) -> tuple[Measure, ...]:
    """The network of suspicion and what adds to it.

    Args:
        names: of those that add, from `ADDED`.

    Returns:
        Them, in the order of the table.
    """
    wanted = {CELLS, *names}
    return tuple(measure for measure in MEASURES if measure.name in wanted)


DEFAULT_MEASURES = measures_named(BY_DEFAULT)
