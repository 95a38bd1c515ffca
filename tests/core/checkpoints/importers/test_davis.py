"""The files of DAVIS-Flow as they are laid out become a model."""

import pytest
import torch

from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint
from cass_core.errors import ModelError, SettingsError
from tests.helpers.separation.davis_small import random_network


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))


@pytest.fixture
def files(tmp_path):
    """As published: the separator with a second, unused time network; CLIP and a transformer."""
    network = random_network()
    unet = {f"net_unet.{k}": v for k, v in network.unet.state_dict().items()}
    unet |= {f"time_mlp.{k}": v for k, v in network.unet.time_mlp.state_dict().items()}
    frame = {f"clip.visual.{k}": v for k, v in network.clip.state_dict().items()}
    frame |= {"clip.logit_scale": torch.ones(()), "clip.token_embedding.weight": torch.ones(2, 2)}
    transformer = network.temporal_transformer.state_dict()
    frame |= {f"temporal_transformer.{k}": v for k, v in transformer.items()}
    paths = tmp_path / "unet_best.pth", tmp_path / "frame_best.pth"
    for path, state in zip(paths, (unet, frame), strict=True):
        torch.save(state, path)
    return network, *paths


def test_both_files_become_one_model_that_computes_the_same(files):
    network, unet, frame = files
    folder, description = import_checkpoint(ImportRequest(unet, further=(frame,)))
    assert description.config.widths == network.config.widths
    assert description.default_steps == 2
    loaded, _ = load_model(folder)
    state = loaded.state_dict()
    assert state.keys() == network.state_dict().keys()
    for name, value in network.state_dict().items():
        torch.testing.assert_close(state[name], value, msg=name)


def test_the_second_file_is_found_beside_the_first(files):
    _, unet, frame = files
    folder, description = import_checkpoint(ImportRequest(unet))
    assert list(description.notes["further files"]) == [frame.name]


def test_the_other_training_hears_other_windows(files):
    _, unet, frame = files
    request = ImportRequest(unet, further=(frame,), front_end="ave")
    _, description = import_checkpoint(request)
    config = description.config
    assert (config.rate_hz, config.frames, config.num_pictures) == (11_000, 430, 10)


def test_missing_and_wrong_files_are_named(files, tmp_path):
    _, unet, frame = files
    frame.rename(tmp_path / "frame.pth")
    frame = tmp_path / "frame.pth"
    with pytest.raises(SettingsError, match=r"put frame_best\.pth beside it"):
        import_checkpoint(ImportRequest(unet))
    with pytest.raises(ModelError, match=r"unet_best\.pth is not what looks at the picture"):
        import_checkpoint(ImportRequest(unet, further=(unet,)))
    state = torch.load(unet, weights_only=True)
    del state["net_unet.final_conv.bias"]
    torch.save(state, tmp_path / "cut.pth")
    with pytest.raises(ModelError, match=r"unet\.final_conv\.bias is missing"):
        import_checkpoint(ImportRequest(tmp_path / "cut.pth", further=(frame,)))
