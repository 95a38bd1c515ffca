"""The fixed sets of known mixtures, separated through the users' own door."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cass_core.clips import AudioClip, FloatArray
from cass_core.errors import SettingsError
from cass_core.media.sound.array_source import ArraySource
from cass_core.metrics.sdr import si_sdr
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, Catalog
from cass_core.synthesis.scenes.dataset import fixed_scenes
from cass_core.synthesis.scenes.mixer import Scene
from cass_core.visual.analysed_picture import AnalysedPicture


@dataclass(frozen=True)
class TestSet:
    """A fixed set of mixtures.

    Attributes:
        name: what the user types.
        split: split of the catalogue.
        num_scenes: how many.
        seconds: length of each.
        seed: of the recipes.
    """

    name: str
    split: str
    num_scenes: int
    seconds: float
    seed: int

    def scenes(self, catalog: Catalog) -> Iterator[Scene]:
        """The mixtures, one after the other, always the same for the same catalogue."""
        num_samples = round(self.seconds * CATALOG_RATE_HZ)
        return fixed_scenes(catalog, self.split, self.num_scenes, num_samples, self.seed)


TEST_SETS = {
    "starter-test": TestSet("starter-test", "test", 200, 10.0, 20261121),
    "starter-valid": TestSet("starter-valid", "valid", 40, 10.0, 7),
}


def find_test_set(name: str, num_scenes: int | None = None) -> TestSet:
    """A set by its name, or its first mixtures; SettingsError where there is no such set."""
    if name not in TEST_SETS:
        raise SettingsError(f"There is no set '{name}'; choose one of {', '.join(TEST_SETS)}.")
    test_set = TEST_SETS[name]
    return replace(test_set, num_scenes=num_scenes) if num_scenes else test_set


def separate_scene(
    separator: Separator,
    scene: Scene,
    settings: SeparationSettings,
    picture: AnalysedPicture | None = None,
) -> FloatArray:
    """Stems (stem, sample) of a mono scene."""
    return separate_mono(separator, scene.mixture, settings, picture)


def separate_mono(
    separator: Separator,
    mixture: FloatArray,
    settings: SeparationSettings,
    picture: AnalysedPicture | None = None,
) -> FloatArray:
    """Stems (stem, sample) of a mixture (sample,) at `CATALOG_RATE_HZ`."""
    source = ArraySource(AudioClip(mixture[None], CATALOG_RATE_HZ, "mono"))
    chunks = [c.stems[:, 0] for c in separator.stream(SeparatorInput(source, picture), settings)]
    return np.concatenate(chunks, axis=-1)


def stem_scores(estimates: FloatArray, stems: FloatArray) -> FloatArray:
    """(stem,) SI-SDR in dB of (stem, sample) estimates."""
    scores = [si_sdr(e, s) for e, s in zip(estimates, stems, strict=True)]
    return np.array(scores, np.float32)
