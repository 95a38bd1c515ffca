"""A DAVIS-Flow small enough for tests, and how to train it on made scenes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from cass_core.checkpoints.checkpoint import save_model
from cass_core.model.clip_image import ClipConfig, clip_pixels
from cass_core.model.davis.config import DavisConfig
from cass_core.model.davis.log_spectrogram import heard, magnitudes
from cass_core.model.davis.network import DavisNetwork
from cass_core.request.object_query import PictureBox
from tests.helpers.media.movies import Picture, Sound, write_movie

RED, BLUE = (220, 40, 30), (30, 60, 220)


def small_config() -> DavisConfig:
    """Half a second at 8 kHz."""
    return DavisConfig(
        rate_hz=8000, n_fft=254, hop=128, side=32, frames=32, dim=8, multiples=(1, 1, 2, 2, 2),
        scale=0.5, query_size=64, frame_layers=1, frame_heads=2, frame_hidden=32,
        num_pictures=2,
        clip=ClipConfig(side=32, patch=16, width=64, layers=1, out_dim=32),
    )  # fmt: skip


def random_network(seed: int = 0) -> DavisNetwork:
    """With weights that matter everywhere, those of normalisations, too."""
    torch.manual_seed(seed)
    network = DavisNetwork(small_config()).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    return network


def tone_bursts(random: np.random.Generator, num_samples: int, rate_hz: int) -> np.ndarray:
    """What the red thing sounds like: a low horn."""
    t = np.arange(num_samples) / rate_hz
    pitch, beat, late = random.uniform(180, 260), random.uniform(1.5, 3), random.uniform(0, 1)
    gate = ((t * beat + late) % 1 < 0.6).astype(np.float32)
    horn = sum(np.sin(2 * np.pi * n * pitch * t) / n for n in range(1, 5))
    return (0.2 * gate * horn).astype(np.float32)


def hiss_bursts(random: np.random.Generator, num_samples: int, rate_hz: int) -> np.ndarray:
    """What the blue thing sounds like: steam."""
    t = np.arange(num_samples) / rate_hz
    beat, late = random.uniform(1.5, 3), random.uniform(0, 1)
    gate = ((t * beat + late) % 1 < 0.6).astype(np.float32)
    noise = np.diff(random.standard_normal(num_samples + 1))
    return (0.1 * gate * noise).astype(np.float32)


SOUNDS = {RED: tone_bursts, BLUE: hiss_bursts}


def thing(random: np.random.Generator, colour: tuple[int, int, int], side: int) -> np.ndarray:
    """A picture of it: a coloured square on grey, a little noisy."""
    picture = np.full((side, side, 3), 110.0)
    edge = int(random.integers(1, side // 5))
    picture[edge:-edge, edge:-edge] = colour
    return np.clip(picture + random.normal(0, 8, picture.shape), 0, 255).astype(np.uint8)


def examples(config: DavisConfig, pairs: int, seed: int) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Endless batches of mixtures, each once for either thing.

    Args:
        config: of the network.
        pairs: mixtures of a batch.
        seed: of what is made.

    Yields:
        Mixture, what the seen thing sounds like, and its pictures.
    """
    random = np.random.default_rng(seed)
    while True:
        mixtures, targets, pictures = [], [], []
        for _ in range(pairs):
            sounds = {
                colour: make(random, config.window, config.rate_hz)
                for colour, make in SOUNDS.items()
            }
            for colour, own in sounds.items():
                mixtures.append(sum(sounds.values()) * config.programme_gain)
                targets.append(own)
                shown = [
                    thing(random, colour, config.clip.side) for _ in range(config.num_pictures)
                ]
                pictures.append(clip_pixels(np.stack(shown), config.clip.side))
        mixture, target = (
            heard(magnitudes(torch.from_numpy(np.stack(part)), config), config)
            for part in (mixtures, targets)
        )
        yield mixture, target, torch.stack(pictures)


def trained_network(steps: int, pairs: int = 4, seed: int = 0) -> tuple[DavisNetwork, list[float]]:
    """Flow matching on made scenes, as in the paper's equation 8; the losses beside it."""
    torch.manual_seed(seed)
    network = DavisNetwork(small_config()).train()
    optimiser = torch.optim.AdamW(network.parameters(), 2e-3)
    falling = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps)
    losses = []
    batches = examples(network.config, pairs, seed)
    for _, (mixture, target, pixels) in zip(range(steps), batches, strict=False):
        x_0, t = torch.randn_like(target), torch.rand(len(target))
        shares = t[:, None, None, None]
        features = network.clip(pixels.flatten(0, 1)).unflatten(0, pixels.shape[:2])
        x_t = shares * target + (1 - shares) * x_0
        velocity = network(x_t, t, mixture, network.gathered(features))
        loss = (velocity - (target - x_0)).abs().mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        falling.step()
        losses.append(loss.item())
    return network.eval(), losses


LEFT, RIGHT = PictureBox(0.1, 0.2, 0.3, 0.6), PictureBox(0.6, 0.2, 0.3, 0.6)


def saved(network: DavisNetwork, folder: Path) -> Path:
    """The network as a model on disk."""
    save_model(
        folder, network.state_dict(), network.config, licence="CC0-1.0", default_steps=2, notes={},
        dtype=torch.float32,
    )  # fmt: skip
    return folder


def two_things_movie(
    path: Path, seconds: float, rate_hz: int = 48_000, size: tuple[int, int] = (160, 90)
) -> tuple[Path, np.ndarray, np.ndarray]:
    """A red thing on the left that honks, a blue one on the right that hisses.

    Args:
        path: target.
        seconds: length.
        rate_hz: of the sound, which is stereo.
        size: of the picture.

    Returns:
        The movie, the red one's sound and the blue one's.
    """
    random = np.random.default_rng(5)
    slow = round(8000 * seconds)
    sounds = []
    for colour in (RED, BLUE):
        own = SOUNDS[colour](random, slow, 8000)
        sounds.append(np.interp(np.arange(round(rate_hz * seconds)) * 8000 / rate_hz,
                                np.arange(slow), own).astype(np.float32))  # fmt: skip
    still = np.full((size[1], size[0], 3), 110, np.uint8)
    for box, colour in ((LEFT, RED), (RIGHT, BLUE)):
        top, left = round((box.top + 0.1) * size[1]), round((box.left + 0.05) * size[0])
        bottom = round((box.top + box.height - 0.1) * size[1])
        still[top:bottom, left : round((box.left + box.width - 0.05) * size[0])] = colour
    picture = Picture(seconds, size=size, still=still)
    mixture = np.stack([sum(sounds)] * 2)
    write_movie(path, picture, [Sound(mixture, rate_hz, codec="pcm_f32le")])
    return path, *sounds
