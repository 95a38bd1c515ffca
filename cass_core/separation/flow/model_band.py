"""What the model hears: the programme's mono downmix at 16 kHz, read at any place."""

import numpy as np
import soxr
import torch
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.config import MODEL_RATE_HZ
from cass_core.dsp.stft import FrameGrid, analyse
from cass_core.separation.channel_layout import downmix_gains

_CONTEXT_S = 0.1  # longer than the resampler's filter at any rate


class ModelBand:
    """Reads frames of the model's transform from a programme.

    Sample n of the band lies at n / 16000 s, sample 0 of the programme at 0 s.
    """

    def __init__(self, source: AudioSource, grid: FrameGrid) -> None:
        self.source, self.grid = source, grid
        self.gains = downmix_gains(source.layout, source.num_channels)
        common = np.gcd(source.rate_hz, MODEL_RATE_HZ)
        self._period = source.rate_hz // int(common)  # native samples between aligned instants
        self._band_period = MODEL_RATE_HZ // int(common)

    @property
    def num_frames(self) -> int:
        """Frames that cover the programme."""
        return self.grid.num_frames(
            -(-self.source.num_samples * MODEL_RATE_HZ // self.source.rate_hz)
        )

    def frames(self, first: int, count: int) -> Tensor:
        """Complex frames (bin, frame) from absolute frame `first`; silence outside."""
        start = first * self.grid.hop - self.grid.samples_before()
        samples = self._samples(start, self.grid.num_samples(count))
        return analyse(torch.from_numpy(samples), self.grid)

    def _samples(self, start: int, count: int) -> FloatArray:
        """(sample,) of the band; only a function of its arguments, so a resumed run agrees."""
        periods_before = -(-int(_CONTEXT_S * MODEL_RATE_HZ) // self._band_period)
        first_period = start // self._band_period - periods_before
        last_period = -(-(start + count) // self._band_period) + periods_before
        native = self.source.read(
            SampleSpan(first_period * self._period, last_period * self._period)
        )
        mono = self.gains @ native
        if self.source.rate_hz != MODEL_RATE_HZ:
            mono = soxr.resample(mono, self.source.rate_hz, MODEL_RATE_HZ, quality="HQ")
        offset = start - first_period * self._band_period
        return np.ascontiguousarray(mono[offset : offset + count], dtype=np.float32)
