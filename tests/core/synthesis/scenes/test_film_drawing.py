"""Films' effects are drawn as often as asked, survive JSON and are heard in rendered scenes."""

from dataclasses import replace

import numpy as np
import pytest

from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.draw_settings import AUGMENTED, DrawSettings
from cass_core.synthesis.scenes.film_drawing import draw_walla
from cass_core.synthesis.scenes.mixer import render
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.synthesis.scenes.scene_recipe import SceneRecipe, Submix
from tests.helpers.corpus.scene_builders import scene_catalog

NUM_SAMPLES = 96_000
EVERYTHING = DrawSettings(**dict.fromkeys(DrawSettings.__dataclass_fields__, 1.0))


@pytest.fixture(scope="module")
def pool(tmp_path_factory):
    return ClipPool(scene_catalog(tmp_path_factory.mktemp("corpus")), "train")


def recipes(pool, count, seed=0, **shares):
    rng = np.random.default_rng(seed)
    return [draw_recipe(pool, rng, NUM_SAMPLES, DrawSettings(**shares)) for _ in range(count)]


def row(scene, stem):
    return scene.stems[STEMS.index(stem)]


def band_share(sound, low_hz, high_hz):
    power = np.abs(np.fft.rfft(sound)) ** 2
    frequencies = np.fft.rfftfreq(len(sound), 1 / 16_000)
    return power[(frequencies >= low_hz) & (frequencies < high_hz)].sum() / power.sum()


def test_all_of_it_survives_json_and_renders_the_same(pool):
    rng = np.random.default_rng(1)
    settings = replace(EVERYTHING, missing=0.0, device=0.5)
    for _ in range(6):
        recipe = draw_recipe(pool, rng, NUM_SAMPLES, settings)
        again = SceneRecipe.from_json(recipe.to_json())
        assert again == recipe
        first, second = render(recipe, pool).stems, render(again, pool).stems
        assert np.isfinite(first).all()
        np.testing.assert_array_equal(first, second)


def test_a_recipe_of_before_still_loads():
    old = (
        '{"seed": 1, "num_samples": 10, "clips": [{"submix": "speech", "clip": "a/b", '
        '"clip_start": 0, "start": 0, "num_samples": 10, "gain_db": 0.0, "speed": 1.0, '
        '"inverted": false, "looped": false}], "noises": [], "submix_lufs": [-27, -32, -32, -40], '
        '"master_lufs": -27.0, "room": {"decay_s": 0.3, "wet_db": -6.0, "delay_s": 0.0}, '
        '"tone": null}'
    )
    recipe = SceneRecipe.from_json(old)
    assert recipe.clips[0].treatment is None
    assert recipe.room.effects_wet_db is None
    assert (recipe.walla, recipe.combs, recipe.codec) == (None, (), None)


def test_every_effect_of_training_is_drawn_now_and_then(pool):
    rng = np.random.default_rng(2)
    settings = replace(AUGMENTED, codec=0.1, walla=0.06)
    drawn = [draw_recipe(pool, rng, NUM_SAMPLES, settings) for _ in range(150)]
    for name in ("walla", "combs", "ducking", "hot", "codec", "room", "tone", "noises"):
        assert 0.02 < np.mean([bool(getattr(recipe, name)) for recipe in drawn]) < 0.5, name
    treatments = [e.treatment for r in drawn for e in r.clips if e.treatment is not None]
    for name in ("grain_s", "drift", "reversed", "bells", "drive_db", "attack_s", "room"):
        assert any(getattr(treatment, name) for treatment in treatments), name


def cut_music(recipe):
    """The two pieces of music that meet at a cut, if there are such."""
    music = [e for e in recipe.clips if e.submix is Submix.MUSIC]
    pairs = [(a, b) for a in music for b in music if a.start + a.num_samples == b.start]
    return next(((a, b) for a, b in pairs if a.clip != b.clip and not b.inverted), None)


def test_a_scene_without_effects_gets_no_crowd_and_nothing_made(pool):
    for recipe in recipes(pool, 5, missing=1.0, walla=1.0, made_effects=1.0):
        assert (recipe.clips, recipe.noises, recipe.walla) == ((), (), None)


def test_a_cut_changes_everything_of_a_layer_at_one_instant(pool):
    met = 0
    for recipe in recipes(pool, 30, seed=3, cut=1.0):
        pair = cut_music(recipe)
        if pair is None:
            continue
        met += 1
        at = pair[1].start
        crossing = [
            e for e in recipe.clips
            if e.submix is Submix.MUSIC and e.start < at < e.start + e.num_samples
        ]  # fmt: skip
        assert not crossing
    assert met >= 3


def test_a_cut_is_heard_as_a_step_in_the_sound(pool):
    recipe = next(r for r in recipes(pool, 40, cut=1.0, seed=3) if cut_music(r))
    at = cut_music(recipe)[1].start
    sound = row(render(recipe, pool), Stem.MX)
    before, after = sound[at - 4_000 : at - 200], sound[at + 200 : at + 4_000]
    spectra = [np.abs(np.fft.rfft(part, 4_096)) for part in (before, after)]
    alike = np.dot(*spectra) / np.linalg.norm(spectra[0]) / np.linalg.norm(spectra[1])
    assert alike < 0.8


def test_a_stem_falls_silent_for_a_stretch(pool):
    def silent_share(**shares):
        frames = []
        for recipe in recipes(pool, 16, seed=5, **shares):
            stems = render(recipe, pool).stems[:, : NUM_SAMPLES // 1_600 * 1_600]
            frames.append(np.abs(stems.reshape(3, -1, 1_600)).max(axis=2) < 1e-5)
        return np.mean(frames)

    assert silent_share(silent=1.0) > silent_share() + 0.08


def test_ducked_music_is_quieter_under_dialogue(pool):
    differences = []
    for recipe in recipes(pool, 8, seed=6, ducking=1.0):
        ducked = render(recipe, pool)
        plain = render(replace(recipe, ducking=None), pool)
        spoken = np.abs(row(plain, Stem.DX)) > 0.02
        music, before = row(ducked, Stem.MX), row(plain, Stem.MX)
        if spoken.sum() > 3_000 and before[spoken].std() > 1e-4:
            gain = np.std(music[spoken]) / np.std(before[spoken])
            # the mixture's level may have been raised for what went down
            voice = np.std(row(ducked, Stem.DX)) / np.std(row(plain, Stem.DX))
            differences.append(20 * np.log10(gain / voice))
    assert len(differences) >= 4
    assert np.mean(differences) < -3


def test_a_device_narrows_the_dialogue(pool):
    heard = [row(render(r, pool), Stem.DX) for r in recipes(pool, 6, seed=7, device=1.0)]
    plain = [row(render(r, pool), Stem.DX) for r in recipes(pool, 6, seed=7)]
    high = [np.mean([band_share(s, 5_000, 8_000) for s in kind if s.any()])
            for kind in (heard, plain)]  # fmt: skip
    assert high[0] < 0.4 * high[1]


def test_a_far_voice_is_dull_and_rings_on(pool):
    near, far = recipes(pool, 6, seed=8), recipes(pool, 6, seed=8, far=1.0)
    assert all(e.treatment for r in far for e in r.clips if e.submix is Submix.SPEECH)
    sounds = [[row(render(r, pool), Stem.DX) for r in kind] for kind in (near, far)]
    high = [np.mean([band_share(s, 5_000, 8_000) for s in kind if s.any()]) for kind in sounds]
    assert high[1] < 0.7 * high[0]
    rings = [np.mean([np.mean(np.abs(s) > 1e-4) for s in kind]) for kind in sounds]
    assert rings[1] > rings[0] + 0.03


def test_the_effects_share_the_room(pool):
    drawn = recipes(pool, 12, seed=9, room=1.0, shared_room=1.0)
    assert all(recipe.room.effects_wet_db is not None for recipe in drawn)
    fronts = [tuple(e for e in r.clips if e.submix is Submix.FX_FRONT) for r in drawn]
    recipe, front = next((r, f) for r, f in zip(drawn, fronts, strict=True) if f)
    alone = replace(recipe, clips=front)
    dry = replace(alone, room=replace(recipe.room, effects_wet_db=None))
    wet, plain = (row(render(r, pool), Stem.FX) for r in (alone, dry))
    assert not np.allclose(wet, plain)
    assert np.mean(np.abs(wet) > 1e-4) > np.mean(np.abs(plain) > 1e-4)


def test_no_crowd_is_made_of_screams(tmp_path):
    catalog = scene_catalog(tmp_path)
    entries = [
        replace(e, tag="nonverbal") if e.voice == "wide" else e for e in catalog.entries
    ]  # three quarters of the draws
    pool = ClipPool(Catalog(tmp_path, entries), "train")
    recipe = draw_recipe(pool, np.random.default_rng(0), NUM_SAMPLES)
    walla = draw_walla(recipe, pool, np.random.default_rng(1))
    assert walla.clips
    assert {pool.entry(event.clip).voice for event in walla.clips} == {"narrow"}


def test_walla_is_an_effect_of_many_voices_without_their_consonants(pool):
    recipe = replace(recipes(pool, 1)[0], clips=(), noises=())
    for seed in range(5):
        walla = draw_walla(recipe, pool, np.random.default_rng(seed))
        assert len({e.speed for e in walla.clips}) >= 3
        scene = render(replace(recipe, walla=walla), pool)
        assert not row(scene, Stem.DX).any()
        crowd = row(scene, Stem.FX)
        assert band_share(crowd, walla.high_hz * 1.3, 8_000) < 0.01
        loudness = np.std(crowd[8_000:88_000].reshape(-1, 1_600), axis=1)
        # syllables of one voice fall to nothing; those of a crowd fill each other's gaps
        assert loudness.min() > 0.1 * loudness.mean()


@pytest.mark.parametrize(
    "name",
    ["hot", "collapsed", "codec", "diegetic", "echoing", "grains", "equalised", "reshaped",
     "drifting", "reversed"],
)  # fmt: skip
def test_each_share_changes_the_sound_and_keeps_the_stems_apart(pool, name):
    changed = 0
    for with_it, without in zip(
        recipes(pool, 5, seed=10, **{name: 1.0}), recipes(pool, 5, seed=10), strict=True
    ):
        heard, plain = render(with_it, pool).stems, render(without, pool).stems
        changed += not np.allclose(heard, plain, atol=1e-4)
        empty = ~plain.any(axis=1)
        assert np.abs(heard[empty]).max(initial=0.0) < 1e-3
    assert changed >= 3
