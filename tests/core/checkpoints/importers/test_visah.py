"""VisAH's published layout becomes a model that balances and never one that separates."""

import os
from argparse import Namespace
from dataclasses import replace

import pytest
import torch
from safetensors.torch import save_file

from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint
from cass_core.checkpoints.opinions import describe_named, load_named
from cass_core.checkpoints.registry import find_model, registered_models
from cass_core.errors import ModelError
from cass_core.model.clip_image import ClipConfig, ClipImageEncoder, clip_pixels
from tests.helpers.separation.rebalancers import PUBLISHED_TINY, published_visah, tiny_rebalancer

_COMPANION = "model.safetensors"


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))


class Evil:
    def __init__(self, path):
        self._path = path

    def __reduce__(self):
        return os.mkdir, (str(self._path),)


def imported(path, **changes):
    network = tiny_rebalancer(PUBLISHED_TINY)
    torch.save(published_visah(network, **changes), path)
    return network, import_checkpoint(ImportRequest(path))


def test_it_is_recognised_by_what_it_adds_to_demucs(tmp_path):
    settings = Namespace(num_layers=3)
    network, (folder, told) = imported(tmp_path / "VContextEnc3.ckpt", hyper_parameters=settings)
    assert told.config == replace(PUBLISHED_TINY, rate_hz=44_100, window=441_000, hop=352_800)
    loaded, _ = load_model(folder)
    sound, pictures = 0.1 * torch.randn(1, 5_000), torch.randn(1, 2, PUBLISHED_TINY.picture)
    with torch.no_grad():
        torch.testing.assert_close(loaded(sound, pictures), network.eval()(sound, pictures))


def test_nothing_that_the_file_names_is_run(tmp_path):
    evil = Evil(tmp_path / "made by the file")
    with pytest.raises(ModelError, match="no checkpoint that can be read safely"):
        imported(tmp_path / "VContextEnc3.ckpt", hyper_parameters=evil)
    assert not (tmp_path / "made by the file").exists()


def test_nobody_separates_with_it(tmp_path):
    _, (folder, _) = imported(tmp_path / "VContextEnc3.ckpt")
    assert find_model("visah") == folder
    assert "visah" not in [model.name for model in registered_models()]
    assert [model.name for model in registered_models(separating=False)] == ["visah"]
    for ask in (describe_named, load_named):
        with pytest.raises(ModelError, match="'visah' helps with something else"):
            ask("visah")


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ("guide.transformer_blocks.1.attn2.to_v.weight", "attn2.to_v.weight is missing"),
        ("context.proj.weight", "its sizes are not the published ones"),
        ("encoder.1.rewrite.bias", "encoder.1.rewrite.bias is missing"),
    ],
)
def test_a_file_with_other_parts_is_a_sentence(tmp_path, without, sentence):
    with pytest.raises(ModelError, match=sentence):
        imported(tmp_path / "VContextEnc3.ckpt", without=without)
    assert not registered_models(separating=False)


def test_the_encoder_of_pictures_joins(tmp_path):
    torch.manual_seed(3)
    encoder = ClipImageEncoder(ClipConfig(28, 14, 64, 1, PUBLISHED_TINY.picture)).eval()
    other = ClipImageEncoder(ClipConfig(28, 14, 64, 1, PUBLISHED_TINY.picture + 1))
    file, clip, wrong = (tmp_path / name for name in ("v.ckpt", "clip.pt", "other.pt"))
    torch.save(published_visah(tiny_rebalancer(PUBLISHED_TINY)), file)
    for path, given in ((clip, encoder), (wrong, other)):
        torch.save({f"visual.{k}": v for k, v in given.state_dict().items()}, path)
    folder, told = import_checkpoint(ImportRequest(file, further=(clip,)))
    assert (told.config.clip_side, told.config.clip_layers) == (28, 1)
    save_file({f"visual.{k}": v for k, v in encoder.state_dict().items()}, tmp_path / _COMPANION)
    _, beside = import_checkpoint(ImportRequest(file, overwrite=True))
    assert beside.config == told.config
    (tmp_path / _COMPANION).unlink()
    network, _ = load_model(folder)
    frames = torch.randint(0, 255, (2, 30, 50, 3), dtype=torch.uint8).numpy()
    with torch.no_grad():
        expected = encoder(clip_pixels(frames, 28, "cropped"))
        expected /= expected.norm(dim=-1, keepdim=True)
        torch.testing.assert_close(network.seen(frames), expected)
    for given, sentence in ((wrong, "gives 7 numbers"), (file, "holds no image encoder")):
        with pytest.raises(ModelError, match=sentence):
            import_checkpoint(ImportRequest(file, further=(given,), overwrite=True))
