"""Four bars in A minor: pad, bass, a plucked melody and soft drums."""

import numpy as np
from synthesis import Sound, band_noise, place, room, seconds, smoothed, stereo_track

_BEAT_S = 0.75
_CHORDS = ((57, 60, 64), (53, 57, 60), (48, 55, 64), (55, 59, 62))
"""MIDI numbers of Am, F, C and G; the lowest note is the bass's, an octave up."""
_MELODY = (
    (0.0, 76), (1.5, 74), (2.0, 72), (3.0, 71), (4.0, 72), (5.5, 69), (6.0, 65), (7.0, 67),
    (8.0, 67), (9.0, 72), (9.5, 74), (10.0, 76), (11.5, 79), (12.0, 74), (13.0, 71), (14.0, 74),
)  # fmt: skip
"""Beat and MIDI number of each note."""


def play(rng: np.random.Generator) -> Sound:
    """The music of the whole movie; (2, sample)."""
    track = stereo_track()
    for bar, chord in enumerate(_CHORDS):
        start_s = bar * 4 * _BEAT_S
        for voice, note in enumerate(chord):
            place(track, _pad(_hz(note), 4 * _BEAT_S + 0.8, rng), start_s, 0.035, 0.6 * (voice - 1))
        for beat, lift in ((0.0, 0), (1.5, 12), (2.0, 0), (3.0, 7)):
            place(track, _bass(_hz(chord[0] - 12 + lift)), start_s + beat * _BEAT_S, 0.10)
    for beat, note in _MELODY:
        place(track, _pluck(_hz(note)), beat * _BEAT_S, 0.075, 0.35 * np.sin(note))
    _drums(track, rng)
    return 0.65 * room(track, rng, 1.4, 0.22)


def _hz(note: float) -> float:
    return float(440.0 * 2 ** ((note - 69) / 12))


def _pad(pitch_hz: float, duration_s: float, rng: np.random.Generator) -> Sound:
    """A slow tone of detuned strings; (sample,)."""
    times = seconds(duration_s)
    tone = np.zeros_like(times)
    for detune in (0.997, 1.0, 1.0035):
        for harmonic in range(1, 9):
            phase = rng.uniform(0, 2 * np.pi)
            angle = 2 * np.pi * pitch_hz * detune * harmonic * times + phase
            tone += np.sin(angle) / harmonic**1.6
    fade = np.clip(times / 0.5, 0, 1) * np.clip((duration_s - times) / 0.8, 0, 1)
    return tone * fade**2


def _pluck(pitch_hz: float) -> Sound:
    """A plucked string: high harmonics die first, and are a little sharp; (sample,)."""
    times = seconds(1.6)
    tone = np.zeros_like(times)
    for harmonic in range(1, 13):
        sharp = np.sqrt(1 + 4e-4 * harmonic**2)
        strength = abs(np.sin(np.pi * harmonic * 0.21)) / harmonic
        decay = np.exp(-times * (2.2 + 0.9 * harmonic))
        tone += strength * decay * np.sin(2 * np.pi * pitch_hz * harmonic * sharp * times)
    return tone * np.clip(times / 0.003, 0, 1) * np.clip((1.6 - times) / 0.2, 0, 1)


def _bass(pitch_hz: float) -> Sound:
    times = seconds(0.7)
    tone = np.sin(2 * np.pi * pitch_hz * times) + 0.35 * np.sin(4 * np.pi * pitch_hz * times)
    return (
        tone * np.clip(times / 0.01, 0, 1) * np.exp(-3 * times) * np.clip((0.7 - times) / 0.1, 0, 1)
    )


def _drums(track: Sound, rng: np.random.Generator) -> None:
    """Kick, brushed snare and a shaker, low in the mix."""
    for beat in range(16):
        if beat % 4 in (0, 2):
            place(track, _kick(), beat * _BEAT_S, 0.20)
        if beat % 4 in (1, 3):
            brush = smoothed(band_noise(rng, 9600, 900, 5000), 3) * np.exp(-seconds(0.2) * 18)
            place(track, brush, beat * _BEAT_S, 0.028, 0.1)
        for eighth in (0.0, 0.5):
            shake = band_noise(rng, 3840, 6000, 11000) * np.hanning(3840) ** 2
            place(track, shake, (beat + eighth) * _BEAT_S, 0.010 + 0.006 * (eighth > 0), -0.4)


def _kick() -> Sound:
    times = seconds(0.3)
    sweep_hz = 48 + 70 * np.exp(-times * 40)
    tone = np.sin(2 * np.pi * np.cumsum(sweep_hz) / 48_000) * np.exp(-times * 12)
    return tone * np.clip((0.3 - times) / 0.05, 0, 1)
