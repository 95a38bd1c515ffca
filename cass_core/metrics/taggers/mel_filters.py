"""Triangular filters on a mel scale, as the published audio taggers use them."""

import torch
from torch import Tensor
from torch.nn import functional as F

from cass_core.dsp.torchaudio_functions import torchaudio_module

_NO_WARP = (100.0, -500.0, 1.0)  # Kaldi's bounds of vocal tract warping, and a factor that is none


def htk_filters(rate_hz: int, n_fft: int, num_mels: int, low_hz: float, high_hz: float) -> Tensor:
    """Filters of VGGish: straight slopes on HTK's mel axis, peaks of 1, nothing from bin 0.

    Kaldi's filters are the same ones (Povey et al. 2011), without the bin at half the rate.

    Args:
        rate_hz: samples a second.
        n_fft: transform length.
        num_mels: how many filters.
        low_hz: where the first one begins; above 0.
        high_hz: where the last one ends; below half the rate.

    Returns:
        (mel, bin).
    """
    banks = torchaudio_module("compliance.kaldi").get_mel_banks
    filters = banks(num_mels, n_fft, float(rate_hz), low_hz, high_hz, *_NO_WARP)[0]
    return F.pad(filters, (0, 1)).to(torch.float32)


def slaney_filters(
    rate_hz: int, n_fft: int, num_mels: int, low_hz: float, high_hz: float
) -> Tensor:
    """Filters of PANNs: straight slopes in Hz between Slaney's mel points, unit area.

    Args:
        rate_hz: samples a second.
        n_fft: transform length.
        num_mels: how many filters.
        low_hz: where the first one begins.
        high_hz: where the last one ends.

    Returns:
        (mel, bin).
    """
    banks = torchaudio_module("functional").melscale_fbanks
    num_bins, slaney = n_fft // 2 + 1, "slaney"
    filters: Tensor = banks(
        num_bins, low_hz, high_hz, num_mels, rate_hz, norm=slaney, mel_scale=slaney
    )
    return filters.T
