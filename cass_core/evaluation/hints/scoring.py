"""Separate mixtures without and with a hint at their worst place, and measure what it changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import power_to_db
from cass_core.evaluation.film.scoring import SCENE_KEY
from cass_core.evaluation.hints.worst_place import (
    WrongPlace,
    cell_powers,
    misplaced_powers,
    worst_place,
)
from cass_core.evaluation.kept_scores import KeptScores
from cass_core.evaluation.known_mixtures import HEARD_POWER, KnownMixture, MixtureSet
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.metrics.sdr import si_sdr
from cass_core.repair.grid import Grid
from cass_core.repair.guides import Guide, guided
from cass_core.request.settings import SeparationSettings
from cass_core.shown_text import counted
from cass_core.stem_names import STEMS

HINT_SCORES = "hint-scores.jsonl"
AROUND_S = 2.0
"""How much before and behind a hint the window separates anew with it."""


@dataclass(frozen=True)
class HintScore:
    """What was measured on one mixture; the lists hold it without and with the hint.

    Attributes:
        test_set: name of the set.
        scene: number in it.
        condition: how it was separated.
        model: first digits of the checksum of the weights.
        own: code of the stem that the place belongs to; empty where nothing is misplaced.
        found: code of the stem in which its sound stood.
        start_s: where the place begins.
        band_hz: its octave.
        inside: mean SI-SDR in dB of the stems that are heard in the place's second.
        around: the same of the two seconds before and behind it together.
        wrong_db: level, against all sound there, of what stands in the same wrong stem around.
    """

    test_set: str
    scene: int
    condition: str
    model: str
    own: str = ""
    found: str = ""
    start_s: float = 0.0
    band_hz: list[float] = field(default_factory=list)
    inside: list[float] = field(default_factory=list)
    around: list[float] = field(default_factory=list)
    wrong_db: list[float] = field(default_factory=list)


def score_hints(
    chosen: MixtureSet,
    model: OpenedModel,
    settings: SeparationSettings,
    folder: Path | None = None,
) -> Iterator[HintScore]:
    """Separate twice and measure.

    Args:
        chosen: the mixtures.
        model: the model under test.
        settings: how it separates, in as many steps as hints want.
        folder: where scores are kept; what stands there is not measured again.

    Yields:
        HintScore: one a mixture.

    Raises:
        SettingsError: the model takes no hints.
    """
    condition = counted(settings.steps, "step")
    kept = KeptScores(folder, HINT_SCORES, HintScore, SCENE_KEY)
    for mixture in chosen.mixtures():
        key = (chosen.name, mixture.number, condition, model.short_checksum)
        yield kept.of(key, partial(_measured, mixture, model, settings))


def _measured(
    mixture: KnownMixture, model: OpenedModel, settings: SeparationSettings
) -> dict[str, Any]:
    """The numbers of a mixture, by the names of `HintScore`; none where nothing is misplaced."""
    before = model.separated(mixture.sound, settings)
    place = worst_place(before, mixture.stems, mixture.sound.rate_hz)
    if place is None:
        return {}
    hint = Guide(place.region, place.own)
    after = model.separated(mixture.sound, guided(settings, (hint,)))
    return {
        "own": place.own.code,
        "found": place.found.code,
        "start_s": round(place.span.start / mixture.sound.rate_hz, 3),
        "band_hz": list(place.band_hz),
    } | compared(mixture, place, (before, after))


def compared(
    mixture: KnownMixture, place: WrongPlace, separations: tuple[FloatArray, FloatArray]
) -> dict[str, list[float]]:
    """What a hint has changed.

    Args:
        mixture: with its truth.
        place: what was hinted at.
        separations: (stem, channel, sample) without and with the hint.

    Returns:
        "inside", "around" and "wrong_db" of `HintScore`.
    """
    rate_hz, length = mixture.sound.rate_hz, mixture.stems.shape[-1]
    reach = round(AROUND_S * rate_hz)
    span = SampleSpan(max(place.span.start - reach, 0), min(place.span.stop + reach, length))
    sides = np.r_[span.start : place.span.start, place.span.stop : span.stop]
    inside = np.arange(place.span.start, place.span.stop)
    return {
        "inside": [_mean_db(stems, mixture.stems, inside) for stems in separations],
        "around": [_mean_db(stems, mixture.stems, sides) for stems in separations],
        "wrong_db": [_wrong_db(stems, mixture, place, sides) for stems in separations],
    }


def _mean_db(estimates: FloatArray, truth: FloatArray, samples: "np.typing.NDArray[Any]") -> float:
    """Mean SI-SDR of the stems that are heard in some samples, all channels as one signal."""
    pairs = [
        (estimate[:, samples].reshape(-1), true[:, samples].reshape(-1))
        for estimate, true in zip(estimates, truth, strict=True)
    ]
    heard = [si_sdr(*pair) for pair in pairs if np.mean(pair[1] ** 2) > HEARD_POWER]
    return round(float(np.mean(heard)), 3) if heard else 0.0


def _wrong_db(
    estimates: FloatArray,
    mixture: KnownMixture,
    place: WrongPlace,
    samples: "np.typing.NDArray[Any]",
) -> float:
    """Level of the same mistake in some samples, against all sound there."""
    grid = Grid(mixture.sound.rate_hz)
    heard = cell_powers(estimates[..., samples], grid)
    true_power = cell_powers(mixture.stems[..., samples], grid)
    row, column = STEMS.index(place.own), STEMS.index(place.found)
    wrong = misplaced_powers(heard, true_power)[row, column].sum()
    ratio = max(float(wrong), 1e-30) / max(float(true_power.sum()), 1e-30)
    return round(float(power_to_db(ratio)), 3)
