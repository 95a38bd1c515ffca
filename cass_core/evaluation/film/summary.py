"""Means over the mixtures of a film-like set, as numbers and as a table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.evaluation.film.scoring import FilmScore
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.film_sets.recipe import LAYERS

_TITLES = {
    "speech": "speech", "voice": "screams, laughs, breaths", "walla": "crowds",
    "atmosphere": "atmospheres", "event": "events", "music": "music",
}  # fmt: skip


@dataclass(frozen=True)
class FilmSummary:
    """Means of one condition; every mixture counts alike.

    Attributes:
        condition: how was separated.
        num_scenes: how many mixtures.
        si_sdri: mean improvement of each stem, dB.
        found: share of the energy of each stem, and of each layer by its name, in each stem.
        leakage_db: dialogue left in effects and music together, against the dialogue.
        centre: share of the speech in the centre of 5.1 that is found in DX; None without any.
        residue_db: what is in stems that should be silent, against the mixture.
        processor_share: processor time a second of sound.
    """

    condition: str
    num_scenes: int
    si_sdri: dict[Stem, float]
    found: dict[str, list[float]]
    leakage_db: float
    centre: float | None
    residue_db: float
    processor_share: float

    @property
    def mean_si_sdri(self) -> float:
        """Mean over the three stems."""
        return float(np.mean(list(self.si_sdri.values())))


def summarise_film(scores: Sequence[FilmScore]) -> FilmSummary:
    """Means of the scores of one condition."""
    si_sdri = {
        stem: _mean(s.si_sdri[stem.value] for s in scores if stem.value in s.si_sdri)
        for stem in STEMS
    }
    rows: dict[str, list[float]] = {
        stem.value: _mean_shares(scores, [n for n, of in LAYERS.items() if of is stem])
        for stem in STEMS
    }
    rows |= {name: _mean_shares(scores, [name]) for name in LAYERS}
    dialogue = [name for name, of in LAYERS.items() if of is Stem.DX]
    leaked = [_pooled(s, dialogue, lambda s, n: np.array([s.elsewhere[n]])) for s in scores]
    leakage = _mean(float(value[0]) for value in leaked if value is not None)
    centre = [s.found["speech"][0] for s in scores if s.layout == "5.1" and "speech" in s.found]
    residue = _mean(value for s in scores for value in s.residue_db.values() if s.energy)
    return FilmSummary(
        scores[0].condition,
        len(scores),
        si_sdri,
        {name: row for name, row in rows.items() if row},
        10 * float(np.log10(max(leakage, 1e-12))),
        _mean(centre) if centre else None,
        residue,
        float(np.median([s.processor_s / s.seconds for s in scores])),
    )


def film_table(summaries: Sequence[FilmSummary]) -> str:
    """The means as text, one condition after the other."""
    head = " ".join(f"{stem.value:>7}" for stem in STEMS)
    lines = ["SI-SDR improvement over the mixture in dB", f"{'condition':<26}{head}    mean"]
    for summary in summaries:
        numbers = [summary.si_sdri[stem] for stem in STEMS] + [summary.mean_si_sdri]
        lines.append(f"{summary.condition:<26}" + " ".join(f"{n:7.2f}" for n in numbers))
    for summary in summaries:
        lines += ["", f"{summary.condition}: share of each source's energy found in each stem, %"]
        lines.append(f"{'':<26}{head}")
        for name, shares in summary.found.items():
            title = f"  {_TITLES[name]}" if name in _TITLES else name
            lines.append(f"{title:<26}" + " ".join(f"{100 * share:7.1f}" for share in shares))
        lines.append(
            f"dialogue left in effects and music together: {summary.leakage_db:.1f} dB of it"
        )
        if summary.centre is not None:
            lines.append(f"5.1, speech of the centre in DX: {100 * summary.centre:.1f} %")
        lines.append(f"in stems that should be silent: {summary.residue_db:.1f} dB of the mixture")
        lines.append(f"processor time: {summary.processor_share:.3f} of the length")
    return "\n".join(lines)


def _mean_shares(scores: Sequence[FilmScore], names: Sequence[str]) -> list[float]:
    """Mean over mixtures of what layers together have in each stem; empty where none is heard."""
    pooled = (_pooled(s, names, lambda s, n: np.array(s.found[n])) for s in scores)
    rows = [row for row in pooled if row is not None]
    return [float(value) for value in np.mean(rows, axis=0)] if rows else []


def _pooled(
    score: FilmScore, names: Sequence[str], value: Callable[[FilmScore, str], "np.ndarray"]
) -> "np.ndarray | None":
    """A mixture's numbers of some layers, each by its energy; None where none is heard."""
    heard = [name for name in names if score.energy.get(name, 0.0) > 0]
    if not heard:
        return None
    weights = np.array([score.energy[name] for name in heard])
    return np.asarray(
        np.average([value(score, name) for name in heard], axis=0, weights=weights), np.float64
    )


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return float(np.mean(found)) if found else float("nan")
