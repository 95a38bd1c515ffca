"""Many conditions on the same scenes; what was measured before is not measured again."""

import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cass_core.evaluation.scoring.conditions import ConditionFacts, KnownScene, TestCondition
from cass_core.evaluation.scoring.estimate_store import KeptEstimates
from cass_core.evaluation.scoring.scene_groups import scene_group
from cass_core.evaluation.scoring.scene_sets import TestSet
from cass_core.evaluation.scoring.score_file import ScoreFile, ScoreRow
from cass_core.evaluation.scoring.signal_metrics import scene_scores
from cass_core.stem_names import STEMS
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.mixer import Scene

_ESTIMATES_FOLDER = "estimates"
_TRUTH = "reference"


@dataclass(frozen=True)
class ScoringJob:
    """What is scored.

    Attributes:
        catalog: clips.
        test_set: which mixtures.
        conditions: what separates them.
        metrics: names of signal metrics.
        scores: where the rows go.
        keep_in: folder for the stems that a later measurement needs; None keeps none.
    """

    catalog: Catalog
    test_set: TestSet
    conditions: Sequence[TestCondition]
    metrics: Sequence[str]
    scores: ScoreFile
    keep_in: Path | None = None

    def kept(self, facts: ConditionFacts | None) -> KeptEstimates | None:
        """The stems that `score` keeps of a condition, or the true ones for None."""
        if self.keep_in is None:
            return None
        corpus = sum(entry.num_samples for entry in self.catalog.entries)
        what = f"{facts.name} {facts.model}" if facts else _TRUTH
        name = f"{what} {self.test_set.name} {corpus}"
        return KeptEstimates(self.keep_in / _ESTIMATES_FOLDER, name, self.test_set.num_scenes)


@dataclass(frozen=True)
class SceneDone:
    """A scene was measured, or stood there already.

    Attributes:
        condition: under which condition.
        is_new: whether it was measured now.
    """

    condition: ConditionFacts
    is_new: bool


def score(job: ScoringJob) -> Iterator[SceneDone]:
    """Separate and measure every scene under every condition, scene by scene.

    Args:
        job: what to do; its `scores` are filled.

    Yields:
        One event a scene and condition.
    """
    pool = ClipPool(job.catalog, job.test_set.split)
    truth = job.kept(None)
    kept = [job.kept(condition.facts) for condition in job.conditions]
    for number, scene in enumerate(job.test_set.scenes(job.catalog)):
        known = KnownScene(number, job.test_set.seed, scene.mixture, scene.stems)
        if truth is not None and truth.find(number) is None:
            truth.keep(number, scene.stems)
        blanks = _blank_rows(job.test_set.name, number, scene, pool)
        for condition, stems in zip(job.conditions, kept, strict=True):
            is_new = _score_scene(job, condition, known, blanks, stems)
            yield SceneDone(condition.facts, is_new)


def rows_of(job: ScoringJob) -> list[ScoreRow]:
    """The rows of a job's conditions and scenes, whenever they were measured."""
    wanted = {(condition.facts.name, condition.facts.model) for condition in job.conditions}
    return [
        row
        for row in job.scores.rows
        if row.test_set == job.test_set.name
        and row.scene < job.test_set.num_scenes
        and (row.condition, row.model) in wanted
    ]


def _score_scene(
    job: ScoringJob,
    condition: TestCondition,
    scene: KnownScene,
    blanks: Sequence[ScoreRow],
    kept: KeptEstimates | None,
) -> bool:
    """Measure what is missing; whether anything was."""
    rows = [_under(blank, condition.facts) for blank in blanks]
    rows = [row for row in rows if row.stem in condition.facts.stems]
    missing = job.scores.missing(rows[0], job.metrics)
    known = kept.find(scene.number) if kept else None
    if not missing and (kept is None or known is not None):
        return False
    begun = time.process_time()
    estimates = condition.estimates(scene)
    processor_s = round(time.process_time() - begun, 4)
    if kept is not None:
        kept.keep(scene.number, estimates)
    values = scene_scores(missing, scene, estimates)
    job.scores.add(
        replace(
            row,
            processor_s=processor_s,
            metrics=tuple(missing),
            values=values[STEMS.index(row.stem)],
        )
        for row in rows
    )
    return True


def _blank_rows(test_set: str, number: int, scene: Scene, pool: ClipPool) -> list[ScoreRow]:
    """A row a stem that says which scene it is."""
    recipe = f"{zlib.crc32(scene.recipe.to_json().encode()):08x}"
    length_s = scene.recipe.num_samples / CATALOG_RATE_HZ
    return [
        ScoreRow(
            test_set, number, recipe, "", "", 0, "", stem,
            scene_group(scene.recipe, pool, stem), 0.0, length_s,
        )
        for stem in STEMS
    ]  # fmt: skip


def _under(row: ScoreRow, facts: ConditionFacts) -> ScoreRow:
    return replace(
        row,
        condition=facts.name,
        model=facts.model,
        steps=facts.steps,
        picture=facts.picture,
    )
