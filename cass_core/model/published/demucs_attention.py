"""The cross-domain transformer of HT Demucs (Rouard et al., arXiv 2211.08553)."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.published.demucs_layers import ChannelScale

_PERIOD = 10_000.0


class CrossTransformer(nn.Module):
    """Attention within and between the spectrogram's and the wave's tokens."""

    def __init__(self, dim: int, *, layers: int, heads: int, hidden: int) -> None:
        super().__init__()
        self.norm_in, self.norm_in_t = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.layers, self.layers_t = (
            nn.ModuleList(_layer(index, dim, heads, hidden) for index in range(layers))
            for _ in range(2)
        )

    def forward(self, picture: Tensor, wave: Tensor) -> tuple[Tensor, Tensor]:
        """(b, dim, frequency, frame) and (b, dim, sample) -> the same shapes."""
        frequencies, frames = picture.shape[2:]
        places = places_in_plane(picture.shape[1], frequencies, frames).to(picture.device)
        # tokens run over the frequencies of the first frame, then of the second
        x = self.norm_in(picture.permute(0, 3, 2, 1).flatten(1, 2)) + places
        times = places_on_line(wave.shape[1], wave.shape[2]).to(wave.device)
        y = self.norm_in_t(wave.transpose(1, 2)) + times
        for layer, layer_t in zip(self.layers, self.layers_t, strict=True):
            x, y = layer(x, y), layer_t(y, x)
        x = x.unflatten(1, (frames, frequencies)).permute(0, 3, 2, 1)
        return x, y.transpose(1, 2)


def _layer(index: int, dim: int, heads: int, hidden: int) -> nn.Module:
    """Even layers look at themselves, odd ones at the other domain."""
    return _CrossLayer(dim, heads, hidden) if index % 2 else _SelfLayer(dim, heads, hidden)


class _Layer(nn.Module):
    """What both kinds have: normalisation before, and once more over all tokens after."""

    def __init__(self, dim: int, hidden: int) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.norm_out = nn.GroupNorm(1, dim)
        self.gamma_1 = ChannelScale(dim, channels_last=True)
        self.gamma_2 = ChannelScale(dim, channels_last=True)
        self.linear1, self.linear2 = nn.Linear(dim, hidden), nn.Linear(hidden, dim)

    def _finish(self, tokens: Tensor, normalised: Tensor) -> Tensor:
        """(b, token, dim): the feed-forward part on what was normalised for it."""
        tokens = tokens + self.gamma_2(self.linear2(F.gelu(self.linear1(normalised))))
        out: Tensor = self.norm_out(tokens.transpose(1, 2))
        return out.transpose(1, 2)


class _SelfLayer(_Layer):
    def __init__(self, dim: int, heads: int, hidden: int) -> None:
        super().__init__(dim, hidden)
        self.self_attn = nn.MultiheadAttention(dim, heads, batch_first=True)

    def forward(self, tokens: Tensor, _others: Tensor) -> Tensor:
        """(b, token, dim), and the other domain's, which are not looked at."""
        asked = self.norm1(tokens)
        tokens = tokens + self.gamma_1(self.self_attn(asked, asked, asked, need_weights=False)[0])
        return self._finish(tokens, self.norm2(tokens))


class _CrossLayer(_Layer):
    def __init__(self, dim: int, heads: int, hidden: int) -> None:
        super().__init__(dim, hidden)
        self.norm3 = nn.LayerNorm(dim)
        self.cross_attn = nn.MultiheadAttention(dim, heads, batch_first=True)

    def forward(self, tokens: Tensor, others: Tensor) -> Tensor:
        """(b, token, dim), and the other domain's."""
        asked, there = self.norm1(tokens), self.norm2(others)
        tokens = tokens + self.gamma_1(self.cross_attn(asked, there, there, need_weights=False)[0])
        return self._finish(tokens, self.norm3(tokens))


def places_on_line(dim: int, count: int) -> Tensor:
    """(count, dim) cosines, then sines, of periods from 2 pi to 2 pi times 10 000."""
    rates = _PERIOD ** (-torch.arange(dim // 2) / (dim // 2 - 1))
    phases = torch.arange(count)[:, None] * rates
    return torch.cat([phases.cos(), phases.sin()], dim=1)


def places_in_plane(dim: int, frequencies: int, frames: int) -> Tensor:
    """(frame * frequency, dim): half tells the frame, half the frequency; sine, cosine, ..."""
    half = dim // 2
    rates = torch.exp(torch.arange(0, half, 2) * (-math.log(_PERIOD) / half))
    planes = torch.zeros(frames, frequencies, dim)
    for first, phases in (
        (0, torch.arange(frames)[:, None, None] * rates),
        (half, torch.arange(frequencies)[None, :, None] * rates),
    ):
        planes[..., first : first + half : 2] = phases.sin()
        planes[..., first + 1 : first + half : 2] = phases.cos()
    return planes.flatten(0, 1)
