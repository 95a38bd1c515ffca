"""Real separations whose suggestions were followed: what a review mends, and what it breaks."""

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from cass_core.clips import FloatArray
from cass_core.evaluation.review.array_stems import ArrayStems
from cass_core.evaluation.scoring.conditions import ConditionFacts, KnownScene, TestCondition
from cass_core.repair.edited_stems import EditedStems
from cass_core.review.evidence.source import Subject
from cass_core.review.review import Reviewer
from cass_core.review.small_nets import review_nets_checksum
from cass_core.review.suggestion import suggested_edits
from cass_core.stem_names import STEMS
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ


class FollowedCondition:
    """What another condition gives, reviewed, with all that the review suggests done."""

    def __init__(self, before: TestCondition, threshold: float) -> None:
        """Name the condition.

        Args:
            before: what separates; asked again for each scene.
            threshold: from which suggestions are followed, 0 to 1.
        """
        self._before, self._threshold = before, threshold
        # other weights of the review are another condition, too
        words = f"{before.facts.name}, reviewed from {threshold:g} ({review_nets_checksum()[:6]})"
        self.facts: ConditionFacts = replace(before.facts, name=words)

    def estimates(self, scene: KnownScene) -> FloatArray:
        """Separate, review and repair: (stem, sample)."""
        return followed(self._before.estimates(scene), CATALOG_RATE_HZ, self._threshold)


def followed(estimates: FloatArray, rate_hz: int, threshold: float) -> FloatArray:
    """Do what a review of some stems suggests.

    Args:
        estimates: (stem, sample) mono stems.
        rate_hz: samples a second.
        threshold: from which suggestions are followed, 0 to 1.

    Returns:
        Stems of the same sum.
    """
    stems = ArrayStems(estimates[:, None].astype(np.float32), rate_hz, "mono")
    subject = Subject(stems)
    with tempfile.TemporaryDirectory() as folder, Reviewer(subject, Path(folder), "") as reviewer:
        for _ in reviewer.gather():
            pass
        edits = suggested_edits(reviewer.cells, rate_hz, reviewer.flags(threshold))
    edited = EditedStems(stems, edits)
    return np.stack([edited.read(stem, stems.covered[0])[0] for stem in STEMS])
