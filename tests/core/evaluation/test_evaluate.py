"""Scores of known separators on known mixtures."""

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.evaluation import evaluate as evaluation
from cass_core.evaluation.evaluate import SceneScore, separate_scene, stem_scores, table
from cass_core.metrics.sdr import si_sdr
from cass_core.separation.separator import Separator, StemChunk
from cass_core.separation.settings import SeparationSettings
from cass_core.synthesis.catalog import Catalog
from cass_core.synthesis.dataset import fixed_scenes
from tests.helpers.scene_builders import scene_catalog
from tests.helpers.separation_fakes import CPU, TINY, MixtureNetwork

ONE, TWO = SeparationSettings(steps=1), SeparationSettings(steps=2)
SMALL = evaluation.TestSet("small", "valid", 3, 2.5, 11)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder, split="valid")
    return folder


def scenes(corpus):
    return list(fixed_scenes(Catalog.load(corpus), "valid", 3, 40_000, 11))


class Oracle:
    """Knows the stems of every scene, and hands them out in chunks with some noise."""

    def __init__(self, known, noise):
        self.known, self.noise = {s.mixture.tobytes(): s.stems for s in known}, noise

    def stream(self, programme, settings):
        source = programme.source
        mixture = source.read(SampleSpan(0, source.num_samples))
        stems = self.known[mixture[0].tobytes()]
        rng = np.random.default_rng(1)
        for index, span in enumerate(SampleSpan(0, source.num_samples).blocks(15_000)):
            part = stems[:, None, span.start : span.stop]
            heard = part + self.noise * part.std() * rng.standard_normal(part.shape)
            yield StemChunk(index, span, heard.astype(np.float32), index + 1, 3)


def test_a_separator_that_gives_everybody_the_mixture_gains_nothing(corpus):
    separator = Separator(MixtureNetwork(), TINY, CPU)
    scores = list(evaluation.evaluate(separator, corpus, SMALL, [ONE, TWO]))
    assert [(s.scene, s.settings) for s in scores] == [
        (n, setting) for n in range(3) for setting in (ONE, TWO)
    ]
    for score in scores:
        np.testing.assert_allclose(score.output_db, score.input_db, atol=0.05)


def test_a_separator_that_knows_the_stems_gains_much(corpus):
    known = scenes(corpus)
    clean = list(evaluation.evaluate(Oracle(known, 0.0), corpus, SMALL, [ONE]))
    noisy = list(evaluation.evaluate(Oracle(known, 0.3), corpus, SMALL, [ONE]))
    for best, worse, scene in zip(clean, noisy, known, strict=True):
        assert best.output_db.min() > 60
        assert (best.output_db > worse.output_db).all()
        expected = [si_sdr(scene.mixture, stem) for stem in scene.stems]
        np.testing.assert_allclose(best.input_db, expected, rtol=1e-5)


def test_a_scene_is_separated_through_the_users_door(corpus):
    scene = scenes(corpus)[0]
    stems = separate_scene(Separator(MixtureNetwork(), TINY, CPU), scene, TWO)
    assert stems.shape == scene.stems.shape
    np.testing.assert_allclose(stems.sum(axis=0), scene.mixture, atol=1e-6)


def test_each_stem_has_its_score():
    rng = np.random.default_rng(3)
    stems = rng.standard_normal((3, 8_000)).astype(np.float32)
    noise = rng.standard_normal((3, 8_000)).astype(np.float32)
    estimates = stems + np.array([[0.01], [0.1], [1.0]], np.float32) * noise
    np.testing.assert_allclose(stem_scores(estimates, stems), [40, 20, 0], atol=0.5)


def test_the_table_holds_the_means_of_each_setting():
    def score(scene, settings, gains):
        given = np.array([1.0, 2.0, 3.0], np.float32)
        return SceneScore(scene, settings, given, given + np.array(gains, np.float32))

    text = table([score(0, ONE, [2, 4, 6]), score(0, TWO, [0, 0, 0]), score(1, ONE, [4, 6, 8])])
    header, one, two = (line.split() for line in text.splitlines())
    assert header == ["render", "steps", "DX", "FX", "MX", "mean"]
    assert one == ["faithful", "1", "3.00", "5.00", "7.00", "5.00"]
    assert two == ["faithful", "2", "0.00", "0.00", "0.00", "0.00"]


def test_the_published_sets_keep_their_numbers():
    # scores in the model card are only comparable on the same mixtures
    test_set = evaluation.TEST_SETS["starter-test"]
    assert (test_set.split, test_set.num_scenes, test_set.seconds) == ("test", 200, 10.0)
    assert test_set.seed == 20261121
    assert evaluation.TEST_SETS["starter-valid"].split == "valid"
