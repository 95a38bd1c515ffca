"""Means over mixtures of what hints do, as numbers and as text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.evaluation.hints.scoring import HintScore

_EFFECT_DB = 0.1
_ROWS = {
    "inside": "SI-SDR in the second of the hint",
    "around": "SI-SDR of two seconds before and behind",
    "wrong_db": "the same mistake around, of all sound",
}


@dataclass(frozen=True)
class HintSummary:
    """What hints do.

    Attributes:
        num_scenes: mixtures in which something was misplaced.
        means: without and with the hint, in dB, by the names of `HintScore`.
        share_better: of mixtures whose surroundings come nearer by more than 0.1 dB.
        share_worse: of those that lose as much.
    """

    num_scenes: int
    means: dict[str, tuple[float, float]]
    share_better: float
    share_worse: float


def summarise_hints(scores: Sequence[HintScore]) -> HintSummary:
    """Means; every mixture with a misplaced sound counts alike."""
    found = [score for score in scores if score.own]
    means = {}
    for name in _ROWS:
        pairs = np.array([getattr(score, name) for score in found] or [[0.0, 0.0]])
        means[name] = (float(pairs[:, 0].mean()), float(pairs[:, 1].mean()))
    gains = np.array([score.around[1] - score.around[0] for score in found] or [0.0])
    return HintSummary(
        len(found), means, float(np.mean(gains > _EFFECT_DB)), float(np.mean(gains < -_EFFECT_DB))
    )


def hints_table(summary: HintSummary) -> str:
    """The numbers as text."""
    lines = [
        "the second and octave that went wrong most of each mixture is said to be what it is; "
        f"means in dB of {summary.num_scenes} with such a place",
        f"{'':<42}{'without':>9}{'with':>9}{'change':>9}",
    ]
    for name, title in _ROWS.items():
        before, after = summary.means[name]
        lines.append(f"{title:<42}{before:9.2f}{after:9.2f}{after - before:+9.2f}")
    lines.append(
        f"two seconds before and behind come nearer by more than {_EFFECT_DB} dB in "
        f"{summary.share_better:.0%} of the mixtures, and lose as much in {summary.share_worse:.0%}"
    )
    return "\n".join(lines)
