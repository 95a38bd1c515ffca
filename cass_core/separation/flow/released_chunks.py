"""Separation as the script that was released with AV-CASS does it: chunk by chunk, in the wave.

Films do not go this way. It is here to compare with what others got from the same weights, and to
measure which of the published front ends they want.
"""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from cass_core.config import ModelConfig
from cass_core.flow.euler import trajectory
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import NUM_STATE_CHANNELS, PictureWindow, VelocityNet
from cass_core.separation.flow.picture_windows import PictureSource
from cass_core.stem_names import STEMS

_SHARED_SAMPLES = 256  # of neighbouring chunks

Noise = Callable[[int], Tensor]
"""From a chunk's number to its start, (2 stems, bin, frame)."""


def chunk_samples(config: ModelConfig) -> int:
    """Samples of a chunk, which its frames cover from the centre of the first to the last's."""
    return (config.window_frames - 1) * config.spectrogram.hop


def chunk_starts(num_samples: int, config: ModelConfig) -> list[int]:
    """Where the chunks of a sound begin; the last ends with it, and may be there twice."""
    size = chunk_samples(config)
    every = range(0, num_samples, size - _SHARED_SAMPLES)
    return [min(start, num_samples - size) for start in every]


def seeded_noise(seed: int, config: ModelConfig) -> Noise:
    """Normal noise, drawn chunk after chunk from PyTorch's generator for the processor."""
    generator = torch.Generator().manual_seed(seed)
    shape = (NUM_STATE_CHANNELS, config.spectrogram.num_bins, config.window_frames)

    def drawn(_chunk: int) -> Tensor:
        return torch.randn(shape, generator=generator)

    return drawn


def separate_as_released(
    network: VelocityNet,
    config: ModelConfig,
    mixture: Tensor,
    *,
    points: int,
    noise: Noise,
    picture: PictureSource | None = None,
) -> Tensor:
    """Separate a sound.

    Args:
        network: in the released layout.
        config: its description; its front end is the one that is used.
        mixture: (sample,) at the model's rate, at least one chunk long.
        points: points in time, N; the network is called N - 1 times a chunk.
        noise: start of each chunk.
        picture: what is seen, or None.

    Returns:
        (stem, sample); chunks are averaged where they meet and limited to [-1, 1], and the stems
        need not sum to the mixture.

    Raises:
        ValueError: the sound is shorter than a chunk, or there are fewer than two points.
    """
    size = chunk_samples(config)
    if len(mixture) < size or points < 2:
        raise ValueError(f"{len(mixture)} samples and {points} points are too few")
    total = torch.zeros(len(STEMS), len(mixture))
    count = torch.zeros(len(mixture))
    for number, start in enumerate(chunk_starts(len(mixture), config)):
        seen = None if picture is None else picture.windows([start / config.rate_hz])
        chunk = mixture[start : start + size]
        for state in chunk_states(network, config, chunk, points - 1, noise(number), seen):
            last = state
        total[:, start : start + size] += chunk_sound(config, last)
        count[start : start + size] += 1
    return (total / count).clamp(-1, 1)


@torch.no_grad()
def chunk_states(
    network: VelocityNet,
    config: ModelConfig,
    chunk: Tensor,
    num_calls: int,
    noise: Tensor,
    picture: PictureWindow | None = None,
    device: str = "cpu",
) -> Iterator[Tensor]:
    """Follow the flow of one chunk.

    Args:
        network: in the released layout.
        config: its description.
        chunk: (sample,) of `chunk_samples`.
        num_calls: of the network.
        noise: (2 stems, bin, frame) start.
        picture: what is seen under it, one window on the device, or None.
        device: where the network is.

    Yields:
        (2 stems, bin, frame) states, one after each call.
    """
    grid, front = config.spectrogram, FrontEnd.of(config.spectrogram)
    window = torch.hann_window(grid.n_fft)
    frames = torch.stft(chunk, grid.n_fft, grid.hop, window=window, return_complex=True)
    sound = front.encode(frames[None, None].to(device), torch.ones(1, device=device))
    condition = network.condition(sound, picture)

    def velocity(x_t: Tensor, t: Tensor) -> Tensor:
        return network(x_t, t, condition)

    for state in trajectory(velocity, noise[None].to(device), num_calls):
        yield state[0]


def chunk_sound(config: ModelConfig, state: Tensor) -> Tensor:
    """The sound of a chunk's last state.

    Args:
        config: of the model.
        state: (2 stems, bin, frame).

    Returns:
        (stem, sample) of `chunk_samples`.
    """
    grid, front = config.spectrogram, FrontEnd.of(config.spectrogram)
    stems = front.decode(state[None], torch.ones(1))[0]
    window = torch.hann_window(grid.n_fft)
    return torch.istft(stems, grid.n_fft, grid.hop, window=window, length=chunk_samples(config))
