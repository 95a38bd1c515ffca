"""Noise that belongs to a place in the programme, so that overlapping windows agree."""

import numpy as np
import torch
from torch import Tensor


def frame_noise(seed: int, first_frame: int, num_frames: int, channels: int, bins: int) -> Tensor:
    """Standard normal noise of absolute frames.

    Each frame has its own Philox stream, keyed by the seed and its number, so a frame's noise does
    not depend on the window it is drawn for.

    Args:
        seed: the run's seed.
        first_frame: number of the first frame; may be negative.
        num_frames: how many.
        channels: channels of the state.
        bins: bins of a frame.

    Returns:
        (channel, bin, frame) float32.
    """
    out = np.empty((num_frames, channels, bins), np.float32)
    for row in range(num_frames):
        key = [seed & 0xFFFFFFFFFFFFFFFF, (first_frame + row) & 0xFFFFFFFFFFFFFFFF]
        stream = np.random.Generator(np.random.Philox(key=np.array(key, np.uint64)))
        stream.standard_normal(out=out[row], dtype=np.float32)
    return torch.from_numpy(out.transpose(1, 2, 0).copy())
