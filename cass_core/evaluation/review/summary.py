"""Recall and precision over planted programmes, as numbers, a table and a drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cass_core.evaluation.report.figures import line_figure
from cass_core.evaluation.review.planting import WITHIN_DB
from cass_core.evaluation.review.scoring import THRESHOLDS, ReviewScore
from cass_core.review.review import DEFAULT_THRESHOLD

CURVE = "review-curve.png"
ALL = "all"


@dataclass(frozen=True)
class ReviewSummary:
    """What was reached.

    Attributes:
        num_programmes: how many.
        recall: by kind of plant, and of all: share found at each of `THRESHOLDS`.
        precision: by kind of flag, and of all: share that is right at each of `THRESHOLDS`; NaN
            where nothing is flagged.
        num_plants: by kind and of all, those that count.
        faint_recall: of plants further below their stem, at the default threshold; None without.
        flags_a_minute: at each of `THRESHOLDS`.
        before_db: mean SI-SDR of the stems where plants stand.
        after_db: the same after all suggestions were followed.
        false_db: mean loss at places that were moved wrongly, against 40 dB; None without any.
        num_false: how many such places.
    """

    num_programmes: int
    recall: dict[str, list[float]]
    precision: dict[str, list[float]]
    num_plants: dict[str, int]
    faint_recall: float | None
    flags_a_minute: list[float]
    before_db: float
    after_db: float
    false_db: float | None
    num_false: int


def summarise_reviews(scores: Sequence[ReviewScore], programme_s: float) -> ReviewSummary:
    """Means over programmes; every plant and every flag counts alike.

    Args:
        scores: one a programme.
        programme_s: length of each.

    Returns:
        What was reached.
    """
    plants = [plant for score in scores for plant in score.plants]
    counted = [plant for plant in plants if plant["relative_db"] >= -WITHIN_DB]
    faint = [plant for plant in plants if plant["relative_db"] < -WITHIN_DB]
    kinds = sorted({plant["kind"] for plant in counted})
    found = {k: np.array([p["found"] for p in counted if p["kind"] == k]) for k in kinds}
    found[ALL] = np.array([plant["found"] for plant in counted])
    flags = _flag_counts(scores)
    totals = flags[ALL].sum(axis=1)
    at = THRESHOLDS.index(DEFAULT_THRESHOLD)
    told = [plant for plant in counted if plant["before_db"] is not None]
    false = [value for score in scores for value in score.false_db]
    return ReviewSummary(
        len(scores),
        {kind: [float(v) for v in rows.mean(axis=0)] for kind, rows in found.items()},
        {kind: [_share(*row) for row in rows] for kind, rows in flags.items()},
        {kind: len(rows) for kind, rows in found.items()},
        float(np.mean([plant["found"][at] for plant in faint])) if faint else None,
        [float(total / (len(scores) * programme_s / 60)) for total in totals],
        _mean(plant["before_db"] for plant in told),
        _mean(plant["after_db"] for plant in told),
        _mean(false) if false else None,
        len(false),
    )


def review_table(summary: ReviewSummary) -> str:
    """The numbers as text."""
    lines = [
        f"{summary.num_programmes} programmes, {summary.num_plants[ALL]} planted misplacements "
        f"within {WITHIN_DB:g} dB of their stem",
        f"{'threshold':>9} {'recall':>8} {'precision':>10} {'flags a minute':>15}",
    ]
    for row, threshold in enumerate(THRESHOLDS):
        mark = "  <- what `cass review` shows" if threshold == DEFAULT_THRESHOLD else ""
        recall, precision = summary.recall[ALL][row], summary.precision[ALL][row]
        rate = summary.flags_a_minute[row]
        lines.append(f"{threshold:9.2f} {recall:8.1%} {precision:10.1%} {rate:15.1f}{mark}")
    at = THRESHOLDS.index(DEFAULT_THRESHOLD)
    lines.append(f"at {DEFAULT_THRESHOLD:g}, by kind")
    for kind in sorted(summary.recall.keys() | summary.precision.keys()):
        recall_at = f"{summary.recall[kind][at]:8.1%}" if kind in summary.recall else f"{'-':>8}"
        precision_at = f"{summary.precision[kind][at]:8.1%}" if kind in summary.precision else "-"
        lines.append(f"  {kind:<16} recall {recall_at}  precision {precision_at}")
    if summary.faint_recall is not None:
        lines.append(f"recall of fainter plants: {summary.faint_recall:.1%}")
    gain = summary.after_db - summary.before_db
    lines.append(
        f"SI-SDR where plants stand: {summary.before_db:.2f} dB, after following the suggestions "
        f"{summary.after_db:.2f} dB ({gain:+.2f} dB)"
    )
    if summary.false_db is not None:
        lines.append(
            f"{summary.num_false} places were moved wrongly; they lie {40 - summary.false_db:.1f} "
            "dB from the truth"
        )
    return "\n".join(lines)


def draw_review(summary: ReviewSummary, folder: Path) -> Path:
    """Draw recall against precision.

    Args:
        summary: what was reached.
        folder: gets the drawing.

    Returns:
        Its file.
    """
    path = folder / CURVE
    lines = {}
    for kind, recall in summary.recall.items():
        precision = summary.precision.get(kind, [float("nan")] * len(recall))
        pairs = [
            (100 * r, 100 * p) for r, p in zip(recall, precision, strict=True) if not np.isnan(p)
        ]
        lines[kind] = ([r for r, _ in pairs], [p for _, p in pairs])
    line_figure(path, lines, ("recall in %", "precision in %"))
    return path


def _flag_counts(scores: Sequence[ReviewScore]) -> dict[str, "np.ndarray"]:
    """By kind and of all: (threshold, right and wrong)."""
    kinds = {kind for score in scores for row in score.flags for kind in row}
    counts = {kind: np.zeros((len(THRESHOLDS), 2)) for kind in (*kinds, ALL)}
    for score in scores:
        for row, by_kind in enumerate(score.flags):
            for kind, pair in by_kind.items():
                counts[kind][row] += pair
                counts[ALL][row] += pair
    return counts


def _share(right: float, wrong: float) -> float:
    return float(right / (right + wrong)) if right + wrong else float("nan")


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return float(np.mean(found)) if found else float("nan")
