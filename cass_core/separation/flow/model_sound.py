"""The model's own sound, from its frames to samples at the programme's rate."""

import torch
from torch import Tensor

from cass_core.clips import SampleSpan
from cass_core.dsp.aligned_resample import RateChange
from cass_core.dsp.stft import FrameGrid, synthesise


def resampled_sound(
    estimates: Tensor, first: int, grid: FrameGrid, rate_hz: int, span: SampleSpan
) -> Tensor:
    """Synthesise frames and bring them to another rate.

    Args:
        estimates: (stem, bin, frame) complex frames of the model's band.
        first: absolute number of the first frame.
        grid: the model's transform.
        rate_hz: the programme's rate.
        span: which of the programme's samples.

    Returns:
        (stem, sample) over the span; zeros where the frames do not reach.
    """
    samples, weight = synthesise(estimates, grid)
    sound = (samples / weight.clamp_min(1e-3)).numpy()
    start = first * grid.hop - grid.samples_before()
    sound, native_start = RateChange(grid.rate_hz, rate_hz).resampled_excerpt(sound, start)
    out = torch.zeros(estimates.shape[0], span.num_samples)
    low, high = max(span.start, native_start), min(span.stop, native_start + sound.shape[1])
    if high > low:
        piece = sound[:, low - native_start : high - native_start]
        out[:, low - span.start : high - span.start] = torch.from_numpy(piece.copy())
    return out
