"""Chance behind what films do to whole scenes: cuts, silence, crowds, ducking, ceilings, codecs."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, NONVERBAL, ClipEntry
from cass_core.synthesis.corpus.clip_pool import ClipPool, clip_key
from cass_core.synthesis.scenes.draw_settings import DrawSettings
from cass_core.synthesis.scenes.effect_drawing import draw_room
from cass_core.synthesis.scenes.scene_recipe import (
    ClipEvent,
    NoiseEvent,
    SceneRecipe,
    Submix,
    Walla,
)
from cass_core.synthesis.scenes.treatment_drawing import draw_treatments
from cass_core.synthesis.sounds.film_effects import Codec, Comb, Ducking, Hot, Room

# kept apart from the protocol's own chance, so that the plain scenes stay the same for ever
_STREAM = 1
_CUT_LAYERS = (
    (Submix.FX_BACK, Submix.MUSIC),
    (Submix.FX_BACK, Submix.FX_FRONT),
    (Submix.FX_BACK, Submix.FX_FRONT, Submix.MUSIC),
    (Submix.MUSIC,),
)
_COMBED = (Submix.MUSIC, Submix.MUSIC, Submix.FX_BACK, Submix.FX_FRONT, Submix.SPEECH)
_CODECS = (
    ("ac3", (24_000, 96_000)), ("ac3", (24_000, 64_000)), ("aac", (24_000, 96_000)),
    ("mp3", (24_000, 64_000)), ("opus", (16_000, 64_000)),
)  # fmt: skip
_WALLA_VOICES = (5, 12)
_MOST_DRAWS = 20
_LEAST_PIECE = 800  # samples; what a cut leaves shorter is dropped

Redraw = Callable[[np.random.Generator], SceneRecipe]


def draw_film(
    recipe: SceneRecipe, pool: ClipPool, settings: DrawSettings, redraw: Redraw
) -> SceneRecipe:
    """Do to a drawn scene what films do.

    Args:
        recipe: a scene of the protocol.
        pool: clips of its split.
        settings: how often.
        redraw: gives another scene of the same length, for what follows a cut.

    Returns:
        The scene with its effects; all chance comes from the recipe's seed.
    """
    rng = np.random.default_rng([recipe.seed, _STREAM])
    if rng.random() < settings.cut:
        recipe = _with_cut(recipe, redraw(rng), rng)
    if rng.random() < settings.silent:
        recipe = _with_silence(recipe, rng)
    chance = rng.random(6)
    has_effects = any(event.submix.stem is Stem.FX for event in recipe.clips)
    crowded = has_effects and chance[0] < settings.walla
    room = recipe.room
    if rng.random() < settings.shared_room and room is not None:
        room = replace(room, effects_wet_db=room.wet_db + float(rng.uniform(-6, 3)))
    return replace(
        recipe,
        clips=draw_treatments(recipe.clips, pool, rng, settings),
        room=room,
        walla=draw_walla(recipe, pool, rng) if crowded else None,
        combs=(draw_comb(rng),) if chance[1] < settings.collapsed else (),
        ducking=draw_ducking(rng) if chance[2] < settings.ducking else None,
        hot=draw_hot(rng) if chance[3] < settings.hot else None,
        codec=draw_codec(rng) if chance[4] < settings.codec else None,
    )


def draw_walla(recipe: SceneRecipe, pool: ClipPool, rng: np.random.Generator) -> Walla:
    """A crowd of voices of this split, each with its own speed, none of them to be followed."""
    level_lufs = recipe.submix_lufs[list(Submix).index(Submix.FX_BACK)]
    clips: list[ClipEvent] = []
    for _ in range(int(rng.integers(*_WALLA_VOICES))):
        clips += _walla_voice(recipe.num_samples, pool, rng)
    room = draw_room(rng)
    return Walla(
        clips=tuple(clips),
        room=Room(max(room.decay_s, 0.3), 0.0, 0.0),
        low_hz=float(rng.uniform(100, 300)),
        high_hz=float(np.exp(rng.uniform(np.log(1_200), np.log(4_500)))),
        level_lufs=level_lufs + float(rng.uniform(0, 10)),
    )


def draw_comb(rng: np.random.Generator) -> Comb:
    """A delayed second channel, or one that is also blurred."""
    layer = _COMBED[int(rng.integers(len(_COMBED)))].value
    copies = 1 if rng.random() < 0.5 else int(rng.integers(3, 7))
    longest = 240 if copies == 1 else 480
    delays = sorted(int(d) for d in rng.choice(np.arange(2, longest), copies, replace=False))
    gains = rng.uniform(0.4, 1.0, copies) * rng.choice((-1, 1), copies) / np.sqrt(copies)
    return Comb(layer, tuple((delay, float(g)) for delay, g in zip(delays, gains, strict=True)))


def draw_ducking(rng: np.random.Generator) -> Ducking:
    """A hand on the music's fader, from slow to a compressor's."""
    return Ducking(
        depth_db=float(rng.uniform(4, 16)),
        attack_s=float(np.exp(rng.uniform(np.log(0.05), np.log(0.6)))),
        release_s=float(np.exp(rng.uniform(np.log(0.2), np.log(2.0)))),
    )


def draw_hot(rng: np.random.Generator) -> Hot:
    """Soft clipping, or a limiter that pumps."""
    limits = rng.random() < 0.6
    drive_db = float(rng.uniform(2, 12) if limits else rng.uniform(-3, 8))
    return Hot(drive_db, float(rng.uniform(0.05, 0.5)) if limits else 0.0)


def draw_codec(rng: np.random.Generator) -> Codec:
    """A codec at a rate at which it is heard; the cheap ones come more often."""
    name, (least, most) = _CODECS[int(rng.integers(len(_CODECS)))]
    # encoders know a few rates only, all of them multiples of this
    return Codec(name, int(rng.integers(least // 8_000, most // 8_000 + 1)) * 8_000)


def _walla_voice(num_samples: int, pool: ClipPool, rng: np.random.Generator) -> Iterator[ClipEvent]:
    entries, place = _talker(pool, rng)
    speed, level_db = float(rng.uniform(0.8, 1.25)), float(rng.uniform(-6, 0))
    at = -int(rng.integers(CATALOG_RATE_HZ))
    while at < num_samples:
        entry = entries[place % len(entries)]
        place += 1
        length = int(entry.num_samples / speed)
        start, skipped = max(at, 0), max(-at, 0)
        stop = min(at + length, num_samples)
        if stop - start >= _LEAST_PIECE:
            gain_db = float(np.clip(-27 + level_db - entry.loudness_lufs, -40, 36))
            yield ClipEvent(
                Submix.FX_BACK, clip_key(entry), round(skipped * speed), start, stop - start,
                gain_db, speed,
            )  # fmt: skip
        at += length + int(rng.uniform(0.0, 0.6) * CATALOG_RATE_HZ)


def _talker(pool: ClipPool, rng: np.random.Generator) -> tuple[tuple[ClipEntry, ...], int]:
    """A voice that says words, if there is one: a scream is dialogue, in a crowd too."""
    for _ in range(_MOST_DRAWS):
        entries, place = pool.draw_voice(rng)
        if NONVERBAL not in entries[place].tag.split():
            break
    return entries, place


def _with_cut(recipe: SceneRecipe, other: SceneRecipe, rng: np.random.Generator) -> SceneRecipe:
    """Music or effects that all change at one instant, to those of another scene."""
    at = int(recipe.num_samples * rng.uniform(0.2, 0.8))
    layers = _CUT_LAYERS[int(rng.integers(len(_CUT_LAYERS)))]
    step_db = {layer: float(rng.uniform(-9, 9)) for layer in layers}
    heard = {event.submix for event in recipe.clips}
    clips = [
        piece for event in recipe.clips
        for piece in (_before(event, at) if event.submix in layers else [event])
    ]  # fmt: skip
    for event in other.clips:
        if event.submix in layers and event.submix in heard:
            clips += [replace(e, gain_db=e.gain_db + step_db[e.submix]) for e in _from(event, at)]
    noises = tuple(_noise_before(e, at) if e.submix in layers else e for e in recipe.noises)
    return replace(recipe, clips=tuple(clips), noises=tuple(e for e in noises if e.num_samples))


def _with_silence(recipe: SceneRecipe, rng: np.random.Generator) -> SceneRecipe:
    """A stretch without one stem, seldom without two."""
    length = int(recipe.num_samples * rng.uniform(0.15, 0.6))
    start = int(rng.integers(recipe.num_samples - length + 1))
    order = rng.permutation(len(STEMS))[: 1 if rng.random() < 0.7 else 2]
    silent = [STEMS[int(row)] for row in order]
    clips: list[ClipEvent] = []
    for event in recipe.clips:
        if event.submix.stem in silent:
            clips += [*_before(event, start), *_from(event, start + length)]
        else:
            clips.append(event)
    noises = tuple(_noise_before(e, start) if e.submix.stem in silent else e for e in recipe.noises)
    return replace(recipe, clips=tuple(clips), noises=tuple(e for e in noises if e.num_samples))


def _before(event: ClipEvent, at: int) -> list[ClipEvent]:
    """What of an event is heard before a sample of the scene."""
    length = min(event.num_samples, at - event.start)
    return [replace(event, num_samples=length)] if length >= _LEAST_PIECE else []


def _from(event: ClipEvent, at: int) -> list[ClipEvent]:
    """What of an event is heard from a sample of the scene on."""
    late = max(0, at - event.start)
    if event.num_samples - late < _LEAST_PIECE:
        return []
    return [
        replace(
            event,
            clip_start=event.clip_start + round(late * event.speed),
            start=event.start + late,
            num_samples=event.num_samples - late,
        )
    ]


def _noise_before(event: NoiseEvent, at: int) -> NoiseEvent:
    return replace(event, num_samples=max(0, min(event.num_samples, at - event.start)))
