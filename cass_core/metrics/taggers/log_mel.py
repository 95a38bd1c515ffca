"""Log-mel spectrograms of the taggers: VGGish's patches, and PANNs' frames."""

from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional as F

from cass_core.metrics.taggers.mel_filters import htk_filters, slaney_filters

NUM_MELS = 64
PATCH_RATE_HZ = 16_000
PATCH_FRAMES = 96  # 0.96 s
PATCH_HOP_SAMPLES = 160
PATCH_SAMPLES = (PATCH_FRAMES - 1) * PATCH_HOP_SAMPLES + 400

_WINDOW, _N_FFT = 400, 512
_LOW_HZ, _HIGH_HZ = 125.0, 7_500.0
_OFFSET = 0.01
_QUIETEST_POWER = 1e-10


@dataclass(frozen=True)
class PannsFrontEnd:
    """How a PANNs network hears (Kong et al. 2020, section V).

    Attributes:
        rate_hz: samples a second.
        n_fft: length of the transform and of its Hann window.
        hop: distance of frames in samples.
        low_hz: lower end of the mel bands.
        high_hz: upper end of the mel bands.
    """

    rate_hz: int
    n_fft: int
    hop: int
    low_hz: float
    high_hz: float


PANNS_16K = PannsFrontEnd(16_000, 512, 160, 50.0, 8_000.0)
PANNS_32K = PannsFrontEnd(32_000, 1_024, 320, 50.0, 14_000.0)


def log_mel_patches(samples: Tensor, hop_frames: int = PATCH_FRAMES) -> Tensor:
    """Patches of 0.96 s as VGGish hears them (Hershey et al. 2017).

    Args:
        samples: (..., sample) at 16 kHz; less than a patch is filled up with silence, and what is
            left over at the end is not heard.
        hop_frames: distance of patches in frames of 10 ms.

    Returns:
        (..., patch, frame, mel): logarithms of the magnitudes plus 0.01.
    """
    missing = max(0, PATCH_SAMPLES - samples.shape[-1])
    frames = F.pad(samples, (0, missing)).unfold(-1, _WINDOW, PATCH_HOP_SAMPLES)
    window = torch.hann_window(_WINDOW, device=samples.device)
    magnitudes = torch.fft.rfft(frames * window, n=_N_FFT).abs()
    log_mel = torch.log(magnitudes @ _patch_filters().to(samples.device) + _OFFSET)
    return log_mel.unfold(-2, PATCH_FRAMES, hop_frames).transpose(-1, -2)


def panns_log_mel(samples: Tensor, front: PannsFrontEnd) -> Tensor:
    """Frames as PANNs hear them.

    Args:
        samples: (b, sample) at the front end's rate; at least half a transform long.
        front: the front end.

    Returns:
        (b, frame, mel): mel powers in dB, -100 at least.
    """
    spectrum = torch.stft(
        samples,
        front.n_fft,
        front.hop,
        window=torch.hann_window(front.n_fft, device=samples.device),
        center=True,
        pad_mode="reflect",
        return_complex=True,
    )
    power = spectrum.abs().square().transpose(1, 2)
    mel = power @ _panns_filters(front).to(samples.device)
    return 10.0 * torch.log10(mel.clamp_min(_QUIETEST_POWER))


@lru_cache(maxsize=1)
def _patch_filters() -> Tensor:
    return htk_filters(PATCH_RATE_HZ, _N_FFT, NUM_MELS, _LOW_HZ, _HIGH_HZ).T


@lru_cache(maxsize=4)
def _panns_filters(front: PannsFrontEnd) -> Tensor:
    return slaney_filters(front.rate_hz, front.n_fft, NUM_MELS, front.low_hz, front.high_hz).T
