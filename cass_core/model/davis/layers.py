"""The blocks of DAVIS's U-Net.

Written from the paper (DAVIS-Flow; Huang, Liang, Tian, Kumar and Xu): a convolution with
standardised weights, attention over time and frequency at linear cost (Shen et al. 2021) and the
attention over time of TF-GridNet (Wang et al. 2023), each told how far the flow is.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_EPS = 1e-5


class StandardConv(nn.Conv2d):
    """A convolution whose weights have mean 0 and variance 1 for each channel of its output."""

    def forward(self, x: Tensor) -> Tensor:
        """(b, channel, bin, frame) of as many channels as it was made for."""
        variance, mean = torch.var_mean(self.weight, (1, 2, 3), correction=0, keepdim=True)
        weight = (self.weight - mean) * (variance + _EPS).rsqrt()
        return F.conv2d(x, weight, self.bias, self.stride, self.padding)


class ChannelNorm(nn.Module):
    """Each cell of a spectrogram over its channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.g = nn.Parameter(torch.ones(1, channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        """(b, channel, bin, frame)."""
        variance, mean = torch.var_mean(x, 1, correction=0, keepdim=True)
        return (x - mean) * (variance + _EPS).rsqrt() * self.g


class FrameNorm(nn.Module):
    """Each frame over its channels and bins."""

    def __init__(self, channels: int, bins: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(1, channels, bins, 1))
        self.beta = nn.Parameter(torch.zeros(1, channels, bins, 1))

    def forward(self, x: Tensor) -> Tensor:
        """(b, channel, bin, frame)."""
        variance, mean = torch.var_mean(x, (1, 2), correction=0, keepdim=True)
        return (x - mean) * (variance + _EPS).rsqrt() * self.gamma + self.beta


class Film(nn.Sequential):
    """Scale and shift of channels, by a feature of the moment; nothing where none is given."""

    def __init__(self, moment_dim: int, channels: int) -> None:
        super().__init__(nn.SiLU(), nn.Linear(moment_dim, 2 * channels))

    def applied(self, x: Tensor, moment: Tensor | None) -> Tensor:
        """Change cells (b, channel, bin, frame) by a feature (b, moment_dim)."""
        if moment is None:
            return x
        scale, shift = self(moment)[:, :, None, None].chunk(2, dim=1)
        return x * (scale + 1) + shift


class _Half(nn.Module):
    """Convolution, normalisation, scale and shift, SiLU."""

    def __init__(self, channels: int, out: int, groups: int) -> None:
        super().__init__()
        self.proj = StandardConv(channels, out, 3, padding=1)
        self.norm = nn.GroupNorm(groups, out)

    def forward(self, x: Tensor, film: Film | None = None, moment: Tensor | None = None) -> Tensor:
        x = self.norm(self.proj(x))
        return F.silu(x if film is None else film.applied(x, moment))


class ResidualBlock(nn.Module):
    """Two convolutions beside a shortcut."""

    def __init__(self, channels: int, out: int, groups: int, moment_dim: int | None) -> None:
        super().__init__()
        self.mlp = None if moment_dim is None else Film(moment_dim, out)
        self.block1, self.block2 = _Half(channels, out, groups), _Half(out, out, groups)
        self.res_conv = nn.Conv2d(channels, out, 1) if channels != out else nn.Identity()

    def forward(self, x: Tensor, moment: Tensor | None = None) -> Tensor:
        """(b, channels, bin, frame) and (b, moment_dim) -> (b, out, bin, frame)."""
        h = self.block1(x, self.mlp, moment)
        return self.block2(h) + self.res_conv(x)


class Around(nn.Module):
    """What a layer gives is added to what it gets."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.fn = inner

    def forward(self, x: Tensor, moment: Tensor | None = None) -> Tensor:
        """(b, channel, bin, frame) and (b, moment_dim)."""
        return x + self.fn(x, moment)


class Normed(nn.Module):
    """A layer behind a normalisation."""

    def __init__(self, channels: int, inner: nn.Module) -> None:
        super().__init__()
        self.norm, self.fn = ChannelNorm(channels), inner

    def forward(self, x: Tensor, moment: Tensor | None = None) -> Tensor:
        """(b, channel, bin, frame) and (b, moment_dim)."""
        return self.fn(self.norm(x), moment)


class LinearAttention(nn.Module):
    """Attention of all cells to all, by way of one matrix of features for each head."""

    def __init__(self, channels: int, heads: int, hidden: int, moment_dim: int) -> None:
        super().__init__()
        self.heads = heads
        self.mlp = Film(moment_dim, channels)
        self.to_qkv = nn.Conv2d(channels, 3 * hidden, 1, bias=False)
        self.to_out = nn.Sequential(nn.Conv2d(hidden, channels, 1), ChannelNorm(channels))

    def forward(self, x: Tensor, moment: Tensor | None = None) -> Tensor:
        """(b, channel, bin, frame) and (b, moment_dim)."""
        parts = self.to_qkv(self.mlp.applied(x, moment)).chunk(3, dim=1)
        query, key, value = (part.flatten(2).unflatten(1, (self.heads, -1)) for part in parts)
        query = query.softmax(dim=2) / math.sqrt(query.shape[2])
        told = key.softmax(dim=3) @ value.transpose(2, 3) / value.shape[3]
        out = (told.transpose(2, 3) @ query).flatten(1, 2)
        return self.to_out(out.unflatten(2, x.shape[2:]))


class FullAttention(nn.Module):
    """Attention of all cells to all, where they are few."""

    def __init__(self, channels: int, heads: int, hidden: int) -> None:
        super().__init__()
        self.heads = heads
        self.to_qkv = nn.Conv2d(channels, 3 * hidden, 1, bias=False)
        self.to_out = nn.Conv2d(hidden, channels, 1)

    def forward(self, x: Tensor, _moment: Tensor | None = None) -> Tensor:
        """(b, channel, bin, frame)."""
        parts = self.to_qkv(x).chunk(3, dim=1)
        query, key, value = (
            part.flatten(2).unflatten(1, (self.heads, -1)).transpose(2, 3) for part in parts
        )
        out = F.scaled_dot_product_attention(query, key, value)
        return self.to_out(out.transpose(2, 3).flatten(1, 2).unflatten(2, x.shape[2:]))


class TimeAttention(nn.Module):
    """Attention of frames to frames, each with all its bins."""

    def __init__(
        self, channels: int, bins: int, heads: int, query_size: int, moment_dim: int
    ) -> None:
        super().__init__()
        self.heads = heads
        self.mlp = Film(moment_dim, channels)
        narrow = -(-query_size // bins)
        for head in range(heads):
            for name, width in (("Q", narrow), ("K", narrow), ("V", channels // heads)):
                self.add_module(f"attn_conv_{name}_{head}", _projection(channels, width, bins))
        self.attn_concat_proj = _projection(channels, channels, bins)

    def forward(self, x: Tensor, moment: Tensor | None = None) -> Tensor:
        """(b, channel, bin, frame) and (b, moment_dim)."""
        x = self.mlp.applied(x, moment)
        heard = []
        for head in range(self.heads):
            parts = (self.get_submodule(f"attn_conv_{name}_{head}")(x) for name in "QKV")
            query, key, value = (part.permute(0, 3, 1, 2) for part in parts)
            flat = (part.flatten(2) for part in (query, key, value))
            out = F.scaled_dot_product_attention(*flat).unflatten(2, value.shape[2:])
            heard.append(out.permute(0, 2, 3, 1))
        return self.attn_concat_proj(torch.cat(heard, dim=1))


def _projection(channels: int, out: int, bins: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels, out, 1), nn.PReLU(), FrameNorm(out, bins))
