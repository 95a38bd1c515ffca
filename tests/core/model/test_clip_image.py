"""CLIP's image encoder against the libraries that have it, from the files that they write."""

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from cass_core.checkpoints.importers.clip import load_clip
from cass_core.dsp.torchaudio_functions import torchaudio_module
from cass_core.errors import ModelError
from cass_core.model.clip_image import ClipConfig, ClipImageEncoder, clip_pixels


def theirs(library):
    """A small encoder of a library with random weights, and what it gives for pixels."""
    torch.manual_seed(0)
    torchaudio_module("functional")  # transformers imports it, and its compiled part may not load
    if library == "transformers":
        transformers = pytest.importorskip("transformers")
        config = transformers.CLIPVisionConfig(
            hidden_size=128, intermediate_size=512, num_hidden_layers=2, num_attention_heads=2,
            image_size=64, patch_size=16, projection_dim=24,
        )  # fmt: skip
        model = transformers.CLIPVisionModelWithProjection(config).eval()
        return model.state_dict(), lambda pixels: model(pixels).image_embeds
    open_clip = pytest.importorskip("open_clip")
    tower = {"image_size": 64, "layers": 2, "width": 128, "head_width": 64, "patch_size": 16}
    text = {"context_length": 8, "vocab_size": 50, "width": 32, "heads": 2, "layers": 1}
    model = open_clip.CLIP(24, tower, text, quick_gelu=True).eval()
    return model.state_dict(), model.encode_image


@pytest.mark.parametrize("library", ["transformers", "open_clip"])
@pytest.mark.parametrize("ending", ["safetensors", "bin"])
def test_the_same_file_gives_what_the_library_gives(library, ending, tmp_path):
    state, encode = theirs(library)
    path = tmp_path / f"model.{ending}"
    write = save_file if ending == "safetensors" else torch.save
    write({k: v.contiguous() for k, v in state.items()}, path)
    encoder = load_clip(path)
    assert encoder.config == ClipConfig(side=64, patch=16, width=128, layers=2, out_dim=24)
    pixels = torch.randn(3, 3, 64, 64)
    with torch.no_grad():
        torch.testing.assert_close(encoder(pixels), encode(pixels), atol=1e-5, rtol=1e-5)


def test_the_published_sizes_have_the_published_weights():
    with torch.device("meta"):
        base = ClipImageEncoder(ClipConfig())
        large = ClipImageEncoder(ClipConfig(patch=14, width=1024, layers=24, out_dim=768))
    assert sum(p.numel() for p in base.parameters()) == 87_849_216
    assert sum(p.numel() for p in large.parameters()) == 303_966_208


def test_pictures_are_stretched_or_cropped_and_shifted():
    pictures = np.zeros((1, 40, 80, 3), np.uint8)
    pictures[:, :, 20:60] = 255
    stretched, cropped = (clip_pixels(pictures, 16, how) for how in ("stretched", "cropped"))
    black = torch.tensor([-1.7923, -1.7521, -1.4802])
    torch.testing.assert_close(stretched[0, :, 8, 0], black, atol=1e-3, rtol=0)
    assert cropped.shape == (1, 3, 16, 16)
    torch.testing.assert_close(cropped, cropped[:, :, :1, :1].expand_as(cropped))


def test_another_file_is_refused_with_one_sentence(tmp_path):
    path = tmp_path / "other.safetensors"
    save_file({"visual.conv1.weight": torch.zeros(4, 3, 2, 2)}, path)
    with pytest.raises(ModelError, match="holds no image encoder of CLIP"):
        load_clip(path)
