"""How far the sound of a condition's stems is from that of the true ones, over a whole set."""

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cass_core.evaluation.json_lines import append_lines, read_lines
from cass_core.evaluation.scoring.conditions import ConditionFacts
from cass_core.evaluation.scoring.scoring import SceneDone, ScoringJob, score
from cass_core.stem_names import Stem

DISTRIBUTION_NAME = "distribution.jsonl"


@dataclass(frozen=True)
class DistributionRow:
    """The distances of one stem of one condition.

    Attributes:
        test_set: name of the set.
        num_scenes: how many of it were heard.
        condition: name of the condition.
        model: first digits of the checksum of the weights; empty for a baseline.
        steps: of the flow; 0 for a baseline.
        picture: what the model saw; empty for a baseline.
        stem: which stem.
        tagger: the reference network, as the user names it.
        label: the same as it is printed.
        fad: Fréchet audio distance.
        kl: Kullback-Leibler divergence of the tags, nats.
        wpr: how often another stem is heard, per cent; None where nothing is heard.
    """

    test_set: str
    num_scenes: int
    condition: str
    model: str
    steps: int
    picture: str
    stem: Stem
    tagger: str
    label: str
    fad: float | None
    kl: float | None
    wpr: float | None


def read_distribution(folder: Path) -> list[DistributionRow]:
    """The rows of a folder; a later one replaces an earlier one of the same condition."""
    rows: dict[tuple[str, int, str, str, Stem, str], DistributionRow] = {}
    for values in read_lines(folder / DISTRIBUTION_NAME):
        try:
            row = DistributionRow(**{**values, "stem": Stem(values["stem"])})
        except (KeyError, ValueError, TypeError):
            continue
        rows[row.test_set, row.num_scenes, row.condition, row.model, row.stem, row.tagger] = row
    return list(rows.values())


def is_measured(folder: Path, job: ScoringJob, facts: ConditionFacts, tagger: str) -> bool:
    """Whether a condition stands in the folder's file for this many scenes."""
    wanted = job.test_set.name, job.test_set.num_scenes, facts.name, facts.model, tagger
    return any(
        (row.test_set, row.num_scenes, row.condition, row.model, row.tagger) == wanted
        for row in read_distribution(folder)
    )


def add_distribution(folder: Path, job: ScoringJob, facts: ConditionFacts, tagger: str) -> None:
    """Measure a condition whose stems `score` has kept, and write it down.

    Args:
        folder: of the scores.
        job: what was scored; it keeps stems.
        facts: which condition.
        tagger: the reference network, by name.
    """
    # loaded late: only this metric needs the tagger
    from cass_core.evaluation.scoring.distribution import measure_distribution

    truth, estimates = job.kept(None), job.kept(facts)
    assert truth is not None
    assert estimates is not None
    found = measure_distribution(tagger, truth, estimates)
    rows = [
        DistributionRow(
            test_set=job.test_set.name,
            num_scenes=job.test_set.num_scenes,
            condition=facts.name,
            model=facts.model,
            steps=facts.steps,
            picture=facts.picture,
            stem=stem,
            tagger=tagger,
            label=found.label,
            fad=_finite(found.fad[stem]),
            kl=_finite(found.kl[stem]),
            wpr=_finite(found.wpr[stem]),
        )
        for stem in facts.stems
    ]
    append_lines(folder / DISTRIBUTION_NAME, ({**asdict(r), "stem": r.stem.value} for r in rows))


def score_with_distribution(job: ScoringJob, folder: Path, tagger: str) -> Iterator[SceneDone]:
    """Score condition after condition, so that the disk holds the stems of one of them at most.

    Args:
        job: what to do; it keeps stems.
        folder: of the scores.
        tagger: the reference network, by name.

    Yields:
        One event a scene and condition.
    """
    for condition in job.conditions:
        alone = replace(job, conditions=[condition])
        if is_measured(folder, job, condition.facts, tagger):
            yield from score(replace(alone, keep_in=None))
            continue
        yield from score(alone)
        add_distribution(folder, alone, condition.facts, tagger)
        kept = alone.kept(condition.facts)
        if kept is not None:
            kept.remove()
    truth = job.kept(None)
    if truth is not None:
        truth.remove()


def job_distribution(job: ScoringJob, folder: Path) -> list[DistributionRow]:
    """The rows of a job's conditions over all of its scenes."""
    names = {condition.facts.name for condition in job.conditions}
    return [
        row
        for row in read_distribution(folder)
        if row.condition in names and row.num_scenes == job.test_set.num_scenes
    ]


def _finite(value: float) -> float | None:
    return round(float(value), 4) if math.isfinite(value) else None
