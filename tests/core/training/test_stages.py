"""What a stage trains and what it leaves alone."""

import pytest
import torch

from cass_core.checkpoints.checkpoint import load_model, load_tensors
from cass_core.config import ModelConfig
from cass_core.errors import ModelError, SettingsError
from cass_core.training.stages import first_network
from cass_core.training.train import train
from cass_core.training.train_settings import TrainSettings
from tests.helpers.corpus.scene_builders import scene_catalog
from tests.helpers.separation.separation_fakes import TINY
from tests.helpers.separation.tiny_model import write_tiny_model

PICTURE = ("face_encoder", "scene_encoder", "fusion", ".entry.")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder)
    return folder


def run(corpus, out, **values):
    small = {"batch_scenes": 2, "workers": 0, "max_steps": 3, "optimiser": "adam", "rate": 1e-3}
    list(train(TINY, TrainSettings(corpus, out, **(small | values))))
    return {
        name.removeprefix("weight/"): tensor
        for name, tensor in load_tensors(out / "training.safetensors").items()
        if name.startswith("weight/")
    }


def changed(before, after):
    return {name for name, tensor in before.items() if not torch.equal(tensor, after[name])}


def fresh(corpus, out):
    return run(corpus, out, minutes=1e-9)  # no time for a step


def test_sound_leaves_all_of_the_picture_alone(corpus, tmp_path):
    before = fresh(corpus, tmp_path / "fresh")
    moved = changed(before, run(corpus, tmp_path / "run", stage="sound", optimiser="adamw"))
    assert len(moved) > 20
    assert not [name for name in moved if any(part in name for part in PICTURE)]


def test_the_picture_joins_with_frozen_encoders(corpus, tmp_path):
    sound = run(corpus, tmp_path, stage="sound")
    given = {"stage": "picture", "freeze_encoders": True, "resume": True, "batch_scenes": 4}
    moved = changed(sound, run(corpus, tmp_path, **given))
    assert {"unet.exit.weight", "unet.entrance.weight"} <= moved
    assert any(name.endswith("entry.enter.weight") for name in moved)
    assert not [name for name in moved if "encoder" in name]


def test_both_trains_the_encoders_once_the_entry_is_open(corpus, tmp_path):
    given = {"start_from": write_tiny_model(tmp_path / "model"), "batch_scenes": 4}
    before = run(corpus, tmp_path / "fresh", minutes=1e-9, **given)
    moved = changed(before, run(corpus, tmp_path / "run", **given))
    assert any(name.startswith("face_encoder") for name in moved)


def test_training_begins_with_the_weights_of_a_model(tmp_path):
    folder = write_tiny_model(tmp_path / "model")
    torch.manual_seed(4)
    network = first_network(TINY, TrainSettings(tmp_path, tmp_path, start_from=folder))
    expected = load_model(folder)[0].state_dict()
    for name, value in network.state_dict().items():
        assert torch.equal(value, expected[name].to(value.dtype)), name
    torch.manual_seed(4)
    first_network(TINY, TrainSettings(tmp_path, tmp_path))
    plain = torch.rand(1)
    torch.manual_seed(4)
    first_network(TINY, TrainSettings(tmp_path, tmp_path, start_from=folder))
    assert torch.equal(torch.rand(1), plain)  # the seed's numbers are the training's


def test_a_model_of_another_size_is_a_sentence(tmp_path):
    folder = write_tiny_model(tmp_path / "model")
    values = TINY.to_dict()
    values["unet"]["widths"] = (16, 48)
    other = ModelConfig.from_dict(values)
    with pytest.raises(ModelError, match="of another size"):
        first_network(other, TrainSettings(tmp_path, tmp_path, start_from=folder))


@pytest.mark.parametrize("resume", [False, True])
@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"stage": "picture"}, "goes on with a model that knows sound"),
        ({"freeze_encoders": True}, "learn nothing"),
    ],
)
def test_new_weights_do_not_fit_everything(corpus, tmp_path, values, sentence, resume):
    with pytest.raises(SettingsError, match=sentence):
        run(corpus, tmp_path, resume=resume, **values)


@pytest.mark.parametrize("name", ["stage", "optimiser", "schedule"])
def test_a_wrong_choice_is_a_sentence(tmp_path, name):
    with pytest.raises(SettingsError, match=f"no {name} 'wrong'; choose one of"):
        TrainSettings(tmp_path, tmp_path, **{name: "wrong"})
