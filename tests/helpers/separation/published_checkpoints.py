"""Checkpoints of the published layouts with seeded random weights, at sizes for tests."""

import sys
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import torch
from torch import Tensor

from cass_core.model.published.builders import build_published
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork
from cass_core.stem_names import Stem

DX, FX, MX = Stem.DX, Stem.FX, Stem.MX
SMALL_HT_DEMUCS = {
    "width": 8, "growth": 2, "depth": 2, "n_fft": 256, "shrink": 8, "branches": 2,
    "decoder_branches": 0, "bottom": 16, "layers": 3, "heads": 2, "hidden": 32,
    "frequency_weight": 2.0,
}  # fmt: skip
SMALL_BANDIT = {
    "bands": 24, "n_fft": 2048, "hop": 512, "features": 4, "recurrent": 3, "layers": 4, "hidden": 5,
}  # fmt: skip
SMALL_TIGER = {
    "widths": [2, 2, 3, 4, 9, 1005], "hop": 512, "features": 12, "hidden": 10, "scales": 4,
    "heads": 3, "query": 2, "rounds": 8,
}  # fmt: skip
SMALL_MRX = {"windows": [512, 1024, 2048], "hop": 256, "hidden": 8, "layers": 2}


def mrx_config() -> PublishedConfig:
    """A small MRX as the importer describes it."""
    return PublishedConfig(
        "mrx", 44_100, 1, (MX, DX, FX), 12 * 44_100, 9 * 44_100, "linear", -27.0, SMALL_MRX
    )


def tiger_config() -> PublishedConfig:
    """A small TIGER-DnR as the importer describes it."""
    return PublishedConfig(
        "tiger-dnr", 44_100, 1, (DX, FX, MX), 12 * 44_100, 10 * 44_100, "linear", None,
        SMALL_TIGER,
    )  # fmt: skip


def bandit_config() -> PublishedConfig:
    """A small BandIt as the importer describes it."""
    sizes = SMALL_BANDIT | {"names": ["speech", "music", "effects"]}
    return PublishedConfig(
        "bandit", 44_100, 1, (DX, MX, FX), 6 * 44_100, 22_050, "hann", None, sizes
    )


def bandit_second_config() -> PublishedConfig:
    """A small Bandit v2."""
    sizes = SMALL_BANDIT | {"names": ["speech", "music", "sfx"]}
    return PublishedConfig(
        "bandit2", 48_000, 1, (DX, MX, FX), 8 * 48_000, 48_000, "hann", None, sizes
    )


def second_layout(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """BandIt's weights by the names of Bandit v2's checkpoints, doubles and windows included."""
    out = {"stft.window": torch.hann_window(2048), "istft.window": torch.hann_window(2048)}
    for name, value in state.items():
        parts = name.split(".")
        if parts[0] == "band_split":
            parts[3:4] = ["combined", "0" if parts[3] == "norm" else "1"]
        elif parts[0] == "tf_model":
            parts[2] = str(2 * int(parts[2]))
        elif parts[2] == "norm_mlp":
            place = {"norm": ["0"], "hidden": ["1", "0"], "output": ["2", "0"]}[parts[4]]
            out[".".join([*parts[:4], "combined", *place, parts[-1]])] = value
        out[".".join(parts)] = value.double() if "freq_weights" in name else value
    return out


def cdx23_config() -> PublishedConfig:
    """A small HT Demucs as the importer describes it."""
    return PublishedConfig(
        "mvsep-cdx23", 44_100, 2, (MX, FX, DX), 11_025, 2_205, "triangle", None, SMALL_HT_DEMUCS
    )


def demucs_payload(state: dict[str, Tensor]) -> dict[str, object]:
    """What Demucs saves: its class by name, the arguments and the state."""
    settings = {
        "sources": ["music", "effect", "dialog"], "audio_channels": 2, "samplerate": 44_100,
        "segment": Fraction(1, 4), "t_heads": 2, "channels": 8, "multi_freqs": [], "t_emb": "sin",
    }  # fmt: skip
    return {"klass": HTDemucs, "args": (), "kwargs": settings, "state": state}


class HTDemucs:
    """Stands for the publisher's class, which this program does not have."""


HTDemucs.__module__ = "demucs.htdemucs"


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
    publisher = ModuleType("demucs.htdemucs")
    publisher.HTDemucs = HTDemucs
    modules = {"demucs": ModuleType("demucs"), "demucs.htdemucs": publisher}
    with patch.dict(sys.modules, modules):
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
