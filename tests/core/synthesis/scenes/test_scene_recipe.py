"""Recipes are data: they survive JSON, repeat themselves and follow the protocol."""

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.draw_settings import AUGMENTED, PLAIN, DrawSettings
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.synthesis.scenes.scene_recipe import SceneRecipe, Submix
from tests.helpers.corpus.scene_builders import scene_catalog

TEN_SECONDS = 160_000


@pytest.fixture(scope="module")
def pool(tmp_path_factory):
    return ClipPool(scene_catalog(tmp_path_factory.mktemp("corpus")), "train")


def recipes(pool, count, settings=PLAIN, num_samples=TEN_SECONDS, seed=0):
    rng = np.random.default_rng(seed)
    return [draw_recipe(pool, rng, num_samples, settings) for _ in range(count)]


def coverage(recipe, stem):
    """Share of the scene under an event of the stem."""
    covered = np.zeros(recipe.num_samples // 160 + 1, bool)
    for event in recipe.clips:
        if event.submix.stem is stem:
            covered[event.start // 160 : (event.start + event.num_samples) // 160] = True
    return covered.mean()


def test_json_round_trip(pool):
    settings = DrawSettings(made_effects=1.0, room=1.0, narrow=1.0, effect_speed=1.0, inverted=0.5)
    for recipe in recipes(pool, 10, settings):
        assert recipe.noises
        assert recipe.room
        assert recipe.tone
        assert SceneRecipe.from_json(recipe.to_json()) == recipe


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"clips": [{"submix": "smell"}]}'])
def test_a_damaged_recipe_is_said(text):
    with pytest.raises(MediaError, match="recipe is damaged"):
        SceneRecipe.from_json(text)


def test_the_same_seed_draws_the_same(pool):
    assert recipes(pool, 5, AUGMENTED) == recipes(pool, 5, AUGMENTED)
    assert recipes(pool, 5, AUGMENTED) != recipes(pool, 5, AUGMENTED, seed=1)


@pytest.mark.parametrize("num_samples", [12_345, TEN_SECONDS, 90 * 16_000])
def test_events_lie_in_the_scene(pool, num_samples):
    for recipe in recipes(pool, 20, AUGMENTED, num_samples):
        for event in (*recipe.clips, *recipe.noises):
            assert event.num_samples > 0
            assert 0 <= event.start <= event.start + event.num_samples <= num_samples


def test_each_layer_covers_its_share(pool):
    drawn = recipes(pool, 80)
    speech, effects, music = (np.mean([coverage(r, s) for r in drawn]) for s in Stem)
    assert 0.45 < speech < 0.8
    assert effects > 0.75
    assert music > 0.65


def test_pieces_of_music_do_not_overlap(pool):
    for recipe in recipes(pool, 40):
        pieces = [e for e in recipe.clips if e.submix is Submix.MUSIC]
        for first, second in zip(pieces, pieces[1:], strict=False):
            assert second.start >= first.start + first.num_samples - 1


def test_a_turn_keeps_its_voice_and_pauses_little(pool):
    recipe = recipes(pool, 1, num_samples=60 * 16_000)[0]
    turns = [e for e in recipe.clips if e.submix is Submix.SPEECH]
    voices = [pool.entry(e.clip).voice for e in turns]
    assert len(turns) > len([1 for a, b in zip(voices, voices[1:], strict=False) if a != b]) + 1


def test_the_levels_are_those_of_the_protocol(pool):
    drawn = recipes(pool, 400, num_samples=16_000)
    levels = np.array([r.submix_lufs for r in drawn])
    np.testing.assert_allclose(levels.mean(axis=0), [-27, -32, -32, -40], atol=1.0)
    np.testing.assert_allclose(levels.std(axis=0), [4, 6, 6, 6], rtol=0.15)
    assert np.mean([r.master_lufs for r in drawn]) == pytest.approx(-27, abs=0.2)


def test_the_plain_protocol_has_no_effects(pool):
    for recipe in recipes(pool, 20):
        assert recipe.room is None
        assert recipe.tone is None
        assert not recipe.noises
        assert all(e.speed == 1.0 and not e.inverted for e in recipe.clips)


def test_a_missing_stem_leaves_no_event(pool):
    for recipe in recipes(pool, 5, DrawSettings(missing=1.0)):
        assert not recipe.clips
