"""Checkpoints of the published layouts with seeded random weights, at sizes for tests."""

from pathlib import Path

import torch
from torch import Tensor

from cass_core.model.published.builders import build_published
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork
from cass_core.stem_names import Stem

DX, FX, MX = Stem.DX, Stem.FX, Stem.MX
SMALL_MRX = {"windows": [512, 1024, 2048], "hop": 256, "hidden": 8, "layers": 2}


def mrx_config() -> PublishedConfig:
    """A small MRX as the importer describes it."""
    return PublishedConfig(
        "mrx", 44_100, 1, (MX, DX, FX), 12 * 44_100, 9 * 44_100, "linear", -27.0, SMALL_MRX
    )


def random_network(config: PublishedConfig, seed: int = 0) -> PublishedNetwork:
    """A network whose weights hide nothing behind zeros."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = build_published(config).eval()
        for parameter in network.parameters():
            parameter.data += 0.02 * torch.rand_like(parameter)
    return network


def random_state(config: PublishedConfig, seed: int = 0) -> dict[str, Tensor]:
    """Its weights."""
    return dict(random_network(config, seed).state_dict())


def write_checkpoint(path: Path, payload: object) -> Path:
    """Save as publishers do."""
    torch.save(payload, path)
    return path


class SharesNetwork(PublishedNetwork):
    """Stems that are fixed shares of what is heard; the shares may leave a remainder."""

    def __init__(self, shares=(0.2, 0.3, 0.1), most_rows: int = 99) -> None:
        super().__init__()
        self.shares, self.most_rows = torch.tensor(shares), most_rows
        self.heard, self.kind = [], ""

    def to(self, kind):
        self.kind = kind
        return self

    def forward(self, sound: Tensor) -> Tensor:
        if self.kind != "cpu" and len(sound) > self.most_rows:
            raise torch.OutOfMemoryError("CUDA out of memory")
        self.heard.append(sound)
        return self.shares[:, None, None] * sound[:, None]
