"""Review planted programmes: what is found, what is wrong, and what moving it back brings."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.evaluation.kept_scores import KeptScores
from cass_core.evaluation.review.array_stems import ArrayStems
from cass_core.evaluation.review.planting import Plant, PlantedProgramme, planted_programmes
from cass_core.metrics.sdr import si_sdr
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import EditList
from cass_core.review.evidence.source import Subject
from cass_core.review.flag import Flag
from cass_core.review.measures.measure import Measure
from cass_core.review.measures.table import DEFAULT_MEASURES
from cass_core.review.review import DEFAULT_THRESHOLD, Reviewer
from cass_core.review.small_nets import review_nets_checksum
from cass_core.review.suggestion import suggested_edits
from cass_core.spans import overlap
from cass_core.stem_names import STEMS
from cass_core.synthesis.film_sets.building import BuiltScene
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ

REVIEW_SCORES = "review-scores.jsonl"
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

_KEY = ("test_set", "seed", "programme", "network")
_FOUND_SHARE = 1 / 3  # of a plant, for it to be found
_RIGHT_SHARE = 0.5  # of a flag, for it to be right
_SLACK_S = 0.1
_CLEAN_DB = 40.0  # nobody hears that a stem is better than that
_HEARD_POWER = 1e-7


@dataclass(frozen=True)
class ReviewScore:
    """What was found in one programme.

    Attributes:
        test_set: name of the set whose scenes it is made of.
        seed: of the programmes.
        programme: its number.
        network: first digits of the checksum of the networks, and the measures that add to them.
        plants: of each its kind, level against its stem, length, at which of `THRESHOLDS` it was
            found, and the mean SI-SDR of both stems there before and after moving, where it can
            be told.
        flags: at each of `THRESHOLDS`, by kind how many were right and how many wrong.
        false_db: mean loss of SI-SDR at wrongly flagged places that were moved, against 40 dB.
    """

    test_set: str
    seed: int
    programme: int
    network: str
    plants: list[dict[str, Any]] = field(default_factory=list)
    flags: list[dict[str, list[int]]] = field(default_factory=list)
    false_db: list[float] = field(default_factory=list)


def score_reviews(
    test_set: str,
    scenes: Sequence[BuiltScene],
    count: int,
    seed: int,
    folder: Path | None = None,
    measures: Sequence[Measure] = DEFAULT_MEASURES,
) -> Iterator[ReviewScore]:
    """Plant, review and measure.

    Args:
        test_set: name of the set.
        scenes: its scenes.
        count: how many programmes.
        seed: of the programmes.
        folder: where scores are kept; what stands there is not measured again.
        measures: what looks.

    Yields:
        ReviewScore: one a programme.
    """
    judge = " ".join([review_nets_checksum(), *(measure.name for measure in measures[1:])])
    kept = KeptScores(folder, REVIEW_SCORES, ReviewScore, _KEY)
    wanted = [(test_set, seed, number, judge) for number in range(count)]
    known = [kept.get(*key) for key in wanted]
    if all(known):  # no programme has to be made
        yield from filter(None, known)
        return
    for programme, key in zip(planted_programmes(scenes, count, seed), wanted, strict=True):
        yield kept.get(*key) or kept.keep(_scored(programme, measures, ReviewScore(*key)))


def _scored(
    programme: PlantedProgramme, measures: Sequence[Measure], score: ReviewScore
) -> ReviewScore:
    stems = ArrayStems(programme.stems, FILM_RATE_HZ, programme.layout)
    with (
        tempfile.TemporaryDirectory() as folder,
        Reviewer(Subject(stems), Path(folder), "", measures) as reviewer,
    ):
        for _ in reviewer.gather():
            pass
        flags = {threshold: reviewer.flags(threshold) for threshold in THRESHOLDS}
        found = flags[DEFAULT_THRESHOLD]
        mended = _mended(stems, suggested_edits(reviewer.cells, FILM_RATE_HZ, found))
    right = {t: [is_right(flag, programme.plants) for flag in flags[t]] for t in THRESHOLDS}
    for threshold in THRESHOLDS:
        score.flags.append(_counted(flags[threshold], right[threshold]))
    for plant in programme.plants:
        at = [_is_found(plant, flags[t]) for t in THRESHOLDS]
        before, after = (
            _quality(x, programme.right, plant.span, plant) for x in (programme.stems, mended)
        )
        score.plants.append(
            {
                "kind": plant.kind.value, "relative_db": round(plant.relative_db, 2),
                "seconds": round(plant.span.num_samples / FILM_RATE_HZ, 3), "found": at,
                "before_db": before, "after_db": after,
            }
        )  # fmt: skip
    for flag, good in zip(found, right[DEFAULT_THRESHOLD], strict=True):
        if not good and all(overlap(flag.span, p.span).num_samples <= 0 for p in programme.plants):
            after = _quality(mended, programme.right, flag.span, flag)
            if after is not None:
                score.false_db.append(round(_CLEAN_DB - after, 2))
    return score


def _mended(stems: ArrayStems, edits: EditList) -> FloatArray:
    """(stem, channel, sample) after all repairs."""
    edited = EditedStems(stems, edits)
    return np.stack([edited.read(stem, stems.covered[0]) for stem in STEMS])


def is_right(flag: Flag, plants: Sequence[Plant]) -> bool:
    """Whether most of a flag lies on plants of its stem and owner."""
    slack = round(_SLACK_S * FILM_RATE_HZ)
    shared = sum(
        max(
            overlap(flag.span, SampleSpan(p.span.start - slack, p.span.stop + slack)).num_samples, 0
        )
        for p in plants
        if (p.stem, p.belongs) == (flag.stem, flag.belongs)
    )
    return shared >= _RIGHT_SHARE * flag.span.num_samples


def _is_found(plant: Plant, flags: Sequence[Flag]) -> bool:
    """Whether right flags cover enough of a plant."""
    right = [
        flag
        for flag in flags
        if (flag.stem, flag.belongs) == (plant.stem, plant.belongs) and is_right(flag, [plant])
    ]
    covered = sum(max(overlap(flag.span, plant.span).num_samples, 0) for flag in right)
    return covered >= _FOUND_SHARE * plant.span.num_samples


def _counted(flags: Sequence[Flag], right: Sequence[bool]) -> dict[str, list[int]]:
    counts: dict[str, list[int]] = {}
    for flag, good in zip(flags, right, strict=True):
        counts.setdefault(flag.kind.value, [0, 0])[0 if good else 1] += 1
    return counts


def _quality(
    stems: FloatArray, right: FloatArray, span: SampleSpan, place: Plant | Flag
) -> float | None:
    """Mean SI-SDR of both stems of a place, dB to 40; None where neither should be heard."""
    values = []
    for stem in (place.stem, place.belongs):
        wanted = right[STEMS.index(stem), :, span.start : span.stop].reshape(-1)
        if float(np.mean(wanted**2)) > _HEARD_POWER:
            had = stems[STEMS.index(stem), :, span.start : span.stop].reshape(-1)
            values.append(float(np.clip(si_sdr(had, wanted), -_CLEAN_DB, _CLEAN_DB)))
    return round(float(np.mean(values)), 3) if values else None
