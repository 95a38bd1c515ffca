"""Means over scenes, from the rows of a run."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.evaluation.scoring.score_file import ScoreRow
from cass_core.stem_names import STEMS, Stem


@dataclass(frozen=True)
class ConditionSummary:
    """Means of one condition.

    Attributes:
        name: of the condition.
        steps: of the flow; 0 for a baseline.
        picture: what the model saw; empty for a baseline.
        num_scenes: how many scenes were measured.
        means: mean of each value of each stem; what was not measured is not there.
        counts: how many scenes each value was measured on.
        processor_share: processor time of separating, a second of sound.
    """

    name: str
    steps: int
    picture: str
    num_scenes: int
    means: dict[Stem, dict[str, float]]
    counts: dict[str, int]
    processor_share: float

    def mean(self, value: str, stem: Stem) -> float | None:
        """Mean of a value, or None where it was not measured."""
        return self.means.get(stem, {}).get(value)

    def over_stems(self, value: str) -> float | None:
        """Mean over the three stems, or None where one of them was not measured."""
        found = [self.mean(value, stem) for stem in STEMS]
        known = [number for number in found if number is not None]
        return float(np.mean(known)) if len(known) == len(STEMS) else None


def newest(rows: Sequence[ScoreRow]) -> list[ScoreRow]:
    """Rows of what has no steps and of the model that was scored last."""
    models = [row.model for row in rows if row.steps]
    last = models[-1] if models else ""
    return [row for row in rows if not row.steps or row.model == last]


def summarise(rows: Iterable[ScoreRow]) -> list[ConditionSummary]:
    """Means of each condition: baselines first, then by picture and by steps."""
    by_condition: dict[str, list[ScoreRow]] = defaultdict(list)
    for row in rows:
        by_condition[row.condition].append(row)
    summaries = [_summary(group) for group in by_condition.values()]
    pictures = list(dict.fromkeys(s.picture for s in summaries))
    # a stable sort: baselines and pictures stay in the order in which they were measured
    return sorted(summaries, key=lambda s: (s.steps > 0, pictures.index(s.picture), s.steps))


def common_scenes(rows: Sequence[ScoreRow]) -> list[ScoreRow]:
    """Rows of the scenes that every condition among them has."""
    seen: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for row in rows:
        seen[row.condition].add((row.recipe, row.scene))
    shared = set.intersection(*seen.values()) if seen else set()
    return [row for row in rows if (row.recipe, row.scene) in shared]


def by_group(
    rows: Iterable[ScoreRow], stem: Stem, value: str, least: int = 1
) -> dict[str, tuple[float, int]]:
    """Mean and number of scenes of each group of a stem, the largest group first.

    Args:
        rows: of one condition.
        stem: whose groups.
        value: which number.
        least: groups of fewer scenes are left out.

    Returns:
        By the name of the group.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.stem is stem and row.group and value in row.values:
            found[row.group].append(row.values[value])
    large = {name: numbers for name, numbers in found.items() if len(numbers) >= least}
    ordered = sorted(large.items(), key=lambda item: -len(item[1]))
    return {name: (float(np.mean(numbers)), len(numbers)) for name, numbers in ordered}


def _summary(rows: Sequence[ScoreRow]) -> ConditionSummary:
    first = rows[0]
    values: dict[Stem, dict[str, list[float]]] = {}
    for row in rows:
        of_stem = values.setdefault(row.stem, defaultdict(list))
        for name, value in row.values.items():
            of_stem[name].append(value)
    means = {
        stem: {name: float(np.mean(numbers)) for name, numbers in of_stem.items()}
        for stem, of_stem in values.items()
    }
    counts = {
        name: max(len(of_stem[name]) for of_stem in values.values() if name in of_stem)
        for name in dict.fromkeys(name for of_stem in values.values() for name in of_stem)
    }
    times = [row.processor_s / row.length_s for row in rows if row.length_s > 0]
    return ConditionSummary(
        first.condition,
        first.steps,
        first.picture,
        len({row.scene for row in rows}),
        means,
        counts,
        float(np.median(times)) if times else 0.0,
    )
