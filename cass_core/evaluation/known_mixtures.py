"""Mixtures whose stems are known, from built film-like sets and from sets drawn from a corpus."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cass_core.clips import AudioClip, FloatArray
from cass_core.evaluation.film.scoring import scene_layers, true_stems
from cass_core.evaluation.scoring.scene_sets import TestSet
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, Catalog
from cass_core.synthesis.film_sets.building import BuiltScene, read_built_set
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ


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
