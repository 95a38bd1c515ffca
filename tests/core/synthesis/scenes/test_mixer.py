"""Rendered scenes have the recipe's levels, places and clips."""

from dataclasses import replace

import numpy as np
import pytest

from cass_core.dsp.loudness import integrated_loudness
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.clip_pool import ClipPool, clip_key
from cass_core.synthesis.scenes.draw_settings import AUGMENTED
from cass_core.synthesis.scenes.mixer import PEAK_LIMIT, render
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, NoiseEvent, SceneRecipe, Submix
from tests.helpers.corpus.scene_builders import scene_catalog

NUM_SAMPLES = 80_000


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return scene_catalog(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def pool(catalog):
    return ClipPool(catalog, "train")


def recipe_of(*clips, noises=(), submix_lufs=(-27, -32, -32, -40), master_lufs=-27.0):
    return SceneRecipe(1, NUM_SAMPLES, tuple(clips), tuple(noises), submix_lufs, master_lufs)


def event(catalog, submix, number=0, **values):
    entry = catalog.select(submix.stem, "train")[number]
    blank = {"clip_start": 0, "start": 0, "num_samples": 16_000, "gain_db": 0.0}
    return ClipEvent(submix, clip_key(entry), **{**blank, **values})


def stem(scene, name):
    return scene.stems[STEMS.index(name)]


def test_the_mixture_has_the_master_level_and_is_the_sum(pool):
    rng = np.random.default_rng(0)
    for _ in range(10):
        scene = render(draw_recipe(pool, rng, NUM_SAMPLES), pool)
        assert scene.stems.shape == (3, NUM_SAMPLES)
        assert scene.stems.dtype == np.float32
        np.testing.assert_array_equal(scene.mixture, scene.stems.sum(axis=0))
        assert np.abs(scene.stems).max() <= PEAK_LIMIT + 1e-6
        if np.abs(scene.stems).max() < 0.99 * PEAK_LIMIT:
            level = integrated_loudness(scene.mixture, 16_000)
            assert level == pytest.approx(scene.recipe.master_lufs, abs=0.5)


def test_the_same_recipe_renders_the_same(pool):
    rng = np.random.default_rng(4)
    for _ in range(20):
        recipe = draw_recipe(pool, rng, NUM_SAMPLES, AUGMENTED)
        again = render(SceneRecipe.from_json(recipe.to_json()), pool)
        np.testing.assert_array_equal(render(recipe, pool).stems, again.stems)


def test_stems_differ_by_their_layers_levels(catalog, pool):
    scene = render(
        recipe_of(
            event(catalog, Submix.MUSIC, num_samples=NUM_SAMPLES),
            event(catalog, Submix.FX_BACK, 1, num_samples=40_000),
            submix_lufs=(-27, -20, -32, -38),
        ),
        pool,
    )
    music, effects = stem(scene, Stem.MX), stem(scene, Stem.FX)
    levels = [integrated_loudness(sound, 16_000) for sound in (music, effects)]
    assert levels[0] - levels[1] == pytest.approx(18, abs=0.6)
    assert not stem(scene, Stem.DX).any()


def test_a_clip_lies_where_the_recipe_puts_it(catalog, pool):
    entry = catalog.select(Stem.DX, "train")[0]
    placed = event(catalog, Submix.SPEECH, start=20_000, num_samples=entry.num_samples)
    dialogue = stem(render(recipe_of(placed), pool), Stem.DX)
    stop = 20_000 + entry.num_samples
    assert not dialogue[:20_000].any()
    assert not dialogue[stop:].any()
    heard, clip = dialogue[20_000 : stop - 200], catalog.read(entry)[:-200]
    assert np.dot(heard, clip) / np.linalg.norm(heard) / np.linalg.norm(clip) > 0.9999


def test_an_inverted_clip_is_turned_round(catalog, pool):
    plain = event(catalog, Submix.SPEECH)
    upright = render(recipe_of(plain), pool)
    turned = render(recipe_of(replace(plain, inverted=True)), pool)
    np.testing.assert_array_equal(turned.stems, -upright.stems)


def test_a_loop_lasts_without_a_gap_or_a_click(catalog, pool):
    entry = catalog.select(Stem.MX, "train")[0]
    looped = ClipEvent(Submix.FX_BACK, clip_key(entry), 300_000, 0, NUM_SAMPLES, 0.0, looped=True)
    effects = stem(render(recipe_of(looped), pool), Stem.FX)
    steps = np.sqrt(np.mean(effects[: NUM_SAMPLES - 1_600].reshape(-1, 1_600) ** 2, axis=1))
    assert steps.min() > 0.3 * np.median(steps)
    inner = effects[: NUM_SAMPLES - 200]
    seam = entry.num_samples - 1_600 - 300_000
    slopes = np.abs(np.diff(inner))
    assert slopes[seam - 2_000 : seam + 2_000].max() < 1.5 * slopes[: seam - 2_000].max()


def test_a_clip_cut_out_of_its_middle_fades_in(catalog, pool):
    cut = event(catalog, Submix.MUSIC, clip_start=30_007, start=1_000)
    music = stem(render(recipe_of(cut), pool), Stem.MX)
    assert np.abs(music[1_000:1_010]).max() < 0.15 * np.abs(music[2_000:6_000]).max()


def test_an_event_past_the_end_of_its_clip_is_shorter(catalog, pool):
    entry = catalog.select(Stem.FX, "train")[0]
    long = event(catalog, Submix.FX_FRONT, num_samples=NUM_SAMPLES)
    effects = stem(render(recipe_of(long), pool), Stem.FX)
    assert not effects[entry.num_samples :].any()
    assert effects[: entry.num_samples].any()


def test_made_effects_are_heard_in_the_effects(pool):
    made = NoiseEvent(Submix.FX_FRONT, "bang", 3, 8_000, 8_000, -30.0)
    scene = render(recipe_of(noises=[made]), pool)
    effects = stem(scene, Stem.FX)
    assert effects[8_000:16_000].any()
    assert not effects[:8_000].any()
    assert not stem(scene, Stem.DX).any()


def test_an_empty_recipe_is_silence(pool):
    assert not render(recipe_of(), pool).stems.any()
