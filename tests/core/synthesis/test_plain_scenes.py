"""The plain scenes never change: they are the measure of every model over time.

The numbers here were written down before films' effects came into the synthesis. If a change
breaks them, the change is wrong: draw what is new from a stream of its own.
"""

import hashlib
from itertools import islice

import numpy as np
import pytest

from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.dataset import fixed_scenes
from cass_core.synthesis.scenes.draw_settings import PLAIN, DrawSettings
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from tests.helpers.corpus.scene_builders import scene_catalog

LAYOUT = "deedba950cefa174cc98dc9f7dada9a65e2a5277ba1df44696295d52f360b10c"
GAINS_DB = [-124.2873655, -159.74516441, -146.79529952]
LEVELS = [
    -24.8613033484,
    -34.796538427,
    -27.1211689498,
    -35.8887863038,
    -25.898364822,
    -30.2651804203,
    -36.2548993239,
    -32.254749351,
    -37.513119278,
    -29.1013101668,
    -29.6009480826,
    -23.9140680243,
    -28.9676435149,
    -37.2391449503,
    -26.1783924762,
]
FINGERPRINTS = [
    6.732454,
    4.171765,
    -5.624798,
    0.271944,
    2.732859,
    4.104075,
    2.462276,
    3.027123,
    25.178549,
]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return scene_catalog(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def scenes(catalog):
    return list(fixed_scenes(catalog, "train", 3, 80_000, seed=20261121))


def test_the_events_are_the_same(scenes):
    digest = hashlib.sha256()
    for scene in scenes:
        for e in scene.recipe.clips:
            line = (e.submix.value, e.clip, e.clip_start, e.start, e.num_samples, e.looped)
            digest.update(repr(line).encode())
    assert digest.hexdigest() == LAYOUT


def test_the_levels_are_the_same(scenes):
    gains_db = [sum(e.gain_db for e in scene.recipe.clips) for scene in scenes]
    assert gains_db == pytest.approx(GAINS_DB, abs=1e-6)
    levels = [(*scene.recipe.submix_lufs, scene.recipe.master_lufs) for scene in scenes]
    assert np.ravel(levels).tolist() == pytest.approx(LEVELS, abs=1e-9)


def test_the_sound_is_the_same(scenes):
    # a product with fixed noise notices any sample that moved, and no platform's rounding
    probe = np.random.default_rng(0).standard_normal(80_000)
    heard = [float(stem @ probe) for scene in scenes for stem in scene.stems]
    assert heard == pytest.approx(FINGERPRINTS, rel=1e-3, abs=1e-4)


def test_plain_scenes_carry_nothing_that_films_do(scenes):
    for scene in scenes:
        recipe = scene.recipe
        assert not recipe.combs
        assert not recipe.noises
        film = (recipe.walla, recipe.ducking, recipe.hot, recipe.codec, recipe.room, recipe.tone)
        assert film == (None,) * 6
        assert all(e.treatment is None for e in recipe.clips)


def test_what_films_do_takes_no_chance_from_the_protocol(catalog):
    pool = ClipPool(catalog, "train")
    film = DrawSettings(walla=1.0, cut=1.0, silent=1.0, hot=1.0, collapsed=1.0, equalised=1.0)
    plain, other = np.random.default_rng(4), np.random.default_rng(4)
    for _ in range(3):
        before = draw_recipe(pool, plain, 80_000, PLAIN)
        after = draw_recipe(pool, other, 80_000, film)
        assert (after.seed, after.master_lufs) == (before.seed, before.master_lufs)
    assert plain.random() == other.random()


def test_a_scene_is_the_same_whatever_came_before_it(catalog, scenes):
    later = next(islice(fixed_scenes(catalog, "train", 3, 80_000, seed=20261121), 2, None))
    np.testing.assert_array_equal(later.stems, scenes[2].stems)
