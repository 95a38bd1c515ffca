"""The few tools of sound that the demo's voice, music and effects are built from."""

import numpy as np
from numpy.typing import NDArray
from timeline import NUM_SAMPLES, RATE_HZ

Sound = NDArray[np.float64]


def seconds(duration_s: float) -> Sound:
    """Times of the samples of a sound; (sample,)."""
    return np.arange(round(duration_s * RATE_HZ)) / RATE_HZ


def band_noise(rng: np.random.Generator, num: int, low_hz: float, high_hz: float) -> Sound:
    """Noise between two frequencies with soft edges, at an RMS of 1; (sample,)."""
    spectrum = np.fft.rfft(rng.standard_normal(num))
    frequency = np.fft.rfftfreq(num, 1 / RATE_HZ) + 1e-9
    shape = 1 / np.sqrt((1 + (low_hz / frequency) ** 4) * (1 + (frequency / high_hz) ** 4))
    noise = np.fft.irfft(spectrum * shape, num)
    return noise / (np.sqrt(np.mean(noise**2)) + 1e-12)


def smoothed(track: Sound, width: int) -> Sound:
    """A track drawn through a Hann window of that many points; (point,)."""
    window = np.hanning(width + 2)[1:-1]
    padded = np.pad(track, (width // 2, width - 1 - width // 2), mode="edge")
    return np.convolve(padded, window / window.sum(), mode="valid")


def stereo_track() -> Sound:
    """Silence of the movie's length; (2, sample)."""
    return np.zeros((2, NUM_SAMPLES))


def place(track: Sound, sound: Sound, start_s: float, gain: float, pan: float = 0.0) -> None:
    """Add a mono sound to a stereo track; what passes the end is dropped.

    Args:
        track: (2, sample), changed in place.
        sound: (sample,).
        start_s: when it begins.
        gain: amplitude.
        pan: -1 is left, 1 is right, constant power between.
    """
    start = round(start_s * RATE_HZ)
    length = min(len(sound), track.shape[1] - start)
    angle = (pan + 1) * np.pi / 4
    sides = np.array([[np.cos(angle)], [np.sin(angle)]])
    track[:, start : start + length] += gain * np.sqrt(2) * sides * sound[:length]


def room(track: Sound, rng: np.random.Generator, decay_s: float, level: float) -> Sound:
    """A stereo track with the sound of a room added; (2, sample) to (2, sample)."""
    times = seconds(decay_s * 1.5)
    size = track.shape[1] + len(times)
    wet = np.zeros_like(track)
    for side in range(2):
        tail = band_noise(rng, len(times), 150, 5000) * 10 ** (-3 * times / decay_s)
        tail[: round(0.008 * RATE_HZ)] = 0
        tail /= np.sqrt(np.sum(tail**2))
        product = np.fft.rfft(track[side], size) * np.fft.rfft(tail, size)
        wet[side] = np.fft.irfft(product, size)[: track.shape[1]]
    return track + level * wet
