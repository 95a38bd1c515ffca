"""A limiter that holds a stem below a true peak, as DnR v3's mastering does."""

import numpy as np
import soxr

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude

CEILING_DBTP = -2.0

_OVERSAMPLING = 8
_REACH_S = 0.0025  # of the window whose lowest gain counts, and of the mean over it
_MOST_PASSES = 8


def true_peak(samples: FloatArray) -> float:
    """The highest magnitude between and at the samples of (sample,), as a factor."""
    return float(_peaks(samples).max(initial=0.0))


def peak_limited(
    samples: FloatArray, rate_hz: int, ceiling_dbtp: float = CEILING_DBTP
) -> FloatArray:
    """Turn (sample,) down around the places that would pass a true peak.

    The gain falls within 5 ms before such a place and rises within 5 ms after it.

    Args:
        samples: a stem.
        rate_hz: samples a second.
        ceiling_dbtp: highest true peak.

    Returns:
        (sample,); the very array that was given where nothing passes.
    """
    ceiling = db_to_amplitude(ceiling_dbtp)
    target = ceiling
    for _ in range(_MOST_PASSES):
        peaks = _peaks(samples)
        highest = float(peaks.max(initial=0.0))
        if highest <= ceiling:
            return samples
        gain = _gain(peaks, min(target, ceiling), round(_REACH_S * rate_hz))
        samples = (samples * gain).astype(np.float32)
        # a moving gain shifts the peaks between samples a little, so the next pass aims lower
        target *= 0.999
    return (samples * np.float32(ceiling / true_peak(samples))).astype(np.float32)


def _peaks(samples: FloatArray) -> FloatArray:
    """The highest oversampled magnitude around each sample."""
    if len(samples) == 0:
        return samples
    dense = np.abs(soxr.resample(samples, 1, _OVERSAMPLING, quality="VHQ"))
    count = _OVERSAMPLING * len(samples)
    dense = np.pad(dense, (0, max(0, count - len(dense))))[:count].reshape(-1, _OVERSAMPLING)
    after = dense.max(axis=1)
    around: FloatArray = np.maximum(after, np.concatenate([after[:1], after[:-1]]))
    return np.maximum(around, np.abs(samples))


def _gain(peaks: FloatArray, target: float, reach: int) -> FloatArray:
    """A smooth gain that is nowhere above what the peaks ask for."""
    needed = np.minimum(1.0, target / np.maximum(peaks, 1e-9))
    lowest = _window_minimum(needed, 2 * reach + 1)
    # the mean over a window of lowest values around each sample cannot exceed the sample's own
    padded = np.pad(lowest, (reach + 1, reach), mode="edge")
    sums = np.cumsum(padded, dtype=np.float64)
    size = 2 * reach + 1
    return np.asarray((sums[size:] - sums[:-size]) / size, np.float32)


def _window_minimum(values: FloatArray, size: int) -> FloatArray:
    """The minimum of the `size` values around each; `size` is odd."""
    reach = size // 2
    lowest = np.pad(values, reach, mode="edge")
    width = 1
    while width < size:
        step = min(width, size - width)
        lowest = np.minimum(lowest[:-step], lowest[step:])
        width += step
    return lowest
