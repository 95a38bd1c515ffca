"""Made sounds that begin and end: blows, falls, steps, doors, things that fly past, alarms."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.sounds.noise_shapes import (
    Maker,
    add_at,
    decay,
    movement,
    phase,
    ring,
    shaped_noise,
)


def _bang(rng: np.random.Generator, num_samples: int) -> FloatArray:
    cutoff_hz = rng.uniform(200, 3_000)
    noise = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (f / cutoff_hz) ** 2))
    return noise * decay(num_samples, rng.uniform(0.03, 0.4))


def _clatter(rng: np.random.Generator, num_samples: int) -> FloatArray:
    sound = np.zeros(num_samples, np.float32)
    for _ in range(int(rng.integers(2, 9))):
        start = int(rng.integers(max(1, num_samples // 2)))
        struck = ring(rng, min(4_000, num_samples - start))
        sound[start : start + len(struck)] += struck * np.float32(rng.uniform(0.2, 1.0))
    return sound


def _thud(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A heavy body: a tone that falls, and the blow."""
    fall = decay(num_samples, rng.uniform(0.03, 0.15))
    deep = np.sin(phase(np.float32(rng.uniform(35, 80)) + fall * np.float32(rng.uniform(40, 150))))
    blow = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (f / 800) ** 2))
    body = deep * decay(num_samples, rng.uniform(0.08, 0.4))
    return body + np.float32(rng.uniform(0.2, 1)) * blow * decay(num_samples, 0.02)


def _whoosh(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Air that something cuts: two bands of noise, the higher one loud when it is near."""
    share = np.linspace(-1, 1, num_samples, dtype=np.float32) - np.float32(rng.uniform(-0.5, 0.5))
    swell = np.exp(-0.5 * (share / np.float32(rng.uniform(0.1, 0.4))) ** 2)
    low_hz, high_hz = rng.uniform(150, 600), rng.uniform(900, 4_000)
    low = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (2 * np.log2(f / low_hz)) ** 4))
    high = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (2 * np.log2(f / high_hz)) ** 4))
    return swell * low + swell**3 * np.float32(rng.uniform(0.3, 1.5)) * high


def _creak(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Wood or a hinge: grains of stick and slip whose rate wanders, through a body."""
    rate_hz = rng.uniform(20, 90) * np.exp(0.5 * movement(rng, num_samples, 3.0))
    turns = np.cumsum(rate_hz, dtype=np.float64) / CATALOG_RATE_HZ
    slips = np.zeros(num_samples, np.float32)
    at = np.flatnonzero(np.diff(np.floor(turns)) > 0)
    slips[at] = rng.uniform(0.4, 1.0, len(at))
    body = ring(rng, 800, (300, 3_500), 0.02)
    swell = np.sqrt(np.abs(np.sin(np.pi * np.linspace(0, 1, num_samples, dtype=np.float32))))
    noise = 0.001 * rng.standard_normal(num_samples, dtype=np.float32)
    return np.convolve(slips, body)[:num_samples].astype(np.float32) * swell + noise


def _debris(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Many small pieces that come down, fewer and fewer."""
    count = 3 + int(rng.uniform(10, 60) * num_samples / CATALOG_RATE_HZ)
    pieces = [ring(rng, 1_200, (500, 7_000), 0.03) for _ in range(4)]
    sound = np.zeros(num_samples, np.float32)
    for _ in range(count):
        start = min(int(rng.exponential(num_samples / 4)), num_samples - 1)
        add_at(sound, start, pieces[int(rng.integers(4))] * np.float32(rng.exponential(0.5)))
    return sound


def _steps(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Somebody walks: like blows of heel and sole in an even time."""
    interval = rng.uniform(0.28, 0.75) * CATALOG_RATE_HZ
    cutoff_hz, length = rng.uniform(300, 4_000), round(0.2 * CATALOG_RATE_HZ)
    heel = shaped_noise(rng, length, lambda f: 1 / (1 + (f / cutoff_hz) ** 2))
    heel = heel * decay(length, rng.uniform(0.005, 0.03)) + 0.3 * ring(rng, length, (80, 900), 0.03)
    sole = shaped_noise(rng, length, lambda f: 1 / (1 + (1_500 / f) ** 2))
    sole = sole * decay(length, rng.uniform(0.01, 0.05)) * np.float32(rng.uniform(0.1, 0.6))
    sound, at = np.zeros(num_samples, np.float32), 0.0
    while at < num_samples:
        strength = np.float32(rng.uniform(0.5, 1.0))
        add_at(sound, int(at), heel * strength)
        add_at(sound, int(at + 0.15 * interval), sole * strength)
        at += interval * rng.uniform(0.92, 1.08)
    return sound


def _glass(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A pane: a burst, then high splinters."""
    sound = shaped_noise(rng, num_samples, lambda f: 1 / (1 + (2_000 / f) ** 2))
    sound = sound * decay(num_samples, rng.uniform(0.02, 0.08))
    for _ in range(int(rng.integers(6, 20))):
        start = min(int(rng.exponential(0.25) * CATALOG_RATE_HZ), num_samples - 1)
        splinter = ring(rng, 2_400, (2_500, 7_800), 0.06)
        add_at(sound, start, splinter * np.float32(rng.uniform(0.1, 0.6)))
    return sound


def _alarm(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Beeps, or a siren that rises and falls; no melody."""
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    base_hz, rate_hz = rng.uniform(500, 3_000), rng.uniform(1, 8)
    if rng.random() < 0.5:
        swing = np.sin(2 * np.pi * np.float32(rate_hz / 4) * times)
        tone = np.sin(phase((base_hz * (1 + 0.3 * swing)).astype(np.float32)))
    else:
        is_on = (times * np.float32(rate_hz)) % 1 < rng.uniform(0.2, 0.7)
        tone = np.sin(2 * np.pi * np.float32(base_hz) * times) * is_on
    return np.asarray(np.tanh(tone * np.float32(rng.uniform(0.5, 4))), np.float32)


IMPACT_MAKERS: dict[str, Maker] = {
    "bang": _bang,
    "clatter": _clatter,
    "thud": _thud,
    "whoosh": _whoosh,
    "creak": _creak,
    "debris": _debris,
    "steps": _steps,
    "glass": _glass,
    "alarm": _alarm,
}
