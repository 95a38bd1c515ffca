"""Blocks of the released U-Net; feature maps are (b, channel, frequency, time)."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.fusion import VisualContext
from cass_core.model.unet_blocks import zero_init


class ResidualBlock(nn.Module):
    """Two 3 x 3 convolutions; the flow time is added between them."""

    def __init__(self, in_channels: int, channels: int, time_dim: int, groups: int) -> None:
        super().__init__()
        self.norm1 = nn.GroupNorm(groups, in_channels)
        self.conv1 = nn.Conv2d(in_channels, channels, 3, padding=1)
        self.time_emb_proj = nn.Linear(time_dim, channels)
        self.norm2 = nn.GroupNorm(groups, channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1)
        if in_channels != channels:
            self.conv_shortcut = nn.Conv2d(in_channels, channels, 1)

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """(b, c, f, t), (b, time_dim) -> (b, c', f, t)."""
        h = self.conv1(F.silu(self.norm1(x)))
        h = h + self.time_emb_proj(F.silu(time))[:, :, None, None]
        h = self.conv2(F.silu(self.norm2(h)))
        return h + (self.conv_shortcut(x) if hasattr(self, "conv_shortcut") else x)


class Attention(nn.Module):
    """Every place of the spectrogram asks; all places, or the picture's tokens, answer.

    Places and tokens carry no position. PyTorch's fused attention never holds the whole matrix.
    """

    def __init__(self, channels: int, context_dim: int, head_dim: int, groups: int) -> None:
        super().__init__()
        self.heads = channels // head_dim
        self.group_norm = nn.GroupNorm(groups, channels)
        self.to_q = nn.Linear(channels, channels)
        self.to_k = nn.Linear(context_dim, channels)
        self.to_v = nn.Linear(context_dim, channels)
        self.to_out = nn.ModuleList([nn.Linear(channels, channels)])

    def forward(self, tokens: Tensor, context: Tensor | None = None) -> Tensor:
        """Attend, and add what was asked with.

        Args:
            tokens: (b, place, c).
            context: (b, token, context_dim) to attend to; the places themselves if None.

        Returns:
            (b, place, c).
        """
        asked = self.group_norm(tokens.transpose(1, 2)).transpose(1, 2)
        answering = asked if context is None else context
        q, k, v = (
            layer(given).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for layer, given in (
                (self.to_q, asked), (self.to_k, answering), (self.to_v, answering),
            )
        )  # fmt: skip
        answer = F.scaled_dot_product_attention(q, k, v)
        return tokens + self.to_out[0](answer.transpose(1, 2).flatten(2))


class GatedFeedForward(nn.Module):
    """A linear layer gated by another one's GELU, and one back; without a way around."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        gate = nn.Module()
        gate.proj = nn.Linear(channels, 8 * channels)
        # as published: the middle place of the three was for dropout
        self.net = nn.ModuleList([gate, nn.Identity(), nn.Linear(4 * channels, channels)])

    def forward(self, tokens: Tensor) -> Tensor:
        """(b, place, c) -> the same shape."""
        value, gate = self.net[0].proj(tokens).chunk(2, dim=-1)  # type: ignore[operator]
        return self.net[2](value * F.gelu(gate))


class ZeroAttention(nn.Module):
    """The picture's way in: cross-attention whose last layer is zero at the start of training."""

    def __init__(self, channels: int, context_dim: int, head_dim: int, groups: int) -> None:
        super().__init__()
        self.att = Attention(channels, context_dim, head_dim, groups)
        self.ff = GatedFeedForward(channels)
        self.zero_conv = zero_init(nn.Linear(channels, channels))

    def forward(self, tokens: Tensor, context: VisualContext) -> Tensor:
        """(b, place, c) -> the same; windows that see nothing come back unchanged, bit for bit."""
        seen = self.zero_conv(self.ff(self.att(tokens, context.tokens)))
        sees = context.seen.any(dim=1)[:, None, None]
        return tokens + torch.where(sees, seen, torch.zeros_like(seen))


class Resampling(nn.Module):
    """Half or twice the size; a convolution under its published name."""

    def __init__(self, channels: int, stride: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, stride, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(b, c, f, t) -> (b, c, f / 2, t / 2), or (b, c, 2 f, 2 t) where the stride is 1."""
        if self.conv.stride[0] == 1:
            x = F.interpolate(x, scale_factor=2.0, mode="nearest")
        return self.conv(x)
