"""Make clips of a film's stems worse, let them be balanced, and measure how much comes back."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from cass_core.balance.balancer import NetworkOnDevice
from cass_core.balance.balancing import BalanceRequest
from cass_core.balance.fit import fitted
from cass_core.balance.heard import HeardStems
from cass_core.balance.pictures import SeenPictures
from cass_core.balance.sums import STEP_HZ, FitSums, Numbers
from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import db_to_amplitude
from cass_core.errors import SettingsError
from cass_core.evaluation.balance.muddy_mix import MuddyMix, Recipe, muddy_mix
from cass_core.evaluation.json_lines import append_lines, plain_values, read_lines
from cass_core.metrics.visah_measures import VISAH_RATE_HZ, visah_env, visah_mag, visah_w_dis
from cass_core.relayed import result_of

BALANCE_SCORES = "balance-scores.jsonl"
CLIP_S = 10
MUDDY, IDEAL, NETWORK, LINES = "muddy mix", "ideal gain lines", "network", "network's gain lines"
_UNKNOWN = -1.0


@dataclass(frozen=True)
class BalanceScore:
    """What was measured of one clip.

    Attributes:
        clip: its number.
        seed: of what was done to it.
        recipe: likewise.
        condition: one of the four.
        visah_mag: as `visah_measures` have it, against the mix as it was.
        visah_env: likewise.
        visah_w_dis: likewise.
        gain_error_db: mean distance of gains from what would undo the changes; below 0 where there
            are no gains.
    """

    clip: int
    seed: int
    recipe: str
    condition: str
    visah_mag: float
    visah_env: float
    visah_w_dis: float
    gain_error_db: float = _UNKNOWN


@dataclass(frozen=True)
class BalanceTask:
    """What is measured.

    Attributes:
        request: stems of a film, which sum to its mix, and the movie whose picture is seen.
        rate_hz: of the film.
        network: what balances; None for the muddy mix and the ideal lines alone.
        count: clips; those of the film one after the other.
        seed: of the changes.
        recipe: of them.
        folder: where scores are kept; what stands there is not measured again.
    """

    request: BalanceRequest
    rate_hz: int
    network: NetworkOnDevice | None
    count: int
    seed: int = 1
    recipe: Recipe = "script"
    folder: Path | None = None

    @property
    def clips(self) -> list[SampleSpan]:
        """Clips of ten seconds at VisAH's rate."""
        span, rate_hz = self.request.span, self.rate_hz
        first, last = (-(-edge // (CLIP_S * rate_hz)) for edge in (span.start, span.stop + 1))
        size = CLIP_S * VISAH_RATE_HZ
        return [SampleSpan(n * size, (n + 1) * size) for n in range(first, last - 1)][: self.count]


def score_balance(task: BalanceTask) -> Iterator[tuple[BalanceScore, ...]]:
    """Measure clip by clip.

    Args:
        task: what is measured.

    Yields:
        tuple[BalanceScore, ...]: the conditions of a clip.

    Raises:
        SettingsError: the stems are shorter than a clip.
    """
    if not task.clips:
        raise SettingsError(
            f"The stems are shorter than the {CLIP_S} s of a clip; take longer ones."
        )
    path = task.folder / BALANCE_SCORES if task.folder else None
    known = (
        [BalanceScore(**plain_values(v, BalanceScore)) for v in read_lines(path)] if path else []
    )
    conditions = (MUDDY, IDEAL) if task.network is None else (MUDDY, IDEAL, NETWORK, LINES)
    with ExitStack() as stack:
        stems = stack.enter_context(task.request.opened())
        heard = HeardStems(stems, VISAH_RATE_HZ)
        pictures = None
        if task.network is not None:
            movie, start_s = task.request.movie, task.request.audio_start_s
            frames_hz, see = task.network.config.frames_hz, task.network.seen
            pictures = stack.enter_context(closing(SeenPictures(movie, start_s, frames_hz, see)))
        for span in task.clips:
            number = span.start // (CLIP_S * VISAH_RATE_HZ)
            same = (number, task.seed, task.recipe)
            rows = {s.condition: s for s in known if (s.clip, s.seed, s.recipe) == same}
            if not set(conditions) <= set(rows):
                fresh = _Clip(task, number, heard.stems(span)).scores(pictures)
                if path is not None:
                    append_lines(path, [asdict(score) for score in fresh])
                rows = {score.condition: score for score in fresh}
            yield tuple(rows[condition] for condition in conditions)


class _Clip:
    """One clip, made worse."""

    def __init__(self, task: BalanceTask, number: int, stems: FloatArray) -> None:
        self._task, self._number = task, number
        chance = np.random.default_rng([task.seed, number])
        self._original = np.asarray(stems.sum(axis=0), np.float32)
        self._muddy: MuddyMix = muddy_mix(stems, VISAH_RATE_HZ, chance, task.recipe)
        self._heard = np.abs(stems).max(axis=1) > 0

    def scores(self, pictures: SeenPictures | None) -> list[BalanceScore]:
        """Of all conditions."""
        ideal, ideal_db = self._by_lines(self._original)
        found = [self._score(MUDDY, self._muddy.mix), self._score(IDEAL, ideal, ideal_db)]
        network = self._task.network
        if network is None or pictures is None:
            return found
        count = max(1, round(CLIP_S * network.config.frames_hz))
        first = round(self._number * CLIP_S * network.config.frames_hz)
        seen = result_of(pictures.over(first, count))
        given = network.rebalanced(self._muddy.mix, seen)
        lines, lines_db = self._by_lines(given)
        return [*found, self._score(NETWORK, given), self._score(LINES, lines, lines_db)]

    def _by_lines(self, aim: FloatArray) -> tuple[FloatArray, Numbers]:
        """The muddy stems with gains fitted to a sound, and the gains."""
        step = VISAH_RATE_HZ // STEP_HZ
        gains_db = fitted(FitSums.of(self._muddy.stems, aim, step)).gains_db
        factors = np.repeat(db_to_amplitude(gains_db).T, step, axis=1)
        return np.asarray((factors * self._muddy.stems).sum(axis=0), np.float32), gains_db

    def _score(
        self, condition: str, sound: FloatArray, gains_db: Numbers | None = None
    ) -> BalanceScore:
        error_db = _UNKNOWN
        if gains_db is not None and self._heard.any():
            off = np.abs(gains_db + np.array(self._muddy.gains_db))[:, self._heard]
            error_db = round(float(off.mean()), 3)
        mag, env, w_dis = (
            float(f"{measure(sound, self._original):.5g}")
            for measure in (visah_mag, visah_env, visah_w_dis)
        )
        return BalanceScore(
            self._number, self._task.seed, self._task.recipe, condition, mag, env, w_dis, error_db
        )


def balance_table(scores: list[tuple[BalanceScore, ...]]) -> list[list[str]]:
    """Means over all clips, a row a condition, as VisAH shows them: a hundred times."""
    table = [["condition", "VisAH-MAG", "VisAH-ENV", "VisAH-W-dis", "gain error dB"]]
    for rows in zip(*scores, strict=True):
        means = [
            100 * float(np.mean([getattr(row, name) for row in rows]))
            for name in ("visah_mag", "visah_env", "visah_w_dis")
        ]
        errors = [row.gain_error_db for row in rows if row.gain_error_db >= 0]
        error = f"{float(np.mean(errors)):.2f}" if errors else ""
        table.append([rows[0].condition, *(f"{mean:.2f}" for mean in means), error])
    return table
