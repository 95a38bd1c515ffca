"""Separation of known mixtures, scored: what `cass evaluate` prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cass_core.clips import AudioClip, FloatArray
from cass_core.config import MODEL_RATE_HZ
from cass_core.media.array_source import ArraySource
from cass_core.metrics.sdr import si_sdr
from cass_core.separation.separator import Programme, Separator
from cass_core.separation.settings import SeparationSettings
from cass_core.stem_names import STEMS
from cass_core.synthesis.catalog import Catalog
from cass_core.synthesis.dataset import fixed_scenes
from cass_core.synthesis.mixer import Scene


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


TEST_SETS = {
    "starter-test": TestSet("starter-test", "test", 200, 10.0, 20261121),
    "starter-valid": TestSet("starter-valid", "valid", 40, 10.0, 7),
}


@dataclass(frozen=True)
class SceneScore:
    """One mixture at one setting.

    Attributes:
        scene: number of the mixture.
        settings: how it was separated.
        input_db: (stem,) SI-SDR of the mixture.
        output_db: (stem,) SI-SDR of the estimates.
    """

    scene: int
    settings: SeparationSettings
    input_db: FloatArray
    output_db: FloatArray


def evaluate(
    separator: Separator,
    corpus: Path,
    test_set: TestSet,
    settings: Sequence[SeparationSettings],
) -> Iterator[SceneScore]:
    """Separate every mixture of a set at every setting, through the users' own door.

    Args:
        separator: the model under test.
        corpus: folder of the catalogue.
        test_set: which mixtures.
        settings: which settings.

    Yields:
        A score a mixture and setting.
    """
    catalog = Catalog.load(corpus)
    num_samples = round(test_set.seconds * MODEL_RATE_HZ)
    scenes = fixed_scenes(catalog, test_set.split, test_set.num_scenes, num_samples, test_set.seed)
    for number, scene in enumerate(scenes):
        for setting in settings:
            estimates = separate_scene(separator, scene, setting)
            yield SceneScore(
                number,
                setting,
                stem_scores(np.broadcast_to(scene.mixture, scene.stems.shape), scene.stems),
                stem_scores(estimates, scene.stems),
            )


def separate_scene(separator: Separator, scene: Scene, settings: SeparationSettings) -> FloatArray:
    """Stems (stem, sample) of a mono scene at the model's rate."""
    programme = Programme(ArraySource(AudioClip(scene.mixture[None], MODEL_RATE_HZ, "mono")))
    chunks = [chunk.stems[:, 0] for chunk in separator.stream(programme, settings)]
    return np.concatenate(chunks, axis=-1)


def stem_scores(estimates: FloatArray, stems: FloatArray) -> FloatArray:
    """(stem,) SI-SDR in dB of (stem, sample) estimates."""
    scores = [si_sdr(e, s) for e, s in zip(estimates, stems, strict=True)]
    return np.array(scores, np.float32)


def table(scores: Sequence[SceneScore]) -> str:
    """Mean SI-SDR improvement a setting and stem, as text."""
    lines = [
        f"{'render':>10} {'steps':>6} " + " ".join(f"{s.value:>7}" for s in STEMS) + "    mean"
    ]
    for setting in dict.fromkeys(score.settings for score in scores):
        rows = [s.output_db - s.input_db for s in scores if s.settings == setting]
        mean = np.mean(rows, axis=0)
        numbers = " ".join(f"{value:7.2f}" for value in [*mean, mean.mean()])
        lines.append(f"{setting.render:>10} {setting.steps:>6} {numbers}")
    return "\n".join(lines)
