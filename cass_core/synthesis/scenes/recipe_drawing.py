"""Scene recipes drawn after Divide and Remaster v3: a window of a programme of a minute or more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, ClipEntry
from cass_core.synthesis.corpus.clip_pool import ClipPool, clip_key
from cass_core.synthesis.scenes.draw_settings import PLAIN, DrawSettings
from cass_core.synthesis.scenes.effect_drawing import draw_noises, draw_room, draw_tone
from cass_core.synthesis.scenes.event_timing import (
    bounded_normal,
    event_length,
    event_start,
    next_earliest,
    truncated_poisson,
)
from cass_core.synthesis.scenes.film_drawing import draw_film
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, SceneRecipe, Submix

PROGRAMME_S = 60.0
_MASTER_LUFS = -27.0
_TURN_S, _TURN_SPREAD = 2.5, 0.45
_PAUSE_S = (0.05, 0.35)
_LONGEST_BED_S = 20.0
_WHOLE_BELOW_S = 3.0  # short effects are heard to their end
_LEAST_GAIN_DB, _MOST_GAIN_DB = -40.0, 36.0


@dataclass(frozen=True)
class _Layer:
    """How a layer is filled: events a minute, levels, overlap and the shortest event."""

    submix: Submix
    events: float
    lufs: float
    lufs_sd: float
    clip_sd: float
    overlap: float
    least_s: float


_LAYERS = (
    _Layer(Submix.SPEECH, 12, -27, 4, 6, 0.25, 0.3),
    _Layer(Submix.MUSIC, 7, -32, 6, 10, 0.0, 2.0),
    _Layer(Submix.FX_FRONT, 12, -32, 6, 10, 0.5, 0.5),
    _Layer(Submix.FX_BACK, 24, -40, 6, 10, 1.0, 1.0),
)


def draw_recipe(
    pool: ClipPool,
    rng: np.random.Generator,
    num_samples: int,
    settings: DrawSettings = PLAIN,
) -> SceneRecipe:
    """Draw a mixture.

    Events fill a programme of at least `PROGRAMME_S`; the scene is a window of it at a random
    place, so that music and speech may have begun before it.

    Args:
        pool: clips of a split.
        rng: where all chance comes from.
        num_samples: length of the scene at `CATALOG_RATE_HZ`.
        settings: effects.

    Returns:
        A recipe whose layers may be empty.
    """
    recipe = _drawn(pool, rng, num_samples, settings)
    if settings == PLAIN:
        return recipe
    after_cut = replace(settings, missing=0.0, made_effects=0.0)
    return draw_film(
        recipe, pool, settings, lambda chance: _drawn(pool, chance, num_samples, after_cut)
    )


def _drawn(
    pool: ClipPool, rng: np.random.Generator, num_samples: int, settings: DrawSettings
) -> SceneRecipe:
    """A scene of the protocol; what is drawn here, and in which order, fixes the test sets."""
    drawing = _Drawing(pool, rng, num_samples, settings)
    events: list[ClipEvent] = []
    levels: list[float] = []
    missing = [stem for stem in STEMS if rng.random() < settings.missing]
    for layer in _LAYERS:
        levels.append(layer.lufs + layer.lufs_sd * bounded_normal(rng))
        if layer.submix.stem not in missing:
            events += drawing.layer_events(layer, levels[-1])
    made = rng.random() < settings.made_effects and Stem.FX not in missing
    return SceneRecipe(
        seed=int(rng.integers(2**31)),
        num_samples=num_samples,
        clips=tuple(events),
        noises=draw_noises(rng, num_samples, levels[2], levels[3]) if made else (),
        submix_lufs=(levels[0], levels[1], levels[2], levels[3]),
        master_lufs=_MASTER_LUFS + settings.master_sd * bounded_normal(rng),
        room=draw_room(rng) if rng.random() < settings.room else None,
        tone=draw_tone(rng, settings.narrow, settings.tilted),
    )


class _Drawing:
    """The window of one scene and what its events are drawn with."""

    def __init__(
        self, pool: ClipPool, rng: np.random.Generator, num_samples: int, settings: DrawSettings
    ) -> None:
        self._pool = pool
        self._rng = rng
        self._settings = settings
        self._window_s = num_samples / CATALOG_RATE_HZ
        self._programme_s = max(PROGRAMME_S, self._window_s)
        self._offset_s = rng.random() * (self._programme_s - self._window_s)
        self._num_samples = num_samples

    def layer_events(self, layer: _Layer, level_lufs: float) -> list[ClipEvent]:
        """The events of a layer that touch the window."""
        count = truncated_poisson(self._rng, layer.events * self._programme_s / PROGRAMME_S)
        earliest_s = 0.0
        events: list[ClipEvent] = []
        for _ in range(count):
            start_s = event_start(self._rng, earliest_s)
            if start_s > self._programme_s - layer.least_s:
                break
            target_lufs = level_lufs + layer.clip_sd * bounded_normal(self._rng)
            drawn = list(self._events(layer, start_s, target_lufs))
            stop_s = drawn[-1].stop_s if drawn else start_s
            for event in drawn:
                events += self._in_window(event)
            earliest_s = next_earliest(self._rng, start_s, stop_s - start_s, layer.overlap)
        return events

    def _events(self, layer: _Layer, start_s: float, target_lufs: float) -> "Iterator[_Placed]":
        if layer.submix is Submix.SPEECH:
            return self._turn(start_s, target_lufs)
        if layer.submix is Submix.MUSIC:
            return self._piece(start_s, target_lufs)
        return self._effect(layer, start_s, target_lufs)

    def _turn(self, start_s: float, target_lufs: float) -> "Iterator[_Placed]":
        """Clips of one voice one after the other, until the turn is long enough."""
        entries, place = self._pool.draw_voice(self._rng)
        length_s = _TURN_S * np.exp(_TURN_SPREAD * bounded_normal(self._rng))
        speed = self._speed(self._settings.speech_speed, 0.9, 1.12)
        inverted = self._rng.random() < self._settings.inverted
        at_s = start_s
        while at_s < min(start_s + length_s, self._programme_s):
            entry = entries[place % len(entries)]
            place += 1
            yield _Placed(
                Submix.SPEECH, entry, at_s, entry.duration_s / speed, target_lufs, speed, inverted
            )
            at_s += entry.duration_s / speed + self._rng.uniform(*_PAUSE_S)

    def _piece(self, start_s: float, target_lufs: float) -> "Iterator[_Placed]":
        entry = self._pool.draw_music(self._rng)
        speed = self._speed(self._settings.music_speed, 0.9, 1.12)
        most_s = min(entry.duration_s / speed, self._programme_s - start_s)
        length_s = event_length(self._rng, most_s, min(2.0, most_s))
        first_s = self._rng.random() * max(0.0, entry.duration_s - length_s * speed)
        inverted = self._rng.random() < self._settings.inverted
        yield _Placed(
            Submix.MUSIC, entry, start_s, length_s, target_lufs, speed, inverted, first_s=first_s
        )

    def _effect(self, layer: _Layer, start_s: float, target_lufs: float) -> "Iterator[_Placed]":
        is_bed = layer.submix is Submix.FX_BACK
        entry = (self._pool.draw_bed if is_bed else self._pool.draw_effect)(self._rng)
        speed = self._speed(self._settings.effect_speed, 0.5, 2.0)
        clip_s = entry.duration_s / speed
        if is_bed:
            most_s = min(max(clip_s, _LONGEST_BED_S), self._programme_s - start_s)
            length_s = event_length(self._rng, most_s, min(layer.least_s, most_s))
        elif clip_s < _WHOLE_BELOW_S:
            length_s = clip_s
        else:
            length_s = event_length(self._rng, clip_s, _WHOLE_BELOW_S / 2)
        inverted = self._rng.random() < self._settings.inverted
        if self._rng.random() < self._settings.layered:
            second = self._pool.draw_effect(self._rng)
            yield _Placed(
                layer.submix, second, start_s, min(second.duration_s, length_s),
                target_lufs - self._rng.uniform(0, 9),
            )  # fmt: skip
        yield _Placed(
            layer.submix, entry, start_s, length_s, target_lufs, speed, inverted,
            looped=length_s > clip_s,
        )  # fmt: skip

    def _speed(self, share: float, least: float, most: float) -> float:
        if self._rng.random() >= share:
            return 1.0
        return float(np.exp(self._rng.uniform(np.log(least), np.log(most))))

    def _in_window(self, placed: "_Placed") -> list[ClipEvent]:
        first_s = max(placed.start_s, self._offset_s)
        stop_s = min(placed.stop_s, self._offset_s + self._window_s)
        start = round((first_s - self._offset_s) * CATALOG_RATE_HZ)
        stop = min(round((stop_s - self._offset_s) * CATALOG_RATE_HZ), self._num_samples)
        if stop <= start:
            return []
        into_clip_s = placed.first_s + (first_s - placed.start_s) * placed.speed
        gain_db = placed.target_lufs - placed.entry.loudness_lufs
        return [
            ClipEvent(
                submix=placed.submix,
                clip=clip_key(placed.entry),
                clip_start=round(into_clip_s * CATALOG_RATE_HZ),
                start=start,
                num_samples=stop - start,
                gain_db=float(np.clip(gain_db, _LEAST_GAIN_DB, _MOST_GAIN_DB)),
                speed=placed.speed,
                inverted=placed.inverted,
                looped=placed.looped,
            )
        ]


@dataclass(frozen=True)
class _Placed:
    """A clip on the programme's clock."""

    submix: Submix
    entry: ClipEntry
    start_s: float
    length_s: float
    target_lufs: float
    speed: float = 1.0
    inverted: bool = False
    looped: bool = False
    first_s: float = 0.0

    @property
    def stop_s(self) -> float:
        return self.start_s + self.length_s
