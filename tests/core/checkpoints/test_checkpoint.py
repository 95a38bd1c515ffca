"""A model on disk is the model in memory, or a sentence says what is wrong with it."""

import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from cass_core.checkpoints.checkpoint import (
    DESCRIPTION_NAME,
    WEIGHTS_NAME,
    load_description,
    load_model,
    load_tensors,
    save_model,
    save_tensors,
)
from cass_core.errors import ModelError, OutputError
from tests.helpers.separation.separation_fakes import TINY, tiny_network
from tests.helpers.separation.tiny_model import write_tiny_model


@pytest.fixture
def folder(tmp_path):
    return write_tiny_model(tmp_path / "tiny")


def save(folder, network, **values):
    settings = {"licence": "CC0-1.0", "default_steps": 3, "notes": {"hours": 2.5}} | values
    return save_model(folder, network.state_dict(), TINY, **settings)


def change(path, **values):
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_a_full_precision_model_comes_back_bit_for_bit(tmp_path):
    network = tiny_network()
    written = save(tmp_path / "new" / "model", network, dtype=torch.float32)
    loaded, description = load_model(tmp_path / "new" / "model")
    assert description == written
    assert (description.licence, description.default_steps) == ("CC0-1.0", 3)
    assert (description.config, description.notes) == (TINY, {"hours": 2.5})
    assert not loaded.training
    for name, value in network.state_dict().items():
        assert torch.equal(loaded.state_dict()[name], value), name


def test_half_precision_halves_the_file_and_little_else(tmp_path):
    network = tiny_network()
    save(tmp_path / "half", network)
    save(tmp_path / "full", network, dtype=torch.float32)
    weights = sum(p.numel() for p in network.parameters())
    sizes = [(tmp_path / n / WEIGHTS_NAME).stat().st_size for n in ("half", "full")]
    assert sizes[1] - sizes[0] == pytest.approx(2 * weights, rel=0.02)
    loaded, _ = load_model(tmp_path / "half")
    assert loaded.dtype == torch.float32
    for name, value in network.state_dict().items():
        torch.testing.assert_close(loaded.state_dict()[name], value, rtol=1e-3, atol=1e-6)


def test_a_model_replaces_the_one_that_is_there(folder):
    before = load_description(folder).sha256
    save(folder, tiny_network(0.1))
    assert load_description(folder).sha256 != before
    load_model(folder)
    assert sorted(path.name for path in folder.iterdir()) == [DESCRIPTION_NAME, WEIGHTS_NAME]


def test_a_changed_weight_is_found(folder):
    data = bytearray((folder / WEIGHTS_NAME).read_bytes())
    data[-1] ^= 1
    (folder / WEIGHTS_NAME).write_bytes(data)
    with pytest.raises(ModelError, match=r"model\.safetensors does not have the checksum"):
        load_model(folder)


def test_missing_weights_are_found(folder):
    (folder / WEIGHTS_NAME).unlink()
    with pytest.raises(ModelError, match=r"model\.safetensors is missing"):
        load_model(folder)


def test_a_folder_without_a_model_is_a_sentence(tmp_path):
    with pytest.raises(ModelError, match="There is no model in"):
        load_description(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", "null", '{"version": 1}', '{"version": 1, "config": 3}']
)
def test_a_damaged_description_is_a_sentence(folder, text):
    (folder / DESCRIPTION_NAME).write_text(text)
    with pytest.raises(ModelError, match=r"model\.json is damaged"):
        load_model(folder)


@pytest.mark.parametrize(
    "values", [{"notes": 3}, {"default_steps": "many"}, {"config": {}}, {"config": {"unet": "x"}}]
)
def test_a_wrong_value_in_the_description_is_a_sentence(folder, values):
    change(folder / DESCRIPTION_NAME, **values)
    with pytest.raises(ModelError, match=r"model\.json is damaged"):
        load_model(folder)


def test_a_bytes_file_for_a_description_is_a_sentence(folder):
    (folder / DESCRIPTION_NAME).write_bytes(np.random.default_rng(0).bytes(500))
    with pytest.raises(ModelError, match=r"model\.json is damaged"):
        load_model(folder)


def test_a_newer_format_is_a_sentence(folder):
    change(folder / DESCRIPTION_NAME, version=2)
    with pytest.raises(ModelError, match="has version 2"):
        load_model(folder)


def test_weights_of_another_size_are_a_sentence(folder):
    config = TINY.to_dict()
    config["unet"]["widths"] = [16, 48]
    change(folder / DESCRIPTION_NAME, config=config)
    with pytest.raises(ModelError, match="does not fit the model size 'unittest_tiny'"):
        load_model(folder)


def test_a_file_in_the_way_is_a_sentence(tmp_path):
    (tmp_path / "occupied").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written to .*occupied"):
        save(tmp_path / "occupied", tiny_network())


def test_tensors_that_cannot_be_written_are_an_os_error(tmp_path):
    with pytest.raises(OSError, match="."):
        save_tensors(tmp_path / "nowhere" / "x.safetensors", {"a": torch.zeros(3)})


def test_a_cut_off_file_is_a_sentence(tmp_path):
    path = tmp_path / "x.safetensors"
    save_tensors(path, {"a": torch.zeros(300)}, {"made": "here"})
    assert load_file(path)["a"].shape == (300,)
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(ModelError, match=r"x\.safetensors is damaged or cut off"):
        load_tensors(path)


def test_a_failed_write_keeps_the_old_model(tmp_path, monkeypatch):
    save(tmp_path, tiny_network())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path, tiny_network(), default_steps=9)
    monkeypatch.undo()
    load_model(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
