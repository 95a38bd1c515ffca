"""Made sounds that last: weather, water, fire, machines, a murmur of people."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.sounds.augment import band_gain, filtered
from cass_core.synthesis.sounds.noise_shapes import (
    Maker,
    add_at,
    decay,
    movement,
    ring,
    shaped_noise,
)


def _wind(rng: np.random.Generator, num_samples: int) -> FloatArray:
    centre_hz = rng.uniform(150, 700)
    noise = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (np.log2(f / centre_hz) * 1.5) ** 4))
    gusts = movement(rng, num_samples, rng.uniform(0.2, 0.8))
    return np.asarray(noise * np.exp(rng.uniform(0.4, 1.0) * gusts), np.float32)


def _rain(rng: np.random.Generator, num_samples: int) -> FloatArray:
    lowest_hz = rng.uniform(800, 2_500)
    noise = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (lowest_hz / f) ** 2))
    drops = np.zeros(num_samples, np.float32)
    count = int(rng.uniform(10, 200) * num_samples / CATALOG_RATE_HZ)
    drops[rng.integers(num_samples, size=count)] = rng.exponential(8.0, count)
    return noise + np.convolve(drops, ring(rng, 96))[:num_samples].astype(np.float32)


def _room_tone(rng: np.random.Generator, num_samples: int) -> FloatArray:
    slope = rng.uniform(0.5, 1.2)
    return shaped_noise(rng, num_samples, lambda f: (100 / f) ** slope)


def _engine(rng: np.random.Generator, num_samples: int) -> FloatArray:
    base_hz = rng.uniform(25, 120) * np.exp(0.1 * movement(rng, num_samples, 0.3))
    turn = np.cumsum(base_hz) * (2 * np.pi / CATALOG_RATE_HZ)
    hum = np.zeros(num_samples, np.float32)
    for harmonic in range(1, 7):
        hum += np.sin(harmonic * turn + rng.uniform(0, 6)) * rng.uniform(0.2, 1) / harmonic
    rumble = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (f / 300) ** 2))
    return hum + np.float32(rng.uniform(0.1, 0.6)) * rumble


def _sea(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Waves: two bands of noise that swell one after the other."""
    swell = movement(rng, num_samples, rng.uniform(0.15, 0.4))
    lag = min(round(rng.uniform(0.3, 1.0) * CATALOG_RATE_HZ), num_samples - 1)
    foam = np.concatenate([np.repeat(swell[:1], lag), swell[: num_samples - lag]])
    cutoff_hz, hiss_hz = rng.uniform(200, 600), rng.uniform(1_500, 3_500)
    rumble = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (f / cutoff_hz) ** 2))
    hiss = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (hiss_hz / f) ** 2))
    depth = rng.uniform(0.6, 1.3)
    loud = np.float32(rng.uniform(0.2, 1.0))
    return np.asarray(rumble * np.exp(depth * swell) + loud * hiss * np.exp(depth * foam))


def _fire(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A low breath and crackles in clusters."""
    cutoff_hz = rng.uniform(100, 400)
    sound = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (f / cutoff_hz) ** 2))
    sound *= np.exp(0.4 * movement(rng, num_samples, 3.0))
    likely = np.cumsum(np.exp(movement(rng, num_samples, 2.0)))
    count = 1 + int(rng.uniform(5, 60) * num_samples / CATALOG_RATE_HZ)
    places = np.searchsorted(likely, rng.random(count) * likely[-1] * 0.999)
    cracks = np.zeros(num_samples, np.float32)
    cracks[places] = rng.exponential(1.0, count) * rng.choice((-1, 1), count)
    snap = rng.standard_normal(160, dtype=np.float32) * decay(160, rng.uniform(0.0005, 0.003))
    return sound + np.convolve(cracks, rng.uniform(1, 5) * snap)[:num_samples].astype(np.float32)


def _murmur(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """People far away: buzzing voices whose formants and loudness wander, none with words."""
    duration_s = num_samples / CATALOG_RATE_HZ
    coarse_s = np.linspace(0, duration_s, max(2, int(100 * duration_s)))
    sound = 0.02 * rng.standard_normal(num_samples, dtype=np.float32)
    for _ in range(int(rng.integers(5, 12))):
        pitch_hz = rng.uniform(90, 240) * np.exp(0.15 * _wandering(rng, coarse_s, 3.0))
        turns = np.cumsum(pitch_hz) * (coarse_s[1] - coarse_s[0])
        pulses_s = np.interp(np.arange(1, int(turns[-1]) + 1), turns, coarse_s)
        syllables = np.maximum(0, _wandering(rng, coarse_s, rng.uniform(3, 6)))
        at = np.minimum((pulses_s * CATALOG_RATE_HZ).astype(np.int64), num_samples - 1)
        sound[at] += np.interp(pulses_s, coarse_s, syllables) * rng.uniform(0.3, 1.0)
    first_hz, second_hz = rng.uniform(400, 700), rng.uniform(1_000, 1_600)
    formants = ((first_hz, 30.0, 0.6), (second_hz, 22.0, 0.5))
    return filtered(sound, band_gain(0.0, CATALOG_RATE_HZ / 2, bells=formants))


def _wandering(
    rng: np.random.Generator, times_s: npt.NDArray[np.float64], rate_hz: float
) -> npt.NDArray[np.float64]:
    points = rng.standard_normal(int(times_s[-1] * rate_hz) + 2)
    return np.interp(times_s * rate_hz, np.arange(len(points)), points)


def _hum(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Mains, a ventilator, a server: steady partials that beat, some hiss."""
    base_hz = float(rng.choice((50, 60, rng.uniform(70, 400))))
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    sound = np.zeros(num_samples, np.float32)
    for harmonic in rng.choice(np.arange(1, 13), int(rng.integers(3, 7)), replace=False):
        hz = np.float32(2 * np.pi * base_hz * harmonic * (1 + 0.003 * rng.standard_normal()))
        sound += np.sin(hz * times) * np.float32(rng.uniform(0.1, 1.0) / harmonic**0.7)
    cutoff_hz = rng.uniform(500, 3_000)
    air = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (f / cutoff_hz) ** 2))
    return sound + np.float32(rng.uniform(0.05, 0.6)) * air


def _machine(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """The same stroke over and over: presses, pumps, a train on its rails."""
    period = round(rng.uniform(0.08, 1.0) * CATALOG_RATE_HZ)
    stroke = np.zeros(period, np.float32)
    for _ in range(int(rng.integers(1, 4))):
        start, length = int(rng.integers(period)), int(rng.uniform(0.02, 0.2) * CATALOG_RATE_HZ)
        noise = rng.standard_normal(length, dtype=np.float32) * decay(length, length / 64_000)
        add_at(stroke, start, noise + ring(rng, length, (100, 3_000)))
    repeats = -(-num_samples // period)
    strength = np.repeat(rng.uniform(0.6, 1.0, repeats).astype(np.float32), period)
    return np.tile(stroke, repeats)[:num_samples] * strength[:num_samples] + np.float32(
        rng.uniform(0.01, 0.1)
    ) * _room_tone(rng, num_samples)


def _insects(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A night: narrow high tones, each chirping in its own time."""
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    sound = np.float32(rng.uniform(0.02, 0.2)) * _room_tone(rng, num_samples)
    for _ in range(int(rng.integers(2, 5))):
        tone = np.sin(2 * np.pi * np.float32(rng.uniform(2_500, 7_000)) * times)
        chirp = np.sin(2 * np.pi * np.float32(rng.uniform(8, 40)) * times) > rng.uniform(-0.5, 0.5)
        song = movement(rng, num_samples, rng.uniform(0.5, 2.0)) > rng.uniform(-1, 0.5)
        sound += tone * chirp * song * np.float32(rng.uniform(0.1, 1.0))
    return sound


AMBIENCE_MAKERS: dict[str, Maker] = {
    "wind": _wind,
    "rain": _rain,
    "room": _room_tone,
    "engine": _engine,
    "sea": _sea,
    "fire": _fire,
    "murmur": _murmur,
    "hum": _hum,
    "machine": _machine,
    "insects": _insects,
}
