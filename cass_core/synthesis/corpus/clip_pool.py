"""Clips of one split, drawn so that no package, voice or kind of sound drowns the others."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import MediaError
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import Catalog, ClipEntry

LOW_BAND_SHARE = 0.25
_LOW_BAND_RATE_HZ = 11_025
_LOW_BAND_PACKAGE = "flight-of-the-amazon-queen"
_ISOLATED_SHARE, _INTERFACE_SHARE = 0.4, 0.15
_LONGEST_FX_S, _LONGEST_MX_S = 8.0, 180.0
_KNOWN_SHARE = {Stem.DX: 0.15, Stem.FX: 0.6, Stem.MX: 0.35}
BED_S = 2.5  # shorter effects make no background


@dataclass(frozen=True)
class _Group:
    """Clips of a voice or package, with the running sum of their weights."""

    entries: tuple[ClipEntry, ...]
    sums: FloatArray

    def draw(self, rng: np.random.Generator) -> int:
        return int(np.searchsorted(self.sums, rng.random() * self.sums[-1], side="right"))


class _Groups:
    """Groups drawn by the square root of their weight."""

    def __init__(
        self,
        entries: Sequence[ClipEntry],
        name: Callable[[ClipEntry], str],
        weight: Callable[[ClipEntry], float],
        known_share: float,
        low_band_share: float = 1.0,
    ) -> None:
        members: dict[str, list[ClipEntry]] = defaultdict(list)
        for entry in entries:
            members[name(entry)].append(entry)
        self._groups = [
            _Group(tuple(group), np.cumsum([weight(e) for e in group]))
            for group in members.values()
        ]
        weights = np.sqrt([float(group.sums[-1]) for group in self._groups])
        low = np.array([is_low_band(group.entries[0]) for group in self._groups])
        if low.any() and not low.all():
            most = weights[~low].sum() * low_band_share / max(1 - low_band_share, 1e-9)
            weights[low] *= min(1.0, most / weights[low].sum())
        known = np.array([bool(group.entries[0].kind) for group in self._groups])
        if known.any() and not known.all():
            weights[known] *= known_share / weights[known].sum()
            weights[~known] *= (1.0 - known_share) / weights[~known].sum()
        self._sums = np.cumsum(weights)

    def draw(self, rng: np.random.Generator) -> tuple[tuple[ClipEntry, ...], int]:
        """A group's clips and the place of the one that was drawn."""
        place = np.searchsorted(self._sums, rng.random() * self._sums[-1], side="right")
        group = self._groups[int(place)]
        return group.entries, group.draw(rng)


class ClipPool:
    """What scenes of one split are drawn from and rendered with.

    Voices (dialogue) and kinds (effects, music; the package where no kind is known) are drawn by
    the square root of their length, then a clip within by its length, up to a limit. Clips whose
    kind is known (recorded places, foley, voices without words, scored music) are drawn for a fixed
    share of each stem, however many they are. Voices
    recorded at 11 kHz or less are at most `LOW_BAND_SHARE` of the draws, single words and interface
    sounds are rarer than their length.
    """

    def __init__(self, catalog: Catalog, split: str) -> None:
        self._catalog = catalog
        self._entries: dict[str, ClipEntry] = {}
        placed: dict[Stem, list[ClipEntry]] = {}
        for stem in STEMS:
            entries = catalog.select(stem, split)
            placed[stem] = [entry for entry in entries if not entry.is_misplaced]
            if not placed[stem]:
                raise MediaError(
                    f"The corpus in {catalog.folder} holds no {stem.label.lower()} clips for "
                    f"{split!r}; fetch more packages with `cass corpus fetch`."
                )
            self._entries.update((clip_key(entry), entry) for entry in entries)
        effects = placed[Stem.FX]
        beds = [e for e in effects if e.duration_s >= BED_S and "ui" not in e.tag.split()]
        self._speech = _Groups(
            placed[Stem.DX], _voice, _speech_weight, _KNOWN_SHARE[Stem.DX], LOW_BAND_SHARE
        )
        self._music = _Groups(placed[Stem.MX], _family, _music_weight, _KNOWN_SHARE[Stem.MX])
        self._effects = _Groups(effects, _family, _effect_weight, _KNOWN_SHARE[Stem.FX])
        self._beds = _Groups(beds or effects, _family, _bed_weight, _KNOWN_SHARE[Stem.FX])

    def entry(self, key: str) -> ClipEntry:
        """The clip of a key; MediaError where this split has no such clip."""
        try:
            return self._entries[key]
        except KeyError as error:
            raise MediaError(
                f"The corpus has no clip {key}; fetch the package that the recipe was drawn from."
            ) from error

    def read(self, key: str, start: int, count: int) -> FloatArray:
        """At most `count` samples of a clip, as (sample,)."""
        return self._catalog.read(self.entry(key), start, count)

    def draw_voice(self, rng: np.random.Generator) -> tuple[tuple[ClipEntry, ...], int]:
        """All clips of one voice in the catalogue's order, and the place of one of them."""
        return self._speech.draw(rng)

    def draw_music(self, rng: np.random.Generator) -> ClipEntry:
        """A piece of music."""
        entries, place = self._music.draw(rng)
        return entries[place]

    def draw_effect(self, rng: np.random.Generator) -> ClipEntry:
        """An effect of any length."""
        entries, place = self._effects.draw(rng)
        return entries[place]

    def draw_bed(self, rng: np.random.Generator) -> ClipEntry:
        """An effect that is long enough to lie behind a scene."""
        entries, place = self._beds.draw(rng)
        return entries[place]


def clip_key(entry: ClipEntry) -> str:
    """A name that stays when the corpus is fetched again."""
    return f"{entry.package}/{entry.source}"


def is_low_band(entry: ClipEntry) -> bool:
    """Whether a recording ends near 5 kHz or below."""
    return entry.source_rate_hz <= _LOW_BAND_RATE_HZ or entry.package == _LOW_BAND_PACKAGE


def _voice(entry: ClipEntry) -> str:
    return entry.voice


def _family(entry: ClipEntry) -> str:
    return entry.kind or entry.package


def _speech_weight(entry: ClipEntry) -> float:
    return entry.duration_s * (_ISOLATED_SHARE if "isolated" in entry.tag.split() else 1.0)


def _music_weight(entry: ClipEntry) -> float:
    return min(entry.duration_s, _LONGEST_MX_S)


def _effect_weight(entry: ClipEntry) -> float:
    share = _INTERFACE_SHARE if "ui" in entry.tag.split() else 1.0
    return min(entry.duration_s, _LONGEST_FX_S) * share


def _bed_weight(entry: ClipEntry) -> float:
    return min(entry.duration_s, 2 * _LONGEST_FX_S) * (2 if "ambience" in entry.tag.split() else 1)
