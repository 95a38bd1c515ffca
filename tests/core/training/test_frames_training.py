"""The paper's layout from movies to a model: sets added, trained on their frames, separated."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
import soundfile
import torch

from cass_core.checkpoints.checkpoint import load_model, save_model
from cass_core.cli import main
from cass_core.errors import MediaError, ModelError, SettingsError
from cass_core.model.builders import build, named_config
from cass_core.stem_names import STEMS, Stem
from cass_core.training import batches
from cass_core.training.batches import scenes
from cass_core.training.stages import first_network
from cass_core.training.step import training_loss
from cass_core.training.train import train
from cass_core.training.train_settings import TrainSettings
from tests.helpers.corpus.flickers import is_loud, is_white, write_flicker
from tests.helpers.corpus.published_sets import fma_folder, write_rows
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.released_checkpoints import (
    cavp_payload,
    face_payload,
    released_network,
)

pytestmark = pytest.mark.media

SIZE = named_config("unittest_frames")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Talks and effects with their movies, and music, as `cass corpus add` stores them."""
    root = tmp_path_factory.mktemp("sets")
    for number in range(4):
        write_flicker(root / "lrs3" / "pretrain" / "a" / f"{number}.mp4", number)
    names = [f"v{number}" for number in range(4)]
    for number, name in enumerate(names):
        write_flicker(root / "vggsound" / f"{name}_000005.mp4", 10 + number)
    write_rows(root / "vggsound" / "vggsound.csv", *([n, 5, "wind", "train"] for n in names))
    fma_folder(root / "fma")
    for name in ("lrs3", "vggsound", "fma"):
        words = ["corpus", "add", "--set", name, "--from", root / name, "--keep-all"]
        given = [*words, "--processes", 1, "--corpus", root / "corpus"]
        assert main([str(word) for word in given]) == 0
    return root / "corpus"


def settings(corpus, out, **values):
    small = {
        "optimiser": "adam", "rate": 1e-2, "schedule": "constant", "windows_per_scene": 1,
        "batch_scenes": 1, "max_steps": 14,
    }  # fmt: skip
    return TrainSettings(corpus, out, **(small | values))


@torch.no_grad()
def loss_of(folder, batch):
    """Mean over the same few times and noises."""
    torch.manual_seed(9)
    network = load_model(folder)[0]
    return sum(training_loss(network, SIZE, batch).item() for _ in range(3)) / 3


def test_batches_hold_the_frames_of_what_is_heard(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "_PLAIN_SHARE", 1.0)
    monkeypatch.setattr(batches, "_BLIND_SHARE", 0.0)
    long = replace(SIZE, window_frames=128)
    given = settings(corpus, tmp_path, batch_scenes=2, windows_per_scene=2)
    examples = islice(scenes(long, given, 0), 6)
    cuts = [batches.cut_windows(example, long, "cpu") for example in examples]
    stems, faces = torch.cat([c.stems for c in cuts]), torch.cat([c.face for c in cuts])
    assert faces.shape == (24, long.num_picture_frames, 112, 112)
    assert torch.cat([c.scene for c in cuts]).shape == (24, long.num_scene_frames, 224, 224, 3)
    middles = 255 + (np.arange(long.num_picture_frames) + 0.5) * 640
    seen, heard, there = [], [], []
    for window, shown in zip(stems[:, STEMS.index(Stem.DX)].numpy(), faces.numpy(), strict=True):
        if shown.any():
            seen.append(is_white(shown))
            heard.append(is_loud(window, middles, reach=20))
            there.append(shown.any(axis=(1, 2)))

    def agreement(shift):
        """Share of the frames that go with the sound, where they come `shift` frames late."""
        late = [np.roll(white, shift) for white in seen]
        return np.mean((np.array(late) == np.array(heard))[np.array(there)])

    assert np.sum(there) > 100
    assert agreement(0) > 0.85
    assert max(agreement(1), agreement(-1)) < 0.7


def test_both_streams_are_trained_and_the_model_looks_at_a_movie(corpus, tmp_path):
    out, new = tmp_path / "run", tmp_path / "new"
    list(train(SIZE, settings(corpus, new, minutes=1e-9)))  # no time for a step
    list(train(SIZE, settings(corpus, out)))
    batch = batches.cut_windows(next(iter(scenes(SIZE, settings(corpus, out), 99))), SIZE, "cpu")
    assert loss_of(out, batch) < 0.9 * loss_of(new, batch)
    network, description = load_model(out)
    assert description.config == SIZE
    fresh, trained = load_model(new)[0].state_dict(), network.state_dict()
    for name in ("face_encoder.frontend3D.0.weight", "scene_encoder.stem.0.weight"):
        assert not torch.allclose(fresh[name], trained[name], atol=1e-4), name
    files = []
    for name in ("seen", "heard"):
        movie = tmp_path / f"{name}.mp4"
        write_flicker(movie, 3, 25, with_picture=name == "seen")
        words = ["separate", movie, "--model", out, "--out", tmp_path / name, "--steps", 1]
        assert main([str(word) for word in words]) == 0
        paths = sorted((tmp_path / name).glob("*.wav"))
        files.append({path.stem[-2:]: soundfile.read(path)[0] for path in paths})
    seen, heard = files
    assert np.array_equal(seen.pop("IX"), heard.pop("IX"))  # the mixtures
    assert len(seen) == len(STEMS)
    assert all(np.abs(seen[stem] - heard[stem]).max() > 1e-4 for stem in seen)


def test_a_corpus_without_frames_trains_the_sound_alone(tmp_path):
    scene_catalog(tmp_path / "corpus")
    with pytest.raises(MediaError, match="holds no frames for 'train'; add LRS3 or VGGSound"):
        list(train(SIZE, settings(tmp_path / "corpus", tmp_path / "run", max_steps=1)))
    list(train(SIZE, settings(tmp_path / "corpus", tmp_path / "run", max_steps=1, stage="sound")))
    assert load_model(tmp_path / "run")[1].notes["steps"] == 1


def test_published_encoders_join_a_model_that_hears(corpus, tmp_path):
    hearing = replace(SIZE, vision=replace(SIZE.vision, face="none", scene="none"))
    heard, seeing = released_network(hearing, 1), released_network(SIZE, 2)
    save_model(
        tmp_path / "heard", heard.state_dict(), hearing,
        licence="CC0-1.0", default_steps=1, notes={},
    )  # fmt: skip
    files = tmp_path / "cavp.ckpt", tmp_path / "face.ckpt"
    torch.save(cavp_payload(seeing.scene_encoder), files[0])
    torch.save(face_payload(seeing.face_encoder), files[1])
    given = settings(
        corpus, tmp_path / "run", stage="picture", freeze_encoders=True, encoders=files,
        start_from=tmp_path / "heard", max_steps=1,
    )  # fmt: skip
    expected = heard.state_dict() | {
        name: value for name, value in seeing.state_dict().items() if "encoder." in name
    }
    got = first_network(SIZE, given).state_dict()
    for name, value in expected.items():
        assert torch.allclose(got[name].double(), value.double(), rtol=0.01, atol=1e-3), name
    list(train(SIZE, given))
    for name, value in load_model(tmp_path / "run")[0].state_dict().items():
        if "encoder." in name:
            assert torch.allclose(value.double(), got[name].double(), rtol=1e-3, atol=1e-5), name
    with pytest.raises(SettingsError, match="leave --encoders out"):
        list(train(SIZE, replace(given, resume=True)))
    with pytest.raises(ModelError, match="does not fit the scene encoder"):
        first_network(named_config("unittest_released"), replace(given, start_from=None))


@pytest.mark.parametrize("change", [{"head_dim": 4}, {"widths": (8, 8, 24)}])
def test_a_model_that_hears_must_be_of_the_same_size(tmp_path, change):
    vision = replace(SIZE.vision, face="none", scene="none")
    other = replace(SIZE, vision=vision, attention=replace(SIZE.attention, **change))
    save_model(
        tmp_path, build(other).state_dict(), other, licence="CC0-1.0", default_steps=1, notes={}
    )
    with pytest.raises(ModelError, match="of another size"):
        first_network(SIZE, settings(tmp_path, tmp_path, start_from=tmp_path))
