"""The sound of a drawn film scene, layer by layer, in its own channel layout."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import soxr

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.dsp.loudness import SILENCE_LUFS, integrated_loudness
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.film_sets.recipe import LAYERS, FilmSource
from cass_core.synthesis.film_sets.scene_drawing import LAYOUTS, FilmScene, PlacedSound
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ, film_sound
from cass_core.synthesis.sounds.film_effects import Ducking
from cass_core.synthesis.sounds.mixture_effects import ducking_gain

_PEAK, _SOUND_PEAK = db_to_amplitude(-1.0), db_to_amplitude(-4.0)
_MOST_GAIN_DB = 45.0
_FADE = 480
_WIDE = ("walla", "atmosphere")
_FRONT, _CENTRE, _LFE, _BACK = (0, 1), 2, 3, (4, 5)
_LFE_HZ, _LFE_GAIN, _BACK_GAIN = 100.0, 0.5, 0.5
_MUSIC_DELAY = 960  # samples by which music comes later from behind
_FOLLOW_S = (0.15, 0.8)

Find = Callable[[FilmSource], Path]


def render_layers(scene: FilmScene, find: Find) -> dict[str, FloatArray]:
    """Render a scene.

    Args:
        scene: what is heard.
        find: from a source to its file.

    Returns:
        Of each layer that is heard (channel, sample) at `FILM_RATE_HZ`; their sum is the mixture,
        which does not pass -1 dBFS.
    """
    num_samples = round(scene.seconds * FILM_RATE_HZ)
    layers: dict[str, FloatArray] = {}
    for sound in scene.sounds:
        shape = (LAYOUTS[scene.layout], num_samples)
        layer = layers.setdefault(sound.source.layer, np.zeros(shape, np.float32))
        _add(layer, sound, scene.layout, find(sound.source))
    if scene.ducking_db and "music" in layers and "speech" in layers:
        layers["music"] *= _ducked(layers["speech"], scene.ducking_db)
    peak = float(np.abs(np.sum(list(layers.values()), axis=0)).max(initial=0.0)) if layers else 0.0
    own = max((float(np.abs(layer).max()) for layer in layers.values()), default=0.0)
    gain = np.float32(min(1.0, _PEAK / max(peak, own, 1e-9)))
    return {name: layers[name] * gain for name in LAYERS if name in layers}


def _add(layer: FloatArray, sound: PlacedSound, layout: str, path: Path) -> None:
    stretch = _stretch(sound, film_sound(path))
    start = round(sound.start_s * FILM_RATE_HZ)
    placed = _spread(stretch, sound, layout)
    room = min(placed.shape[1], layer.shape[1] - start)
    layer[:, start : start + room] += placed[:, :room]


def _stretch(sound: PlacedSound, recording: FloatArray) -> FloatArray:
    """(2, sample) of the recording at the sound's level; a wide sound has two places of it."""
    sides = _cut(recording, sound)
    if len(sides) == 1:
        other = sides
        if sound.source.layer in _WIDE:
            away_s = (sound.first_s + sound.source.seconds / 2) % max(
                sound.source.seconds - sound.length_s, 0.1
            )
            elsewhere = _cut(recording, replace(sound, first_s=away_s))
            other = elsewhere if elsewhere.shape == sides.shape else sides
        sides = np.concatenate([sides, other])
    loudness = integrated_loudness(sides.mean(axis=0), FILM_RATE_HZ)
    if loudness <= SILENCE_LUFS:
        return np.zeros_like(sides)
    gain = db_to_amplitude(min(sound.level_lufs - loudness, _MOST_GAIN_DB))
    # a shot is not so loud that all else must be made quiet for it
    sides = sides * np.float32(min(gain, _SOUND_PEAK / float(np.abs(sides).max())))
    fade = min(_FADE, sides.shape[1] // 2)
    ramp = np.linspace(0, 1, fade, dtype=np.float32)
    if sound.first_s > 0 or sound.source.layer in _WIDE:
        sides[:, :fade] *= ramp
    sides[:, sides.shape[1] - fade :] *= ramp[::-1]
    return sides


def _cut(recording: FloatArray, sound: PlacedSound) -> FloatArray:
    first = round(sound.first_s * FILM_RATE_HZ)
    return recording[:, first : first + round(sound.length_s * FILM_RATE_HZ)].copy()


def _spread(sides: FloatArray, sound: PlacedSound, layout: str) -> FloatArray:
    """(channel, sample) of the layout."""
    layer = sound.source.layer
    if layout == "mono":
        return sides.mean(axis=0, keepdims=True)
    left, right = _panned(sides, sound.pan) if layer not in (*_WIDE, "music") else sides
    if layout == "stereo":
        return np.stack([left, right])
    channels = np.zeros((LAYOUTS[layout], sides.shape[1]), np.float32)
    if layer in ("speech", "voice"):
        channels[_CENTRE] = sides.mean(axis=0)
        return channels
    channels[list(_FRONT)] = left, right
    if layer in _WIDE:
        channels[list(_BACK)] = _BACK_GAIN * right, _BACK_GAIN * left
    elif layer == "music":
        channels[_BACK[0], _MUSIC_DELAY:] = _BACK_GAIN * left[:-_MUSIC_DELAY]
        channels[_BACK[1], _MUSIC_DELAY:] = _BACK_GAIN * right[:-_MUSIC_DELAY]
    else:
        channels[_LFE] = _LFE_GAIN * _low(left + right)
    return channels


def _panned(sides: FloatArray, pan: float) -> tuple[FloatArray, FloatArray]:
    """Equal power between left and right, equal level in the middle."""
    angle = (pan + 1) * np.pi / 4
    middle = sides.mean(axis=0)
    return (
        middle * np.float32(np.sqrt(2) * np.cos(angle)),
        middle * np.float32(np.sqrt(2) * np.sin(angle)),
    )


def _low(sound: FloatArray) -> FloatArray:
    spectrum = np.fft.rfft(sound)
    frequencies = np.fft.rfftfreq(len(sound), 1 / FILM_RATE_HZ)
    return np.fft.irfft(spectrum / (1 + (frequencies / _LFE_HZ) ** 4), len(sound)).astype(
        np.float32
    )


def _ducked(speech: FloatArray, depth_db: float) -> FloatArray:
    """Gain of the music, (sample,)."""
    mono = soxr.resample(speech.sum(axis=0), FILM_RATE_HZ, CATALOG_RATE_HZ, quality="QQ")
    gain = ducking_gain(mono.astype(np.float32), Ducking(depth_db, *_FOLLOW_S))
    at = np.arange(speech.shape[1]) * (CATALOG_RATE_HZ / FILM_RATE_HZ)
    return np.interp(at, np.arange(len(gain)), gain).astype(np.float32)
