"""A model folder of the size `unittest_tiny`, with seeded random weights."""

from pathlib import Path

import torch

from cass_core.checkpoints.checkpoint import save_model
from cass_core.model.builders import build, named_config


def write_tiny_model(folder: Path, seed: int = 0) -> Path:
    """Write the model; separating with it takes a second and gives three different stems."""
    config = named_config("unittest_tiny")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = build(config)
        for parameter in network.parameters():  # zero-initialised layers would give equal stems
            parameter.data += 0.05 * torch.randn_like(parameter)
    save_model(
        folder,
        network.state_dict(),
        config,
        licence="CC0-1.0",
        default_steps=2,
        notes={"purpose": "tests"},
    )
    return folder
