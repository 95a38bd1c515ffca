"""Small networks that balance by the picture, with random weights."""

from dataclasses import replace

import torch
from torch import Tensor

from cass_core.model.balancing.config import RebalancerConfig
from cass_core.model.balancing.visah import VisAH

TINY = RebalancerConfig(
    rate_hz=8_000, window=16_000, hop=12_000, width=8, depth=3, norm_from=1, recurrent_from=1,
    groups=2, inner=16, heads=4, blocks=2, picture=6, context_layers=2, context_hidden=24,
)  # fmt: skip

TINY_SEEING = replace(TINY, clip_side=28, clip_patch=14, clip_width=64, clip_layers=1)
"""With an encoder of pictures."""


def tiny_rebalancer(config: RebalancerConfig = TINY, seed: int = 0) -> VisAH:
    """A network in which every weight counts."""
    torch.manual_seed(seed)
    network = VisAH(config)
    for parameter in network.parameters():
        parameter.data += 0.05 * torch.randn_like(parameter)
    return network


PUBLISHED_TINY = RebalancerConfig(
    width=4, depth=5, inner=64, heads=2, blocks=2, picture=6, context_layers=2, context_hidden=24
)
"""As much of the published sizes as a small file can have."""


def published_visah(network: VisAH, *, without: str = "", **further: object) -> dict[str, object]:
    """What the authors' training system saves, all names around the layers of Demucs supposed.

    Args:
        network: whose weights.
        without: name of a weight that is left out.
        **further: what else stands in the file.

    Returns:
        For `torch.save`.
    """
    names = {
        "guide.": "av_transformer.",
        "context.proj.": "context_proj.",
        "context.": "context_encoder.",
    }
    state: dict[str, Tensor] = {}
    for name, value in network.state_dict().items():
        old = next((old for old in names if name.startswith(old)), "")
        if name != without:
            state[f"model.{names.get(old, '')}{name.removeprefix(old)}"] = value
    state["model.context_encoder.pos.pe"] = torch.zeros(10, 1, 4)
    state["loss.stft_losses.0.window"] = torch.ones(8)
    return {"state_dict": state, "epoch": 199, "pytorch-lightning_version": "2.2.0"} | further
