"""The checkpoints of AV-CASS that its authors published, and the encoders that belong to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast, get_args

from torch import Tensor

from cass_core.checkpoints.importers.layout import (
    Joined,
    PublishedLayout,
    Tensors,
    numbered,
    without_prefix,
)
from cass_core.checkpoints.importers.reading import CheckpointFile
from cass_core.config import FlowConfig, ModelConfig, VisionConfig
from cass_core.errors import ModelError, SettingsError
from cass_core.model.released.front_ends import FrontEndName, front_end
from cass_core.network_sizes import AttentionUNetConfig

_HEAD_DIMS = {False: 8, True: 64}
"""Of the scripts that separate, without and with the picture, where the file does not say it."""
_STEPS = 127  # of the paper: 128 points in time
_WINDOW_FRAMES = 512
_LICENCE = "none stated by the publisher"
_HEARS_ONLY = VisionConfig(face="none", scene="none")

_FACE_MARK, _SCENE_MARK = "visualTCN.net.0.net.2.weight", "video_encoder.conv1.conv.weight"
_ALIGNERS = {"scene": r"fusion\.vid_feature_aligner\.", "face": r"fusion\.vid_feature_aligner_tkn_"}
_STAGES, _PLACES = (1, 2, 3, 4), {"conv": 0, "bn": 1}
_CROSS = r"unet\..*\.cross_attentions\."


def _describe(tensors: Tensors, settings: Mapping[str, Any]) -> ModelConfig:
    """Sizes by the shapes; the heads, which no shape shows, by the script's arguments."""
    sees = any("cross_attentions" in name for name in tensors)
    levels = range(numbered(tensors, "model.down_blocks.{}.resnets.0.conv1.bias"))
    block, first = "attentions.0.to_q.bias", "resnets.0.conv1.bias"
    head_dim = settings.get("attention_head_dim")
    sizes = AttentionUNetConfig(
        widths=tuple(len(tensors[f"model.down_blocks.{i}.{first}"]) for i in levels),
        blocks=numbered(tensors, "model.down_blocks.0.resnets.{}.conv1.bias"),
        attention_levels=tuple(i for i in levels if f"model.down_blocks.{i}.{block}" in tensors),
        head_dim=_HEAD_DIMS[sees] if head_dim is None else int(head_dim),
    )
    return ModelConfig(
        name="av-cass" if sees else "ao-cass",
        window_frames=_WINDOW_FRAMES,
        spectrogram=front_end("released", takes_picture=sees),
        flow=FlowConfig(times="weighted"),
        vision=replace(_HEARS_ONLY, shared_dim=512, context_dim=512) if sees else _HEARS_ONLY,
        attention=sizes,
    )


def _renamed(tensors: Tensors) -> dict[str, Tensor]:
    """The field's weights and those of the picture's way in."""
    return {
        f"unet.{name.removeprefix('model.')}" if name.startswith("model.") else f"fusion.{name}": v
        for name, v in tensors.items()
    }


def with_front_end(config: ModelConfig, name: str) -> ModelConfig:
    """A model of AV-CASS with one of its front ends.

    Args:
        config: of the model; its name tells which network it is.
        name: "released" as the scripts that separate have it, "trained" as in training.

    Returns:
        The other configuration.
    """
    if name not in get_args(FrontEndName):
        known = ", ".join(get_args(FrontEndName))
        raise SettingsError(f"There is no front end '{name}'; choose one of {known}.")
    chosen = front_end(cast(FrontEndName, name), takes_picture=config.name == "av-cass")
    return replace(config, spectrogram=chosen)


def _joined(
    config: ModelConfig, state: dict[str, Tensor], files: Sequence[CheckpointFile]
) -> Joined:
    """Let the encoders join that the files hold; without any the network hears only."""
    found: dict[str, dict[str, Tensor]] = {}
    for file in files:
        stream, weights = encoder_weights(file)
        if config.name != "av-cass":
            raise SettingsError("This checkpoint of AV-CASS hears only; leave --with out.")
        found[stream] = weights
    vision = replace(
        config.vision,
        face="face_video" if "face" in found else "none",
        scene="slow_only" if "scene" in found else "none",
    )
    unused = [pattern for stream, pattern in _ALIGNERS.items() if stream not in found]
    unused += [] if found else [_CROSS]
    kept = {k: v for k, v in state.items() if not any(re.match(p, k) for p in unused)}
    for stream, weights in found.items():
        kept |= {f"{stream}_encoder.{name}": value for name, value in weights.items()}
    return replace(config, vision=vision), kept


def encoder_weights(file: CheckpointFile) -> tuple[str, dict[str, Tensor]]:
    """Which stream's encoder a published file holds, and its weights by the project's names.

    Args:
        file: CAVP's or that of the face encoder.

    Returns:
        "scene" or "face", and the weights.

    Raises:
        ModelError: it is neither.
    """
    face = without_prefix(file.tensors, _FACE_MARK)
    if face:
        return "face", face
    scene = without_prefix(file.tensors, _SCENE_MARK)
    if not scene:
        raise ModelError(
            f"{file.path} is no picture encoder of AV-CASS; name the file of CAVP or that "
            "of the face encoder."
        )
    return "scene", dict(_cavp_weights(scene))


def _cavp_weights(tensors: Tensors) -> Iterator[tuple[str, Tensor]]:
    """CAVP's video half by the names of `SlowOnlyEncoder`; its audio half is left out."""
    depths = [numbered(tensors, f"video_encoder.layer{n}.{{}}.conv1.conv.weight") for n in _STAGES]
    for name, value in tensors.items():
        parts = name.split(".")
        if parts[0] == "video_project_head":
            yield f"project.{parts[1]}", value
        elif parts[:2] == ["video_encoder", "conv1"]:
            yield f"stem.{_PLACES[parts[2]]}.{parts[3]}", value
        elif parts[0] == "video_encoder" and parts[1].startswith("layer"):
            stage, block, layer, part, last = int(parts[1][5:]), *parts[2:]
            place = sum(depths[: stage - 1]) + int(block)
            first = 0 if layer == "downsample" else 3 * (int(layer[-1]) - 1)
            where = "shortcut" if layer == "downsample" else "body"
            yield f"stages.{place}.{where}.{first + _PLACES[part]}.{last}", value


def _layout(kind: str, title: str, mark: str) -> PublishedLayout:
    return PublishedLayout(
        kind=kind,
        title=title,
        licence=_LICENCE,
        mark=f"model.mid_block.{mark}",
        describe=_describe,
        renamed=_renamed,
        default_steps=_STEPS,
        with_front_end=with_front_end,
        joined=_joined,
    )


SEEING = _layout("av-cass", "AV-CASS", "cross_attentions.0.zero_conv.weight")
HEARING = _layout("ao-cass", "AV-CASS, audio only", "attentions.0.to_q.weight")
