"""Blocks of the U-Net; feature maps are (b, channel, frequency, time) in channels_last memory.

Wide layers in bfloat16 and channels_last reach the matrix units of current CPUs; a gradient in any
other memory format costs ten times as much, hence `Conv`.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def channels_last(x: Tensor) -> Tensor:
    """The same values, channels innermost in memory."""
    return x.contiguous(memory_format=torch.channels_last)


class Conv(nn.Conv2d):
    """A convolution whose incoming gradient is brought to channels_last."""

    def forward(self, x: Tensor) -> Tensor:
        """(b, c, f, t) -> (b, c', f', t')."""
        y = super().forward(x)
        if y.requires_grad:
            y.register_hook(channels_last)
        return y


def zero_init(layer: nn.Module) -> nn.Module:
    """Start a layer at zero, so that what it adds begins as nothing (ControlNet's entry)."""
    for parameter in layer.parameters():
        nn.init.zeros_(parameter)
    return layer


def norm(channels: int) -> nn.GroupNorm:
    """Group normalisation with groups of 16 channels."""
    return nn.GroupNorm(max(1, channels // 16), channels)


class TimeEmbedding(nn.Module):
    """Flow time t in [0, 1] -> features, by sinusoids of 1000 t and an MLP."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.dim = dim
        self.mlp = nn.Sequential(nn.Linear(dim, dim), nn.SiLU(), nn.Linear(dim, dim), nn.SiLU())

    def forward(self, t: Tensor) -> Tensor:
        """(b,) -> (b, dim)."""
        return self.mlp(sinusoids(1000 * t, self.dim).to(next(self.parameters()).dtype))


def sinusoids(position: Tensor, dim: int) -> Tensor:
    """(...) -> (..., dim): sines and cosines of geometrically spaced rates."""
    rates = torch.exp(
        -math.log(10_000) * torch.arange(dim // 2, device=position.device) / (dim // 2)
    )
    angles = position.float().unsqueeze(-1) * rates
    return torch.cat([angles.sin(), angles.cos()], dim=-1)


class ResBlock(nn.Module):
    """Two 3 x 3 convolutions, flow time by scale and shift, and a mixer along frequency."""

    def __init__(self, in_channels: int, channels: int, time_dim: int, bins: int) -> None:
        super().__init__()
        self.norm_in = norm(in_channels)
        self.conv_in = Conv(in_channels, channels, 3, padding=1)
        self.film = nn.Linear(time_dim, 2 * channels)
        self.norm_out = norm(channels)
        self.conv_out = zero_init(Conv(channels, channels, 3, padding=1))
        self.skip = nn.Identity() if in_channels == channels else Conv(in_channels, channels, 1)
        self.mixer = FrequencyMixer(channels, bins)

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """(b, c, f, t), (b, time_dim) -> (b, c', f, t)."""
        scale, shift = self.film(time)[:, :, None, None].chunk(2, dim=1)
        h = self.conv_in(F.silu(self.norm_in(x)))
        h = F.silu(self.norm_out(h) * (1 + scale) + shift)
        return self.mixer(self.skip(x) + self.conv_out(channels_last(h)))


class FrequencyMixer(nn.Module):
    """A residual MLP along frequency, shared by channels and frames.

    Convolutions are the same at every frequency and see a few bins; this sees the whole spectrum
    and knows where it is.
    """

    def __init__(self, channels: int, bins: int) -> None:
        super().__init__()
        self.norm = norm(channels)
        self.place = nn.Parameter(torch.zeros(channels, bins, 1))
        self.inward = nn.Linear(bins, bins)
        self.outward = zero_init(nn.Linear(bins, bins))

    def forward(self, x: Tensor) -> Tensor:
        """(b, c, f, t) -> the same shape."""
        h = (self.norm(x) + self.place).permute(0, 3, 1, 2)  # (b, t, c, f)
        h = self.outward(F.silu(self.inward(h)))
        return channels_last(x + h.permute(0, 2, 3, 1))


class AxisAttention(nn.Module):
    """Self-attention along one axis: frames of one frequency, or frequencies of one frame."""

    def __init__(self, channels: int, length: int, head_dim: int, along: str) -> None:
        super().__init__()
        self.heads, self.along = channels // head_dim, along
        self.norm = norm(channels)
        self.place = nn.Parameter(torch.randn(length, channels).mul_(0.02))
        self.qkv = nn.Linear(channels, 3 * channels)
        self.out = zero_init(nn.Linear(channels, channels))

    def forward(self, x: Tensor) -> Tensor:
        """(b, c, f, t) -> the same shape."""
        order = (0, 2, 3, 1) if self.along == "time" else (0, 3, 2, 1)
        h = self.norm(x).permute(order)  # (b, other axis, this axis, c)
        h = h + self.place[: h.shape[2]]
        q, k, v = self.qkv(h).unflatten(-1, (3, self.heads, -1)).permute(3, 0, 1, 4, 2, 5)
        h = F.scaled_dot_product_attention(q, k, v)  # (b, other, head, this, d)
        h = self.out(h.transpose(2, 3).flatten(3))
        back = (0, 3, 1, 2) if self.along == "time" else (0, 3, 2, 1)
        return channels_last(x + h.permute(back))
