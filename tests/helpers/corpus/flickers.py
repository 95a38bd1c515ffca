"""Movies whose sound is loud exactly while their picture is white: what must stay together."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from tests.helpers.media.movies import Picture, Sound, write_movie

FPS = 25
_RATE_HZ = 16_000
_LOUD, _QUIET = 0.5, 0.003


def write_flicker(
    path: Path, seed: int, num_frames: int = 50, late: int = 0, *, with_picture: bool = True
) -> np.ndarray:
    """Write a movie with its own flicker.

    Args:
        path: target, an MP4.
        seed: of the flicker and of the noise that is heard.
        num_frames: under the sound.
        late: frames that are shown before the sound begins.
        with_picture: whether there is one; without, the sound is the same.

    Returns:
        (frame,) whether each frame under the sound is white.
    """
    rng = np.random.default_rng(seed)
    white = rng.random(late + num_frames) < 0.5
    levels = np.where(white[late:], _LOUD, _QUIET).repeat(_RATE_HZ // FPS)
    noise = (levels * rng.uniform(-1, 1, len(levels))).astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Picture(len(white) / FPS, size=(64, 64), flashes_s=tuple(np.flatnonzero(white) / FPS))
    sound = Sound(noise[None], _RATE_HZ, "mono", "alac", Fraction(late, FPS))
    write_movie(path, picture if with_picture else None, [sound])
    return white[late:]


def is_white(frames: np.ndarray) -> np.ndarray:
    """Whether each of (frame, row, column, ...) is white."""
    return frames.reshape(len(frames), -1).mean(axis=1) > 128


def is_loud(samples: np.ndarray, centres: np.ndarray, reach: int = 100) -> np.ndarray:
    """Whether (sample,) is loud around each centre, both given in samples."""
    around = np.round(centres).astype(int)[:, None] + np.arange(-reach, reach + 1)
    levels = np.abs(samples[around.clip(0, len(samples) - 1)]).max(axis=1)
    return levels > 0.1 * np.abs(samples).max()


def agreement(white: np.ndarray, loud: np.ndarray, shift: int = 0) -> float:
    """Share of the frames that go with the sound, where they come `shift` frames late."""
    return float((np.roll(white, shift) == loud).mean())
