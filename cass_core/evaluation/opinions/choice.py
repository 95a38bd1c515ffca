"""The weights that bring stems nearest, and what they are worth on mixtures that did not choose."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.checkpoints.opinions_config import EQUAL, Weights
from cass_core.clips import FloatArray
from cass_core.errors import SettingsError
from cass_core.evaluation.opinions.weighing import OpinionScore, tried_weights
from cass_core.stem_names import STEMS

_ALIKE_DB = 1e-6
_EQUAL = 0  # number of the equal weights

Improvements = npt.NDArray[np.float64]
"""(mixture, weights, stem) dB, no number where a stem is not heard."""


@dataclass(frozen=True)
class WeightsChoice:
    """What was found.

    Attributes:
        num_mixtures: that were measured.
        alone: mean improvement of each stem with one model alone, a row a model.
        equal: likewise with equal weights.
        best: likewise with the best of all weights, on the mixtures that chose them.
        best_weights: these, a row a model.
        unseen_gain_db: by how much weights that one half of the mixtures chose beat equal ones on
            the other half, mean of both ways; None where there are too few mixtures.
    """

    num_mixtures: int
    alone: tuple[tuple[float, ...], ...]
    equal: tuple[float, ...]
    best: tuple[float, ...]
    best_weights: tuple[Weights, ...]
    unseen_gain_db: float | None

    @property
    def recommended(self) -> tuple[Weights, ...]:
        """The best ones, where they are worth something beyond the mixtures that chose them."""
        if self.unseen_gain_db is not None and self.unseen_gain_db > 0:
            return self.best_weights
        return (EQUAL,) * len(self.best_weights)


def choose_weights(scores: Sequence[OpinionScore], num_models: int) -> WeightsChoice:
    """Compare all weights that were tried.

    Args:
        scores: of at least one mixture in which stems are heard beside others.
        num_models: how many were asked.

    Returns:
        The choice.

    Raises:
        SettingsError: nothing could be measured on any mixture.
    """
    tried = tried_weights(num_models)
    table = np.array([_rows(score, len(tried)) for score in scores if score.si_sdri])
    if not len(table):
        raise SettingsError("No mixture has two stems that are heard; choose other mixtures.")
    best = _best(table)
    alone = [_number_of_alone(tried, model) for model in range(num_models)]
    return WeightsChoice(
        len(table),
        tuple(_means(table)[number] for number in alone),
        _means(table)[_EQUAL],
        _means(table)[best],
        tuple(tuple(float(weight) for weight in row) for row in tried[best]),
        _unseen_gain(table),
    )


def _rows(score: OpinionScore, num_tried: int) -> list[list[float]]:
    """(weights, stem) of a mixture."""
    silent = [float("nan")] * num_tried
    columns = [score.si_sdri.get(stem.value, silent) for stem in STEMS]
    return [list(row) for row in zip(*columns, strict=True)]


def _means(table: Improvements) -> list[tuple[float, ...]]:
    """Of each stem under each weights, over the mixtures in which it is heard."""
    heard = ~np.isnan(table)
    sums, counts = np.where(heard, table, 0).sum(axis=0), heard.sum(axis=0)
    means = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
    return [tuple(float(value) for value in row) for row in means]


def _values(table: Improvements) -> npt.NDArray[np.float64]:
    """(weights,) mean over stems: each counts alike, however often it is heard."""
    return np.nanmean(np.array(_means(table)), axis=1)


def _best(table: Improvements) -> int:
    """Number of the best weights; of those that are as good, the least uneven."""
    values = _values(table)
    return int(np.flatnonzero(values >= values.max() - _ALIKE_DB)[0])


def _unseen_gain(table: Improvements) -> float | None:
    """Each half of the mixtures is scored with the weights that the other half chose."""
    halves = table[::2], table[1::2]
    if not len(halves[1]):
        return None
    gains = []
    for chosen, other in (halves, halves[::-1]):
        values = _values(other)
        gains.append(values[_best(chosen)] - values[_EQUAL])
    return float(np.mean(gains))


def _number_of_alone(tried: Sequence[FloatArray], model: int) -> int:
    return next(number for number, weights in enumerate(tried) if np.all(weights[model] == 1))
