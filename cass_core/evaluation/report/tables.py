"""The report's tables of means."""

from collections.abc import Sequence
from typing import Any

from cass_core.evaluation.report.markdown import number, section, table
from cass_core.evaluation.scoring.distribution_rows import DistributionRow
from cass_core.evaluation.scoring.score_file import ScoreRow
from cass_core.evaluation.scoring.summary import ConditionSummary, by_group
from cass_core.evaluation.talking.scoring import TalkingRow
from cass_core.evaluation.talking.table import talking_table
from cass_core.stem_names import STEM_CODES, STEMS, Stem

_VOICES = {
    2: "Two voices at the same time, of which one is seen: the voice of a third clip, about as "
    "loud, is dialogue too."
}
_LEAST_SCENES = 3  # in a group
_RATIOS = {"sdr": "SDR", "sir": "SIR", "sar": "SAR"}
_DETAILS = (*_RATIOS, "loudness_error", "pesq", "consistency_error")


def main_table(summaries: Sequence[ConditionSummary], num_scenes: int, seconds: float) -> str:
    """SI-SDR improvement of all conditions."""
    rows = [["condition", "mixtures", *STEM_CODES, "mean"]]
    for summary in summaries:
        gains = [number(summary.mean("si_sdri", stem)) for stem in STEMS]
        mean = number(summary.over_stems("si_sdri"))
        rows.append([summary.name, str(summary.num_scenes), *gains, mean])
    words = (
        f"SI-SDR improvement over the mixture in dB, mean over the mixtures of {seconds:g} s. "
        f"The set has {num_scenes} of them; conditions with fewer were measured on the first ones. "
        "The words before the number of steps say what the model saw of the mixtures' made "
        "pictures: nothing (audio), the faces, the scene, or both."
    )
    return section("Separation of known mixtures", words, table(rows))


def detail_table(summaries: Sequence[ConditionSummary]) -> str:
    """SDR, SIR, SAR, PESQ, loudness and consistency error; empty where none was measured."""
    rows = [["condition", "mixtures", *_detail_headings()]]
    for summary in summaries:
        cells = [_triple(summary, value) for value in (*_RATIOS, "loudness_error")]
        cells.append(number(summary.mean("pesq", Stem.DX)))
        cells.append(number(summary.mean("consistency_error", Stem.DX), 1))
        if any(cells):
            rows.append([summary.name, _detail_count(summary), *cells])
    if len(rows) == 1:
        return ""
    words = (
        "Three numbers stand for DX, FX and MX. SDR, SIR and SAR are those of BSS Eval version 3 "
        "with 512 taps; PESQ is wide-band, of the dialogue alone; the loudness error is the mean "
        "distance in LU; the last column is the energy of the mixture minus the sum of the stems, "
        "relative to the mixture (for baselines that give one stem, with what is left shared out)."
    )
    return section("Other signal metrics", words, table(rows))


def distribution_table(rows: Sequence[DistributionRow]) -> str:
    """FAD, KL and WPR, a table for each of the networks that listened."""
    parts = []
    for label in dict.fromkeys(row.label for row in rows):
        own = [row for row in rows if row.label == label]
        head = [f"{name} ({label})" for name in ("FAD", "KL", "WPR %")]
        cells = [["condition", "mixtures", *head]]
        for name, count in dict.fromkeys((row.condition, row.num_scenes) for row in own):
            of = {r.stem: r for r in own if (r.condition, r.num_scenes) == (name, count)}
            cells.append([name, str(count), *(_stems_of(of, key) for key in ("fad", "kl", "wpr"))])
        parts.append(table(cells))
    if not parts:
        return ""
    words = (
        "Lower is better; three numbers stand for DX, FX and MX. Only numbers of the same network "
        "compare with each other."
    )
    return section("Distribution of the stems", words, *parts)


def group_table(rows: Sequence[ScoreRow], summary: ConditionSummary, stem: Stem) -> str:
    """Improvement by language of the dialogue, or by kind of the effects."""
    own = [row for row in rows if row.condition == summary.name]
    groups = by_group(own, stem, "si_sdri", _LEAST_SCENES)
    if not groups:
        return ""
    what = "language" if stem is Stem.DX else "kind"
    title = "Dialogue by language" if stem is Stem.DX else "Effects by kind"
    cells = [[what, "mixtures", f"{stem.value} SI-SDR improvement, dB"]]
    cells += [[name, str(count), number(mean)] for name, (mean, count) in groups.items()]
    words = (
        f"Condition: {summary.name}. A mixture belongs to the {what} that most of its "
        f"{stem.label.lower()} has by the clips' names, or to several; those that cannot be told "
        f"and groups of fewer than {_LEAST_SCENES} mixtures are left out."
    )
    return section(title, words, table(cells))


def talking_tables(rows: Sequence[TalkingRow]) -> str:
    """Dialogue of real talking clips, a table for each number of steps of the newest model."""
    if not rows:
        return ""
    own = [row for row in rows if row.model == rows[-1].model]
    parts = []
    for voices in sorted({row.voices for row in own}):
        parts += [_VOICES[voices]] if voices > 1 else []
        for steps in sorted({row.steps for row in own if row.voices == voices}):
            chosen = [row for row in own if (row.steps, row.voices) == (steps, voices)]
            parts += [f"Steps of the flow: {steps}.", table(talking_table(chosen))]
    mixes = len({row.mix for row in own})
    words = (
        "SI-SDR improvement of the dialogue in dB. Each clip's own sound is the dialogue, mixed "
        f"with held-out effects, a crowd of held-out voices and music, {mixes} mixtures a clip. "
        "The sound of the clips is not everywhere clean speech; it is the reference all the same. "
        "The model sees the clip's own face, none, its own with pieces of 0.4 s in another order, "
        "or the face of another clip; the scene stream is off."
    )
    return section("Real talking faces", words, *parts)


def cost_table(
    summaries: Sequence[ConditionSummary], parameters: int, notes: dict[str, Any]
) -> str:
    """Size, training and time."""
    cells = [["what", "value"], ["parameters", f"{parameters / 1e6:.2f} million"]]
    if "audio_hours" in notes:
        cells.append(["mixtures heard in training", f"{float(notes['audio_hours']):.1f} h"])
    if "steps" in notes:
        cells.append(["optimiser steps", str(notes["steps"])])
    times = [["condition", "processor seconds a second of sound"]]
    times += [[s.name, number(s.processor_share, 4)] for s in summaries if s.processor_share]
    words = "Processor time of all cores together, median over the mixtures, 16 kHz mono."
    return section("Cost", table(cells), words, table(times) if len(times) > 1 else "")


def _detail_headings() -> list[str]:
    return [
        *(f"{name} dB" for name in _RATIOS.values()), "loudness error LU", "PESQ of DX", "sum dB"
    ]  # fmt: skip


def _detail_count(summary: ConditionSummary) -> str:
    """How many mixtures the details are over, as a range where it is not the same for all."""
    found = {summary.counts[name] for name in _DETAILS if name in summary.counts}
    return "–".join(str(count) for count in sorted({min(found), max(found)}))


def _triple(summary: ConditionSummary, value: str) -> str:
    found = [number(summary.mean(value, stem), 1) for stem in STEMS]
    return " / ".join(cell or "–" for cell in found) if any(found) else ""


def _stems_of(rows: dict[Stem, DistributionRow], key: str) -> str:
    digits = 1 if key == "wpr" else 2
    values = [getattr(rows[stem], key) if stem in rows else None for stem in STEMS]
    return " / ".join(number(value, digits) or "–" for value in values)
