"""Stems of several models become masks on the programme, which are averaged."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.dsp.stft import FrameGrid, analyse, synthesise
from cass_core.separation.consistency import last_from_rest, share_out
from cass_core.stem_names import STEMS
from cass_core.stems.disagreement import DISAGREEMENT_ROW_S

_FRAME_S = 0.043
_OVERLAPPING = 4
_BLOCK_FRAMES = 128
_MASK_EXPONENT = 1.0  # shares of magnitudes
_TINY = 1e-12


class AveragedMasks:
    """Renders a programme's channels under the mean of several models' masks.

    A model's mask of a stem is its share of the magnitudes of that model's stems. Means are taken
    with the weights of each stem, and brought to the sum of one. So models whose stems differ in
    phase, such as generated ones, do not cancel each other.

    Attributes:
        disagreement: (row, stem) of what was rendered last, a row each `DISAGREEMENT_ROW_S`: the
            share of the programme's energy by which the masks of the models differ at most, 0 to 1.
    """

    def __init__(self, source: AudioSource, weights: FloatArray) -> None:
        """Prepare.

        Args:
            source: the programme.
            weights: (model, stem); for each stem one is above 0.
        """
        self.source, self._grid = source, _grid(source.rate_hz)
        self._weights = torch.from_numpy(weights / weights.sum(axis=0))[..., None, None, None]
        self.disagreement: FloatArray = np.zeros((0, len(STEMS)), np.float32)

    @staticmethod
    def context(rate_hz: int) -> int:
        """Samples on both sides of a span that rendering it needs."""
        grid = _grid(rate_hz)
        return grid.n_fft + grid.hop

    def render(
        self, span: SampleSpan, opinions: Sequence[FloatArray], wide: SampleSpan
    ) -> FloatArray:
        """Stems of a span.

        Args:
            span: which samples.
            opinions: (stem, channel, sample) of each model over the wide span.
            wide: the span with `context` on both sides, as far as the programme goes.

        Returns:
            (stem, channel, sample) float32; its sum is the programme to float32 rounding.
        """
        stems = np.empty((len(STEMS), self.source.num_channels, span.num_samples), np.float32)
        row = max(1, round(DISAGREEMENT_ROW_S * self.source.rate_hz))
        rows = []
        for block in span.blocks(row * max(1, _BLOCK_FRAMES * self._grid.hop // row)):
            here = stems[..., block.start - span.start : block.stop - span.start]
            here[:-1], doubts = self._block(block, opinions, wide.start)
            last_from_rest(here, self.source.read(block))
            rows.append(doubts)
        self.disagreement = np.concatenate(rows)
        return stems

    def _block(
        self, span: SampleSpan, opinions: Sequence[FloatArray], start: int
    ) -> tuple[FloatArray, FloatArray]:
        """All stems but the last, (stem, channel, sample), and the disagreement (row, stem)."""
        grid = self._grid
        first = (span.start - grid.n_fft // 2) // grid.hop
        count = -(-(span.stop + grid.n_fft // 2) // grid.hop) - first + 1
        begin = first * grid.hop - grid.samples_before()
        reach = SampleSpan(begin, begin + grid.num_samples(count))
        sound = analyse(torch.from_numpy(self.source.read(reach)), grid)  # (channel, bin, frame)
        masks = torch.stack([self._masks(stems, reach, start) for stems in opinions])
        mean = (self._weights * masks).sum(dim=0)
        mean = mean / mean.sum(dim=0, keepdim=True)
        samples, weight = synthesise(mean[:-1] * sound, grid)
        cut = slice(span.start - reach.start, span.stop - reach.start)
        rendered = (samples[..., cut] / weight[cut].clamp_min(1e-6)).numpy()
        return rendered, self._doubts(masks, sound.abs().square(), span, first)

    def _masks(self, stems: FloatArray, reach: SampleSpan, start: int) -> Tensor:
        """(stem, channel, bin, frame) of one model; silence beyond what it gave."""
        low, high = max(reach.start, start), min(reach.stop, start + stems.shape[-1])
        padded = np.zeros((*stems.shape[:2], reach.num_samples), np.float32)
        padded[..., low - reach.start : high - reach.start] = stems[..., low - start : high - start]
        return share_out(analyse(torch.from_numpy(padded), self._grid), _MASK_EXPONENT)

    def _doubts(self, masks: Tensor, power: Tensor, span: SampleSpan, first: int) -> FloatArray:
        """(row, stem) from the masks' largest differences, weighted with the programme's energy."""
        spread = masks.amax(dim=0) - masks.amin(dim=0)
        differing = (spread * power).sum(dim=(1, 2)).numpy()  # (stem, frame)
        energy = power.sum(dim=(0, 1)).numpy()
        places = (first + np.arange(len(energy))) * self._grid.hop - span.start
        row = DISAGREEMENT_ROW_S * self.source.rate_hz
        rows = np.clip((places / row).astype(np.int64), 0, None)
        inside = (places >= 0) & (places < span.num_samples)
        out = np.zeros((max(1, round(span.num_samples / row)), len(STEMS)), np.float32)
        for number in range(len(out)):
            chosen = inside & (rows == number)
            out[number] = differing[:, chosen].sum(axis=1) / (energy[chosen].sum() + _TINY)
        return out


def _grid(rate_hz: int) -> FrameGrid:
    hop = max(1, round(_FRAME_S * rate_hz / _OVERLAPPING))
    return FrameGrid(_OVERLAPPING * hop, hop, rate_hz)
