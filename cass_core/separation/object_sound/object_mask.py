"""The share of an object's sound in each cell, window for window, and windows joined."""

from collections.abc import Generator, Sequence
from functools import partial

import numpy as np
import torch
from torch import Tensor

from cass_core.clips import FloatArray
from cass_core.dsp.window_grid import WindowGrid, window_weights
from cass_core.flow.euler import trajectory
from cass_core.flow.noise import frame_noise
from cass_core.model.davis.config import DavisConfig
from cass_core.model.davis.log_spectrogram import heard, linear_magnitudes, magnitudes
from cass_core.model.davis.network import DavisNetwork
from cass_core.relayed import relayed

_SILENT = 1e-5  # magnitude; far below the quantisation of 16 bits


def frame_grid(config: DavisConfig, first: int, num_frames: int) -> WindowGrid:
    """Windows over some frames; two lie over each frame but the outermost.

    Args:
        config: of the network.
        first: number of the first frame, on the axis of the programme.
        num_frames: how many must be covered.

    Returns:
        The windows.
    """
    return WindowGrid(config.frames, config.frames // 2, num_frames, first)


def joined_masks(
    network: DavisNetwork,
    sound: FloatArray,
    grid: WindowGrid,
    seen: Sequence[Tensor],
    steps: int,
    seed: int,
) -> Generator[float, None, FloatArray]:
    """The share of the object in each cell of the programme.

    Args:
        network: in whose words.
        sound: (sample,) at its rate, from the first sample of the first window.
        grid: the windows.
        seen: (feature,) for each window.
        steps: of the flow.
        seed: of its noise.

    Returns:
        A generator of the share that is done, one step for each evaluation of the network, which
        returns (frame, bin), 0 to 1.
    """
    config = network.config
    total = np.zeros((grid.length, config.num_bins), np.float32)
    weights_sum = np.zeros(grid.length, np.float32)
    weights = window_weights("hann", grid.window, grid.hop).numpy()
    for number in range(grid.num_windows):
        start = number * grid.hop
        window = torch.from_numpy(sound[start * config.hop :][: config.window])
        done = _window_mask(network, window, seen[number], grid.start(number), steps, seed)
        before, whole = number * steps, grid.num_windows * steps
        mask = yield from relayed(done, partial(_share, before, whole))
        here = slice(start, min(start + grid.window, grid.length))
        own = here.stop - here.start
        total[here] += mask[:own] * weights[:own, None]
        weights_sum[here] += weights[:own]
    return np.asarray(total / np.maximum(weights_sum, 1e-12)[:, None], np.float32)


def _share(before: int, whole: int, done: int) -> float:
    return (before + done) / whole


def _window_mask(
    network: DavisNetwork, sound: Tensor, seen: Tensor, first: int, steps: int, seed: int
) -> Generator[int, None, FloatArray]:
    """One window: (frame, bin); yields the steps that are done."""
    config, device = network.config, next(network.parameters()).device
    with torch.inference_mode():
        linear = magnitudes(sound[None].to(device) * config.programme_gain, config)
        mixture, looked = heard(linear, config), seen[None].to(device)
        x_0 = frame_noise(seed, first, config.side, 1, config.side)[None].to(device)
    points = trajectory(lambda x, t: network(x, t, mixture, looked), x_0, steps)
    for done in range(1, steps + 1):
        with torch.inference_mode():
            state = next(points)
        yield done
    with torch.inference_mode():
        found = linear_magnitudes(state, config, linear.shape[3])
        share = (found / linear * config.programme_gain).clamp(0, 1)
        share = torch.where(linear > _SILENT, share, torch.zeros_like(share))
    return np.asarray(share[0, 0].T.cpu().numpy(), np.float32)
