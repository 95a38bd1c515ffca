"""Parts that sounds are made of from noise: colour, slow movement, decay, struck bodies."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from cass_core.clips import FloatArray
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

_CONTROL_HZ = 20.0  # points a second of a slow movement

Gain = Callable[[npt.NDArray[Any]], npt.NDArray[Any]]
Maker = Callable[[np.random.Generator, int], FloatArray]


def shaped_noise(rng: np.random.Generator, num_samples: int, gain: Gain) -> FloatArray:
    """Unit-power noise with the gain over frequency, (sample,)."""
    size = 1 << max(9, (num_samples - 1).bit_length())
    frequencies = _frequencies(size)
    # white noise is as white before the transform as after it
    spectrum = rng.standard_normal(2 * len(frequencies), dtype=np.float32).view(np.complex64)
    spectrum *= gain(frequencies).astype(np.float32)
    noise = torch.fft.irfft(torch.from_numpy(spectrum), size)[:num_samples].numpy()
    return np.asarray(noise / np.float32(np.sqrt(np.mean(noise**2)) + 1e-9))


def movement(rng: np.random.Generator, num_samples: int, rate_hz: float) -> FloatArray:
    """A slow random curve around 0 with a spread near 1, (sample,)."""
    count = max(2, int(num_samples / CATALOG_RATE_HZ * rate_hz) + 2)
    points = rng.standard_normal(count)
    fine = max(2, int(num_samples / CATALOG_RATE_HZ * _CONTROL_HZ) + 1)
    coarse = np.interp(np.linspace(0, count - 1, fine), np.arange(count), points)
    curve = np.interp(np.linspace(0, fine - 1, num_samples), np.arange(fine), coarse)
    return curve.astype(np.float32)


def decay(num_samples: int, time_s: float) -> FloatArray:
    """Exponential decay to 1/e in a time, (sample,)."""
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    return np.exp(times * np.float32(-1 / time_s))


def ring(
    rng: np.random.Generator,
    num_samples: int,
    band_hz: tuple[float, float] = (300, 6_000),
    longest_s: float = 0.1,
) -> FloatArray:
    """A struck body: a few decaying partials, (sample,)."""
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    sound = np.zeros(num_samples, np.float32)
    for _ in range(4):
        partial_hz = np.float32(rng.uniform(*band_hz))
        sound += np.sin(2 * np.pi * partial_hz * times) * decay(
            num_samples, rng.uniform(0.1 * longest_s, longest_s)
        )
    return sound


def add_at(sound: FloatArray, start: int, piece: FloatArray) -> None:
    """Add a piece to (sample,) in place, cut at its end."""
    room = max(0, min(len(piece), len(sound) - start))
    sound[start : start + room] += piece[:room]


def phase(hz: FloatArray) -> FloatArray:
    """Phase in radians of a pitch that moves, (sample,)."""
    # the sum is kept in double, for a phase of single precision roughens the tone
    turns = np.cumsum(hz, dtype=np.float64) / CATALOG_RATE_HZ
    return np.asarray(2 * np.pi * (turns % 1.0), np.float32)


@lru_cache(maxsize=32)
def _frequencies(size: int) -> FloatArray:
    """Frequencies in Hz of a transform's bins, 20 at least."""
    return np.maximum(np.fft.rfftfreq(size, 1 / CATALOG_RATE_HZ), 20.0).astype(np.float32)
