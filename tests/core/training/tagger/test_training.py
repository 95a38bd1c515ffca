import numpy as np
import pytest
import torch

from cass_core.errors import ModelError, OutputError
from cass_core.metrics.taggers.tagger import (
    load_tagger,
    load_tagger_description,
    load_tagger_network,
)
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.clip_pool import ClipPool, clip_key
from cass_core.synthesis.scenes.draw_settings import PLAIN
from cass_core.synthesis.scenes.mixer import Scene
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, NoiseEvent, SceneRecipe, Submix
from cass_core.training.tagger.examples import (
    SCENE_SAMPLES,
    WINDOW_STEP,
    draw_examples,
    draw_gains,
    examples,
    kinds_at,
)
from cass_core.training.tagger.sound_kinds import CLASSES
from cass_core.training.tagger.training import TaggerSettings, even_out, train_tagger
from tests.helpers.corpus.corpus_builders import build_catalog, clip_entry
from tests.helpers.corpus.tiny_tagger import write_tiny_tagger


@pytest.fixture(autouse=True)
def few_scenes(monkeypatch):
    """A trained tagger is evened out on two scenes, not on twenty."""
    monkeypatch.setattr("cass_core.training.tagger.training._SCENES_EVENED", 2)


@pytest.fixture
def catalog(tmp_path):
    rng = np.random.default_rng(0)
    clips = []
    for split in ("train", "valid"):
        for row, stem in enumerate(STEMS):
            for number in range(2):
                samples = (3_000 * rng.standard_normal(48_000)).astype(np.int16)
                source = f"{split}/{stem.value}/water_{number}.wav"
                entry = clip_entry(stem, split=split, source=source, voice=f"{split}{row}{number}")
                clips.append((entry, samples))
    return build_catalog(tmp_path / "corpus", clips)


def recipe(clips=(), noises=()):
    return SceneRecipe(
        seed=0, num_samples=SCENE_SAMPLES, clips=tuple(clips), noises=tuple(noises),
        submix_lufs=(-27, -32, -32, -40), master_lufs=-27,
    )  # fmt: skip


def test_finer_classes_stand_where_their_events_are(catalog):
    pool = ClipPool(catalog, "train")
    key = clip_key(catalog.select(Stem.FX, "train")[0])
    clip = ClipEvent(Submix.FX_FRONT, key, 0, 2 * WINDOW_STEP, 2 * WINDOW_STEP, 0.0)
    rain = NoiseEvent(Submix.FX_BACK, "rain", 1, 6 * WINDOW_STEP, WINDOW_STEP, -30.0)
    flags = kinds_at(recipe([clip], [rain]), pool)
    assert np.flatnonzero(flags[:, CLASSES.index("water")]).tolist() == [2, 3]
    assert np.flatnonzero(flags[:, CLASSES.index("weather")]).tolist() == [6]


def test_labels_follow_level_and_share(catalog):
    rng = np.random.default_rng(1)
    stems = (0.1 * rng.standard_normal((3, SCENE_SAMPLES))).astype(np.float32)
    scene, pool = Scene(recipe(), stems), ClipPool(catalog, "train")
    # effects at -23 dB are neither clearly heard nor clearly not
    found = examples(scene, pool, np.array([1.0, 10 ** (-23 / 20), 0.0], np.float32))
    assert found.patches.shape == (8, 96, 64)
    assert found.heard[:, :3].tolist() == [[1, 0, 0]] * 8
    assert found.known[:, :3].tolist() == [[1, 0, 1]] * 8
    silent = examples(scene, pool, np.full(3, 1e-5, np.float32))
    assert not silent.heard.any()
    assert silent.known.all()


def test_gains_leave_at_least_one_stem():
    rng = np.random.default_rng(0)
    gains = np.stack([draw_gains(rng) for _ in range(300)])
    assert (gains.max(axis=1) > 0).all()
    shares = (gains > 0).mean(axis=0)
    assert ((shares > 0.5) & (shares < 0.9)).all()


def test_trained_tagger_loads_with_its_scores(catalog, tmp_path):
    out = tmp_path / "tagger"
    settings = TaggerSettings(catalog.folder, out, max_steps=2, splits=("valid",), scored_scenes=4)
    lines = list(train_tagger(settings))
    assert [line.step for line in lines] == [2]
    assert np.isfinite(lines[0].loss)
    notes = load_tagger_description(out).notes
    assert notes["steps"] == 2
    assert set(notes["scores"]["valid"]["accuracy"]) == {"DX", "FX", "MX"}
    assert load_tagger(out).presence(np.zeros(20_000, np.float32)).shape == (2, 3)


def test_going_on_adds_steps_and_refuses_other_sizes(catalog, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    list(train_tagger(TaggerSettings(catalog.folder, first, max_steps=1, splits=())))
    more = TaggerSettings(catalog.folder, second, max_steps=2, splits=(), start=first)
    list(train_tagger(more))
    assert load_tagger_description(second).notes["steps"] == 3
    tiny = write_tiny_tagger(tmp_path / "tiny")
    with pytest.raises(ModelError, match="other classes or sizes"):
        list(train_tagger(TaggerSettings(catalog.folder, second, max_steps=1, start=tiny)))


def test_embedding_is_evened_out_and_the_answers_stay(catalog, tmp_path):
    network, _ = load_tagger_network(write_tiny_tagger(tmp_path / "tiny"))
    pool, rng = ClipPool(catalog, "train"), np.random.default_rng(0)
    windows = draw_examples(pool, rng, PLAIN)
    with torch.inference_mode():
        before = network.eval()(windows.patches)
        even_out(network, windows)
        assert torch.allclose(network(windows.patches), before, atol=1e-4)
        spread = network.embed(windows.patches).std(dim=0)
    assert spread == pytest.approx(torch.ones(12), abs=1e-3)


def test_seed_decides_the_weights(catalog, tmp_path):
    found = []
    for seed in (1, 1, 2):
        out = tmp_path / f"run{len(found)}"
        list(train_tagger(TaggerSettings(catalog.folder, out, seed=seed, max_steps=1, splits=())))
        found.append(load_tagger(out).embeddings(np.ones(100, np.float32)))
    assert torch.equal(*map(torch.from_numpy, found[:2]))
    assert not np.array_equal(found[0], found[2])


def test_unwritable_folder_is_one_sentence(catalog, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    settings = TaggerSettings(catalog.folder, tmp_path / "file" / "x", max_steps=1, splits=())
    with pytest.raises(OutputError, match="choose another folder"):
        list(train_tagger(settings))
