"""Power compression of complex spectrograms and its inverse.

X -> |X|^p e^{j angle X}, with p = 0.5, brings the quiet partials of a film soundtrack near the loud
ones (AV-CASS follows FlowAVSE here).
"""

import torch
from torch import Tensor

_TINY = 1e-8


def compress(spectrogram: Tensor, power: float) -> Tensor:
    """Raise the magnitude to `power`, keep the phase; complex in, complex out."""
    return spectrogram * spectrogram.abs().clamp_min(_TINY) ** (power - 1.0)


def expand(compressed: Tensor, power: float) -> Tensor:
    """Undo `compress`; complex in, complex out."""
    return compressed * compressed.abs().clamp_min(_TINY) ** (1.0 / power - 1.0)


def to_channels(spectrogram: Tensor) -> Tensor:
    """(b, *, bin, frame) complex -> (b, 2 *, bin, frame): real and imaginary part side by side."""
    parts = torch.view_as_real(spectrogram)  # (b, *, f, t, 2)
    batch, bins, frames = spectrogram.shape[0], *spectrogram.shape[-2:]
    return parts.reshape(batch, -1, bins, frames, 2).permute(0, 1, 4, 2, 3).flatten(1, 2)


def from_channels(channels: Tensor) -> Tensor:
    """(b, 2 n, bin, frame) -> (b, n, bin, frame) complex; inverse of `to_channels`."""
    batch, doubled, bins, frames = channels.shape
    parts = channels.float().reshape(batch, doubled // 2, 2, bins, frames)
    return torch.complex(parts[:, :, 0].contiguous(), parts[:, :, 1].contiguous())
