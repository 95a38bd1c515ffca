"""The report's curves: over the steps of the flow, and over the training."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from cass_core.evaluation.report.figures import Line, line_figure, panel_figure
from cass_core.evaluation.report.markdown import section
from cass_core.evaluation.report.training_curve import read_curve
from cass_core.evaluation.scoring.distribution_rows import DistributionRow
from cass_core.evaluation.scoring.score_file import ScoreRow
from cass_core.evaluation.scoring.summary import ConditionSummary, common_scenes, summarise
from cass_core.stem_names import STEMS

_STEPS_LABEL = "steps of the flow"


def steps_section(rows: Sequence[ScoreRow], folder: Path) -> str:
    """SI-SDR improvement over the steps, all stems of one picture and the means of the others.

    Args:
        rows: of all conditions.
        folder: for the figure.

    Returns:
        The section; nothing where no picture was measured at two numbers of steps.
    """
    lines: dict[str, Line] = {}
    counts = []
    for picture in dict.fromkeys(row.picture for row in rows if row.steps):
        own = common_scenes([row for row in rows if row.picture == picture and is_plain(row)])
        summaries = summarise(own)
        if len(summaries) < 2:
            continue
        counts.append(f"{picture} {summaries[0].num_scenes}")
        steps = [summary.steps for summary in summaries]
        if not lines:
            for stem in STEMS:
                gains = [summary.mean("si_sdri", stem) for summary in summaries]
                _add_line(lines, f"{stem.value}, {picture}", steps, gains)
        means = [summary.over_stems("si_sdri") for summary in summaries]
        _add_line(lines, f"mean, {picture}", steps, means)
    if not lines:
        return ""
    name = "steps.png"
    line_figure(folder / name, lines, (_STEPS_LABEL, "SI-SDR improvement, dB"), doubling=True)
    words = (
        "Each line is a mean over the mixtures that all of its points were measured on "
        f"({', '.join(counts)})."
    )
    picture_line = f"![SI-SDR improvement over the steps]({folder.name}/{name})"
    return section("More steps or fewer", words, picture_line)


def distribution_section(rows: Sequence[DistributionRow], folder: Path) -> str:
    """FAD, KL and WPR over the steps, means over the stems, a figure for each network.

    Args:
        rows: of all conditions.
        folder: for the figures.

    Returns:
        The section; nothing where there are not two numbers of steps.
    """
    parts = []
    for number, label in enumerate(dict.fromkeys(row.label for row in rows)):
        own = _longest_run([row for row in rows if row.label == label and row.steps])
        steps = sorted({row.steps for row in own})
        if len(steps) < 2:
            continue
        means: dict[str, Line] = {
            title: (steps, [_mean_of(own, count, key) for count in steps])
            for title, key in (("FAD", "fad"), ("KL", "kl"), ("WPR, %", "wpr"))
        }
        name = f"distribution-{number + 1}.png"
        panels = {f"{title} ({label})": line for title, line in means.items()}
        panel_figure(folder / name, panels, _STEPS_LABEL)
        parts.append(
            f"![FAD, KL and WPR over the steps]({folder.name}/{name})\n\n"
            f"{label}, model sees: {own[0].picture}, {own[0].num_scenes} mixtures, mean over stems."
        )
    return section("Distribution over the steps", *parts) if parts else ""


def training_section(path: Path, folder: Path) -> str:
    """The validation curve of the training.

    Args:
        path: its CSV file.
        folder: for the figure.

    Returns:
        The section.
    """
    curve = read_curve(path)
    lines: dict[str, Line] = {name: (curve.places, gain) for name, gain in curve.gains.items()}
    dashed: dict[str, Line] = {"loss": (curve.places, curve.loss)} if curve.loss else {}
    name = "training.png"
    line_figure(
        folder / name,
        lines,
        (curve.place_label, "SI-SDR improvement, dB"),
        dashed=dashed,
        dashed_label="training loss (dashed)",
    )
    words = "SI-SDR improvement on validation mixtures while the model learned."
    return section("Training", words, f"![Training curve]({folder.name}/{name})")


def is_plain(item: ScoreRow | ConditionSummary) -> bool:
    """Whether a condition differs from the usual separation by steps and picture alone."""
    name = item.condition if isinstance(item, ScoreRow) else item.name
    return item.steps > 0 and name.count(",") == 1


def _add_line(
    lines: dict[str, Line], name: str, steps: Sequence[int], gains: Sequence[float | None]
) -> None:
    known = [(place, gain) for place, gain in zip(steps, gains, strict=True) if gain is not None]
    if len(known) > 1:
        lines[name] = ([place for place, _ in known], [gain for _, gain in known])


def _longest_run(rows: Sequence[DistributionRow]) -> list[DistributionRow]:
    """Rows of the picture and number of mixtures with the most numbers of steps."""
    runs: dict[tuple[str, int], list[DistributionRow]] = defaultdict(list)
    for row in rows:
        if row.condition.count(",") == 1:
            runs[row.picture, row.num_scenes].append(row)
    return max(runs.values(), key=lambda run: len({row.steps for row in run}), default=[])


def _mean_of(rows: Sequence[DistributionRow], steps: int, key: str) -> float:
    values = [getattr(row, key) for row in rows if row.steps == steps]
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else float("nan")
