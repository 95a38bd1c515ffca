"""Render a scene recipe to its three stems."""

from dataclasses import dataclass, replace

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.dsp.loudness import SILENCE_LUFS, quick_loudness
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.event_rendering import clip_sound, noise_sound, walla_sound
from cass_core.synthesis.scenes.scene_recipe import SceneRecipe, Submix
from cass_core.synthesis.sounds.augment import colour, reverberate
from cass_core.synthesis.sounds.codec_artefacts import coded
from cass_core.synthesis.sounds.mixture_effects import combed, ducking_gain, limited

PEAK_LIMIT = db_to_amplitude(-2.0)  # DnR v3: no stem passes -2 dBFS
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
    _add_room(layers, recipe)
    for comb in recipe.combs:
        row = list(Submix).index(Submix(comb.layer))
        layers[row] = combed(layers[row], comb)
    stems = _stems(layers, recipe)
    if recipe.tone is not None:
        stems = colour(stems, recipe.tone)
    if recipe.hot is not None:
        stems = limited(stems, recipe.hot)
    if recipe.codec is not None:
        stems = coded(stems, recipe.codec)
    return Scene(recipe, stems * _master_gain(stems, recipe.master_lufs))


def _layers(recipe: SceneRecipe, pool: ClipPool) -> FloatArray:
    layers = np.zeros((len(Submix), recipe.num_samples), np.float32)
    rows = dict(zip(Submix, layers, strict=True))
    for event in recipe.clips:
        sound = clip_sound(event, pool)[: recipe.num_samples - event.start]
        rows[event.submix][event.start : event.start + len(sound)] += sound
    for made in recipe.noises:
        sound = noise_sound(made)
        rows[made.submix][made.start : made.start + len(sound)] += sound
    if recipe.walla is not None:
        rows[Submix.FX_BACK] += walla_sound(recipe.walla, pool, recipe.num_samples, recipe.seed)
    return layers


def _add_room(layers: FloatArray, recipe: SceneRecipe) -> None:
    """Put the dialogue, and the effects where the room says so, into the recipe's room."""
    if recipe.room is None:
        return
    speech, front = 0, list(Submix).index(Submix.FX_FRONT)
    # the same seed is the same room
    layers[speech] = reverberate(layers[speech], recipe.room, np.random.default_rng(recipe.seed))
    if recipe.room.effects_wet_db is not None:
        room = replace(recipe.room, wet_db=recipe.room.effects_wet_db)
        layers[front] = reverberate(layers[front], room, np.random.default_rng(recipe.seed))


def _stems(layers: FloatArray, recipe: SceneRecipe) -> FloatArray:
    stems = np.zeros((len(STEMS), recipe.num_samples), np.float32)
    for submix, layer, lufs in zip(Submix, layers, recipe.submix_lufs, strict=True):
        stems[STEMS.index(submix.stem)] += layer * _layer_gain(layer, lufs)
    if recipe.ducking is not None:
        dialogue, music = STEMS.index(Stem.DX), STEMS.index(Stem.MX)
        stems[music] *= ducking_gain(stems[dialogue], recipe.ducking)
    return stems


def _layer_gain(layer: FloatArray, lufs: float) -> np.float32:
    measured = quick_loudness(layer, CATALOG_RATE_HZ)
    if measured <= SILENCE_LUFS:
        return np.float32(1.0)
    return np.float32(db_to_amplitude(min(lufs - measured, _MOST_LAYER_GAIN_DB)))


def _master_gain(stems: FloatArray, lufs: float) -> np.float32:
    measured = quick_loudness(stems.sum(axis=0), CATALOG_RATE_HZ)
    gain = db_to_amplitude(lufs - measured) if measured > _SILENT_LUFS else 1.0
    peak = float(np.abs(stems).max(initial=0.0))
    return np.float32(min(gain, PEAK_LIMIT / peak) if peak > 0 else gain)
