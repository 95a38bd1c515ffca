"""The sound of one event of a recipe, and of a crowd of voices."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, NoiseEvent, Walla
from cass_core.synthesis.sounds.augment import (
    band_gain,
    change_speed,
    convolved,
    filtered,
    reverberate,
    room_response,
)
from cass_core.synthesis.sounds.procedural import make_noise
from cass_core.synthesis.sounds.treatment import shuffled, treat

_FADE_SAMPLES = 160
_LOOP_FADE_SAMPLES = 1_600
_GRAIN_SOURCE_SAMPLES = 6 * CATALOG_RATE_HZ


def clip_sound(event: ClipEvent, pool: ClipPool) -> FloatArray:
    """A clip as the event has it.

    Args:
        event: what to play.
        pool: the clips.

    Returns:
        (sample,), as long as the event, shorter where the clip ends, longer where a room of its
        own rings on.
    """
    sound = _played(event, pool)
    if event.treatment is not None:
        sound = treat(sound, event.treatment)
    gain = db_to_amplitude(event.gain_db)
    sound = sound * np.float32(-gain if event.inverted else gain)
    fade = min(_FADE_SAMPLES, len(sound) // 2)
    ramp = np.linspace(0, 1, fade, dtype=np.float32)
    # a clip's own beginning may be an attack that a fade would blunt
    if event.clip_start > 0 and event.start > 0:
        sound[:fade] *= ramp
    sound[len(sound) - fade :] *= ramp[::-1]
    if event.treatment is not None and event.treatment.room is not None and len(sound):
        room, rng = event.treatment.room, np.random.default_rng(event.treatment.seed)
        tail = np.zeros(round((room.decay_s + room.delay_s) * CATALOG_RATE_HZ), np.float32)
        sound = reverberate(np.concatenate([sound, tail]), room, rng)
    return sound


def noise_sound(event: NoiseEvent) -> FloatArray:
    """A made sound, (sample,)."""
    sound = make_noise(event.kind, event.seed, event.num_samples)
    fade = min(_FADE_SAMPLES, len(sound) // 2)
    sound[len(sound) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return sound * np.float32(db_to_amplitude(event.level_lufs))


def walla_sound(walla: Walla, pool: ClipPool, num_samples: int, seed: int) -> FloatArray:
    """A crowd.

    Args:
        walla: its voices and what blurs them.
        pool: the clips.
        num_samples: length of the scene.
        seed: of the room.

    Returns:
        (sample,); only the room is heard, so that no word stands out.
    """
    voices = np.zeros(num_samples, np.float32)
    for event in walla.clips:
        sound = clip_sound(event, pool)[: num_samples - event.start]
        voices[event.start : event.start + len(sound)] += sound
    blurred = convolved(voices, room_response(walla.room, np.random.default_rng(seed)))
    crowd = filtered(blurred[:num_samples], band_gain(walla.low_hz, walla.high_hz))
    level = float(np.sqrt(np.mean(crowd**2)))
    return crowd * np.float32(db_to_amplitude(walla.level_lufs) / max(level, 1e-9))


def loop_period(num_samples: int) -> int:
    """Samples after which a clip of a length begins anew where it is looped."""
    return num_samples - min(_LOOP_FADE_SAMPLES, num_samples // 4)


def _played(event: ClipEvent, pool: ClipPool) -> FloatArray:
    if event.treatment is not None and event.treatment.grain_s > 0:
        source = pool.read(event.clip, event.clip_start, _GRAIN_SOURCE_SAMPLES)
        source = change_speed(source, event.speed)
        if not len(source):
            return source
        return shuffled(source, event.treatment.grain_s, event.num_samples, event.treatment.seed)
    needed = int(np.ceil(event.num_samples * event.speed)) + 1
    if event.looped:
        source = _looped(pool, event, needed)
    else:
        source = pool.read(event.clip, event.clip_start, needed)
    return change_speed(source, event.speed)[: event.num_samples]


def _looped(pool: ClipPool, event: ClipEvent, needed: int) -> FloatArray:
    clip = pool.read(event.clip, 0, pool.entry(event.clip).num_samples)
    period = loop_period(len(clip))
    fade = len(clip) - period
    ramp = np.linspace(0, 1, fade, dtype=np.float32)
    turn = clip[:period].copy()
    # equal power, for the two ends of a clip are not alike
    turn[:fade] = turn[:fade] * np.sqrt(ramp) + clip[period:] * np.sqrt(1 - ramp)
    first = event.clip_start % period
    repeats = -(-(first + needed) // period)
    sound = np.tile(turn, repeats)[first : first + needed]
    if event.clip_start < fade:
        begin = min(fade - event.clip_start, len(sound))
        sound[:begin] = clip[event.clip_start : event.clip_start + begin]
    return sound
