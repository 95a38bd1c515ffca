"""A formant synthesiser: pulses of the vocal folds and noise, shaped by a moving mouth."""

from dataclasses import dataclass

import numpy as np
from phones import Spoken, phrases
from synthesis import Sound, band_noise, place, room, smoothed, stereo_track
from timeline import NUM_SAMPLES, PHRASE_STARTS_S, RATE_HZ

_HOP = 120
_WINDOW = 960
_SIZE = 4096
_PITCH_HZ = 118.0
# the higher resonances hardly move, and make the voice a grown man's
_FIXED_FORMANTS_HZ = (3500.0, 4500.0)
_BANDWIDTHS_HZ = (70.0, 95.0, 140.0, 220.0, 300.0)


@dataclass(frozen=True)
class Performance:
    """The voice and how the mouth moved.

    Attributes:
        sound: (2, sample).
        opening: mouth opening, 0 to 1, one value each 2.5 ms over the movie.
        rounding: lip rounding, as the opening.
    """

    sound: Sound
    opening: Sound
    rounding: Sound


def perform(rng: np.random.Generator) -> Performance:
    """Say both phrases at their times."""
    num_points = NUM_SAMPLES // _HOP
    dry, opening, rounding = stereo_track(), np.zeros(num_points), np.zeros(num_points)
    for start_s, phrase in zip(PHRASE_STARTS_S, phrases(), strict=True):
        tracks = _tracks(phrase)
        place(dry, _said(tracks, rng), start_s, 1.0)
        first = round(start_s * RATE_HZ / _HOP)
        last = first + len(tracks["opening"])
        opening[first:last] = smoothed(tracks["opening"], 34)
        rounding[first:last] = smoothed(tracks["rounding"], 50)
    dry *= 0.5 / np.max(np.abs(dry))
    return Performance(room(dry, rng, 0.35, 0.10), opening, rounding)


def _tracks(phrase: list[Spoken]) -> dict[str, Sound]:
    """The phrase's parameters, one value a hop, before the mouth's inertia."""
    lengths = [round(s.phone.duration_s * s.stress * RATE_HZ / _HOP) for s in phrase]
    # a silent edge lets the filters ring out
    edge = 24

    def spread(values: list[float], rest: float | None = None) -> Sound:
        ends = (values[0], values[-1]) if rest is None else (rest, rest)
        return np.pad(np.repeat(values, lengths), edge, constant_values=(ends,)).astype(float)

    phones = [s.phone for s in phrase]
    tracks = {f"formant_{k}": spread([p.formants_hz[k] for p in phones]) for k in range(3)}
    for name in ("voice", "breath", "hiss", "opening", "rounding"):
        tracks[name] = spread([getattr(p, name) for p in phones], 0.0)
    tracks["hiss_low"] = spread([p.hiss_hz[0] for p in phones])
    tracks["hiss_high"] = spread([p.hiss_hz[1] for p in phones])
    tracks["stress"] = spread([s.stress for s in phrase])
    return tracks


def _said(tracks: dict[str, Sound], rng: np.random.Generator) -> Sound:
    """One phrase as sound; (sample,)."""
    formants = [smoothed(tracks[f"formant_{k}"], 22) for k in range(3)]
    num = len(formants[0]) * _HOP
    pulses = _glottal(_pitch(tracks["stress"]), rng) * _held(smoothed(tracks["voice"], 10))
    breath = rng.standard_normal(num) * 0.25 * _held(smoothed(tracks["breath"], 8))
    mouth = _filtered(pulses + breath, _mouth_response(formants))
    mouth /= np.max(np.abs(mouth)) + 1e-12
    hiss = rng.standard_normal(num) * _held(smoothed(tracks["hiss"], 6))
    teeth = _filtered(hiss, _hiss_response(tracks["hiss_low"], tracks["hiss_high"]))
    return mouth + 0.55 * teeth


def _pitch(stress: Sound) -> Sound:
    """Fundamental in Hz, one value a sample: falls over the phrase, rises with stress."""
    fall = np.linspace(1.12, 0.84, len(stress))
    accent = 1 + 0.28 * (smoothed(stress, 60) - 1)
    return _held(_PITCH_HZ * fall * accent)


def _glottal(pitch_hz: Sound, rng: np.random.Generator) -> Sound:
    """Flow through the vocal folds, differentiated; (sample,)."""
    tremble = 1 + 0.012 * band_noise(rng, len(pitch_hz), 2, 25)
    phase = np.cumsum(pitch_hz * tremble) / RATE_HZ % 1.0
    rising = 0.5 - 0.5 * np.cos(np.pi * phase / 0.42)
    falling = np.cos(np.pi / 2 * (phase - 0.42) / 0.18)
    flow = np.where(phase < 0.42, rising, np.where(phase < 0.6, falling, 0.0))
    shimmer = 1 + 0.05 * band_noise(rng, len(pitch_hz), 2, 40)
    return np.diff(flow, prepend=0.0) * 12 * shimmer


def _mouth_response(formants_hz: list[Sound]) -> np.ndarray:
    """Complex gain of the resonances in cascade; (point, bin)."""
    frequency = np.fft.rfftfreq(_SIZE, 1 / RATE_HZ)[None, :]
    fixed = [np.full_like(formants_hz[0], hz) for hz in _FIXED_FORMANTS_HZ]
    gain = np.ones((len(formants_hz[0]), frequency.shape[1]), dtype=complex)
    for centre, width in zip([*formants_hz, *fixed], _BANDWIDTHS_HZ, strict=True):
        squared = centre[:, None] ** 2
        gain *= squared / (squared - frequency**2 + 1j * frequency * width)
    # the cascade falls too steeply above its last formant
    return gain * (1 + (frequency / 3200) ** 2) ** 0.75


def _hiss_response(low_hz: Sound, high_hz: Sound) -> np.ndarray:
    """Gain of the narrow passage at the teeth; (point, bin)."""
    frequency = np.fft.rfftfreq(_SIZE, 1 / RATE_HZ)[None, :] + 1e-9
    rise = 1 + (low_hz[:, None] / frequency) ** 6
    return 1 / np.sqrt(rise * (1 + (frequency / high_hz[:, None]) ** 6))


def _filtered(sound: Sound, response: np.ndarray) -> Sound:
    """Filter a sound by a response that changes each hop; (sample,) to (sample,)."""
    window = np.hanning(_WINDOW + 1)[:-1] * 2 * _HOP / _WINDOW
    half = _WINDOW // 2
    padded = np.pad(sound, (half, _SIZE))
    out = np.zeros(len(padded) + _SIZE)
    for point, gain in enumerate(response):
        start = point * _HOP
        spectrum = np.fft.rfft(padded[start : start + _WINDOW] * window, _SIZE)
        out[start : start + _SIZE] += np.fft.irfft(spectrum * gain, _SIZE)
    return out[half : half + len(sound)]


def _held(track: Sound) -> Sound:
    """A track of hops as a track of samples, linear between."""
    points = np.arange(len(track) * _HOP) / _HOP
    return np.interp(points, np.arange(len(track)), track)
