"""Mel-frequency cepstra as the package `python_speech_features` makes them by default."""

from functools import lru_cache

import numpy as np

from cass_core.clips import FloatArray

RATE_HZ = 16_000
_FRAME, _STEP, _BINS = 400, 160, 512  # samples; 25 ms every 10 ms
_NUM_BANDS, _NUM_CEPSTRA = 26, 13
_PRE_EMPHASIS, _LIFTER = 0.97, 22
_LEAST = np.finfo(np.float64).eps
_SCALE = 32_768.0  # the numbers of 16 bits, which decide the first of the cepstra


def cepstra(sound: FloatArray, num_frames: int) -> FloatArray:
    """Cepstra of 25 ms every 10 ms; the first is the logarithm of the energy.

    Args:
        sound: (sample,) at `RATE_HZ`, full scale is 1; silence follows it.
        num_frames: how many.

    Returns:
        (frame, 13).
    """
    length = _STEP * (num_frames - 1) + _FRAME
    values = np.zeros(length)
    values[: min(length, len(sound))] = sound[:length] * _SCALE
    values[1:] -= _PRE_EMPHASIS * values[:-1]
    frames = np.lib.stride_tricks.sliding_window_view(values, _FRAME)[::_STEP]
    powers = np.abs(np.fft.rfft(frames, _BINS)) ** 2 / _BINS
    energy = np.maximum(powers.sum(axis=1), _LEAST)
    bands = np.maximum(powers @ _bands().T, _LEAST)
    result = np.log(bands) @ _cosines()
    result *= 1 + _LIFTER / 2 * np.sin(np.pi * np.arange(_NUM_CEPSTRA) / _LIFTER)
    result[:, 0] = np.log(energy)
    return np.asarray(result, np.float32)


@lru_cache(maxsize=1)
def _cosines() -> FloatArray:
    """(band, cepstrum) of the orthonormal cosine transform (type 2)."""
    places = np.pi / _NUM_BANDS * (np.arange(_NUM_BANDS)[:, None] + 0.5)
    waves = np.cos(places * np.arange(_NUM_CEPSTRA)) * np.sqrt(2 / _NUM_BANDS)
    waves[:, 0] /= np.sqrt(2)
    return np.asarray(waves, np.float32)


@lru_cache(maxsize=1)
def _bands() -> FloatArray:
    """(band, bin) triangles evenly spread over the mel scale."""
    mels = np.linspace(0.0, 2595 * np.log10(1 + RATE_HZ / 2 / 700), _NUM_BANDS + 2)
    edges = np.floor((_BINS + 1) * 700 * (10 ** (mels / 2595) - 1) / RATE_HZ)
    bins = np.arange(_BINS // 2 + 1)
    rows = [
        np.clip(np.minimum((bins - low) / (top - low), (high - bins) / (high - top)), 0, None)
        for low, top, high in zip(edges, edges[1:], edges[2:], strict=False)
    ]
    return np.array(rows, np.float32)
