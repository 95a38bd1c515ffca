"""From cells to places: where in time and frequency a stem holds much of another's sound."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_power, power_to_db
from cass_core.review.cells.bands import NUM_BANDS

_HEARD_DB = -75.0  # what is quieter disturbs nobody
_HEARD_BELOW_DB = 45.0  # nor what is so far below the loudest cell of its stem nearby
_FULL_DB = 25.0  # above the faintest that is heard, a cell counts fully
_GROUPS = ((0, 32), (0, 12), (8, 20), (16, 28), (22, 32))  # bands that are looked at together
_LEAST_WEIGHT = 0.35  # of a mean cell, for a moment to say anything
_SMOOTH_FRAMES = 5
_NEARBY_FRAMES = 100
_BRIDGED_FRAMES = 10
_SHORTEST_FRAMES = 5
_WINDOW_DB = 1.76  # a sine spreads over the bins of a Hann window


@dataclass(frozen=True)
class Region:
    """A place in the cells.

    Attributes:
        first: frame.
        stop: frame behind the last.
        low_band: first band.
        high_band: band behind the last.
        score: 0 to 1, how likely its sound is another stem's.
        level_db: level of that sound, dBFS.
    """

    first: int
    stop: int
    low_band: int
    high_band: int
    score: float
    level_db: float


def moment_scores(levels: FloatArray, shares: FloatArray) -> FloatArray:
    """How much of what is heard at each moment belongs elsewhere.

    Args:
        levels: (frame, band) dB of a stem.
        shares: (frame, band) of it that belong to the other stem.

    Returns:
        (frame,), 0 to 1.
    """
    weights = _weights(levels)
    best = np.zeros(len(levels), np.float32)
    for low, high in _GROUPS:
        weight = weights[:, low:high].sum(axis=1)
        misplaced = (weights[:, low:high] * shares[:, low:high]).sum(axis=1)
        # a little that is heard says little
        heard = _LEAST_WEIGHT * (high - low)
        best = np.maximum(best, misplaced / np.maximum(weight, heard))
    return _smoothed(best)


def regions(
    levels: FloatArray, shares: FloatArray, scores: FloatArray, threshold: float
) -> Iterator[Region]:
    """Places where scores pass a threshold.

    Args:
        levels: (frame, band) dB of a stem.
        shares: (frame, band) of it that belong to the other stem.
        scores: (frame,) how suspicious each moment is, 0 to 1.
        threshold: 0 to 1.

    Yields:
        Region: in rising order.
    """
    for first, stop in _spans(scores, threshold):
        region = _region(levels, shares, scores, first, stop)
        if region is not None:
            yield region


def _weights(levels: FloatArray) -> FloatArray:
    """How much each cell is heard, 0 to 1."""
    loudest = levels.max(axis=1)
    padded = np.pad(loudest, _NEARBY_FRAMES, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * _NEARBY_FRAMES + 1)
    faintest = np.maximum(windows.max(axis=1) - _HEARD_BELOW_DB, _HEARD_DB)
    return np.clip((levels - faintest[:, None]) / _FULL_DB, 0.0, 1.0).astype(np.float32)


def _smoothed(scores: FloatArray) -> FloatArray:
    kernel = np.ones(_SMOOTH_FRAMES, np.float32) / _SMOOTH_FRAMES
    return np.asarray(np.convolve(scores, kernel, "same"), np.float32)


def _spans(scores: FloatArray, threshold: float) -> Iterator[tuple[int, int]]:
    """Runs above the threshold, reaching on while above half of it, short gaps bridged."""
    wide = scores >= 0.5 * threshold
    edges = np.flatnonzero(np.diff(np.r_[0, wide.astype(np.int8), 0]))
    runs = [(int(a), int(b)) for a, b in edges.reshape(-1, 2) if scores[a:b].max() >= threshold]
    merged: list[tuple[int, int]] = []
    for first, stop in runs:
        if merged and first - merged[-1][1] <= _BRIDGED_FRAMES:
            merged[-1] = (merged[-1][0], stop)
        else:
            merged.append((first, stop))
    return (run for run in merged if run[1] - run[0] >= _SHORTEST_FRAMES)


def _region(
    levels: FloatArray, shares: FloatArray, scores: FloatArray, first: int, stop: int
) -> Region | None:
    here = slice(first, stop)
    powers = db_to_power(levels[here].astype(np.float64)) * shares[here]
    total = float(powers.sum())
    if total <= 0:
        return None
    heard = (_weights(levels[here]) * shares[here]).sum(axis=0)
    bands = np.flatnonzero(heard >= 0.15 * heard.max()) if heard.max() > 0 else np.arange(NUM_BANDS)
    own = np.sort(scores[here])[::-1]
    typical = float(own[: max(len(own) // 2, 1)].mean())
    return Region(
        first, stop, int(bands[0]), int(bands[-1]) + 1,
        min(typical, 1.0),
        float(power_to_db(total / (stop - first))) - _WINDOW_DB,
    )  # fmt: skip
