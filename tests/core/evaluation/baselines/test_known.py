"""The mixture gains nothing, the oracle much."""

import numpy as np

from cass_core.evaluation.baselines.known import MixtureBaseline, OracleMaskBaseline
from cass_core.evaluation.scoring.scene_sets import stem_scores
from tests.helpers.corpus.evaluation_fakes import known_scene


def test_the_mixture_is_every_stem():
    scene = known_scene()
    stems = MixtureBaseline().estimates(scene)
    assert stems.shape == scene.stems.shape
    assert (stems == scene.mixture).all()


def test_the_oracle_sums_to_the_mixture_and_separates_what_masks_can():
    scene = known_scene(3.0)
    times = np.arange(scene.stems.shape[1]) / 16_000
    for stem, hertz in zip(scene.stems, (200, 1_200, 5_000), strict=True):
        stem[:] = 0.1 * np.sin(2 * np.pi * hertz * times)
    scene.mixture[:] = scene.stems.sum(axis=0)
    stems = OracleMaskBaseline().estimates(scene)
    np.testing.assert_allclose(stems.sum(axis=0), scene.mixture, atol=1e-6)
    assert stem_scores(stems, scene.stems).min() > 15
