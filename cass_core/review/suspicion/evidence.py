"""What is known of every moment, as the rows that the network of suspicion looks at.

Levels of all stems and whose sound their bands hold, what the tagger hears, and how far all that
is from what is usual in the seconds around: a sound that stands in the wrong stem leaves a hole in
the right one, at the same instant.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.review.cells.bands import NUM_BANDS
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.regions import moment_scores
from cass_core.stem_names import STEMS, Stem

PAIRS = tuple((stem, owner) for stem in STEMS for owner in STEMS if stem is not owner)

_WIDE_BANDS = 4
_NUM_PAIR_ROWS = 17
_STEADY_FRAMES, _EVERY = 101, 4  # what is usual around a moment: a median of 2 s
_LEVEL_FRAMES = 7
_LEAST_SHARE = 0.005
_TYPICAL_DB, _SPREAD_DB, _MOST_SPREADS = -60.0, 20.0, 2.0
_HEARD_SPREAD = 4.0

_LEVELS = 0
_SHARES = _LEVELS + len(STEMS) * _WIDE_BANDS
_HEARD = _SHARES + len(STEMS) ** 2 * _WIDE_BANDS
_PAIRED = _HEARD + len(STEMS) ** 2
NUM_ROWS = _PAIRED + len(PAIRS) * _NUM_PAIR_ROWS
FIRST_PAIRED = -2 * _NUM_PAIR_ROWS
"""Of a pair's rows, the one that says how much of the stem is the owner's, after the cells."""

Numbers = npt.NDArray[np.floating[Any]]


def evidence_rows(cells: JudgedCells) -> FloatArray:
    """Gather the evidence of a stretch.

    Args:
        cells: of the stretch.

    Returns:
        (NUM_ROWS, frame).
    """
    frames = len(cells.levels)
    levels = (_wide(cells.levels) - _TYPICAL_DB) / _SPREAD_DB
    shares = _wide(cells.shares)
    heard = cells.heard / _HEARD_SPREAD
    rows = [part.reshape(frames, -1) for part in (levels, shares, heard)]
    paired = _Paired(cells)
    rows += [paired.rows(*pair) for pair in PAIRS]
    return np.ascontiguousarray(np.concatenate(rows, axis=1).T, np.float32)


def rows_of_pairs() -> npt.NDArray[np.int64]:
    """(pair, row): which rows tell of a stem and an owner, in the order of `PAIRS`.

    What stands first is told of the stem, then of the owner, then of the third, so that one
    network does for all pairs.
    """
    return np.stack([_rows_of(*pair) for pair in PAIRS])


def _rows_of(stem: Stem, owner: Stem) -> npt.NDArray[np.int64]:
    row, other = STEMS.index(stem), STEMS.index(owner)
    third = 3 - row - other
    order = (row, other, third)
    bands = np.arange(_WIDE_BANDS)
    found = [_LEVELS + one * _WIDE_BANDS + bands for one in order]
    # what the stem holds of the owner and of itself, the owner of itself, the third of the owner
    for holder, held in ((row, other), (row, row), (other, other), (third, other)):
        found.append(_SHARES + (holder * len(STEMS) + held) * _WIDE_BANDS + bands)
    found.append(np.array([_HEARD + a * len(STEMS) + b for a in order for b in order]))
    for pair in ((stem, owner), (owner, stem)):
        found.append(_PAIRED + PAIRS.index(pair) * _NUM_PAIR_ROWS + np.arange(_NUM_PAIR_ROWS))
    return np.concatenate(found)


class _Paired:
    """What is told of a stem and an owner together; each part is worked out once."""

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

    def rows(self, stem: Stem, owner: Stem) -> FloatArray:
        """(frame, row)."""
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


def _wide(values: FloatArray) -> FloatArray:
    """(..., band) with neighbours as one."""
    size = NUM_BANDS // _WIDE_BANDS
    return values.reshape(*values.shape[:-1], _WIDE_BANDS, size).mean(axis=-1)


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
