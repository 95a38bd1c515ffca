"""Triangular filters on a mel scale, as the published audio taggers use them."""

from typing import Literal

import numpy as np
import numpy.typing as npt

MelScale = Literal["htk", "slaney"]
Values = npt.NDArray[np.float64]

_LINEAR_HZ, _MELS_BELOW, _HZ_A_MEL = 1_000.0, 15.0, 200.0 / 3.0  # Slaney's scale: linear, then log
_LOG_STEP = np.log(6.4) / 27.0


def htk_filters(
    rate_hz: int, n_fft: int, num_mels: int, low_hz: float, high_hz: float
) -> npt.NDArray[np.float32]:
    """Filters of VGGish: straight slopes on HTK's mel axis, peaks of 1, nothing from bin 0.

    Args:
        rate_hz: samples a second.
        n_fft: transform length.
        num_mels: how many filters.
        low_hz: where the first one begins.
        high_hz: where the last one ends.

    Returns:
        (mel, bin).
    """
    edges = np.linspace(_htk_mels(low_hz), _htk_mels(high_hz), num_mels + 2)
    places = _htk_mels(_bins_hz(rate_hz, n_fft))
    filters = _triangles(edges, places)
    filters[:, 0] = 0.0
    return filters.astype(np.float32)


def slaney_filters(
    rate_hz: int, n_fft: int, num_mels: int, low_hz: float, high_hz: float
) -> npt.NDArray[np.float32]:
    """Filters of PANNs: straight slopes in Hz between Slaney's mel points, unit area.

    Args:
        rate_hz: samples a second.
        n_fft: transform length.
        num_mels: how many filters.
        low_hz: where the first one begins.
        high_hz: where the last one ends.

    Returns:
        (mel, bin).
    """
    ends = _slaney_mels(np.array([low_hz, high_hz]))
    edges = _slaney_hz(np.linspace(ends[0], ends[1], num_mels + 2))
    filters = _triangles(edges, _bins_hz(rate_hz, n_fft))
    areas = (edges[2:] - edges[:-2]) / 2
    return (filters / areas[:, None]).astype(np.float32)


def _bins_hz(rate_hz: int, n_fft: int) -> Values:
    return np.arange(n_fft // 2 + 1, dtype=np.float64) * (rate_hz / n_fft)


def _triangles(edges: Values, places: Values) -> Values:
    """(mel, place) filters that rise from one edge to the next and fall to the one after it."""
    low, peak, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising = (places - low) / (peak - low)
    falling = (high - places) / (high - peak)
    return np.asarray(np.maximum(0.0, np.minimum(rising, falling)))


def _htk_mels(hz: Values | float) -> Values:
    return np.asarray(1_127.0 * np.log1p(np.asarray(hz) / 700.0))


def _slaney_mels(hz: Values) -> Values:
    curved = _MELS_BELOW + np.log(np.maximum(hz, _LINEAR_HZ) / _LINEAR_HZ) / _LOG_STEP
    return np.where(hz < _LINEAR_HZ, hz / _HZ_A_MEL, curved)


def _slaney_hz(mels: Values) -> Values:
    curved = _LINEAR_HZ * np.exp(_LOG_STEP * (mels - _MELS_BELOW))
    return np.where(mels < _MELS_BELOW, mels * _HZ_A_MEL, curved)
