"""FAD, KL and WPR of separated stems, gathered a scene at a time.

FAD tells how far the sound of all estimates is from that of all references, KL how far each
estimate's labels are from its reference's, WPR how often other stems are heard in an estimate.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray
from cass_core.evaluation.scoring.reference_networks import ReferenceNetwork, make_reference_network
from cass_core.metrics.frechet import EmbeddingCloud, frechet_distance
from cass_core.metrics.wrong_presence import mean_wrong_presence, wrong_presence
from cass_core.stem_names import STEMS, Stem


@dataclass(frozen=True)
class DistributionScores:
    """What came out; lower is better everywhere, and only numbers of one label compare.

    Attributes:
        label: who listened.
        fad: Fréchet distance a stem.
        kl: mean divergence in nats a stem.
        wpr: wrong presence in per cent a stem; NaN where all outputs are silent.
    """

    label: str
    fad: dict[Stem, float]
    kl: dict[Stem, float]
    wpr: dict[Stem, float]

    @property
    def means(self) -> tuple[float, float, float]:
        """Plain means of FAD, KL and WPR over the stems, as AV-CASS reports them."""
        rows = (self.fad, self.kl, self.wpr)
        fad, kl, wpr = (float(np.mean(list(row.values()))) for row in rows)
        return fad, kl, wpr


class DistributionMeter:
    """Takes in scenes one by one; memory does not grow with their number."""

    def __init__(self, tagger: str | ReferenceNetwork = "cass") -> None:
        """Load the networks.

        Args:
            tagger: one of `TAGGERS`, or a network that is loaded already.
        """
        self._network = make_reference_network(tagger) if isinstance(tagger, str) else tagger
        self._wanted = {stem: EmbeddingCloud() for stem in STEMS}
        self._found = {stem: EmbeddingCloud() for stem in STEMS}
        self._divergences: dict[Stem, list[float]] = {stem: [] for stem in STEMS}
        self._wrong: dict[Stem, list[float | None]] = {stem: [] for stem in STEMS}

    def add(self, reference: FloatArray, estimate: FloatArray) -> None:
        """Hear a scene.

        Args:
            reference: (stem, sample) mono at `CATALOG_RATE_HZ`, in the order of `STEMS`.
            estimate: as the reference.
        """
        if reference.shape != estimate.shape or len(reference) != len(STEMS):
            raise ValueError(f"stems of {reference.shape} and {estimate.shape} do not compare")
        for row, stem in enumerate(STEMS):
            self._hear(stem, reference[row], estimate[row])

    def scores(self) -> DistributionScores:
        """The numbers over all scenes so far."""
        return DistributionScores(
            self._network.label,
            {s: frechet_distance(self._wanted[s], self._found[s]) for s in STEMS},
            {s: float(np.mean(self._divergences[s] or [np.nan])) for s in STEMS},
            {s: mean_wrong_presence(self._wrong[s]) for s in STEMS},
        )

    def _hear(self, stem: Stem, reference: FloatArray, estimate: FloatArray) -> None:
        network = self._network
        self._wanted[stem].add(network.embeddings(reference))
        self._found[stem].add(network.embeddings(estimate))
        logits = network.clip_logits(reference), network.clip_logits(estimate)
        self._divergences[stem].append(network.divergence(*logits))
        self._wrong[stem].append(wrong_presence(network.active(estimate), stem))


def measure_distribution(
    tagger: str, references: Sequence[FloatArray], estimates: Sequence[FloatArray]
) -> DistributionScores:
    """FAD, KL and WPR of a list of scenes.

    Args:
        tagger: one of `TAGGERS`.
        references: each (stem, sample) mono at `CATALOG_RATE_HZ`.
        estimates: as the references, in the same order.

    Returns:
        The numbers of every stem.
    """
    meter = DistributionMeter(tagger)
    for reference, estimate in zip(references, estimates, strict=True):
        meter.add(reference, estimate)
    return meter.scores()
