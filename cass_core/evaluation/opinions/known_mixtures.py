"""Mixtures whose stems are known: of a built film-like set, or cut out of somebody's own stems."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cass_core.clips import AudioClip, FloatArray
from cass_core.errors import SettingsError
from cass_core.evaluation.film.scoring import scene_layers, true_stems
from cass_core.media.files.layout_names import usual_layout
from cass_core.synthesis.corpus.clip_decoding import decode_channels
from cass_core.synthesis.film_sets.building import read_built_set
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ

_PIECE_S = 10.0


@dataclass(frozen=True)
class KnownMixture:
    """A mixture and what it is made of.

    Attributes:
        test_set: where it is from.
        number: within that.
        stems: (stem, channel, sample) in the order of `STEMS`.
        rate_hz: samples a second.
        layout: of the channels, FFmpeg's name.
    """

    test_set: str
    number: int
    stems: FloatArray
    rate_hz: int
    layout: str

    @property
    def clip(self) -> AudioClip:
        """The mixture."""
        return AudioClip(self.stems.sum(axis=0), self.rate_hz, self.layout)


def of_film_set(folder: Path, count: int) -> Iterator[KnownMixture]:
    """The first mixtures of a set that `cass corpus film-sets` has built."""
    name, scenes = read_built_set(folder)
    for scene in scenes[:count]:
        stems = true_stems(scene_layers(scene))
        yield KnownMixture(name, scene.number, stems, FILM_RATE_HZ, scene.layout)


def of_files(files: Sequence[Path], count: int) -> Iterator[KnownMixture]:
    """Pieces of 10 s of somebody's stems, those in which the softest stem is loudest.

    Args:
        files: dialogue, effects and music of the same start; ten minutes of each count.
        count: how many at most.

    Yields:
        KnownMixture: named after the first file and its folder.

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
    layout = usual_layout(f"{len(sounds[0])} channels")
    for number in sorted(np.argsort(softest, kind="stable")[:count].tolist()):
        stems = np.ascontiguousarray(whole[..., number * size : (number + 1) * size])
        yield KnownMixture(str(files[0].resolve()), number, stems, rates[0], layout)
