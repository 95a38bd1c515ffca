"""A vector field of attention along time and along bands (BS-RoFormer and TIGER's kind).

The spectrum is cut into bands, narrow below and wide above; each band of a few frames is one token.
Blocks let tokens look along time and across bands in turn. As in Lu et al. 2023 (arXiv:2309.02612)
time has rotary places; the bands have learned ones.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.fusion import VisualContext, VisualEntry
from cass_core.model.unet_blocks import TimeEmbedding, zero_init

_ROTARY_BASE = 10_000.0


def band_edges(bins: int, bands: int) -> list[int]:
    """Edges of bands over the bins: one bin each at first, then in proportion to their place.

    Args:
        bins: of a frame.
        bands: how many, at most `bins`.

    Returns:
        `bands` + 1 rising numbers of bins from 0 to `bins`.
    """
    low, high = 1e-3, float(bins)
    for _ in range(60):  # the knee below which bands are of one width, so that the first has a bin
        knee = (low + high) / 2
        low, high = (low, knee) if _place(1, bins, bands, knee) >= 1 else (knee, high)
    edges = [round(_place(number, bins, bands, high)) for number in range(bands + 1)]
    for number in range(1, bands + 1):
        edges[number] = max(edges[number], edges[number - 1] + 1)
    return [min(edge, bins - bands + number) for number, edge in enumerate(edges)]


def _place(number: int, bins: int, bands: int, knee: float) -> float:
    """Bin where a band begins: linear up to the knee, geometric beyond."""
    return knee * math.expm1(number / bands * math.log1p(bins / knee))


class RotaryAttention(nn.Module):
    """Self-attention along the second last axis, with rotary places or none."""

    def __init__(self, dim: int, head_dim: int, *, rotary: bool) -> None:
        super().__init__()
        self.heads, self.rotary = dim // head_dim, rotary
        self.qkv = nn.Linear(dim, 3 * dim, bias=False)
        self.out = zero_init(nn.Linear(dim, dim))

    def forward(self, x: Tensor) -> Tensor:
        """(..., place, dim) -> the same shape."""
        q, k, v = self.qkv(x).unflatten(-1, (3, self.heads, -1)).transpose(-2, -4).unbind(-3)
        if self.rotary:
            q, k = _turned(q), _turned(k)
        answer = F.scaled_dot_product_attention(q, k, v)  # (..., head, place, d)
        return self.out(answer.transpose(-2, -3).flatten(-2))


def _turned(x: Tensor) -> Tensor:
    """Rotary places (Su et al. 2021) of (..., place, d)."""
    half = x.shape[-1] // 2
    rates = _ROTARY_BASE ** (-torch.arange(half, device=x.device) / half)
    angles = torch.arange(x.shape[-2], device=x.device)[:, None] * rates
    cos, sin = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
    first, second = x.chunk(2, dim=-1)
    return torch.cat([first * cos - second * sin, first * sin + second * cos], dim=-1)


class AxisBlock(nn.Module):
    """Attention along one axis and a gated layer, both steered by the flow's time."""

    def __init__(self, dim: int, head_dim: int, time_dim: int, *, rotary: bool) -> None:
        super().__init__()
        self.norm_attention = nn.LayerNorm(dim, elementwise_affine=False)
        self.norm_gate = nn.LayerNorm(dim, elementwise_affine=False)
        self.film = nn.Linear(time_dim, 4 * dim)
        self.attention = RotaryAttention(dim, head_dim, rotary=rotary)
        self.inward = nn.Linear(dim, 4 * dim)
        self.outward = zero_init(nn.Linear(2 * dim, dim))

    def forward(self, x: Tensor, time: Tensor) -> Tensor:
        """(b, other axis, this axis, dim), (b, time_dim) -> the same shape as x."""
        parts = self.film(time)[:, None, None].chunk(4, dim=-1)
        x = x + self.attention(self.norm_attention(x) * (1 + parts[0]) + parts[1])
        gate, value = self.inward(self.norm_gate(x) * (1 + parts[2]) + parts[3]).chunk(2, dim=-1)
        return x + self.outward(F.silu(gate) * value)


class BandSplit(nn.Module):
    """Spectrogram channels in, spectrogram channels out, of the sizes of a `BandSplitConfig`.

    Frames must be a multiple of `frames_per_token`.
    """

    def __init__(
        self,
        *,
        in_channels: int,
        out_channels: int,
        bins: int,
        frames_per_token: int,
        bands: int,
        dim: int,
        blocks: int,
        head_dim: int,
        vision_blocks: tuple[int, ...],
        context_dim: int,
    ) -> None:
        super().__init__()
        self.frames, self.out_channels = frames_per_token, out_channels
        edges = band_edges(bins, bands)
        self.widths = [stop - start for start, stop in zip(edges, edges[1:], strict=False)]
        sizes = [width * frames_per_token for width in self.widths]
        self.embed_time = TimeEmbedding(dim)
        self.entrances = nn.ModuleList(nn.Linear(in_channels * size, dim) for size in sizes)
        self.place = nn.Parameter(torch.randn(bands, 1, dim).mul_(0.02))
        self.along_time, self.along_bands = (
            nn.ModuleList(AxisBlock(dim, head_dim, dim, rotary=rotary) for _ in range(blocks))
            for rotary in (True, False)
        )
        self.visual = nn.ModuleDict(
            {str(block): VisualEntry(dim, context_dim, head_dim) for block in vision_blocks}
        )
        self.exit_norm = nn.LayerNorm(dim)
        self.exit_inward = nn.ModuleList(nn.Linear(dim, 2 * dim) for _ in sizes)
        self.exits = nn.ModuleList(zero_init(nn.Linear(2 * dim, out_channels * s)) for s in sizes)

    def forward(self, x: Tensor, t: Tensor, context: VisualContext | None) -> Tensor:
        """Run the field.

        Args:
            x: (b, in_channels, bin, frame).
            t: (b,) flow time.
            context: c^V, or None for the audio-only model.

        Returns:
            (b, out_channels, bin, frame).
        """
        time = self.embed_time(t)
        tokens = self._tokens(x) + self.place  # (b, band, token, dim)
        for number, (along_time, along_bands) in enumerate(
            zip(self.along_time, self.along_bands, strict=True)
        ):
            tokens = along_time(tokens, time)
            tokens = along_bands(tokens.transpose(1, 2), time).transpose(1, 2)
            if context is not None and str(number) in self.visual:
                seen = self.visual[str(number)](tokens.permute(0, 3, 1, 2), context)
                tokens = seen.permute(0, 2, 3, 1)
        return self._spectrogram(self.exit_norm(tokens))

    def _tokens(self, x: Tensor) -> Tensor:
        """(b, channel, bin, frame) -> (b, band, token, dim)."""
        parts = x.unflatten(-1, (-1, self.frames)).permute(0, 3, 2, 4, 1)  # (b, token, f, t, c)
        bands = parts.split(self.widths, dim=2)
        return torch.stack(
            [
                entrance(band.flatten(2))
                for entrance, band in zip(self.entrances, bands, strict=True)
            ],
            dim=1,
        )

    def _spectrogram(self, tokens: Tensor) -> Tensor:
        """(b, band, token, dim) -> (b, channel, bin, frame)."""
        bands = []
        for number, width in enumerate(self.widths):
            hidden = F.silu(self.exit_inward[number](tokens[:, number]))
            shape = (width, self.frames, self.out_channels)
            bands.append(self.exits[number](hidden).unflatten(-1, shape))  # (b, token, f, t, c)
        return torch.cat(bands, dim=2).permute(0, 4, 2, 1, 3).flatten(-2)
