"""Which weights a stage of the training begins with, and which it leaves alone."""

from pathlib import Path

import torch

from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.importers.avcass import encoder_weights
from cass_core.checkpoints.importers.reading import read_checkpoint
from cass_core.compute_device import channels_innermost
from cass_core.config import ModelConfig
from cass_core.errors import ModelError
from cass_core.model.builders import build
from cass_core.model.fusion import VisualEntry
from cass_core.model.released.blocks import ZeroAttention
from cass_core.model.velocity_net import VelocityNet
from cass_core.training.train_settings import TrainSettings

_OF_THE_PICTURE = ("face_encoder.", "scene_encoder.", "fusion.", ".cross_attentions.")


def first_network(config: ModelConfig, settings: TrainSettings) -> VelocityNet:
    """The network before its first step, in a number format that is fast in training."""
    network = build(config)
    if settings.start_from is not None:
        _take_weights(network, config, settings.start_from)
    for path in settings.encoders:
        _take_encoder(network, path)
    return compute_format(network, settings.device)


def compute_format(network: VelocityNet, device: str) -> VelocityNet:
    """The number format and memory layout that are fast in training: bfloat16, channels_last."""
    return channels_innermost(network.to(device, torch.bfloat16))


def freeze(network: VelocityNet, settings: TrainSettings) -> None:
    """Keep weights as they are: all of the picture's while sound is trained, or its encoders'."""
    encoders = [network.face_encoder, network.scene_encoder]
    still = encoders if settings.freeze_encoders or settings.stage == "sound" else []
    if settings.stage == "sound":
        entries = [m for m in network.unet.modules() if isinstance(m, VisualEntry | ZeroAttention)]
        still = [*still, network.fusion, *entries]
    for module in still:
        if module is not None:
            module.requires_grad_(False).eval()


def _take_weights(network: VelocityNet, config: ModelConfig, folder: Path) -> None:
    """Begin with a model of the same size, or with one that hears only and is else the same."""
    with torch.random.fork_rng(devices=[]):  # the seed's numbers are the training's
        other, description = load_model(folder)
    try:
        found = network.load_state_dict(other.state_dict(), strict=False)
    except (RuntimeError, AttributeError) as error:
        raise _other_size(folder) from error
    hears_only = not description.config.takes_picture and bool(found.missing_keys)
    lacks_sound = [n for n in found.missing_keys if not any(part in n for part in _OF_THE_PICTURE)]
    # heads of another size have weights of the same shapes
    heads = getattr(description.config, "attention", None) != config.attention
    if found.unexpected_keys or lacks_sound or heads or (found.missing_keys and not hears_only):
        raise _other_size(folder)


def _other_size(folder: Path) -> ModelError:
    return ModelError(
        f"The model in {folder} is of another size; choose one of the size that is trained."
    )


def _take_encoder(network: VelocityNet, path: Path) -> None:
    """Take a published picture encoder's weights; batch counters may be missing."""
    stream, weights = encoder_weights(read_checkpoint(path))
    encoder = network.scene_encoder if stream == "scene" else network.face_encoder
    try:
        if encoder is None:
            raise KeyError(stream)
        found = encoder.load_state_dict(weights, strict=False)
        if found.unexpected_keys or any("num_batches" not in name for name in found.missing_keys):
            raise KeyError(stream)
    except (KeyError, RuntimeError) as error:
        raise ModelError(
            f"{path} does not fit the {stream} encoder of the size that is trained; "
            "published encoders belong to av_cass_paper."
        ) from error
