"""Scenes drawn after films: which sounds, when, how loud, from where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from cass_core.synthesis.film_sets.recipe import MADE_MUSIC, FilmSet, FilmSource

LAYOUTS = {"mono": 1, "stereo": 2, "5.1": 6}

# of 64 scenes; the last kind is silence
_KINDS = {
    "scene": 28, "action": 10, "talk": 6, "dialogue": 5, "effects": 6, "music": 6, "silence": 3,
}  # fmt: skip
_LAYOUT_SHARES = {"stereo": 44, "5.1": 14, "mono": 6}
_SECONDS = (10.0, 20.0)
_LEAST_S = 0.2
_MADE_MUSIC = 0.7  # of the music that is made for the sets; the rest is of packages


@dataclass(frozen=True)
class PlacedSound:
    """A stretch of a source in a scene.

    Attributes:
        source: which recording.
        first_s: where it begins in the recording.
        start_s: where it begins in the scene.
        length_s: how long it is.
        level_lufs: how loud.
        pan: from -1, left, to 1, right.
    """

    source: FilmSource
    first_s: float
    start_s: float
    length_s: float
    level_lufs: float
    pan: float = 0.0


@dataclass(frozen=True)
class FilmScene:
    """A mixture as data.

    Attributes:
        number: in its set.
        kind: what it is like, such as "action" or "music".
        layout: "mono", "stereo" or "5.1".
        seconds: its length.
        sounds: what is heard.
        ducking_db: how far music steps back under the dialogue; 0 where it does not.
    """

    number: int
    kind: str
    layout: str
    seconds: float
    sounds: tuple[PlacedSound, ...]
    ducking_db: float = 0.0


def draw_scenes(film_set: FilmSet) -> Iterator[FilmScene]:
    """The scenes of a set, always the same; the first ones are a fair sample of all."""
    kinds, layouts = (
        _shuffled(shares, film_set.num_scenes, np.random.default_rng([film_set.seed, 2**20 + row]))
        for row, shares in enumerate((_KINDS, _LAYOUT_SHARES))
    )
    for number, (kind, layout) in enumerate(zip(kinds, layouts, strict=True)):
        drawing = _Drawing(film_set, np.random.default_rng([film_set.seed, number]))
        yield drawing.scene(number, kind, layout)


def _shuffled(shares: dict[str, int], count: int, rng: np.random.Generator) -> list[str]:
    whole = [name for name, share in shares.items() for _ in range(share)]
    repeats = -(-count // len(whole))
    return [whole[int(place)] for _ in range(repeats) for place in rng.permutation(len(whole))][
        :count
    ]


class _Drawing:
    """One scene; all its chance comes from one generator."""

    def __init__(self, film_set: FilmSet, rng: np.random.Generator) -> None:
        self._set, self._rng = film_set, rng
        self._seconds = round(float(rng.uniform(*_SECONDS)), 2)

    def scene(self, number: int, kind: str, layout: str) -> FilmScene:
        """Draw what the kind asks for."""
        makers: dict[str, Callable[[], Iterator[PlacedSound]]] = {
            "scene": self._scene, "action": self._action, "talk": self._talk,
            "dialogue": lambda: self._speech(-26.0), "effects": self._effects,
            "music": lambda: self._music(-24.0), "silence": lambda: iter(()),
        }  # fmt: skip
        sounds = tuple(makers[kind]())
        ducked = kind == "scene" and self._rng.random() < 0.7
        ducking_db = float(self._rng.uniform(4, 12)) if ducked else 0.0
        return FilmScene(number, kind, layout, self._seconds, sounds, ducking_db)

    def _scene(self) -> Iterator[PlacedSound]:
        yield from self._speech(-26.0)
        yield from self._beds(-38.0)
        yield from self._events(-32.0, 4)
        yield from self._music(-33.0)
        if self._rng.random() < 0.35:
            yield from self._voices(-26.0)

    def _action(self) -> Iterator[PlacedSound]:
        yield from self._voices(-23.0)
        yield from self._beds(-34.0)
        yield from self._events(-24.0, 8)
        yield from self._music(-26.0)
        if self._rng.random() < 0.5:
            yield from self._speech(-24.0)

    def _talk(self) -> Iterator[PlacedSound]:
        yield from self._speech(-26.0)
        yield from self._beds(-38.0)
        yield from self._events(-34.0, 4)

    def _effects(self) -> Iterator[PlacedSound]:
        yield from self._beds(-30.0)
        yield from self._events(-26.0, 6)

    def _speech(self, lufs: float) -> Iterator[PlacedSound]:
        """Somebody, and sometimes an answer, with pauses."""
        at_s, pan = float(self._rng.uniform(0, 1.5)), self._pan(0.1)
        places = sorted({s.place for s in self._set.sources if s.layer == "speech"})
        place = places[int(self._rng.integers(len(places)))]
        level = self._level(lufs, 2.5)
        while at_s < self._seconds - 0.7:
            if self._rng.random() < 0.3:
                place = places[int(self._rng.integers(len(places)))]
            source = self._one_of([s for s in self._of("speech") if s.place == place])
            sound = self._placed(source, at_s, float(self._rng.uniform(2.5, 8)), level, pan)
            yield sound
            at_s += sound.length_s + float(self._rng.uniform(0.2, 2.0))

    def _voices(self, lufs: float) -> Iterator[PlacedSound]:
        for _ in range(int(self._rng.integers(1, 4))):
            start_s = float(self._rng.uniform(0, self._seconds - 2))
            source = self._by_kind("voice")
            yield self._placed(source, start_s, 4.0, self._level(lufs, 3), self._pan(0.3))

    def _beds(self, lufs: float) -> Iterator[PlacedSound]:
        layers = ["atmosphere"] if self._rng.random() < 0.65 else ["walla"]
        layers += ["atmosphere"] if self._rng.random() < 0.3 else []
        for layer in layers:
            yield self._placed(self._by_kind(layer), 0.0, self._seconds, self._level(lufs, 4))

    def _events(self, lufs: float, mean: int) -> Iterator[PlacedSound]:
        for _ in range(1 + int(self._rng.poisson(mean))):
            start_s = float(self._rng.uniform(0, self._seconds - 1))
            yield self._placed(
                self._by_kind("event"), start_s, 5.0, self._level(lufs, 5), self._pan(0.5)
            )

    def _music(self, lufs: float) -> Iterator[PlacedSound]:
        """One piece throughout, or one that gives way to another."""
        is_made = self._rng.random() < _MADE_MUSIC
        level, turn_s = self._level(lufs, 4), self._seconds
        if self._rng.random() < 0.2:
            turn_s = self._seconds * float(self._rng.uniform(0.3, 0.7))
        for start_s, stop_s in ((0.0, turn_s), (turn_s, self._seconds)):
            if stop_s - start_s > _LEAST_S:
                pieces = [s for s in self._of("music") if (s.place == MADE_MUSIC) == is_made]
                source = self._one_of_a_kind(pieces or self._of("music"))
                yield self._placed(source, start_s, stop_s - start_s, level)

    def _placed(
        self, source: FilmSource, start_s: float, length_s: float, lufs: float, pan: float = 0.0
    ) -> PlacedSound:
        length_s = min(length_s, source.seconds, self._seconds - start_s)
        first_s = float(self._rng.uniform(0, max(source.seconds - length_s, 0.0)))
        if source.layer in ("event", "voice") and source.seconds < 2 * length_s:
            first_s = 0.0  # short sounds are heard from their attack on
        return PlacedSound(source, first_s, start_s, max(length_s, _LEAST_S), lufs, pan)

    def _of(self, layer: str) -> list[FilmSource]:
        return [source for source in self._set.sources if source.layer == layer]

    def _by_kind(self, layer: str) -> FilmSource:
        return self._one_of_a_kind(self._of(layer))

    def _one_of_a_kind(self, sources: list[FilmSource]) -> FilmSource:
        kinds = sorted({source.kind for source in sources})
        kind = kinds[int(self._rng.integers(len(kinds)))]
        return self._one_of([source for source in sources if source.kind == kind])

    def _one_of(self, sources: list[FilmSource]) -> FilmSource:
        return sources[int(self._rng.integers(len(sources)))]

    def _level(self, lufs: float, spread: float) -> float:
        return lufs + spread * float(np.clip(self._rng.standard_normal(), -2, 2))

    def _pan(self, spread: float) -> float:
        return float(np.clip(spread * self._rng.standard_normal(), -0.9, 0.9))
