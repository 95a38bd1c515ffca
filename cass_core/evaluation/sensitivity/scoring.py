"""Separate mixtures once, decide over the masks again and again, and measure each decision."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from cass_core.clips import FloatArray
from cass_core.evaluation.film.scoring import SCENE_KEY
from cass_core.evaluation.kept_scores import KeptScores
from cass_core.evaluation.known_mixtures import HEARD_POWER, KnownMixture, MixtureSet
from cass_core.evaluation.review.array_stems import ArrayStems
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.metrics.sdr import si_sdr, si_sir_sar
from cass_core.repair.sensitivity.sensitive_stems import SensitiveStems
from cass_core.repair.sensitivity.sensitivity import Sensitivity, Strictness
from cass_core.request.settings import SeparationSettings
from cass_core.shown_text import counted
from cass_core.stem_names import STEMS

SENSITIVITY_SCORES = "sensitivity-scores.jsonl"
PERCENTS = (-100.0, -50.0, -25.0, 0.0, 25.0, 50.0, 100.0)


@dataclass(frozen=True)
class SensitivityScore:
    """What was measured on one mixture.

    Attributes:
        test_set: name of the set.
        scene: number in it.
        condition: how it was separated.
        model: first digits of the checksum of the weights.
        alone: of each stem that is heard, at each of `PERCENTS` of its own control, the others in
            the middle: SI-SDR, SI-SIR and SI-SAR in dB; the last two are missing where no two
            stems are heard.
        best: strictness of each stem, in the order of `STEMS`, that brings the stems nearest.
        middle_db: mean SI-SDR of the stems that are heard, as they were separated.
        best_db: the same with the best setting.
    """

    test_set: str
    scene: int
    condition: str
    model: str
    alone: dict[str, list[list[float]]] = field(default_factory=dict)
    best: list[float] = field(default_factory=list)
    middle_db: float = 0.0
    best_db: float = 0.0


def score_sensitivity(
    chosen: MixtureSet,
    model: OpenedModel,
    settings: SeparationSettings,
    folder: Path | None = None,
) -> Iterator[SensitivityScore]:
    """Separate, decide and measure.

    Args:
        chosen: the mixtures.
        model: the model under test.
        settings: how it separates.
        folder: where scores are kept; what stands there is not measured again.

    Yields:
        SensitivityScore: one a mixture.
    """
    condition = counted(settings.steps, "step")
    kept = KeptScores(folder, SENSITIVITY_SCORES, SensitivityScore, SCENE_KEY)
    for mixture in chosen.mixtures():
        key = (chosen.name, mixture.number, condition, model.short_checksum)
        yield kept.of(key, partial(_measured, mixture, model, settings))


def _measured(
    mixture: KnownMixture, model: OpenedModel, settings: SeparationSettings
) -> dict[str, Any]:
    """The numbers of a mixture, by the names of `SensitivityScore`."""
    sound = mixture.sound
    estimates = model.separated(sound, settings)
    return Decisions(estimates, mixture.stems, sound.layout, sound.rate_hz).measured()


class Decisions:
    """Stems of one mixture under any sensitivity, against the truth."""

    def __init__(self, estimates: FloatArray, truth: FloatArray, layout: str, rate_hz: int) -> None:
        """Look which stems are heard.

        Args:
            estimates: (stem, channel, sample) as they were separated.
            truth: likewise.
            layout: FFmpeg's name of the channel layout.
            rate_hz: samples a second.
        """
        self._stems = ArrayStems(estimates, rate_hz, layout)
        self._heard = [row for row in range(len(STEMS)) if np.mean(truth[row] ** 2) > HEARD_POWER]
        self._truth = truth[self._heard]
        self._known: dict[tuple[float, ...], list[float]] = {}

    def measured(self) -> dict[str, Any]:
        """The numbers of a mixture, by the names of `SensitivityScore`."""
        middle = (0.0,) * len(STEMS)
        if not self._heard:
            return {"best": list(middle)}
        best = self._best()
        return {
            "alone": {STEMS[row].value: self._alone(row) for row in self._heard},
            "best": list(best),
            "middle_db": round(self._mean_db(middle), 3),
            "best_db": round(self._mean_db(best), 3),
        }

    def _alone(self, row: int) -> list[list[float]]:
        """What the control of one stem does to it, at each of `PERCENTS`."""
        number, found = self._heard.index(row), []
        for percent in PERCENTS:
            percents = tuple(percent if one == row else 0.0 for one in range(len(STEMS)))
            decided = self._decided(percents)
            ratios = [self._si_sdr(percents, decided)[number]]
            if len(self._heard) > 1:
                ratios += si_sir_sar(decided[number], self._truth, number)
            found.append([round(ratio, 3) for ratio in ratios])
        return found

    def _best(self) -> tuple[float, ...]:
        """The setting with the highest mean SI-SDR, sought stem after stem."""
        best = (0.0,) * len(STEMS)
        for row in (*self._heard, *self._heard[:-1]):
            tried = [(*best[:row], percent, *best[row + 1 :]) for percent in PERCENTS]
            best = max(tried, key=self._mean_db)
        return best

    def _mean_db(self, percents: tuple[float, ...]) -> float:
        """Mean SI-SDR of the stems that are heard."""
        return float(np.mean(self._si_sdr(percents)))

    def _si_sdr(
        self, percents: tuple[float, ...], decided: FloatArray | None = None
    ) -> list[float]:
        """Of each stem that is heard, all channels as one signal."""
        if percents not in self._known:
            heard = self._decided(percents) if decided is None else decided
            pairs = zip(heard, self._truth, strict=True)
            self._known[percents] = [si_sdr(a.reshape(-1), b.reshape(-1)) for a, b in pairs]
        return self._known[percents]

    def _decided(self, percents: tuple[float, ...]) -> FloatArray:
        """The stems that are heard: (stem, channel, sample)."""
        sensitivity = Sensitivity(tuple(Strictness(percent) for percent in percents))
        stems = SensitiveStems(self._stems, sensitivity)
        return np.stack([stems.read(STEMS[row], self._stems.covered[0]) for row in self._heard])
