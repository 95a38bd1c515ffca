"""Mixtures whose stems are known: of built sets, drawn from a corpus, or of anybody's stems."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cass_core.clips import AudioClip, FloatArray
from cass_core.errors import SettingsError
from cass_core.evaluation.film.scoring import scene_layers, true_stems
from cass_core.evaluation.scoring.scene_sets import TestSet
from cass_core.media.files.layout_names import usual_layout
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, Catalog
from cass_core.synthesis.corpus.clip_decoding import decode_channels
from cass_core.synthesis.film_sets.building import BuiltScene, read_built_set
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ

HEARD_POWER = 1e-7
"""Mean power from which a stem counts as heard, -70 dBFS."""

_PIECE_S = 10.0


@dataclass(frozen=True)
class KnownMixture:
    """A mixture and its truth.

    Attributes:
        number: in its set.
        sound: (channel, sample).
        stems: (stem, channel, sample) in the order of `STEMS`.
    """

    number: int
    sound: AudioClip
    stems: FloatArray


@dataclass(frozen=True)
class MixtureSet:
    """Some mixtures.

    Attributes:
        name: of the set.
        num_mixtures: how many.
        mixtures: gives them one after the other, always the same.
    """

    name: str
    num_mixtures: int
    mixtures: Callable[[], Iterator[KnownMixture]]


def film_mixtures(folder: Path, most: int | None = None) -> MixtureSet:
    """The mixtures of a built set.

    Args:
        folder: that `cass corpus film-sets` has filled.
        most: only so many, the first ones; None for all.

    Returns:
        The mixtures at `FILM_RATE_HZ`.

    Raises:
        MediaError: the folder holds no such set.
    """
    name, scenes = read_built_set(folder)
    scenes = scenes[:most] if most else scenes
    return MixtureSet(name, len(scenes), lambda: map(_of_film, scenes))


def drawn_mixtures(test_set: TestSet, catalog: Catalog) -> MixtureSet:
    """The mixtures of a set that is drawn from a corpus."""
    return MixtureSet(test_set.name, test_set.num_scenes, lambda: _drawn(test_set, catalog))


def file_mixtures(files: Sequence[Path], most: int) -> MixtureSet:
    """Pieces of 10 s of somebody's stems, those in which the softest stem is loudest.

    Args:
        files: dialogue, effects and music of the same start; ten minutes of each count.
        most: how many at most.

    Returns:
        The mixtures, named after the first file and its folder.

    Raises:
        SettingsError: the files do not belong together, or are too short.
        MediaError: one cannot be read.
    """
    sounds, rates = zip(*map(decode_channels, files), strict=True)
    if len(set(rates)) > 1 or len({len(sound) for sound in sounds}) > 1:
        raise SettingsError(
            "The three stems differ in sample rate or number of channels; choose stems of one mix."
        )
    size, length = round(_PIECE_S * rates[0]), min(sound.shape[1] for sound in sounds)
    whole = np.stack([sound[:, :length] for sound in sounds])
    if length < size:
        raise SettingsError(f"The stems are shorter than {_PIECE_S:g} s; choose longer ones.")
    starts = range(0, length - size + 1, size)
    softest = [-float(np.square(whole[..., s : s + size]).mean(axis=(1, 2)).min()) for s in starts]
    chosen = sorted(np.argsort(softest, kind="stable")[:most].tolist())
    layout = usual_layout(f"{len(sounds[0])} channels")

    def piece(number: int) -> KnownMixture:
        stems = np.ascontiguousarray(whole[..., number * size : (number + 1) * size])
        return KnownMixture(number, AudioClip(stems.sum(axis=0), rates[0], layout), stems)

    return MixtureSet(str(files[0].resolve()), len(chosen), lambda: map(piece, chosen))


def _of_film(scene: BuiltScene) -> KnownMixture:
    layers = scene_layers(scene)
    mixture = np.asarray(sum(layers.values()), np.float32)
    return KnownMixture(
        scene.number, AudioClip(mixture, FILM_RATE_HZ, scene.layout), true_stems(layers)
    )


def _drawn(test_set: TestSet, catalog: Catalog) -> Iterator[KnownMixture]:
    for number, scene in enumerate(test_set.scenes(catalog)):
        sound = AudioClip(scene.mixture[None], CATALOG_RATE_HZ, "mono")
        yield KnownMixture(number, sound, scene.stems[:, None])
