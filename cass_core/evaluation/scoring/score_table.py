"""Means of a run as text for the terminal."""

from collections.abc import Sequence

from cass_core.evaluation.scoring.summary import ConditionSummary
from cass_core.stem_names import STEMS, Stem

_SECOND_LINES = {  # value -> what is printed
    "sdr": "SDR", "sir": "SIR", "sar": "SAR", "loudness_error": "loudness error LU",
}  # fmt: skip


def score_table(summaries: Sequence[ConditionSummary]) -> str:
    """Mean SI-SDR improvement of each condition and stem, and what else was measured."""
    width = max([len("condition"), *(len(summary.name) for summary in summaries)])
    stems = " ".join(f"{stem.value:>7}" for stem in STEMS)
    lines = [f"{'condition':<{width}} scenes {stems}    mean"]
    for summary in summaries:
        numbers = [summary.mean("si_sdri", stem) for stem in STEMS]
        numbers.append(summary.over_stems("si_sdri"))
        row = " ".join(_number(number) for number in numbers)
        lines.append(f"{summary.name:<{width}} {summary.num_scenes:>6} {row}".rstrip())
        lines += [f"  {line}" for line in _more(summary)]
    return "\n".join(lines)


def _more(summary: ConditionSummary) -> list[str]:
    lines = []
    for value, words in _SECOND_LINES.items():
        found = [summary.mean(value, stem) for stem in STEMS]
        if any(number is not None for number in found):
            lines.append(f"{words}: {' '.join(_number(number) for number in found)}")
    pesq = summary.mean("pesq", Stem.DX)
    if pesq is not None:
        lines.append(f"PESQ of DX: {pesq:.2f}")
    error = summary.mean("consistency_error", Stem.DX)
    if error is not None:
        lines.append(f"mixture minus sum: {error:.1f} dB")
    return lines


def _number(value: float | None) -> str:
    return f"{'-':>7}" if value is None else f"{value:7.2f}"
