"""Which weights a stage of the training begins with, and which it leaves alone."""

from pathlib import Path

import torch

from cass_core.checkpoints.checkpoint import load_model
from cass_core.compute_device import channels_innermost
from cass_core.config import ModelConfig
from cass_core.errors import ModelError
from cass_core.model.builders import build
from cass_core.model.fusion import VisualEntry
from cass_core.model.released.blocks import ZeroAttention
from cass_core.model.velocity_net import VelocityNet
from cass_core.training.train_settings import TrainSettings


def first_network(config: ModelConfig, settings: TrainSettings) -> VelocityNet:
    """The network before its first step, in a number format that is fast in training."""
    network = build(config)
    if settings.start_from is not None:
        _take_weights(network, settings.start_from)
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


def _take_weights(network: VelocityNet, folder: Path) -> None:
    with torch.random.fork_rng(devices=[]):  # the seed's numbers are the training's
        other, _ = load_model(folder)
    try:
        network.load_state_dict(other.state_dict())
    except (RuntimeError, AttributeError) as error:
        raise ModelError(
            f"The model in {folder} is of another size; choose one of the size that is trained."
        ) from error
