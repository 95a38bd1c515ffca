"""How suspicious each moment of each stem is: all evidence of a stretch, weighed together.

For a stem and the owner that its sound may belong to, each moment has a row of features: what the
cells hold, what the tagger hears, how loud both stems are, and how all that differs from the
seconds around. The weights are those of a logistic regression on planted programmes.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import FloatArray
from cass_core.errors import ModelError
from cass_core.resource_files import resource
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.regions import moment_scores
from cass_core.stem_names import STEMS, Stem

FEATURES = (
    "cells_owner", "cells_own", "heard_owner", "heard_own", "owner_in_its_stem", "level",
    "owner_level", "both_agree", "cells_rise", "heard_rise", "heard_own_rise", "owner_stem_rise",
    "level_rise", "owner_level_rise", "mean_rise", "owner_mean_rise", "hole_and_heard",
)  # fmt: skip
PAIRS = tuple((stem, owner) for stem in STEMS for owner in STEMS if stem is not owner)

_STEADY_FRAMES, _EVERY = 101, 4  # what is usual around a moment: a median of 2 s
_LEVEL_FRAMES, _SMOOTH_FRAMES = 7, 9
_LEAST_SHARE = 0.005
_TYPICAL_DB, _SPREAD_DB, _MOST_SPREADS = -60.0, 20.0, 2.0

Numbers = npt.NDArray[np.floating[Any]]


class Weights(NamedTuple):
    """How evidence is weighed.

    Attributes:
        features: by stem and owner (feature,) in the order of `FEATURES`.
        bias: by stem and owner.
    """

    features: dict[tuple[Stem, Stem], FloatArray]
    bias: dict[tuple[Stem, Stem], float]


def suspicions(
    cells: JudgedCells, weights: Weights | None = None
) -> Iterator[tuple[Stem, Stem, FloatArray]]:
    """Weigh the evidence of a stretch.

    Args:
        cells: of the stretch.
        weights: those that ship if None.

    Yields:
        tuple: a stem, an owner, and (frame,) from 0 to 1 how likely the stem holds the owner's
            sound.
    """
    weights = weights or shipped_weights()
    evidence = _Evidence(cells)
    for stem, owner in PAIRS:
        pair = stem, owner
        logits = evidence.features(*pair) @ weights.features[pair] + weights.bias[pair]
        yield (
            stem,
            owner,
            (1 / (1 + np.exp(-_mean_over(logits, _SMOOTH_FRAMES)))).astype(np.float32),
        )


def suspicion_features(cells: JudgedCells) -> Iterator[tuple[Stem, Stem, FloatArray]]:
    """The features of a stretch: a stem, an owner and (frame, feature) of each pair."""
    evidence = _Evidence(cells)
    for stem, owner in PAIRS:
        yield stem, owner, evidence.features(stem, owner)


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights of `cass fit-review`; ModelError where they are missing or damaged."""
    path = resource("review", "suspicion.json")
    try:
        table = JsonTable(read_json(path), "")
        features, bias = table.table("features"), table.table("bias")
        rows = {pair: features.table(pair_name(*pair)) for pair in PAIRS}
        return Weights(
            {
                pair: np.array([row.number(name, -99, 99) for name in FEATURES], np.float32)
                for pair, row in rows.items()
            },
            {pair: bias.number(pair_name(*pair), -99, 99) for pair in PAIRS},
        )
    except (OSError, BadValueError) as error:
        raise ModelError(f"{path} is damaged; install the program again.") from error


def pair_name(stem: Stem, owner: Stem) -> str:
    """How a pair is written."""
    return f"{stem.value}-{owner.value}"


class _Evidence:
    """What features are made of; each of them is worked out once for all pairs."""

    def __init__(self, cells: JudgedCells) -> None:
        self._heard = cells.heard
        stems = range(len(STEMS))
        self._cells = {
            (row, owner): _logit(moment_scores(cells.levels[:, row], cells.shares[:, row, owner]))
            for row in stems
            for owner in stems
        }
        loud = [_mean_over(cells.levels[:, row].max(axis=1), _LEVEL_FRAMES) for row in stems]
        mean = [_mean_over(cells.levels[:, row].mean(axis=1), _LEVEL_FRAMES) for row in stems]
        self._level = [_spreads(level - _TYPICAL_DB) for level in loud]
        self._level_rise = [_spreads(_rise(level)) for level in loud]
        self._mean_rise = [_spreads(_rise(level)) for level in mean]

    def features(self, stem: Stem, owner: Stem) -> FloatArray:
        """(frame, feature)."""
        row, other = STEMS.index(stem), STEMS.index(owner)
        cells, heard = self._cells[row, other], self._heard[:, row, other]
        own, in_its_stem = self._heard[:, row, row], self._heard[:, other, other]
        columns = (
            cells, self._cells[row, row], heard, own, in_its_stem, self._level[row],
            self._level[other], np.minimum(cells, heard), _rise(cells), _rise(heard), _rise(own),
            _rise(in_its_stem), self._level_rise[row], self._level_rise[other],
            self._mean_rise[row], self._mean_rise[other],
            np.minimum(self._level_rise[other], 0) * np.maximum(heard, -3),
        )  # fmt: skip
        return np.stack(columns, axis=1).astype(np.float32)


def _rise(values: Numbers) -> Numbers:
    """How far values lie above what is usual around them."""
    reach = _STEADY_FRAMES // _EVERY // 2
    coarse = np.pad(values[::_EVERY], reach, mode="edge")
    usual = np.median(np.lib.stride_tricks.sliding_window_view(coarse, 2 * reach + 1), axis=1)
    return np.asarray(values - np.repeat(usual, _EVERY)[: len(values)])


def _mean_over(values: Numbers, count: int) -> Numbers:
    padded = np.pad(values, count // 2, mode="edge")
    return np.convolve(padded, np.ones(count) / count, "valid")


def _spreads(levels: Numbers) -> Numbers:
    return np.clip(levels / _SPREAD_DB, -_MOST_SPREADS, _MOST_SPREADS)


def _logit(shares: Numbers) -> Numbers:
    inside = np.clip(shares, _LEAST_SHARE, 1 - _LEAST_SHARE)
    return np.log(inside / (1 - inside))
