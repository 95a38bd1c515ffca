"""The checkpoints of DAVIS-Flow: the separator's file, and the one of what looks at pictures.

The paper counts 35.04 million weights of the separator. `DavisUNet` is written from its text and
has 35.76 million, so a file whose layers differ is refused by the name of the first of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from torch import Tensor

from cass_core.checkpoints.importers.clip import clip_config, clip_weights
from cass_core.checkpoints.importers.layout import (
    Joined,
    PublishedLayout,
    Tensors,
    numbered,
    without_prefix,
)
from cass_core.checkpoints.importers.reading import CheckpointFile
from cass_core.errors import ModelError, SettingsError
from cass_core.model.davis.config import KIND, DavisConfig

_LICENCE = "MIT by the paper; none stated beside the files"
_HEAD_DIM = 32
_MARK = "mid_attn.fn.fn.to_qkv.weight"
_FRAME_MARK = "encoder.layers.0.linear1.weight"
_FRONT_ENDS: Mapping[str, Mapping[str, Any]] = {
    "music": {},
    "ave": {"rate_hz": 11_000, "frames": 430, "num_pictures": 10},
}


def _describe(tensors: Tensors, _settings: Mapping[str, Any]) -> DavisConfig:
    """Sizes by the shapes."""
    first = tensors["downs.0.2.fn.attn_conv_Q_0.2.gamma"]
    dim = tensors["init_conv.weight"].shape[0]
    away = [f"downs.{level}.3" for level in range(numbered(tensors, "downs.{}.0.block1.norm.bias"))]
    outs = [
        next(tensors[key] for key in (f"{name}.1.bias", f"{name}.bias") if key in tensors)
        for name in away
    ]
    return DavisConfig(
        side=first.shape[2],
        dim=dim,
        multiples=tuple(len(out) // dim for out in outs),
        heads=tensors[_MARK].shape[0] // (3 * _HEAD_DIM),
        query_size=first.shape[1] * first.shape[2],
    )


def _renamed(tensors: Tensors) -> dict[str, Tensor]:
    return {f"unet.{name}": value for name, value in tensors.items()}


def with_front_end(config: DavisConfig, name: str) -> DavisConfig:
    """A model with the front end of one of the published trainings.

    Args:
        config: of the model.
        name: "music" for instruments, windows of 6 s, "ave" for everyday sounds, 10 s.

    Returns:
        The other configuration.
    """
    if name not in _FRONT_ENDS:
        raise SettingsError(
            f"There is no front end '{name}'; choose one of {', '.join(_FRONT_ENDS)}."
        )
    return replace(config, **_FRONT_ENDS[name])


def _joined(
    config: DavisConfig, state: dict[str, Tensor], files: Sequence[CheckpointFile]
) -> Joined:
    """Let what looks at pictures join."""
    if len(files) != 1:
        raise SettingsError(
            "DAVIS-Flow needs one more file, which looks at the picture; put frame_best.pth beside "
            "it, or name it: --with frame_best.pth."
        )
    tensors = files[0].tensors
    frames = without_prefix(
        {name: value for name, value in tensors.items() if "temporal_transformer." in name},
        _FRAME_MARK,
    )
    try:
        clip = clip_weights(tensors)
        sizes = clip_config(clip)
        layers = numbered(frames, "encoder.layers.{}.linear1.weight")
        hidden = len(frames["encoder.layers.0.linear1.bias"])
    except (LookupError, ValueError) as error:
        raise ModelError(
            f"{files[0].path} is not what looks at the picture; --with takes frame_best.pth."
        ) from error
    state |= {f"clip.{name}": value for name, value in clip.items()}
    state |= {f"temporal_transformer.{name}": value for name, value in frames.items()}
    return replace(config, clip=sizes, frame_layers=layers, frame_hidden=hidden), state


LAYOUT = PublishedLayout(
    kind=KIND,
    title="DAVIS-Flow",
    licence=_LICENCE,
    mark=_MARK,
    describe=_describe,
    renamed=_renamed,
    default_steps=2,
    with_front_end=with_front_end,
    joined=_joined,
    companion="frame_best.pth",
)
