"""Recipes drawn and mixed by the protocol of Divide and Remaster v3, as its authors coded it.

The training scenes of `recipe_drawing` follow it too, but with turns of several utterances,
repeated backgrounds and fades; here nothing is added. Clips come from a `ClipPool`, where DnR
draws files evenly; counts are those of its dense version, a minute, and scale with the length.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import db_to_amplitude
from cass_core.dsp.loudness import SILENCE_LUFS, integrated_loudness
from cass_core.stem_names import STEMS
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, ClipEntry
from cass_core.synthesis.corpus.clip_pool import ClipPool, clip_key
from cass_core.synthesis.scenes.event_timing import truncated_poisson
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe, Submix

_MASTER_LUFS, _MASTER_SD = -27.0, 1.0
_START_SCALE_S, _START_SKEW = 2.0, 5.0
_LENGTH_MEAN, _LENGTH_SD, _LEAST_LENGTH_S = 0.5, 0.1, 0.1  # mean and spread: of the longest
_TRIALS = range(10)


@dataclass(frozen=True)
class _Layer:
    """How a layer is filled.

    Attributes:
        submix: the layer.
        events: mean count in a minute.
        lufs: mean level of the layer.
        lufs_sd: its spread.
        clip_sd: spread of the clips around the layer's level.
        overlap: share of an event that the next one may begin in.
        least_share: of a clip that must be heard; 1.0 is always the whole clip.
        least_s: shortest event.
        before_end_s: how long before the end the last event begins.
    """

    submix: Submix
    events: float
    lufs: float
    lufs_sd: float
    clip_sd: float
    overlap: float
    least_share: float
    least_s: float
    before_end_s: float


_LAYERS = (
    _Layer(Submix.SPEECH, 12, -27, 4, 6, 0.25, 1.0, 0.0, 0.0),
    _Layer(Submix.MUSIC, 7, -32, 6, 10, 0.0, 0.3, 0.0, 2.0),
    _Layer(Submix.FX_FRONT, 12, -32, 6, 10, 0.5, 0.3, 0.5, 2.0),
    _Layer(Submix.FX_BACK, 24, -40, 6, 10, 1.0, 0.3, 1.0, 2.0),
)


def draw_dnr3(pool: ClipPool, rng: np.random.Generator, num_samples: int) -> SceneRecipe:
    """Draw a mixture.

    Args:
        pool: clips of a split.
        rng: where all chance comes from.
        num_samples: length of the scene at `CATALOG_RATE_HZ`.

    Returns:
        A recipe for `mix_dnr3`; a layer may be empty where no clip fits the scene.
    """
    events: list[ClipEvent] = []
    levels: list[float] = []
    for layer in _LAYERS:
        levels.append(float(rng.normal(layer.lufs, layer.lufs_sd)))
        events += _layer_events(layer, levels[-1], pool, rng, num_samples / CATALOG_RATE_HZ)
    return SceneRecipe(
        seed=0,
        num_samples=num_samples,
        clips=tuple(events),
        noises=(),
        submix_lufs=(levels[0], levels[1], levels[2], levels[3]),
        master_lufs=float(rng.normal(_MASTER_LUFS, _MASTER_SD)),
    )


def mix_dnr3(recipe: SceneRecipe, pool: ClipPool) -> FloatArray:
    """Add up the clips and bring each layer to its level.

    Args:
        recipe: drawn by `draw_dnr3`.
        pool: the clips.

    Returns:
        (stem, sample) at `CATALOG_RATE_HZ`, before mastering.
    """
    layers = {submix: np.zeros(recipe.num_samples, np.float32) for submix in Submix}
    for event in recipe.clips:
        sound = pool.read(event.clip, event.clip_start, event.num_samples)
        place = layers[event.submix][event.start : event.start + len(sound)]
        place += np.float32(db_to_amplitude(event.gain_db)) * sound[: len(place)]
    stems = np.zeros((len(STEMS), recipe.num_samples), np.float32)
    for (submix, layer), lufs in zip(layers.items(), recipe.submix_lufs, strict=True):
        measured = integrated_loudness(layer, CATALOG_RATE_HZ)
        gain = db_to_amplitude(lufs - measured) if measured > SILENCE_LUFS else 1.0
        stems[STEMS.index(submix.stem)] += np.float32(gain) * layer
    return stems


def _layer_events(
    layer: _Layer, level_lufs: float, pool: ClipPool, rng: np.random.Generator, total_s: float
) -> list[ClipEvent]:
    events: list[ClipEvent] = []
    earliest_s = 0.0
    for _ in range(truncated_poisson(rng, layer.events * total_s / 60)):
        target_lufs = float(rng.normal(level_lufs, layer.clip_sd))
        trials = (_event(layer, earliest_s, target_lufs, pool, rng, total_s) for _ in _TRIALS)
        event = next((event for event in trials if event is not None), None)
        if event is None:
            continue
        events.append(event)
        # the next one may begin in the last part of this one
        overlap = rng.integers(round(layer.overlap * event.num_samples), endpoint=True)
        earliest_s = (event.start + event.num_samples - int(overlap)) / CATALOG_RATE_HZ
    return events


def _event(
    layer: _Layer,
    earliest_s: float,
    target_lufs: float,
    pool: ClipPool,
    rng: np.random.Generator,
    total_s: float,
) -> ClipEvent | None:
    """An event with a clip that fits behind the earliest start and can be heard, if it does."""
    entry = _clip(layer.submix, pool, rng)
    placed = _place(layer, entry.duration_s, earliest_s, total_s, rng)
    if placed is None:
        return None
    start, count = (round(seconds * CATALOG_RATE_HZ) for seconds in placed)
    spare = entry.num_samples - count
    first = int(rng.integers(spare)) if layer.submix is Submix.MUSIC and spare > 0 else 0
    sound = pool.read(clip_key(entry), first, count)
    measured = integrated_loudness(sound, CATALOG_RATE_HZ)
    if measured <= SILENCE_LUFS:
        return None
    return ClipEvent(layer.submix, clip_key(entry), first, start, count, target_lufs - measured)


def _clip(submix: Submix, pool: ClipPool, rng: np.random.Generator) -> ClipEntry:
    if submix is Submix.SPEECH:
        entries, place = pool.draw_voice(rng)
        return entries[place]
    draws = {
        Submix.MUSIC: pool.draw_music,
        Submix.FX_FRONT: pool.draw_effect,
        Submix.FX_BACK: pool.draw_bed,
    }
    return draws[submix](rng)


def _place(
    layer: _Layer, clip_s: float, earliest_s: float, total_s: float, rng: np.random.Generator
) -> tuple[float, float] | None:
    """Start and length in seconds; None where the clip does not fit any more."""
    least_s = max(layer.least_share * clip_s, layer.least_s)
    latest_s = total_s - max(least_s, layer.before_end_s)
    if latest_s < earliest_s:
        return None
    start_s = max(0.0, _skewed(rng, earliest_s))
    if clip_s <= least_s:
        room_s = max(min(start_s, latest_s), earliest_s)
        return room_s, min(clip_s, total_s - room_s)
    most_s = min(clip_s, total_s - start_s)
    length_s = _length(rng, most_s, max(_LEAST_LENGTH_S, least_s))
    return (start_s, length_s) if length_s > 0 else None


def _skewed(rng: np.random.Generator, earliest_s: float) -> float:
    """A skew-normal start: 1.6 s after the earliest on average, seldom a little before it."""
    share = _START_SKEW / np.hypot(1.0, _START_SKEW)
    value = share * abs(rng.standard_normal())
    value += np.sqrt(1 - share**2) * rng.standard_normal()
    return earliest_s + _START_SCALE_S * float(value)


def _length(rng: np.random.Generator, most_s: float, least_s: float) -> float:
    """A normal length around half of the longest, cut off at both ends."""
    if most_s <= least_s:
        return most_s
    lengths = NormalDist(_LENGTH_MEAN * most_s, _LENGTH_SD * most_s)
    low, high = lengths.cdf(least_s), lengths.cdf(most_s)
    drawn = lengths.inv_cdf(float(np.clip(rng.uniform(low, high), 1e-12, 1 - 1e-12)))
    return min(max(drawn, least_s), most_s)
