"""Checkpoints of the published layouts with seeded random weights, at sizes for tests."""

from pathlib import Path

import torch
from torch import Tensor

from cass_core.model.published.builders import build_published
from cass_core.model.published.config import PublishedConfig
from cass_core.stem_names import Stem

DX, FX, MX = Stem.DX, Stem.FX, Stem.MX
SMALL_MRX = {"windows": [128, 256, 512], "hop": 256, "hidden": 8, "layers": 2}


def random_state(config: PublishedConfig, seed: int = 0) -> dict[str, Tensor]:
    """Weights of a network with statistics as training leaves them: nothing zero, nothing wild."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        state = build_published(config).state_dict()
        return {
            name: value + 0.02 * torch.rand_like(value) if value.is_floating_point() else value
            for name, value in state.items()
        }


def mrx_config(**sizes) -> PublishedConfig:
    """MRX as the importer describes it."""
    return PublishedConfig(
        "mrx", 44_100, 1, (MX, DX, FX), 12 * 44_100, 9 * 44_100, "linear", -27.0,
        SMALL_MRX | sizes,
    )  # fmt: skip


def write_checkpoint(path: Path, payload) -> Path:
    """Save as publishers do."""
    torch.save(payload, path)
    return path
