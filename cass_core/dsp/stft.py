"""Short-time Fourier analysis and synthesis on an absolute frame axis.

Frame k is centred on sample k * hop, whatever part of the programme is at hand, so that frames
computed from two overlapping excerpts are the same frames.
"""

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class FrameGrid:
    """Geometry of a transform.

    Attributes:
        n_fft: window and transform length in samples.
        hop: distance of frame centres in samples.
        rate_hz: samples a second.
    """

    n_fft: int
    hop: int
    rate_hz: int

    @property
    def num_bins(self) -> int:
        """Number of frequency bins, from 0 Hz to half the rate."""
        return self.n_fft // 2 + 1

    @property
    def frames_per_second(self) -> float:
        """Frames a second."""
        return self.rate_hz / self.hop

    @property
    def reach_frames(self) -> int:
        """Frames behind a sample, or before it, that it may lie under."""
        return -(-self.samples_before() // self.hop)

    def samples_before(self) -> int:
        """Samples that frame 0 reaches back before its centre."""
        return self.n_fft // 2

    def num_samples(self, num_frames: int) -> int:
        """Samples that `num_frames` consecutive frames cover."""
        return (num_frames - 1) * self.hop + self.n_fft

    def num_frames(self, num_samples: int) -> int:
        """Frames needed so that every sample of a programme lies under full overlap."""
        return -(-num_samples // self.hop) + 1


def analyse(samples: Tensor, grid: FrameGrid) -> Tensor:
    """Transform consecutive frames.

    Args:
        samples: (..., sample), from `grid.samples_before()` before the first frame's centre;
            `grid.num_samples(frames)` of them.
        grid: geometry of the transform.

    Returns:
        (..., bin, frame) complex, Hann window.
    """
    window = torch.hann_window(grid.n_fft, device=samples.device)
    frames = samples.unfold(-1, grid.n_fft, grid.hop) * window
    return torch.fft.rfft(frames).transpose(-1, -2)


def synthesise(spectrogram: Tensor, grid: FrameGrid) -> tuple[Tensor, Tensor]:
    """Overlap-add frames back to samples, without the division by the window sum.

    Args:
        spectrogram: (..., bin, frame) complex.
        grid: geometry of the transform.

    Returns:
        (..., sample) weighted sum and (sample,) sum of squared windows; dividing the first by the
        second gives the signal wherever all frames were there.
    """
    window = torch.hann_window(grid.n_fft, device=spectrogram.device)
    frames = torch.fft.irfft(spectrogram.transpose(-1, -2), n=grid.n_fft) * window
    num_frames = frames.shape[-2]
    squares = (window**2).expand(num_frames, -1)
    return _overlap_add(frames, grid), _overlap_add(squares, grid)


def _overlap_add(frames: Tensor, grid: FrameGrid) -> Tensor:
    """(..., frame, sample of frame) -> (..., sample).

    Frames are added hop by hop: the first hop of every frame at once, then the second, and so on.
    """
    *lead, num_frames, n_fft = frames.shape
    hops = -(-n_fft // grid.hop)
    total = frames.new_zeros(*lead, num_frames + hops - 1, grid.hop)
    for index in range(hops):
        part = frames[..., index * grid.hop : (index + 1) * grid.hop]
        total[..., index : index + num_frames, : part.shape[-1]] += part
    return total.flatten(-2)[..., : grid.num_samples(num_frames)]
