"""DAVIS's U-Net: the velocity of a spectrogram, by the mixture and by what is seen."""

import math
from itertools import pairwise

import torch
from torch import Tensor, nn

from cass_core.model.davis.config import DavisConfig
from cass_core.model.davis.layers import (
    Around,
    FullAttention,
    LinearAttention,
    Normed,
    ResidualBlock,
    TimeAttention,
)

_TIME_SCALE = 1000.0  # the embedding was made for the steps of a diffusion
_LOWEST = 10_000.0


class DavisUNet(nn.Module):
    """Five blocks down, what is seen in the middle, five blocks up."""

    def __init__(self, config: DavisConfig) -> None:
        super().__init__()
        widths, groups = config.widths, config.groups
        dim, moment_dim, deepest = config.dim, 4 * config.dim, widths[-1]
        levels = list(pairwise(widths))
        last = len(levels) - 1
        self.init_conv = nn.Conv2d(2, dim, 1)
        self.time_mlp = nn.Sequential(
            _Moment(dim), nn.Linear(dim, moment_dim), nn.GELU(), nn.Linear(moment_dim, moment_dim)
        )
        self.downs = nn.ModuleList()
        for level, (near, far) in enumerate(levels):
            block = _block(config, near, near, config.side >> level, moment_dim)
            block.append(_halved(near, far) if level < last else nn.Conv2d(near, far, 3, padding=1))
            self.downs.append(block)
        seen_dim = config.clip.out_dim
        self.mid_block1 = ResidualBlock(deepest + seen_dim, deepest, groups, None)
        self.mid_attn = Around(Normed(deepest, FullAttention(deepest, config.heads, config.hidden)))
        self.mid_block2 = ResidualBlock(deepest, deepest, groups, None)
        self.ups = nn.ModuleList()
        for level, (near, far) in reversed(list(enumerate(levels))):
            block = _block(config, far + near, far, config.side >> level, moment_dim)
            block.append(_doubled(far, near) if level else nn.Conv2d(far, near, 3, padding=1))
            self.ups.append(block)
        self.final_res_block = ResidualBlock(2 * dim, dim, groups, moment_dim)
        self.final_conv = nn.Conv2d(dim, 1, 1)

    def forward(self, x_t: Tensor, t: Tensor, mixture: Tensor, seen: Tensor) -> Tensor:
        """Tell where to go.

        Args:
            x_t: (b, 1, bin, frame) state.
            t: (b,) moment, 0 to 1.
            mixture: (b, 1, bin, frame).
            seen: (b, feature) of the object.

        Returns:
            (b, 1, bin, frame) velocity.
        """
        moment = self.time_mlp(t)
        first = h = self.init_conv(torch.cat([mixture, x_t], dim=1))
        kept = []
        for *layers, away in map(_parts, self.downs):
            h = _through(layers, h, moment)
            kept.append(h)
            h = away(h)
        tiled = seen[:, :, None, None].expand(-1, -1, *h.shape[2:])
        h = self.mid_block1(torch.cat([h, tiled], dim=1))
        h = self.mid_block2(self.mid_attn(h))
        for *layers, away in map(_parts, self.ups):
            h = away(_through(layers, torch.cat([h, kept.pop()], dim=1), moment))
        return self.final_conv(self.final_res_block(torch.cat([h, first], dim=1), moment))


class _Moment(nn.Module):
    """Sines and cosines of the moment, slower and slower."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.dim = dim

    def forward(self, t: Tensor) -> Tensor:
        half = self.dim // 2
        places = torch.arange(half, device=t.device) / max(half - 1, 1)
        angles = _TIME_SCALE * t[:, None] * torch.exp(-math.log(_LOWEST) * places)
        return torch.cat([angles.sin(), angles.cos()], dim=-1)


def _parts(block: nn.Module) -> list[nn.Module]:
    return [*block.children()]


def _through(layers: list[nn.Module], h: Tensor, moment: Tensor) -> Tensor:
    for layer in layers:
        h = layer(h, moment)
    return h


def _block(
    config: DavisConfig, channels: int, out: int, bins: int, moment_dim: int
) -> nn.ModuleList:
    heads = config.heads
    linear = LinearAttention(out, heads, config.hidden, moment_dim)
    return nn.ModuleList(
        [
            ResidualBlock(channels, out, config.groups, moment_dim),
            Around(Normed(out, linear)),
            Around(TimeAttention(out, bins, heads, config.query_size, moment_dim)),
        ]
    )


def _halved(channels: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.PixelUnshuffle(2), nn.Conv2d(4 * channels, out, 1))


def _doubled(channels: int, out: int) -> nn.Sequential:
    up = nn.Upsample(scale_factor=2, mode="nearest")
    return nn.Sequential(up, nn.Conv2d(channels, out, 3, padding=1))
