"""A sound that begins in one stem at the instant it ends in another, and soon goes back, is one."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_power
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.measures.measure import Material
from cass_core.review.suspicion.evidence import PAIRS
from cass_core.stem_names import STEMS

_SIDE_FRAMES = 3  # before and behind an edge that are compared
_APART_FRAMES = 2  # between them; a cell hears 64 ms
_LEAST_POWER = 1e-7
_LONGEST_FRAMES = 160
_MIDDLE, _WEIGHT, _MOST = 0.45, 2.5, 1.0  # log-odds; fitted on planted programmes


def handed_over(material: Material) -> FloatArray:
    """(pair, frame) log-odds.

    Both edges must be alike: what one stem gains there another loses, band by band.
    """
    strengths = handover_strengths(material.cells)
    return np.clip(_WEIGHT * (strengths - _MIDDLE), -_MOST, _MOST).astype(np.float32)


def handover_strengths(cells: JudgedCells) -> FloatArray:
    """How much each moment lies between two such edges.

    Args:
        cells: of a stretch.

    Returns:
        (pair, frame), 0 to 1.
    """
    powers = db_to_power(cells.levels)  # (frame, stem, band)
    before, behind = _means_around(powers)
    rise = behind - before
    return np.stack([_between(rise, STEMS.index(a), STEMS.index(b)) for a, b in PAIRS])


def _means_around(powers: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Mean powers of the frames before and behind each."""
    reach = _SIDE_FRAMES + _APART_FRAMES
    padded = np.pad(powers, ((reach, reach), (0, 0), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, _SIDE_FRAMES, axis=0).mean(axis=-1)
    length = len(powers)
    return windows[:length], windows[reach + _APART_FRAMES + 1 :][:length]


def _between(rise: FloatArray, taker: int, giver: int) -> FloatArray:
    """(frame,) the weaker of the nearest strong edges on either side."""
    gains = _exchanged(rise[:, taker], -rise[:, giver])
    returns = _exchanged(-rise[:, taker], rise[:, giver])
    began = _held(gains)
    ends = _held(returns[::-1])[::-1]
    return np.minimum(began, ends).astype(np.float32)


def _exchanged(gain: FloatArray, loss: FloatArray) -> FloatArray:
    """(frame,) share of what is gained or lost that is both, of (frame, band)."""
    gain, loss = np.maximum(gain, 0), np.maximum(loss, 0)
    both = np.sqrt(gain * loss).sum(axis=1)
    total = np.maximum(np.maximum(gain.sum(axis=1), loss.sum(axis=1)), _LEAST_POWER)
    return np.asarray(both / total)


def _held(edges: FloatArray) -> FloatArray:
    """The strongest edge of the frames before each."""
    padded = np.pad(edges, (_LONGEST_FRAMES, 0))
    return np.lib.stride_tricks.sliding_window_view(padded, _LONGEST_FRAMES)[:-1].max(axis=1)
