"""Conditions with known answers, score rows and models for the tests of the evaluation."""

from types import SimpleNamespace

import numpy as np

from cass_core.clips import SampleSpan
from cass_core.evaluation.scoring.conditions import ConditionFacts, KnownScene
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.evaluation.scoring.score_file import ScoreRow
from cass_core.model.builders import named_config
from cass_core.separation.separator import StemChunk
from cass_core.stem_names import STEMS, Stem


class NoisyTruth:
    """Knows the stems and adds noise, this share of each; counts how often it is asked."""

    def __init__(self, name="truth", noise=0.1, **facts):
        self.facts, self.noise, self.asked = ConditionFacts(name, **facts), noise, 0

    def estimates(self, scene):
        self.asked += 1
        noise = np.random.default_rng(scene.number).standard_normal(scene.stems.shape)
        return (scene.stems + self.noise * scene.stems.std(axis=1)[:, None] * noise).astype("f4")


class KnowingSeparator:
    """A separator that gives every stem a share of the mixture, and notes the pictures it saw."""

    config = named_config("unittest_tiny")
    num_parameters = 1_250_000

    def __init__(self):
        self.pictures, self.settings = [], []

    def stream(self, programme, settings):
        self.pictures.append(programme.picture)
        self.settings.append(settings)
        spans = list(SampleSpan(0, programme.source.num_samples).blocks(15_000))
        for index, span in enumerate(spans):
            mixture = programme.source.read(span)
            stems = np.stack([0.5 * mixture, 0.3 * mixture, 0.2 * mixture]).astype(np.float32)
            yield StemChunk(index, span, stems, index + 1, len(spans))


def opened_model(separator=None, sha256="ab" * 32, **notes):
    """A model around a separator."""
    description = SimpleNamespace(sha256=sha256, notes=notes, config=None)
    return OpenedModel(separator or KnowingSeparator(), description)


def known_scene(seconds=2.0, number=0, seed=1):
    """Three kinds of noise whose level goes up and down."""
    rng = np.random.default_rng([seed, number])
    count = round(16_000 * seconds)
    swell = 0.6 + 0.4 * np.sin(np.arange(count) / 3000 + np.arange(3)[:, None])
    stems = (0.1 * swell * rng.standard_normal((3, count))).astype(np.float32)
    return KnownScene(number, seed, stems.sum(axis=0), stems)


def score_row(scene=0, stem=Stem.DX, condition="audio, 1 step", gain=5.0, **values):
    """A row of the fake model, or of a baseline where steps=0."""
    steps = values.pop("steps", 1)
    model = values.pop("model", "ab" * 6 if steps else "")
    blank = {
        "test_set": "starter-test", "recipe": "0", "picture": "audio" if steps else "",
        "group": "", "processor_s": 0.2, "length_s": 10.0, "metrics": ("si-sdr",),
        "values": {"si_sdr": gain - 1.0, "si_sdri": gain},
    }  # fmt: skip
    return ScoreRow(
        scene=scene, stem=stem, condition=condition, steps=steps, model=model, **blank | values
    )


def scene_rows(scene, condition, gains, **values):
    """One row a stem."""
    return [
        score_row(scene, stem, condition, gain, **values)
        for stem, gain in zip(STEMS, gains, strict=True)
    ]
