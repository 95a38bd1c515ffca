"""Effects on rendered sound, one function each; none changes the array that it was given."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import soxr
import torch

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.sounds.film_effects import Room, Tone

_EDGE_OCTAVES = 0.25  # half the width of a band edge
_TILT_CENTRE_HZ = 1_000.0
_LEAST_HZ = 20.0
_NUM_TAPS = 2_048  # of a filter
_LEAST_BLOCK = 4_096

Bells = Sequence[tuple[float, float, float]]


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
    response = room_response(room, rng)
    delay = round(room.delay_s * CATALOG_RATE_HZ)
    wet = convolved(samples, response)[: max(0, len(samples) - delay)]
    mixed = samples.copy()
    mixed[delay:] += wet * np.float32(db_to_amplitude(room.wet_db))
    return mixed


def room_response(room: Room, rng: np.random.Generator) -> FloatArray:
    """What a room makes of an impulse, without the impulse: (sample,) of unit energy."""
    length = max(2, round(room.decay_s * CATALOG_RATE_HZ))
    decay = np.exp(np.linspace(0, -6.9, length, dtype=np.float32))  # 60 dB
    noise = rng.standard_normal(length, dtype=np.float32)
    dull = np.concatenate([noise[:1], 0.5 * (noise[1:] + noise[:-1])])
    response = (noise * decay + dull * (1 - decay)) * decay
    return np.asarray(response / np.sqrt(np.sum(response**2)), np.float32)


def convolved(samples: FloatArray, response: FloatArray) -> FloatArray:
    """Filter with an impulse response.

    Args:
        samples: (..., sample).
        response: (sample,).

    Returns:
        (..., sample), at least as long as both together.
    """
    # blocks of one size are several times faster than one long transform of an odd size
    block = max(_LEAST_BLOCK, 1 << (len(response) - 1).bit_length())
    count = -(-samples.shape[-1] // block)
    blocks = torch.zeros(*samples.shape[:-1], count * block)
    blocks[..., : samples.shape[-1]] = torch.from_numpy(np.ascontiguousarray(samples))
    spectra = torch.fft.rfft(blocks.unflatten(-1, (count, block)), 2 * block)
    spectra *= torch.fft.rfft(torch.from_numpy(response), 2 * block)
    parts = torch.fft.irfft(spectra, 2 * block)
    summed = torch.zeros(*samples.shape[:-1], count + 1, block)
    summed[..., :-1, :] = parts[..., :block]
    summed[..., 1:, :] += parts[..., block:]
    return np.asarray(summed.flatten(-2).numpy())


def colour(stems: FloatArray, tone: Tone) -> FloatArray:
    """Filter (stem, sample) with the same zero-phase response for each stem."""
    return filtered(stems, band_gain(tone.low_hz, tone.high_hz, tilt_db=tone.tilt_db))


def filtered(samples: FloatArray, gain: FloatArray) -> FloatArray:
    """Filter the last axis without a shift in time.

    Args:
        samples: (..., sample).
        gain: a response from `band_gain`.

    Returns:
        As long as the samples.
    """
    taps = np.roll(np.fft.irfft(gain, _NUM_TAPS), _NUM_TAPS // 2) * np.hanning(_NUM_TAPS + 1)[:-1]
    delayed = convolved(samples, taps.astype(np.float32))
    first = _NUM_TAPS // 2
    return np.asarray(delayed[..., first : first + samples.shape[-1]])


def band_gain(
    low_hz: float, high_hz: float, *, tilt_db: float = 0.0, bells: Bells = ()
) -> FloatArray:
    """A frequency response for `filtered`.

    Args:
        low_hz: sound below it is lost.
        high_hz: sound above it is lost.
        tilt_db: an octave, around 1 kHz.
        bells: (Hz, dB, octaves) of rises and dips.

    Returns:
        Gains from 0 Hz to half the rate, evenly spaced.
    """
    frequencies = np.fft.rfftfreq(_NUM_TAPS, 1 / CATALOG_RATE_HZ)
    octaves = np.log2(np.maximum(frequencies, _LEAST_HZ) / _TILT_CENTRE_HZ)
    level_db = tilt_db * octaves
    for centre_hz, bell_db, width in bells:
        distance = (octaves - np.log2(centre_hz / _TILT_CENTRE_HZ)) / width
        level_db = level_db + bell_db * np.exp(-0.5 * distance**2)
    gain = db_to_amplitude(level_db)
    if high_hz < CATALOG_RATE_HZ / 2:
        gain *= _edge(np.log2(high_hz / _TILT_CENTRE_HZ) - octaves)
    if low_hz > 0:
        gain *= _edge(octaves - np.log2(low_hz / _TILT_CENTRE_HZ))
    return np.asarray(gain, np.float32)


def _edge(octaves_inside: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    inside = np.clip(octaves_inside / _EDGE_OCTAVES, -1, 1)
    return 0.5 + 0.5 * np.sin(0.5 * np.pi * inside)
