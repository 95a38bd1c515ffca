"""CLIP's image encoder out of the files that there are of it.

Three publications have the same weights: OpenAI and `open_clip` under the names of
`ClipImageEncoder` behind "visual.", Hugging Face's `transformers` under its own.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from cass_core.checkpoints.importers.layout import numbered, without_prefix
from cass_core.checkpoints.importers.reading import read_checkpoint
from cass_core.errors import ModelError
from cass_core.model.clip_image import ClipConfig, ClipImageEncoder

_MARK = "conv1.weight"
_VISUAL = "visual.conv1.weight"
_THEIR_MARK = "vision_model.embeddings.class_embedding"
_THEIR_PROJECTION = "visual_projection.weight"
_LAYER = "encoder.layers.{}.layer_norm1.weight"
_PARTS = {"layer_norm1": "ln_1", "layer_norm2": "ln_2", "mlp.fc1": "mlp.c_fc",
          "mlp.fc2": "mlp.c_proj", "self_attn.out_proj": "attn.out_proj"}  # fmt: skip
_AROUND = {
    "embeddings.class_embedding": "class_embedding",
    "embeddings.position_embedding.weight": "positional_embedding",
    "embeddings.patch_embedding.weight": "conv1.weight",
    "pre_layrnorm.weight": "ln_pre.weight",
    "pre_layrnorm.bias": "ln_pre.bias",
    "post_layernorm.weight": "ln_post.weight",
    "post_layernorm.bias": "ln_post.bias",
}


def load_clip(path: Path) -> ClipImageEncoder:
    """CLIP's image encoder of a file; the half that reads sentences is left out.

    Args:
        path: `open_clip_pytorch_model.bin`, `model.safetensors` of OpenAI's CLIP, or the like.

    Returns:
        The encoder, ready to be used.

    Raises:
        ModelError: the file holds none, or cannot be read.
    """
    tensors = read_checkpoint(path, of_interest=is_of_image_half).tensors
    try:
        weights = clip_weights(tensors)
        encoder = ClipImageEncoder(clip_config(weights))
        encoder.load_state_dict(weights)
    except (LookupError, ValueError, RuntimeError, ArithmeticError) as error:
        raise ModelError(
            f"{path} holds no image encoder of CLIP; get model.safetensors of "
            "openai/clip-vit-base-patch32 or of another size."
        ) from error
    return encoder.eval()


def is_of_image_half(name: str) -> bool:
    """Whether a weight of a file can be one that the image encoder needs."""
    return re.search(r"(^|\.)(visual|vision_model|visual_projection)\.", name) is not None


def clip_weights(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The encoder's weights by the names of `ClipImageEncoder`.

    Args:
        tensors: of a file or of a part of it, whatever stands before their names.

    Returns:
        The weights, in single precision.

    Raises:
        LookupError: there is no image encoder of CLIP among them.
    """
    theirs = without_prefix(tensors, _THEIR_MARK)
    if theirs:
        weights = _renamed(theirs)
    else:
        weights = without_prefix(tensors, _VISUAL)
        weights = {k.removeprefix("visual."): v for k, v in weights.items() if "visual." in k}
    if _MARK not in weights:
        raise KeyError(_VISUAL)
    return {name: value.float() for name, value in weights.items()}


def clip_config(weights: Mapping[str, Tensor]) -> ClipConfig:
    """Sizes by the shapes of the weights; LookupError where one is missing."""
    width, _, patch, _ = weights[_MARK].shape
    squares = len(weights["positional_embedding"]) - 1
    side = round(squares**0.5)
    if side * side != squares:
        raise ValueError(f"{squares} patches are no square")
    return ClipConfig(
        side=side * patch,
        patch=patch,
        width=width,
        layers=numbered(weights, "transformer.resblocks.{}.ln_1.weight"),
        out_dim=weights["proj"].shape[1],
    )


def _renamed(theirs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """From the names of `transformers`; its three projections are one matrix here."""
    vision = without_prefix(theirs, "embeddings.class_embedding")
    weights = {ours: vision[name] for name, ours in _AROUND.items()}
    weights["proj"] = theirs[_THEIR_PROJECTION].T.contiguous()
    for layer in range(numbered(vision, _LAYER)):
        here, there = f"encoder.layers.{layer}", f"transformer.resblocks.{layer}"
        for kind in ("weight", "bias"):
            three = [vision[f"{here}.self_attn.{part}_proj.{kind}"] for part in "qkv"]
            weights[f"{there}.attn.in_proj_{kind}"] = torch.cat(three)
            for name, ours in _PARTS.items():
                weights[f"{there}.{ours}.{kind}"] = vision[f"{here}.{name}.{kind}"]
    return weights
