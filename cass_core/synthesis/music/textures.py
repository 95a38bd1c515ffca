"""Music that is sound more than notes: drones, pulses, risers and stings, made from nothing."""

from collections.abc import Callable

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.synthesis.music.fluidsynth import MUSIC_RATE_HZ

_Maker = Callable[[np.random.Generator, int], FloatArray]

_SCALE = (0, 2, 3, 5, 7, 8, 10)  # a minor scale
_BLOCK = 480  # samples between two points of a slow curve


def make_texture(kind: str, seconds: float, rng: np.random.Generator) -> FloatArray:
    """One texture with its reverberation.

    Args:
        kind: one of `TEXTURES`.
        seconds: length.
        rng: where all chance comes from.

    Returns:
        (channel, sample) in stereo at `MUSIC_RATE_HZ`, its peak at -3 dBFS.
    """
    num_samples = round(seconds * MUSIC_RATE_HZ)
    # both sides are the same music, played twice
    seed = int(rng.integers(2**31))
    sides = [TEXTURES[kind](np.random.default_rng(seed), num_samples) for _ in range(2)]
    decay_s, wet = float(rng.uniform(0.8, 4.0)), db_to_amplitude(float(rng.uniform(-12, 0)))
    sound = np.stack([side + wet * _reverberated(side, decay_s, rng) for side in sides])
    return np.asarray(sound * (0.7 / max(float(np.abs(sound).max()), 1e-9)), np.float32)


def _drone(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A low chord whose partials come and go."""
    root_hz = 440 * 2 ** ((int(rng.integers(24, 44)) - 69) / 12)
    steps = [0, 7, 12] if rng.random() < 0.5 else [0, 3, 7, 14]
    bright = rng.uniform(0.4, 1.4)
    sound = np.zeros(num_samples, np.float32)
    for step in steps:
        hz = root_hz * 2 ** (step / 12)
        for partial in range(1, int(rng.integers(6, 18))):
            if partial * hz < 8_000:
                detune = 1 + rng.normal(0, 0.002)
                level = _curve(rng, num_samples, 0.15) * partial**-bright
                sound += level * _tone(partial * hz * detune, num_samples, rng)
    breath = _noise(rng, num_samples, root_hz, 8 * root_hz) * _curve(rng, num_samples, 0.2)
    return sound + float(rng.uniform(0, 0.6)) * breath * _rms(sound)


def _pulse(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A figure of short low notes that goes on and on, as under a chase."""
    beat = round(MUSIC_RATE_HZ * 60 / rng.uniform(80, 150) / rng.choice((1, 2, 4)))
    root = int(rng.integers(28, 46))
    figure = [root + int(rng.choice((0, 0, 12, 7, 3))) for _ in range(int(rng.integers(3, 9)))]
    decay_s, num_partials = float(rng.uniform(0.06, 0.4)), int(rng.integers(3, 14))
    length = round(5 * decay_s * MUSIC_RATE_HZ)
    played = {
        pitch: _plucked(rng, pitch, length, decay_s, num_partials) for pitch in sorted(set(figure))
    }
    click = float(rng.uniform(0, 0.5)) * _noise(rng, length, 1_000, 6_000) * _decay(length, 0.01)
    sound = np.zeros(num_samples, np.float32)
    for number, start in enumerate(range(0, num_samples, beat)):
        accent = 1.0 if number % 4 == 0 else float(rng.uniform(0.5, 0.9))
        note = played[figure[number % len(figure)]] + click
        sound[start : start + length] += accent * note[: num_samples - start]
    return sound * _curve(rng, num_samples, 0.1)


def _plucked(
    rng: np.random.Generator, pitch: int, length: int, decay_s: float, num_partials: int
) -> FloatArray:
    hz = 440 * 2 ** ((pitch - 69) / 12)
    partials = (_tone(p * hz, length, rng) / p for p in range(1, num_partials))
    return np.asarray(sum(partials) * _decay(length, decay_s), np.float32)


def _riser(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """Pitch, noise and loudness that climb until they break off or hit."""
    peak = int(num_samples * rng.uniform(0.7, 0.95))
    climb = np.linspace(0, 1, peak, dtype=np.float32)
    low_hz, octaves = float(rng.uniform(60, 300)), float(rng.uniform(0.5, 3))
    sound = np.zeros(num_samples, np.float32)
    for _ in range(int(rng.integers(3, 9))):
        hz = low_hz * rng.uniform(0.97, 1.03) * rng.choice((1, 2, 3)) * 2 ** (octaves * climb)
        sound[:peak] += np.sin(2 * np.pi * np.cumsum(hz, dtype=np.float64) / MUSIC_RATE_HZ)
    hiss = _noise(rng, peak, 400, 9_000) * float(rng.uniform(0, 1.5)) * climb
    sound[:peak] = (sound[:peak] + hiss * _rms(sound[:peak])) * climb ** float(rng.uniform(1, 3))
    if rng.random() < 0.5:
        sound[peak:] += 2 * float(np.abs(sound).max()) * _hit(rng, num_samples - peak)
    return sound


def _sting(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A hit with a cluster or a chord on it, and sometimes another one."""
    sound = np.zeros(num_samples, np.float32)
    for start in sorted(rng.uniform(0, 0.8, int(rng.integers(1, 4))) * num_samples):
        rest = num_samples - int(start)
        root = int(rng.integers(36, 60))
        steps = rng.choice(_SCALE, 4, replace=False) if rng.random() < 0.5 else (0, 1, 2, 6)
        chord = np.zeros(rest, np.float32)
        for step in steps:
            hz = 440 * 2 ** ((root + int(step) - 69) / 12)
            for partial in range(1, 10):
                chord += _tone(partial * hz, rest, rng) / partial
        chord *= _decay(rest, float(rng.uniform(0.4, 2.5))) / 8
        sound[int(start) :] += chord + float(rng.uniform(0.3, 1)) * _hit(rng, rest)
    return sound


def _hit(rng: np.random.Generator, num_samples: int) -> FloatArray:
    """A great drum."""
    times = np.arange(num_samples, dtype=np.float32) / MUSIC_RATE_HZ
    hz = float(rng.uniform(35, 70)) * (1 + 1.5 * np.exp(-times / 0.03))
    boom = np.sin(2 * np.pi * np.cumsum(hz, dtype=np.float64) / MUSIC_RATE_HZ).astype(np.float32)
    boom *= _decay(num_samples, float(rng.uniform(0.3, 1.2)))
    return boom + 0.5 * _noise(rng, num_samples, 100, 2_000) * _decay(num_samples, 0.06)


def _tone(hz: float, num_samples: int, rng: np.random.Generator) -> FloatArray:
    times = np.arange(num_samples, dtype=np.float64) / MUSIC_RATE_HZ
    return np.sin(2 * np.pi * (hz * times + rng.random())).astype(np.float32)


def _curve(rng: np.random.Generator, num_samples: int, rate_hz: float) -> FloatArray:
    """A slow curve between 0 and 1."""
    count = max(2, round(num_samples / MUSIC_RATE_HZ * rate_hz) + 2)
    coarse = np.linspace(0, count - 1, max(2, num_samples // _BLOCK))
    points = np.interp(coarse, np.arange(count), rng.uniform(0.1, 1, count))
    places = np.linspace(0, len(points) - 1, num_samples)
    return np.interp(places, np.arange(len(points)), points).astype(np.float32)


def _noise(rng: np.random.Generator, num_samples: int, low_hz: float, high_hz: float) -> FloatArray:
    """Noise of unit power between two frequencies."""
    spectrum = torch.fft.rfft(
        torch.from_numpy(rng.standard_normal(max(num_samples, 2), dtype=np.float32))
    )
    frequencies = torch.linspace(0, MUSIC_RATE_HZ / 2, len(spectrum))
    spectrum *= ((frequencies > low_hz) & (frequencies < high_hz)).float()
    noise = torch.fft.irfft(spectrum, max(num_samples, 2))[:num_samples].numpy()
    return np.asarray(noise / max(_rms(noise), 1e-9), np.float32)


def _reverberated(sound: FloatArray, decay_s: float, rng: np.random.Generator) -> FloatArray:
    """Only what the room adds, cut at the sound's end."""
    length = round(decay_s * MUSIC_RATE_HZ)
    response = _noise(rng, length, 80, 6_000) * _decay(length, decay_s / 6.9)
    response /= np.float32(np.sqrt(np.sum(response**2)) + 1e-9)
    size = 1 << (len(sound) + length).bit_length()
    product = torch.fft.rfft(torch.from_numpy(sound), size)
    product *= torch.fft.rfft(torch.from_numpy(response), size)
    return torch.fft.irfft(product, size)[: len(sound)].numpy()


def _decay(num_samples: int, time_s: float) -> FloatArray:
    times = np.arange(num_samples, dtype=np.float32) / MUSIC_RATE_HZ
    return np.exp(times * np.float32(-1 / time_s))


def _rms(sound: FloatArray) -> float:
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64)))) if len(sound) else 0.0


TEXTURES: dict[str, _Maker] = {"drone": _drone, "pulse": _pulse, "riser": _riser, "sting": _sting}
