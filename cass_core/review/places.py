"""Suspicious places: where all measures together pass a threshold, and what is wrong there."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_power, power_to_db
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.flag import Kind, plain_kind
from cass_core.review.measures.combining import Weighed
from cass_core.review.regions import Region, moment_scores, regions
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS, Stem

SPEAKS = 0.35
"""Share of a moment's sound that is speech, for somebody to speak."""

_SPEECH_MARGIN = 10  # frames
_WORD_FRAMES, _TOUCHES_FRAMES = 40, 8


class Finding(NamedTuple):
    """A suspicious place within a stretch.

    Attributes:
        region: where.
        stem: in which it is heard.
        owner: where it belongs.
        kind: what is wrong.
        measures: names of those that speak for it.
    """

    region: Region
    stem: Stem
    owner: Stem
    kind: Kind
    measures: tuple[str, ...]


class Stretch:
    """The evidence of a minute, weighed by all measures."""

    def __init__(self, weighed: Weighed) -> None:
        """Add up what they say.

        Args:
            weighed: what each says.
        """
        self.cells = weighed.material.cells
        self._weighed, self._scores = weighed, weighed.scores()

    def places(
        self, threshold: float, heard: npt.NDArray[np.bool_] | None = None
    ) -> Iterator[Finding]:
        """Places that pass a threshold.

        Args:
            threshold: 0 to 1.
            heard: (frame,) moments that count; None for all.

        Yields:
            Finding: with the plain kinds.
        """
        for pair, (stem, owner) in enumerate(PAIRS):
            row, other = STEMS.index(stem), STEMS.index(owner)
            levels, shares = self.cells.levels[:, row], self.cells.shares[:, row, other]
            scores = self._scores[pair] if heard is None else self._scores[pair] * heard
            for region in regions(levels, shares, scores, threshold):
                names = self._weighed.found_by(pair, region.first, region.stop)
                yield Finding(region, stem, owner, plain_kind(stem, owner), names)


def misplaced(stretch: Stretch, threshold: float) -> Iterator[Finding]:
    """Places where one stem seems to hold another's sound."""
    yield from stretch.places(threshold)


def ghosts(stretch: Stretch, threshold: float) -> Iterator[Finding]:
    """Such places in the dialogue while no stem holds speech."""
    silent = ~_near(speech_scores(stretch.cells) >= SPEAKS, _SPEECH_MARGIN)
    for place in stretch.places(threshold, silent):
        if place.stem is Stem.DX:
            yield place._replace(kind=Kind.GHOST)


def missing_words(stretch: Stretch, threshold: float) -> Iterator[Finding]:
    """Short places where speech of another stem completes what the dialogue says around it."""
    row, cells = STEMS.index(Stem.DX), stretch.cells
    spoken = moment_scores(cells.levels[:, row], cells.shares[:, row, row]) >= SPEAKS
    for place in stretch.places(threshold):
        first, stop = place.region.first, place.region.stop
        before = spoken[max(first - _TOUCHES_FRAMES, 0) : first]
        behind = spoken[stop : stop + _TOUCHES_FRAMES]
        is_within = stop - first <= _WORD_FRAMES and before.any() and behind.any()
        if place.owner is Stem.DX and is_within:
            yield place._replace(kind=Kind.OVER_SEPARATED)


FINDERS: tuple[Callable[[Stretch, float], Iterator[Finding]], ...] = (
    misplaced,
    ghosts,
    missing_words,
)
"""What places are called, from the plainest to those that say more."""


def speech_scores(cells: JudgedCells) -> FloatArray:
    """How much of what is heard at each moment is speech, in whichever stem.

    Args:
        cells: of a stretch.

    Returns:
        (frame,), 0 to 1.
    """
    powers = db_to_power(cells.levels)
    total = np.maximum(powers.sum(axis=1), 1e-10)
    share = (powers * cells.shares[:, :, STEMS.index(Stem.DX)]).sum(axis=1) / total
    return moment_scores(power_to_db(total).astype(np.float32), share.astype(np.float32))


def _near(flags: npt.NDArray[np.bool_], margin: int) -> npt.NDArray[Any]:
    kernel = np.ones(2 * margin + 1)
    return np.asarray(np.convolve(flags, kernel, "same") > 0)
