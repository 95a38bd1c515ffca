"""Training examples have the promised shapes; test scenes are complete and always the same."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader

from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.scenes import dataset
from cass_core.synthesis.scenes.dataset import SceneDataset, fixed_scenes, stem_activity
from cass_core.synthesis.scenes.draw_settings import AUGMENTED, PLAIN
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES
from tests.helpers.corpus.scene_builders import scene_catalog

NUM_SAMPLES = 33_000
NUM_FRAMES = round(33_000 / 16_000 * 25)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus")
    scene_catalog(path)
    return path


def first(examples, count):
    return list(islice(examples, count))


def test_examples_have_their_shapes(folder):
    for example in first(SceneDataset(folder, num_samples=NUM_SAMPLES, no_picture=0.0), 10):
        assert example.stems.shape == (3, NUM_SAMPLES)
        assert example.face.shape == (NUM_FRAMES, NUM_FACE_FEATURES)
        assert example.scene.shape == (NUM_FRAMES, NUM_SCENE_FEATURES)
        assert all(tensor.dtype == torch.float32 for tensor in example)
        assert all(torch.isfinite(tensor).all() for tensor in example)
        assert example.scene.any()


def test_some_scenes_have_no_picture(folder):
    examples = first(SceneDataset(folder, num_samples=8_000, no_picture=0.4), 200)
    blind = [e for e in examples if not e.scene.any()]
    assert 0.3 < len(blind) / len(examples) < 0.5
    assert not any(e.face.any() for e in blind)


@pytest.mark.parametrize(("plain", "least", "most"), [(0.0, 0, 0), (0.4, 10, 40), (1.0, 60, 60)])
def test_a_share_of_the_scenes_is_plain(folder, monkeypatch, plain, least, most):
    used = []

    def drawn(pool, rng, num_samples, settings):
        used.append(settings)
        return draw_recipe(pool, rng, num_samples, settings)

    monkeypatch.setattr(dataset, "draw_recipe", drawn)
    first(SceneDataset(folder, num_samples=8_000, plain=plain), 60)
    assert least <= used.count(PLAIN) <= most
    assert used.count(PLAIN) + used.count(AUGMENTED) == len(used) == 60


def test_the_seed_decides(folder):
    def stems(seed):
        scenes = SceneDataset(folder, num_samples=NUM_SAMPLES, seed=seed)
        return torch.stack([e.stems for e in first(scenes, 3)])

    assert torch.equal(stems(1), stems(1))
    assert not torch.equal(stems(1), stems(2))


def test_each_worker_mixes_its_own_scenes(folder):
    scenes = SceneDataset(folder, num_samples=8_000)
    loader = DataLoader(scenes, batch_size=2, num_workers=2)
    one, two = islice(loader, 2)
    assert one.stems.shape == (2, 3, 8_000)
    assert not torch.equal(one.stems, two.stems)


def test_an_empty_split_is_said(folder):
    with pytest.raises(MediaError, match="no dialogue clips for 'test'"):
        SceneDataset(folder, split="test")


def test_fixed_scenes_are_complete_and_always_the_same(folder):
    catalog = Catalog.load(folder)
    scenes = list(fixed_scenes(catalog, "train", 12, 48_000, seed=5))
    again = list(fixed_scenes(Catalog.load(folder), "train", 12, 48_000, seed=5))
    assert len(scenes) == 12
    for scene, other in zip(scenes, again, strict=True):
        np.testing.assert_array_equal(scene.stems, other.stems)
        assert stem_activity(scene.stems).min() >= 0.1
    assert not np.array_equal(scenes[0].stems, scenes[1].stems)


def test_clips_with_a_kind_change_no_fixed_scene(folder):
    catalog = Catalog.load(folder)
    added = [replace(e, kind="rain", source=f"more/{e.source}") for e in catalog.entries]
    larger = Catalog(folder, [*catalog.entries, *added])
    before, after = (list(fixed_scenes(c, "train", 2, 48_000, seed=5)) for c in (catalog, larger))
    assert [s.recipe for s in before] == [s.recipe for s in after]


def test_a_longer_set_begins_with_the_shorter_one(folder):
    catalog = Catalog.load(folder)
    short = list(fixed_scenes(catalog, "train", 2, 48_000, seed=5))
    long = list(islice(fixed_scenes(catalog, "train", 200, 48_000, seed=5), 2))
    assert [s.recipe for s in short] == [s.recipe for s in long]


def test_a_corpus_without_sound_in_a_stem_is_said(tmp_path):
    catalog = scene_catalog(tmp_path)
    for pack in (tmp_path / "packs").glob("mx_*"):
        pack.write_bytes(bytes(pack.stat().st_size))
    assert catalog.select(Stem.MX, "train")
    with pytest.raises(MediaError, match="too small"):
        list(fixed_scenes(Catalog.load(tmp_path), "train", 1, 16_000, seed=0))


def test_activity_is_the_share_of_time():
    stems = np.zeros((3, 16_000), np.float32)
    stems[1, :4_000] = 0.1
    stems[2] = 0.1
    np.testing.assert_allclose(stem_activity(stems), [0, 0.3, 1], atol=0.01)
