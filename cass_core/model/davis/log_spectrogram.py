"""What DAVIS hears: magnitudes on bins that rise by equal ratios, compressed into 0 to 1."""

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from cass_core.model.davis.config import DavisConfig

_TINY = 1e-10
_RATIO = 21.0


def magnitudes(sound: Tensor, config: DavisConfig) -> Tensor:
    """Magnitudes of sound.

    Args:
        sound: (b, sample).
        config: of the network.

    Returns:
        (b, 1, bin, frame), linear in both.
    """
    spectra = torch.stft(
        sound,
        config.n_fft,
        config.hop,
        window=torch.hann_window(config.n_fft, device=sound.device),
        center=True,
        pad_mode="constant",
        return_complex=True,
    )
    return spectra.abs()[:, None] + _TINY


def heard(linear: Tensor, config: DavisConfig) -> Tensor:
    """Magnitudes as the network takes them.

    Args:
        linear: (b, 1, bin, frame) from `magnitudes`.
        config: of the network.

    Returns:
        (b, 1, side, side), 0 to 1.
    """
    rows = torch.linspace(-1, 1, config.side, device=linear.device)
    places = (_RATIO ** ((rows + 1) / 2) - 11) / 10
    warped = _at_rows(linear, places, config.side)
    return (warped.log1p() * config.scale).clamp(0, 1)


def linear_magnitudes(state: Tensor, config: DavisConfig, num_frames: int) -> Tensor:
    """The inverse of `heard`.

    Args:
        state: (b, 1, side, side), the end of the flow.
        config: of the network.
        num_frames: frames of the spectrogram.

    Returns:
        (b, 1, bin, frame) of `config.num_bins`.
    """
    rows = torch.linspace(-1, 1, config.num_bins, device=state.device)
    places = (10 * rows + 11).log() / math.log(_RATIO) * 2 - 1
    return _at_rows((state.abs() / config.scale).expm1(), places, num_frames)


def _at_rows(cells: Tensor, places: Tensor, num_frames: int) -> Tensor:
    """Cells at places of the first axis, -1 to 1, with as many frames as asked for."""
    frames = torch.linspace(-1, 1, num_frames, device=cells.device)
    grid = torch.stack(torch.meshgrid(frames, places, indexing="xy"), dim=-1)
    grid = grid[None].expand(len(cells), -1, -1, -1)
    return F.grid_sample(cells, grid, mode="bilinear", align_corners=True)
