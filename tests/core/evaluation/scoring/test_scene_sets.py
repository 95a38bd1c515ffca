"""Known mixtures through the users' door."""

import numpy as np
import pytest

from cass_core.evaluation.scoring import scene_sets as evaluate
from cass_core.evaluation.scoring.scene_sets import (
    TEST_SETS,
    separate_mono,
    separate_scene,
    stem_scores,
)
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.scenes.dataset import fixed_scenes
from tests.helpers.corpus.evaluation_fakes import KnowingSeparator
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.separation_fakes import CPU, TINY, MixtureNetwork

TWO = SeparationSettings(steps=2)
SMALL = evaluate.TestSet("small", "valid", 2, 2.5, 11)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder, split="valid")
    return Catalog.load(folder)


def test_a_set_is_its_fixed_scenes(catalog):
    for ours, scene in zip(
        SMALL.scenes(catalog), fixed_scenes(catalog, "valid", 2, 40_000, 11), strict=True
    ):
        np.testing.assert_array_equal(ours.stems, scene.stems)


def test_a_scene_is_separated_through_the_users_door(catalog):
    scene = next(SMALL.scenes(catalog))
    stems = separate_scene(Separator(MixtureNetwork(), TINY, CPU), scene, TWO)
    assert stems.shape == scene.stems.shape
    np.testing.assert_allclose(stems.sum(axis=0), scene.mixture, atol=1e-6)
    gains = stem_scores(stems, scene.stems) - stem_scores(
        np.stack([scene.mixture] * 3), scene.stems
    )
    np.testing.assert_allclose(gains, 0, atol=0.05)


def test_the_picture_reaches_the_separator():
    separator, picture = KnowingSeparator(), object()
    mixture = np.random.default_rng(0).standard_normal(20_000).astype(np.float32)
    stems = separate_mono(separator, mixture, TWO, picture)
    np.testing.assert_allclose(stems[0], 0.5 * mixture)
    assert separator.pictures == [picture]


def test_each_stem_has_its_score():
    rng = np.random.default_rng(3)
    stems = rng.standard_normal((3, 8_000)).astype(np.float32)
    noise = rng.standard_normal((3, 8_000)).astype(np.float32)
    estimates = stems + np.array([[0.01], [0.1], [1.0]], np.float32) * noise
    np.testing.assert_allclose(stem_scores(estimates, stems), [40, 20, 0], atol=0.5)


def test_the_published_sets_keep_their_numbers():
    # scores in the model card are only comparable on the same mixtures
    test_set = TEST_SETS["starter-test"]
    assert (test_set.split, test_set.num_scenes, test_set.seconds) == ("test", 200, 10.0)
    assert test_set.seed == 20261121
    assert TEST_SETS["starter-valid"].split == "valid"
