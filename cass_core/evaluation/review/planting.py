"""Programmes of 30 s with known stems, in which sounds are moved to a wrong stem."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import power_to_db
from cass_core.errors import MediaError
from cass_core.review.flag import Kind, plain_kind
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.film_sets.building import BuiltScene
from cass_core.synthesis.film_sets.recipe import LAYERS
from cass_core.synthesis.film_sets.scene_drawing import LAYOUTS
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ

PROGRAMME_S = 30.0
PLANTS_A_MOVE = 1
WITHIN_DB = 20.0

_SHORTEST_S, _LONGEST_S = 0.2, 3.0
_APART_S = 0.6
_FADE_S = 0.01
_FAINTEST_DB = -30.0  # a plant, against the stem that it is planted in
_HEARD_POWER = 1e-7  # -70 dBFS
_TRIES = 60
_SCENE_FADE = 480
_GHOST, _GHOST_DB = "ghost", (-20.0, -6.0)


@dataclass(frozen=True)
class Plant:
    """A sound that was moved.

    Attributes:
        kind: as an editor would call it.
        stem: where it is now.
        belongs: where it was.
        span: when, on the programme's sample axis.
        relative_db: its level against the level of the stem that it stands in.
    """

    kind: Kind
    stem: Stem
    belongs: Stem
    span: SampleSpan
    relative_db: float

    @property
    def counts(self) -> bool:
        """Whether it is loud enough to be looked for."""
        return self.relative_db >= -WITHIN_DB


@dataclass(frozen=True)
class PlantedProgramme:
    """A programme with sounds in the wrong stems.

    Attributes:
        number: in its set.
        layout: of its channels, FFmpeg's name.
        right: (stem, channel, sample) as it should be, at `FILM_RATE_HZ`.
        stems: (stem, channel, sample) as it is; the sum is the same.
        plants: what was moved.
    """

    number: int
    layout: str
    right: FloatArray
    stems: FloatArray
    plants: tuple[Plant, ...]


# layers that are moved, and the stems that take them
_MOVES: dict[str, tuple[tuple[str, ...], tuple[Stem, ...]]] = {
    "speech": (("speech",), (Stem.FX, Stem.MX)),
    "music": (("music",), (Stem.DX, Stem.FX)),
    "effect": (("event",), (Stem.MX, Stem.DX)),
    _GHOST: (("atmosphere", "walla", "event", "music"), (Stem.DX,)),
}


def planted_programmes(
    scenes: Sequence[BuiltScene], count: int, seed: int
) -> Iterator[PlantedProgramme]:
    """Programmes joined from a set's scenes: each stem of other scenes than its neighbours.

    Args:
        scenes: of a built set.
        count: how many programmes.
        seed: of all chance; the same seed gives the same programmes.

    Yields:
        PlantedProgramme: one after the other.
    """
    if missing := [stem.value for stem in STEMS if not any(_has(s, stem) for s in scenes)]:
        raise MediaError(f"The set holds no {missing[0]}; build it with `cass corpus film-sets`.")
    for number in range(count):
        yield _Drawing(scenes, np.random.default_rng([seed, number])).programme(number)


def _has(scene: BuiltScene, stem: Stem) -> bool:
    return any(LAYERS[name] is stem for name in scene.layers)


class _Drawing:
    """One programme; all its chance comes from one generator."""

    def __init__(self, scenes: Sequence[BuiltScene], rng: np.random.Generator) -> None:
        self._rng = rng
        layouts = [s.layout for s in scenes if _complete(scenes, s.layout)]
        self._layout = layouts[int(rng.integers(len(layouts)))]
        self._scenes = [scene for scene in scenes if scene.layout == self._layout]

    def programme(self, number: int) -> PlantedProgramme:
        """Draw scenes and plants."""
        layers: dict[str, FloatArray] = {}
        for stem in STEMS:
            layers |= self._stem_layers(stem)
        right = np.stack([_sum_of(layers, stem) for stem in STEMS])
        stems, plants = right.copy(), list[Plant]()
        moves = list(_MOVES) * PLANTS_A_MOVE
        for place in self._rng.permutation(len(moves)):
            plant = self._plant(moves[int(place)], layers, right, stems, plants)
            if plant is not None:
                plants.append(plant)
        return PlantedProgramme(number, self._layout, right, stems, tuple(plants))

    def _stem_layers(self, stem: Stem) -> dict[str, FloatArray]:
        """A stem's layers over the whole programme, from scene after scene."""
        names = [name for name, of in LAYERS.items() if of is stem]
        length = round(PROGRAMME_S * FILM_RATE_HZ)
        layers = {n: np.zeros((LAYOUTS[self._layout], length), np.float32) for n in names}
        having, at = [scene for scene in self._scenes if _has(scene, stem)], 0
        while at < length:
            read = having[int(self._rng.integers(len(having)))].read()
            own = {name: read[name] for name in names if name in read}
            size = min(next(iter(own.values())).shape[1], length - at)
            for name, samples in own.items():
                layers[name][:, at : at + size] = _faded(samples[:, :size], _SCENE_FADE)
            at += size
        return layers

    def _plant(
        self,
        move: str,
        layers: dict[str, FloatArray],
        right: FloatArray,
        stems: FloatArray,
        before: Sequence[Plant],
    ) -> Plant | None:
        """Move a sound; None where none was found that can be heard."""
        names, takers = _MOVES[move]
        taker = takers[int(self._rng.integers(len(takers)))]
        for _ in range(_TRIES):
            span = self._span(before, right.shape[-1])
            name = names[int(self._rng.integers(len(names)))]
            if span is None or (move == _GHOST and _heard(right[0], span, margin_s=0.25)):
                continue
            gain = 10 ** (self._rng.uniform(*_GHOST_DB) / 20) if move == _GHOST else 1.0
            moved = np.float32(gain) * _faded(
                layers[name][:, span.start : span.stop], round(_FADE_S * FILM_RATE_HZ)
            )
            host = _active_power(right[STEMS.index(taker)])
            power = float(np.mean(moved**2))
            if power < _HEARD_POWER or power_to_db(power / host) < _FAINTEST_DB:
                continue
            giver = LAYERS[name]
            kind = Kind.GHOST if move == _GHOST else plain_kind(taker, giver)
            stems[STEMS.index(taker), :, span.start : span.stop] += moved
            stems[STEMS.index(giver), :, span.start : span.stop] -= moved
            return Plant(kind, taker, giver, span, float(power_to_db(power / host)))
        return None

    def _span(self, before: Sequence[Plant], length: int) -> SampleSpan | None:
        """A stretch that is away from all others."""
        seconds = np.exp(self._rng.uniform(np.log(_SHORTEST_S), np.log(_LONGEST_S)))
        size = round(float(seconds) * FILM_RATE_HZ)
        start = int(self._rng.integers(0, length - size))
        apart = round(_APART_S * FILM_RATE_HZ)
        near = any(
            start < plant.span.stop + apart and plant.span.start < start + size + apart
            for plant in before
        )
        return None if near else SampleSpan(start, start + size)


def _complete(scenes: Sequence[BuiltScene], layout: str) -> bool:
    return all(any(_has(s, stem) and s.layout == layout for s in scenes) for stem in STEMS)


def _sum_of(layers: dict[str, FloatArray], stem: Stem) -> FloatArray:
    own = [samples for name, samples in layers.items() if LAYERS[name] is stem]
    return np.asarray(sum(own), np.float32)


def _faded(samples: FloatArray, fade: int) -> FloatArray:
    """A copy that rises from silence and falls into it."""
    faded, fade = samples.copy(), min(fade, samples.shape[1] // 2)
    ramp = np.linspace(0, 1, fade, endpoint=False, dtype=np.float32)
    faded[:, :fade] *= ramp
    faded[:, samples.shape[1] - fade :] *= ramp[::-1]
    return faded


def _heard(sound: FloatArray, span: SampleSpan, margin_s: float) -> bool:
    margin = round(margin_s * FILM_RATE_HZ)
    around = sound[:, max(span.start - margin, 0) : span.stop + margin]
    return float(np.mean(around**2)) > _HEARD_POWER


def _active_power(sound: FloatArray) -> float:
    """Mean power where the sound is heard."""
    step = FILM_RATE_HZ // 10
    powers = np.mean(
        sound[:, : sound.shape[1] // step * step].reshape(len(sound), -1, step) ** 2, axis=(0, 2)
    )
    heard = powers[powers > _HEARD_POWER]
    return float(heard.mean()) if len(heard) else _HEARD_POWER
