"""AV-CASS as its authors lay it out in files, with seeded random weights, at sizes for tests."""

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from cass_core.config import ModelConfig, VisionConfig
from cass_core.model.builders import build, named_config
from cass_core.model.velocity_net import VelocityNet
from cass_core.network_sizes import AttentionUNetConfig

HEARING = VisionConfig(face="none", scene="none")
SEEING = named_config("av_cass_paper").vision
SMALL = AttentionUNetConfig(widths=(32, 32, 32, 64), blocks=1, attention_levels=(3,), head_dim=8)


def released_config(vision: VisionConfig = HEARING, **values: object) -> ModelConfig:
    """The released layout: tiny, with windows as long as published ones are."""
    config = replace(named_config("av_cass_paper"), vision=vision, attention=SMALL)
    return replace(config, **values)


def released_network(config: ModelConfig, seed: int = 0) -> VelocityNet:
    """A network whose weights hide nothing behind zeros."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = build(config).eval()
        for parameter in network.parameters():
            parameter.data += 0.05 * torch.randn_like(parameter)
    return network


def published_state(network: VelocityNet) -> dict[str, Tensor]:
    """The weights of the field and of the picture's way in, by their published names."""
    ways = {"unet.": "model.", "fusion.": ""}
    return {
        published + name.removeprefix(own): value
        for own, published in ways.items()
        for name, value in network.state_dict().items()
        if name.startswith(own)
    }


def write_published(folder: Path, network: VelocityNet, names: tuple[str, str, str]) -> list[Path]:
    """The three files of the audio-visual model: field, scene encoder, face encoder."""
    payloads = (
        released_payload(network, attention_head_dim=16),
        cavp_payload(network.scene_encoder),
        face_payload(network.face_encoder),
    )
    paths = [folder / name for name in names]
    for path, payload in zip(paths, payloads, strict=True):
        torch.save(payload, path)
    return paths


def released_payload(network: VelocityNet, **args: object) -> dict[str, object]:
    """A whole checkpoint: the average, the weights, Adam's state, the script's arguments."""
    average = published_state(network)
    last = {name: value + 1 for name, value in average.items()}
    moments = {
        number: {"step": torch.tensor(7.0), "exp_avg": value.clone(), "exp_avg_sq": value.square()}
        for number, value in enumerate(last.values())
    }
    groups = [{"lr": 1e-4, "betas": (0.9, 0.999), "params": list(moments)}]
    values = {"model": "UNet2d_S2", "results_dir": Path("results"), "epochs": 1400} | args
    return {
        "model": last,
        "ema": average,
        "opt": {"state": moments, "param_groups": groups},
        "args": argparse.Namespace(**values),
    }


def cavp_payload(encoder: nn.Module) -> dict[str, object]:
    """CAVP's file: both halves under a level and a prefix."""
    state: dict[str, Tensor] = {"module.audio_encoder.fc1.weight": torch.zeros(3)}
    parts = ("conv", "bn")
    names = [f"layer{n}.{i}" for n, depth in enumerate((3, 4, 6, 3), 1) for i in range(depth)]
    for name, value in encoder.state_dict().items():
        group, *rest = name.split(".")
        if group == "project":
            published = f"video_project_head.{rest[0]}"
        elif group == "stem":
            published = f"video_encoder.conv1.{parts[int(rest[0])]}.{rest[1]}"
        else:
            block, way, place, last = rest
            number, part = divmod(int(place), 3)
            layer = f"conv{number + 1}" if way == "body" else "downsample"
            published = f"video_encoder.{names[int(block)]}.{layer}.{parts[part]}.{last}"
        state[f"module.{published}"] = value
    return {"state_dict": state, "epoch": 66}


def face_payload(encoder: nn.Module) -> dict[str, object]:
    """The face encoder's file as its authors saved the whole denoiser."""
    prefix = "denoiser_net.visual_encoder."
    return {"state_dict": {prefix + name: value for name, value in encoder.state_dict().items()}}
