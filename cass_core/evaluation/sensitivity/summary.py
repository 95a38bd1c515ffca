"""Means over mixtures of what sensitivity does, as numbers and as text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.evaluation.sensitivity.scoring import PERCENTS, SensitivityScore
from cass_core.stem_names import STEMS, Stem

_EFFECT_DB = 0.1


@dataclass(frozen=True)
class SensitivitySummary:
    """What the control does.

    Attributes:
        num_scenes: how many mixtures.
        alone: of each stem, (percent, ratio) means in dB over the mixtures in which it is heard
            beside others: SI-SDR, SI-SIR, SI-SAR, at each of `PERCENTS` of its own control.
        num_heard: how many mixtures these are, of each stem.
        gain_db: by how much the best setting of a mixture beats the middle, mean SI-SDR.
        most_db: the same where it helps most.
        share_better: of mixtures that the best setting brings nearer by more than 0.1 dB.
    """

    num_scenes: int
    alone: dict[Stem, "np.ndarray"]
    num_heard: dict[Stem, int]
    gain_db: float
    most_db: float
    share_better: float


def summarise_sensitivity(scores: Sequence[SensitivityScore]) -> SensitivitySummary:
    """Means; every mixture counts alike."""
    alone, num_heard = {}, {}
    for stem in STEMS:
        rows = [score.alone[stem.value] for score in scores if stem.value in score.alone]
        beside = [row for row in rows if len(row[0]) > 1]
        num_heard[stem] = len(beside)
        alone[stem] = np.mean(beside, axis=0) if beside else np.full((len(PERCENTS), 3), np.nan)
    gains = np.array([score.best_db - score.middle_db for score in scores if score.alone] or [0.0])
    return SensitivitySummary(
        len(scores),
        alone,
        num_heard,
        float(gains.mean()),
        float(gains.max()),
        float(np.mean(gains > _EFFECT_DB)),
    )


def sensitivity_table(summary: SensitivitySummary) -> str:
    """The numbers as text."""
    lines = [
        "each stem's own control, the others in the middle; means in dB of "
        + ", ".join(f"{summary.num_heard[stem]} mixtures ({stem.value})" for stem in STEMS),
        f"{'':>12}" + "".join(f"{stem.value:^26}" for stem in STEMS),
        f"{'per cent':>12}" + f"{'SI-SDR':>9}{'SI-SIR':>8}{'SI-SAR':>8} " * len(STEMS),
    ]
    for row, percent in enumerate(PERCENTS):
        numbers = [summary.alone[stem][row] for stem in STEMS]
        text = "".join(f"{n[0]:9.2f}{n[1]:8.2f}{n[2]:8.2f} " for n in numbers)
        lines.append(f"{percent:12.0f}{text}")
    lines.append(
        f"the best setting of each mixture is {summary.gain_db:.2f} dB better than the middle in "
        f"the mean of the stems, {summary.most_db:.2f} dB where it helps most, and more than "
        f"{_EFFECT_DB} dB better in {summary.share_better:.0%} of {summary.num_scenes} mixtures"
    )
    return "\n".join(lines)
