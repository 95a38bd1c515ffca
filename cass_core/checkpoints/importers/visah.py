"""VisAH as its authors published it: a training system's checkpoint with the network in it.

The layers of Hybrid Demucs have Demucs' names. How the authors call the parts around them is not
known here; blocks of attention, and layers of the encoder of pictures, are found by the names that
latent diffusion and PyTorch give their own, wherever they stand. A file that has others is refused
by the name of the weight that is missing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from torch import Tensor

from cass_core.checkpoints.importers.clip import clip_config, clip_weights
from cass_core.checkpoints.importers.layout import Joined, PublishedLayout, Tensors, numbered
from cass_core.checkpoints.importers.reading import CheckpointFile
from cass_core.checkpoints.importers.sources import CLIP_PAGE
from cass_core.errors import ModelError, SettingsError
from cass_core.model.balancing.config import RebalancerConfig

_MARK = "encoder.4.dconv.layers.0.3.lstm.weight_ih_l0"
_DEMUCS = ("encoder.", "decoder.", "tencoder.", "tdecoder.", "freq_emb.")
_BLOCK, _LAYER = "transformer_blocks.0.attn1.to_q.weight", "layers.0.self_attn.in_proj_weight"
_OF_GUIDE = ("norm.", "proj_in.", "proj_out.", "transformer_blocks.")
_OF_CONTEXT = ("layers.", "norm.")
_IDLE = re.compile(r"(^|\.)(pe|pos_embed|inv_freq)$")
"""Codes of places, which count for nothing; see `PictureContext`."""
_HEAD_DIM = 32


def _describe(tensors: Tensors, _settings: Mapping[str, Any]) -> RebalancerConfig:
    """Sizes by the shapes; what no shape shows is as published."""
    named = _renamed(tensors)
    levels = range(numbered(named, "encoder.{}.conv.weight"))
    width, second = (len(named[f"encoder.{level}.conv.weight"]) for level in (0, 1))
    inner = len(named["guide.proj_in.weight"])
    return RebalancerConfig(
        width=width,
        growth=second // width,
        depth=len(levels),
        shrink=width // len(named["encoder.0.dconv.layers.0.0.weight"]),
        branches=numbered(named, "encoder.0.dconv.layers.{}.0.weight"),
        recurrent_from=_first(named, "encoder.{}.dconv.layers.0.3.lstm.weight_ih_l0", levels),
        norm_from=_first(named, "encoder.{}.norm1.weight", levels),
        inner=inner,
        heads=inner // _HEAD_DIM,
        blocks=numbered(named, "guide.transformer_blocks.{}.norm1.weight"),
        picture=named["context.proj.weight"].shape[1],
        context_layers=numbered(named, "context.layers.{}.norm1.weight"),
        context_hidden=len(named["context.layers.0.linear1.weight"]),
        context_norm="context.norm.weight" in named,
    )


def _first(tensors: Tensors, pattern: str, levels: range) -> int:
    """The first level that has such a weight."""
    return next(level for level in levels if pattern.format(level) in tensors)


def _renamed(tensors: Tensors) -> dict[str, Tensor]:
    """All weights by the project's names."""
    return dict(_by_our_names(tensors, _before(tensors, _BLOCK), _before(tensors, _LAYER)))


def _before(tensors: Tensors, end: str) -> str:
    """What stands before the one name with that end; KeyError where there is none."""
    found = [name.removesuffix(end) for name in tensors if name.endswith(end)]
    if len(found) != 1:
        raise KeyError(end)
    return found[0]


def _by_our_names(tensors: Tensors, guide: str, context: str) -> Iterator[tuple[str, Tensor]]:
    for name, value in tensors.items():
        if name.startswith(_DEMUCS):
            yield name, value
        elif name.startswith(tuple(guide + part for part in _OF_GUIDE)):
            yield f"guide.{name.removeprefix(guide)}", value
        elif name.startswith(tuple(context + part for part in _OF_CONTEXT)):
            yield f"context.{name.removeprefix(context)}", value
        elif name.endswith(".weight") and value.ndim == 2:
            yield "context.proj.weight", value  # the only other layer there is
        elif name.endswith(".bias") and value.ndim == 1:
            yield "context.proj.bias", value
        elif not _IDLE.search(name):
            yield name, value


def _joined(
    config: RebalancerConfig, state: dict[str, Tensor], files: Sequence[CheckpointFile]
) -> Joined:
    """Let CLIP's image encoder join, which was published apart."""
    if not files:
        return config, state
    file, *others = files
    if others:
        raise SettingsError("VisAH has one encoder of pictures; give one file --with.")
    try:
        weights = clip_weights(file.tensors)
        clip = clip_config(weights)
    except (LookupError, ValueError) as error:
        raise ModelError(
            f"{file.path} holds no image encoder of CLIP; get model.safetensors of {CLIP_PAGE}."
        ) from error
    if clip.out_dim != config.picture:
        raise ModelError(
            f"{file.path} gives {clip.out_dim} numbers for a picture and VisAH takes "
            f"{config.picture}; get model.safetensors of {CLIP_PAGE}."
        )
    joined = {f"clip.{name}": value for name, value in weights.items()}
    with_clip = replace(
        config,
        clip_side=clip.side,
        clip_patch=clip.patch,
        clip_width=clip.width,
        clip_layers=clip.layers,
    )
    return with_clip, state | joined


LAYOUT = PublishedLayout(
    "visah",
    "VisAH",
    "none stated by the publisher",
    _MARK,
    _describe,
    renamed=_renamed,
    joined=_joined,
    companion="model.safetensors",
)
