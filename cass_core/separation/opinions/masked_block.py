"""What several models say of a few seconds, as masks that can be averaged in many ways."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.dsp.stft import FrameGrid, analyse, synthesise
from cass_core.separation.consistency import last_from_rest, share_out

_FRAME_S = 0.043
_OVERLAPPING = 4
_MASK_EXPONENT = 1.0  # shares of magnitudes
_QUIETEST_WEIGHT = 1e-6


@dataclass(frozen=True)
class MaskedBlock:
    """The programme's spectrogram over a span, and every model's masks on it.

    Attributes:
        span: the samples.
        mixture: (channel, sample) of the span.
        first: number of the first frame.
        sound: (channel, bin, frame) complex.
        masks: (model, stem, channel, bin, frame), each model's summing to one.
        grid: of the frames.
    """

    span: SampleSpan
    mixture: FloatArray
    first: int
    sound: Tensor
    masks: Tensor
    grid: FrameGrid

    @classmethod
    def of(
        cls, source: AudioSource, span: SampleSpan, opinions: Sequence[FloatArray], start: int
    ) -> "MaskedBlock":
        """Take what models gave.

        Args:
            source: the programme.
            span: a few seconds of it.
            opinions: (stem, channel, sample) of each model, from sample `start` on.
            start: first sample of the opinions.

        Returns:
            The block.
        """
        grid = opinions_grid(source.rate_hz)
        first = (span.start - grid.n_fft // 2) // grid.hop
        count = -(-(span.stop + grid.n_fft // 2) // grid.hop) - first + 1
        reach = _reach(grid, first, count)
        sound = analyse(torch.from_numpy(source.read(reach)), grid)
        masks = torch.stack([_masks(stems, reach, start, grid) for stems in opinions])
        return cls(span, source.read(span), first, sound, masks, grid)

    def stems(self, weights: FloatArray) -> FloatArray:
        """Stems under the mean of the masks.

        Args:
            weights: (model, stem), as large as one likes; for each stem one is above 0.

        Returns:
            (stem, channel, sample) float32; its sum is the mixture to float32 rounding.
        """
        shares = torch.from_numpy(weights / weights.sum(axis=0))[..., None, None, None]
        mean = (shares * self.masks).sum(dim=0)
        mean = mean / mean.sum(dim=0, keepdim=True)
        samples, weight = synthesise(mean[:-1] * self.sound, self.grid)
        begin = _reach(self.grid, self.first, mean.shape[-1]).start
        cut = slice(self.span.start - begin, self.span.stop - begin)
        out = np.empty((len(mean), *self.mixture.shape), np.float32)
        out[:-1] = (samples[..., cut] / weight[cut].clamp_min(_QUIETEST_WEIGHT)).numpy()
        return last_from_rest(out, self.mixture)


def opinions_grid(rate_hz: int) -> FrameGrid:
    """Frames of 43 ms, four over every sample."""
    hop = max(1, round(_FRAME_S * rate_hz / _OVERLAPPING))
    return FrameGrid(_OVERLAPPING * hop, hop, rate_hz)


def _reach(grid: FrameGrid, first: int, count: int) -> SampleSpan:
    """The samples under some frames."""
    begin = first * grid.hop - grid.samples_before()
    return SampleSpan(begin, begin + grid.num_samples(count))


def _masks(stems: FloatArray, reach: SampleSpan, start: int, grid: FrameGrid) -> Tensor:
    """(stem, channel, bin, frame) of one model; silence beyond what it gave."""
    low, high = max(reach.start, start), min(reach.stop, start + stems.shape[-1])
    padded = np.zeros((*stems.shape[:2], reach.num_samples), np.float32)
    padded[..., low - reach.start : high - reach.start] = stems[..., low - start : high - start]
    return share_out(analyse(torch.from_numpy(padded), grid), _MASK_EXPONENT)
