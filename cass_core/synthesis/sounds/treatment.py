"""What happens to one clip before it is mixed: grains, drift, colour, overdrive, shape."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.sounds.augment import band_gain, filtered
from cass_core.synthesis.sounds.film_effects import Treatment

_FALL_60_DB = 6.9  # natural logarithm of a factor of 1000


def treat(sound: FloatArray, treatment: Treatment) -> FloatArray:
    """Everything of a treatment but its grains and its room; the length stays.

    Args:
        sound: (sample,) at `CATALOG_RATE_HZ`.
        treatment: what to do.

    Returns:
        (sample,); the array that was given is left alone.
    """
    if len(sound) < 2:
        return sound
    if treatment.drift:
        sound = drifted(sound, treatment.drift)
    if treatment.reversed:
        sound = np.ascontiguousarray(sound[::-1])
    if treatment.low_hz > 0 or treatment.high_hz < CATALOG_RATE_HZ / 2 or treatment.bells:
        gain = band_gain(treatment.low_hz, treatment.high_hz, bells=treatment.bells)
        sound = filtered(sound, gain)
    if treatment.drive_db > 0:
        sound = overdriven(sound, treatment.drive_db)
    if treatment.attack_s > 0 or treatment.decay_s > 0:
        sound = sound * _envelope(len(sound), treatment.attack_s, treatment.decay_s)
    return np.array(sound, np.float32)


def shuffled(sound: FloatArray, grain_s: float, num_samples: int, seed: int) -> FloatArray:
    """A texture of any length from short pieces of a sound in random order.

    Args:
        sound: (sample,) that the pieces are taken from.
        grain_s: length of a piece.
        num_samples: length of the texture.
        seed: of the order.

    Returns:
        (sample,), with about the power of the sound; a sound of one sample stays as it is.
    """
    if len(sound) < 2:
        return sound
    half = max(1, min(round(grain_s * CATALOG_RATE_HZ), len(sound)) // 2)
    count = -(-num_samples // half) + 1
    rng = np.random.default_rng(seed)
    starts = rng.integers(max(1, len(sound) - 2 * half + 1), size=count)
    window = np.sin(np.pi * (np.arange(2 * half, dtype=np.float32) + 0.5) / (2 * half))
    pieces = np.lib.stride_tricks.sliding_window_view(sound, 2 * half)[starts] * window
    # unlike pieces add up in power, so the window is the root of one that sums to 1
    texture = (pieces[1:, :half] + pieces[:-1, half:]).ravel()
    return np.asarray(texture[:num_samples], np.float32)


def drifted(sound: FloatArray, drift: float) -> FloatArray:
    """Speed and pitch that glide from 1 - drift to 1 + drift; the length stays."""
    share = np.linspace(0, 1, len(sound))
    at = (len(sound) - 1) * (share + drift * (share**2 - share))
    return np.interp(at, np.arange(len(sound)), sound).astype(np.float32)


def overdriven(sound: FloatArray, drive_db: float) -> FloatArray:
    """Clip softly what passes a ceiling `drive_db` below the peak, and keep the power."""
    peak = float(np.abs(sound).max())
    if peak == 0:
        return sound
    clipped = np.tanh(sound * np.float32(db_to_amplitude(drive_db) / peak))
    return clipped * np.float32(np.linalg.norm(sound) / np.linalg.norm(clipped))


def _envelope(num_samples: int, attack_s: float, decay_s: float) -> FloatArray:
    times = np.arange(num_samples, dtype=np.float32) / CATALOG_RATE_HZ
    rising = np.minimum(times / attack_s, 1.0) if attack_s > 0 else np.ones_like(times)
    falling = np.exp(times * (-_FALL_60_DB / decay_s)) if decay_s > 0 else 1.0
    return np.asarray(rising * falling, np.float32)
