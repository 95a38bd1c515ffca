"""Separate known mixtures with several models, and measure the mean of their masks many ways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.errors import SettingsError
from cass_core.evaluation.film.scoring import ALONE_DB
from cass_core.evaluation.kept_scores import KeptScores
from cass_core.evaluation.known_mixtures import HEARD_POWER, KnownMixture, MixtureSet
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.media.sound.array_source import ArraySource
from cass_core.metrics.sdr import si_sdr
from cass_core.metrics.si_sdr_sums import SiSdrSums
from cass_core.request.settings import SeparationSettings
from cass_core.separation.opinions.averaged_masks import masked_blocks
from cass_core.stem_names import STEMS

OPINION_SCORES = "opinion-scores.jsonl"

_PARTS = {2: 4, 3: 2}
_KEY = ("test_set", "number", "condition", "models")


@dataclass(frozen=True)
class OpinionScore:
    """What was measured on one mixture.

    Attributes:
        test_set: where it is from.
        number: within that.
        condition: steps of each model.
        models: first digits of the checksums of their weights.
        si_sdri: of each stem that is heard beside others, the improvement over the mixture in dB
            under each row of `tried_weights`.
    """

    test_set: str
    number: int
    condition: str
    models: str
    si_sdri: dict[str, list[float]] = field(default_factory=dict)


def tried_weights(num_models: int) -> list[FloatArray]:
    """All weights that are compared, (model, stem) each; a stem's sum to one.

    The first are equal ones, and what is more uneven comes later. Two models share a stem in
    quarters, three in halves.

    Args:
        num_models: how many are asked.

    Returns:
        The weights.

    Raises:
        SettingsError: these are not two or three.
    """
    if num_models not in _PARTS:
        raise SettingsError("Weights are measured for two or three models; name as many.")
    parts = _PARTS[num_models]
    shares = [
        np.array([share / parts for share in row], np.float32)
        for row in product(range(parts + 1), repeat=num_models)
        if sum(row) == parts
    ]
    equal = np.full((num_models, len(STEMS)), 1 / num_models, np.float32)
    others: list[FloatArray] = [
        np.stack(chosen, axis=1) for chosen in product(shares, repeat=len(STEMS))
    ]
    others.sort(key=lambda weights: float(np.abs(weights - equal).sum()))
    return [equal, *[weights for weights in others if not np.array_equal(weights, equal)]]


def score_opinions(
    chosen: MixtureSet,
    models: Sequence[OpenedModel],
    steps: int | None = None,
    folder: Path | None = None,
) -> Iterator[OpinionScore]:
    """Separate with each and measure every mean of theirs; no picture is looked at.

    Args:
        chosen: the mixtures.
        models: two or three.
        steps: of the flow, for models that take them; None for each one's own.
        folder: where scores are kept; what stands there is not measured again.

    Yields:
        OpinionScore: one a mixture.
    """
    settings = [
        SeparationSettings(steps=steps or m.description.default_steps, picture=False)
        for m in models
    ]
    tried = tried_weights(len(models))
    condition = "/".join(str(each.steps) for each in settings)
    checksums = "+".join(model.short_checksum for model in models)
    kept = KeptScores(folder, OPINION_SCORES, OpinionScore, _KEY)
    for mixture in chosen.mixtures():
        key = (chosen.name, mixture.number, condition, checksums)
        yield kept.of(key, partial(_measured, mixture, models, settings, tried))


def _measured(
    mixture: KnownMixture,
    models: Sequence[OpenedModel],
    settings: Sequence[SeparationSettings],
    tried: Sequence[FloatArray],
) -> dict[str, Any]:
    """The numbers of a mixture, by the names of `OpinionScore`."""
    pairs = zip(models, settings, strict=True)
    opinions = [model.separated(mixture.sound, setting) for model, setting in pairs]
    return {"si_sdri": improvements(mixture, opinions, tried)}


def improvements(
    mixture: KnownMixture, opinions: Sequence[FloatArray], tried: Sequence[FloatArray]
) -> dict[str, list[float]]:
    """What each mean of the masks does for each stem that is heard beside others.

    Args:
        mixture: with its stems.
        opinions: (stem, channel, sample) of each model.
        tried: weights, (model, stem) each.

    Returns:
        Of each such stem, dB of SI-SDR over the mixture's, in the order of `tried`.
    """
    source = ArraySource(mixture.sound)
    sums = SiSdrSums(len(tried), len(STEMS))
    for block in masked_blocks(source, SampleSpan(0, source.num_samples), opinions, 0):
        sums.begin_block(mixture.stems[..., block.span.start : block.span.stop])
        for number, weights in enumerate(tried):
            sums.add(number, block.stems(weights))
    reached, found = sums.si_sdr(), {}
    whole = mixture.sound.samples.reshape(-1)
    for row, stem in enumerate(STEMS):
        known = mixture.stems[row].reshape(-1)
        before = si_sdr(whole, known)
        if float(np.mean(known**2)) > HEARD_POWER and before < ALONE_DB:
            found[stem.value] = [round(float(after - before), 3) for after in reached[:, row]]
    return found
