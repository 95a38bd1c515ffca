"""AV-CASS as its authors lay it out in files, with seeded random weights, at sizes for tests."""

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from cass_core.config import AttentionUNetConfig, ModelConfig, VisionConfig
from cass_core.model.builders import build, named_config
from cass_core.model.velocity_net import VelocityNet

HEARING = VisionConfig(face="none", scene="none")
SEEING = named_config("av_cass_paper").vision
SMALL = AttentionUNetConfig(widths=(16, 32), blocks=1, attention_levels=(1,), head_dim=8, groups=4)


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


def released_payload(network: VelocityNet, **args: object) -> dict[str, object]:
    """A whole checkpoint: the average, the weights, Adam's state, the script's arguments."""
    average = published_state(network)
    last = {name: value + 1 for name, value in average.items()}
    moments = {
        number: {"step": torch.tensor(7.0), "exp_avg": value, "exp_avg_sq": value.square()}
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
