"""The protocol of DnR v3, measured on many drawn scenes."""

import numpy as np
import pytest

from cass_core.dsp.loudness import integrated_loudness
from cass_core.stem_names import STEMS
from cass_core.synthesis.avdnr.drawing import draw_dnr3, mix_dnr3
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.scene_recipe import Submix
from tests.helpers.corpus.scene_builders import scene_catalog

RATE_HZ = 16_000
TOTAL = 60 * RATE_HZ


@pytest.fixture(scope="module")
def pool(tmp_path_factory):
    return ClipPool(scene_catalog(tmp_path_factory.mktemp("corpus")), "train")


@pytest.fixture(scope="module")
def recipes(pool):
    return [draw_dnr3(pool, np.random.default_rng([9, n]), TOTAL) for n in range(30)]


def layers(recipes, submix):
    return [[e for e in recipe.clips if e.submix is submix] for recipe in recipes]


def test_levels_have_the_protocols_mean_and_spread(recipes):
    levels = np.array([recipe.submix_lufs for recipe in recipes])
    np.testing.assert_allclose(levels.mean(axis=0), [-27, -32, -32, -40], atol=2.5)
    np.testing.assert_allclose(levels.std(axis=0), [4, 6, 6, 6], rtol=0.3)
    master = [recipe.master_lufs for recipe in recipes]
    assert np.mean(master) == pytest.approx(-27, abs=0.4)
    assert np.std(master) == pytest.approx(1, rel=0.3)


def test_speech_is_whole_utterances_that_overlap_by_a_quarter_at_most(recipes, pool):
    for events in layers(recipes, Submix.SPEECH):
        for event in events:
            assert event.clip_start == 0
            assert event.num_samples == pool.entry(event.clip).num_samples
            assert event.start + event.num_samples <= TOTAL + 1
        for before, after in zip(events, events[1:], strict=False):
            assert after.start >= before.start + 0.75 * before.num_samples - 1


def test_music_begins_anywhere_in_its_track(recipes, pool):
    events = [event for layer in layers(recipes, Submix.MUSIC) for event in layer]
    for event in events:
        assert event.start + event.num_samples <= TOTAL + 1
    events = [e for e in events if e.start < TOTAL - 20 * RATE_HZ]  # whole tracks fit there
    shares = [e.num_samples / pool.entry(e.clip).num_samples for e in events]
    assert min(shares) > 0.29
    assert np.median(shares) == pytest.approx(0.5, abs=0.05)
    places = [e.clip_start / (pool.entry(e.clip).num_samples - e.num_samples) for e in events]
    assert np.mean(places) == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(("submix", "least_s"), [(Submix.FX_FRONT, 0.5), (Submix.FX_BACK, 1.0)])
def test_effects_are_heard_from_their_beginning_and_never_too_short(recipes, pool, submix, least_s):
    events = [event for layer in layers(recipes, submix) for event in layer]
    for event in events:
        entry = pool.entry(event.clip)
        least = min(max(0.3 * entry.duration_s, least_s), entry.duration_s)
        to_end_s = (TOTAL - event.start) / RATE_HZ
        assert event.clip_start == 0
        assert event.num_samples / RATE_HZ >= min(least, to_end_s) - 1e-3
        assert event.start + event.num_samples <= TOTAL + 1
    assert len(events) / len(recipes) > 5


def test_starts_are_skewed_behind_the_earliest_possible(recipes):
    first = np.array([layer[0].start for layer in layers(recipes, Submix.FX_BACK)]) / RATE_HZ
    # mean and spread of a skew-normal with scale 2 and shape 5
    assert first.mean() == pytest.approx(1.56, abs=0.4)
    assert first.std() == pytest.approx(1.25, rel=0.3)


def test_each_event_has_the_level_that_was_drawn_for_it(recipes, pool):
    offsets = {submix: [] for submix in Submix}
    for recipe in recipes[:8]:
        for event in recipe.clips:
            sound = pool.read(event.clip, event.clip_start, event.num_samples)
            lufs = integrated_loudness(sound, RATE_HZ) + event.gain_db
            level = recipe.submix_lufs[list(Submix).index(event.submix)]
            offsets[event.submix].append(lufs - level)
    spreads = [np.std(values) for values in offsets.values()]
    np.testing.assert_allclose(spreads, [6, 10, 10, 10], rtol=0.35)


def test_layers_are_mixed_to_their_levels(recipes, pool):
    for recipe in recipes[:3]:
        stems = mix_dnr3(recipe, pool)
        for stem, row in (("DX", 0), ("MX", 1)):
            samples = stems[[s.value for s in STEMS].index(stem)]
            assert integrated_loudness(samples, RATE_HZ) == pytest.approx(
                recipe.submix_lufs[row], abs=0.02
            )


def test_the_same_seed_draws_the_same(pool):
    first, again, other = (
        draw_dnr3(pool, np.random.default_rng(seed), 5 * RATE_HZ) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_a_clip_longer_than_the_scene_is_not_spoken(pool):
    recipe = draw_dnr3(pool, np.random.default_rng(3), RATE_HZ // 2)
    assert not layers([recipe], Submix.SPEECH)[0]
