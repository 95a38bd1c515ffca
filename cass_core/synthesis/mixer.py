"""Render a scene recipe to its three stems."""

from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray
from cass_core.dsp.loudness import SILENCE_LUFS, quick_loudness
from cass_core.stem_names import STEMS
from cass_core.synthesis.augment import change_speed, colour, reverberate
from cass_core.synthesis.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.clip_pool import ClipPool
from cass_core.synthesis.procedural import make_noise
from cass_core.synthesis.scene_recipe import ClipEvent, NoiseEvent, SceneRecipe, Submix

PEAK_LIMIT = 10 ** (-2 / 20)  # DnR v3: no stem passes -2 dBFS
_FADE_SAMPLES = 160
_LOOP_FADE_SAMPLES = 1_600
_MOST_LAYER_GAIN_DB = 30.0  # what is nearly silent stays quiet
_SILENT_LUFS = -60.0


@dataclass(frozen=True)
class Scene:
    """A rendered mixture.

    Attributes:
        recipe: what it was made from.
        stems: (stem, sample) in the order of `STEMS`, at `CATALOG_RATE_HZ`.
    """

    recipe: SceneRecipe
    stems: FloatArray

    @property
    def mixture(self) -> FloatArray:
        """(sample,), the sum of the stems."""
        return np.asarray(self.stems.sum(axis=0), np.float32)


def render(recipe: SceneRecipe, pool: ClipPool) -> Scene:
    """Render a recipe; the same recipe and clips give the same samples.

    Args:
        recipe: what to mix.
        pool: the clips of the recipe's split.

    Returns:
        Stems whose mixture has the recipe's loudness, or less where a stem would pass -2 dBFS.
    """
    layers = _layers(recipe, pool)
    if recipe.room is not None:
        rng = np.random.default_rng(recipe.seed)
        layers[0] = reverberate(layers[0], recipe.room, rng)
    stems = np.zeros((len(STEMS), recipe.num_samples), np.float32)
    for submix, layer, lufs in zip(Submix, layers, recipe.submix_lufs, strict=True):
        stems[STEMS.index(submix.stem)] += layer * _layer_gain(layer, lufs)
    if recipe.tone is not None:
        stems = colour(stems, recipe.tone)
    return Scene(recipe, stems * _master_gain(stems, recipe.master_lufs))


def _layers(recipe: SceneRecipe, pool: ClipPool) -> FloatArray:
    layers = np.zeros((len(Submix), recipe.num_samples), np.float32)
    rows = dict(zip(Submix, layers, strict=True))
    for event in recipe.clips:
        sound = _clip_sound(event, pool)
        rows[event.submix][event.start : event.start + len(sound)] += sound
    for made in recipe.noises:
        sound = _noise_sound(made)
        rows[made.submix][made.start : made.start + len(sound)] += sound
    return layers


def _clip_sound(event: ClipEvent, pool: ClipPool) -> FloatArray:
    """(sample,), as long as the event or shorter where the clip ends."""
    needed = int(np.ceil(event.num_samples * event.speed)) + 1
    if event.looped:
        source = _looped(pool, event, needed)
    else:
        source = pool.read(event.clip, event.clip_start, needed)
    sound = change_speed(source, event.speed)[: event.num_samples]
    gain = 10 ** (event.gain_db / 20)
    sound = sound * np.float32(-gain if event.inverted else gain)
    fade = min(_FADE_SAMPLES, len(sound) // 2)
    ramp = np.linspace(0, 1, fade, dtype=np.float32)
    # a clip's own beginning may be an attack that a fade would blunt
    if event.clip_start > 0 and event.start > 0:
        sound[:fade] *= ramp
    sound[len(sound) - fade :] *= ramp[::-1]
    return sound


def _looped(pool: ClipPool, event: ClipEvent, needed: int) -> FloatArray:
    clip = pool.read(event.clip, 0, pool.entry(event.clip).num_samples)
    fade = min(_LOOP_FADE_SAMPLES, len(clip) // 4)
    period = len(clip) - fade
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


def _noise_sound(event: NoiseEvent) -> FloatArray:
    sound = make_noise(event.kind, event.seed, event.num_samples)
    fade = min(_FADE_SAMPLES, len(sound) // 2)
    sound[len(sound) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return sound * np.float32(10 ** (event.level_lufs / 20))


def _layer_gain(layer: FloatArray, lufs: float) -> np.float32:
    measured = quick_loudness(layer, CATALOG_RATE_HZ)
    if measured <= SILENCE_LUFS:
        return np.float32(1.0)
    return np.float32(10 ** (min(lufs - measured, _MOST_LAYER_GAIN_DB) / 20))


def _master_gain(stems: FloatArray, lufs: float) -> np.float32:
    measured = quick_loudness(stems.sum(axis=0), CATALOG_RATE_HZ)
    gain = 10 ** ((lufs - measured) / 20) if measured > _SILENT_LUFS else 1.0
    peak = float(np.abs(stems).max(initial=0.0))
    return np.float32(min(gain, PEAK_LIMIT / peak) if peak > 0 else gain)
