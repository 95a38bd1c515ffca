"""What the model hears: the programme's mono downmix at its rate, read at any place."""

import torch
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.dsp.aligned_resample import RateChange
from cass_core.dsp.stft import FrameGrid, analyse
from cass_core.separation.heard.mono_fold import MonoFold


class ModelBand:
    """Reads frames of the model's transform from a programme.

    Sample n of the band lies at n / `grid.rate_hz` s, sample 0 of the programme at 0 s.
    """

    def __init__(self, source: AudioSource, grid: FrameGrid) -> None:
        self.source, self.grid = source, grid
        self._fold = MonoFold(source)
        self._change = RateChange(source.rate_hz, grid.rate_hz)

    @property
    def num_frames(self) -> int:
        """Frames that cover the programme."""
        return self.grid.num_frames(self._change.num_samples(self.source.num_samples))

    def frames(self, first: int, count: int) -> Tensor:
        """Complex frames (bin, frame) from absolute frame `first`; silence outside."""
        start = first * self.grid.hop - self.grid.samples_before()
        samples = self._samples(SampleSpan(start, start + self.grid.num_samples(count)))
        return analyse(torch.from_numpy(samples), self.grid)

    def _samples(self, span: SampleSpan) -> FloatArray:
        """(sample,) of the band; only a function of the span, so a resumed run agrees."""
        mono = self._fold.read(self._change.needed(span))
        return self._change.resampled(mono[None], span)[0]
