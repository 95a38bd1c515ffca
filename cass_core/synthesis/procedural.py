"""Effects made from noise: ambiences that last and impacts that decay."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.synthesis.catalog import CATALOG_RATE_HZ

_CONTROL_HZ = 20.0  # points a second of a slow movement

Gain = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]


def make_noise(kind: str, seed: int, num_samples: int) -> FloatArray:
    """A sound of a kind in `NOISE_KINDS`.

    Args:
        kind: the kind.
        seed: decides the noise and the kind's free parameters.
        num_samples: length at `CATALOG_RATE_HZ`.

    Returns:
        (sample,) with unit power.
    """
    rng = np.random.default_rng(seed)
    sound = NOISE_KINDS[kind](rng, num_samples)
    return np.asarray(sound / (np.sqrt(np.mean(sound**2)) + 1e-9), np.float32)


def _wind(rng: np.random.Generator, num_samples: int) -> FloatArray:
    centre_hz = rng.uniform(150, 700)
    noise = _shaped(rng, num_samples, lambda f: 1 / (1 + (np.log2(f / centre_hz) * 1.5) ** 4))
    gusts = _movement(rng, num_samples, rng.uniform(0.2, 0.8))
    return np.asarray(noise * np.exp(rng.uniform(0.4, 1.0) * gusts), np.float32)


def _rain(rng: np.random.Generator, num_samples: int) -> FloatArray:
    lowest_hz = rng.uniform(800, 2_500)
    noise = _shaped(rng, num_samples, lambda f: 1 / (1 + (lowest_hz / f) ** 2))
    drops = np.zeros(num_samples, np.float32)
    count = int(rng.uniform(10, 200) * num_samples / CATALOG_RATE_HZ)
    drops[rng.integers(num_samples, size=count)] = rng.exponential(8.0, count)
    return noise + np.convolve(drops, _ring(rng, 96))[:num_samples].astype(np.float32)


def _room_tone(rng: np.random.Generator, num_samples: int) -> FloatArray:
    slope = rng.uniform(0.5, 1.2)
    return _shaped(rng, num_samples, lambda f: (100 / f) ** slope)


def _engine(rng: np.random.Generator, num_samples: int) -> FloatArray:
    base_hz = rng.uniform(25, 120) * np.exp(0.1 * _movement(rng, num_samples, 0.3))
    phase = np.cumsum(base_hz) * (2 * np.pi / CATALOG_RATE_HZ)
    hum = np.zeros(num_samples, np.float32)
    for harmonic in range(1, 7):
        hum += np.sin(harmonic * phase + rng.uniform(0, 6)) * rng.uniform(0.2, 1) / harmonic
    rumble = _shaped(rng, num_samples, lambda f: 1 / (1 + (f / 300) ** 2))
    return hum + np.float32(rng.uniform(0.1, 0.6)) * rumble


def _bang(rng: np.random.Generator, num_samples: int) -> FloatArray:
    cutoff_hz = rng.uniform(200, 3_000)
    noise = _shaped(rng, num_samples, lambda f: 1 / (1 + (f / cutoff_hz) ** 2))
    return noise * _decay(num_samples, rng.uniform(0.03, 0.4))


def _clatter(rng: np.random.Generator, num_samples: int) -> FloatArray:
    sound = np.zeros(num_samples, np.float32)
    for _ in range(int(rng.integers(2, 9))):
        start = int(rng.integers(max(1, num_samples // 2)))
        ring = _ring(rng, min(4_000, num_samples - start))
        sound[start : start + len(ring)] += ring * np.float32(rng.uniform(0.2, 1.0))
    return sound


AMBIENCES: tuple[str, ...] = ("wind", "rain", "room", "engine")
IMPACTS: tuple[str, ...] = ("bang", "clatter")
NOISE_KINDS: dict[str, Callable[[np.random.Generator, int], FloatArray]] = {
    "wind": _wind,
    "rain": _rain,
    "room": _room_tone,
    "engine": _engine,
    "bang": _bang,
    "clatter": _clatter,
}


def _shaped(rng: np.random.Generator, num_samples: int, gain: Gain) -> FloatArray:
    """Unit-power noise with the gain over frequency, (sample,)."""
    size = -(-num_samples // 1024) * 1024
    frequencies = np.fft.rfftfreq(size, 1 / CATALOG_RATE_HZ)
    shape = gain(np.maximum(frequencies, 20.0)).astype(np.float32)
    spectrum = np.fft.rfft(rng.standard_normal(size, dtype=np.float32)) * shape
    noise: FloatArray = np.fft.irfft(spectrum, size)[:num_samples].astype(np.float32)
    return noise / np.float32(np.sqrt(np.mean(noise**2)) + 1e-9)


def _movement(rng: np.random.Generator, num_samples: int, rate_hz: float) -> FloatArray:
    """A slow random curve around 0 with a spread near 1, (sample,)."""
    count = max(2, int(num_samples / CATALOG_RATE_HZ * rate_hz) + 2)
    points = rng.standard_normal(count)
    fine = max(2, int(num_samples / CATALOG_RATE_HZ * _CONTROL_HZ) + 1)
    coarse = np.interp(np.linspace(0, count - 1, fine), np.arange(count), points)
    curve = np.interp(np.linspace(0, fine - 1, num_samples), np.arange(fine), coarse)
    return curve.astype(np.float32)


def _decay(num_samples: int, time_s: float) -> FloatArray:
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    return np.exp(times * np.float32(-1 / time_s))


def _ring(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A struck body: a few decaying partials, (sample,)."""
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    sound = np.zeros(num_samples, np.float32)
    for _ in range(4):
        partial_hz = np.float32(rng.uniform(300, 6_000))
        sound += np.sin(2 * np.pi * partial_hz * times) * _decay(
            num_samples, rng.uniform(0.01, 0.1)
        )
    return sound
