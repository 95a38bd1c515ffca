"""Effects on rendered sound, one function each; none changes the array that it was given."""

import numpy as np
import soxr

from cass_core.clips import FloatArray
from cass_core.synthesis.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.scene_recipe import Room, Tone

_EDGE_OCTAVES = 0.25  # half the width of a band edge
_TILT_CENTRE_HZ = 1_000.0


def change_speed(samples: FloatArray, speed: float) -> FloatArray:
    """Play (sample,) faster and higher, or slower and lower."""
    if speed == 1.0 or len(samples) == 0:
        return samples
    played = soxr.resample(samples, CATALOG_RATE_HZ * speed, CATALOG_RATE_HZ, quality="LQ")
    return np.asarray(played, np.float32)


def reverberate(samples: FloatArray, room: Room, rng: np.random.Generator) -> FloatArray:
    """Add a room to (sample,): exponentially decaying noise, duller as it decays.

    Args:
        samples: the dry sound.
        room: decay, level and delay.
        rng: of the room's noise.

    Returns:
        (sample,), dry and wet together, cut at the scene's end.
    """
    length = round(room.decay_s * CATALOG_RATE_HZ)
    decay = np.exp(np.linspace(0, -6.9, length, dtype=np.float32))  # 60 dB
    noise = rng.standard_normal(length, dtype=np.float32)
    dull = np.concatenate([noise[:1], 0.5 * (noise[1:] + noise[:-1])])
    response = (noise * decay + dull * (1 - decay)) * decay
    response *= np.float32(10 ** (room.wet_db / 20) / np.sqrt(np.sum(response**2)))
    size = fast_size(len(samples) + length)
    wet = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(response, size), size)
    delay = round(room.delay_s * CATALOG_RATE_HZ)
    mixed = samples.copy()
    mixed[delay:] += wet[: len(samples) - delay].astype(np.float32)
    return mixed


def colour(stems: FloatArray, tone: Tone) -> FloatArray:
    """Filter (stem, sample) with the same zero-phase response for each stem."""
    size = fast_size(stems.shape[1])
    spectra = np.fft.rfft(stems, size) * _tone_gain(tone, size)
    filtered = np.fft.irfft(spectra, size)[:, : stems.shape[1]]
    return np.asarray(filtered, np.float32)


def fast_size(num_samples: int) -> int:
    """A length at which the Fourier transform is fast."""
    return -(-num_samples // 4096) * 4096


def _tone_gain(tone: Tone, size: int) -> FloatArray:
    frequencies = np.maximum(np.fft.rfftfreq(size, 1 / CATALOG_RATE_HZ), 20.0)
    octaves = np.log2(frequencies / _TILT_CENTRE_HZ)
    gain = 10 ** (tone.tilt_db * octaves / 20)
    if tone.high_hz < CATALOG_RATE_HZ / 2:
        gain *= _edge(np.log2(tone.high_hz / _TILT_CENTRE_HZ) - octaves)
    if tone.low_hz > 0:
        gain *= _edge(octaves - np.log2(tone.low_hz / _TILT_CENTRE_HZ))
    return np.asarray(gain, np.float32)


def _edge(octaves_inside: FloatArray) -> FloatArray:
    inside = np.clip(octaves_inside / _EDGE_OCTAVES, -1, 1)
    return np.asarray(0.5 + 0.5 * np.sin(0.5 * np.pi * inside), np.float32)
