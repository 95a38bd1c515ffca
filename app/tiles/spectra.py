"""From samples to columns of levels: spectra in decibels, eight bits a bin."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from app.tiles.tile_grid import USUAL_N_FFT, TileGrid
from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.decibels import db_to_power, power_to_db

LOWEST_DB = -120.0  # level 0; level 255 is full scale
STEPS_A_DB = 255 / -LOWEST_DB
MOST_FRAMES = 4  # spectra in a refined column
LevelArray = npt.NDArray[np.uint8]
_BATCH = 64 * USUAL_N_FFT  # samples that are transformed at once
_MOST_READ = 1 << 18  # samples that are read in one piece


@dataclass(frozen=True)
class LevelImage:
    """A piece of a spectrogram.

    Attributes:
        levels: (bin, column); 0 is -120 dBFS or less, 255 is full scale.
        span: samples that the columns stand for, in equal parts.
        visible: what was asked for; within `span`, except beyond the programme's ends.
    """

    levels: LevelArray
    span: SampleSpan
    visible: SampleSpan


def db_of_levels(levels: LevelArray) -> FloatArray:
    """Levels as dBFS."""
    return (levels / STEPS_A_DB + LOWEST_DB).astype(np.float32)


def quick_columns(
    source: AudioSource, grid: TileGrid, level: int, columns: Sequence[int]
) -> LevelArray:
    """One spectrum from the middle of each column.

    Args:
        source: the sound.
        grid: of the columns.
        level: of the columns.
        columns: rising numbers.

    Returns:
        (bin, column)
    """
    size = grid.column_samples(level)
    starts = np.asarray(columns, np.int64) * size + (size - grid.n_fft) // 2
    return _levels(_powers(source, grid, starts[:, None]))


def refined_columns(
    source: AudioSource,
    grid: TileGrid,
    level: int,
    columns: Sequence[int],
    loudest: npt.NDArray[np.int64],
) -> LevelArray:
    """The maximum of several spectra in each column, so that short sounds stay visible.

    Args:
        source: the sound.
        grid: of the columns.
        level: of the columns.
        columns: rising numbers.
        loudest: (column, place) samples that must not be missed; (column, 0) for none.

    Returns:
        (bin, column)
    """
    size = grid.column_samples(level)
    spread = num_spread(level, loudest.shape[1])
    offsets = (np.arange(spread) * 2 + 1) * size // (2 * spread) - grid.n_fft // 2
    starts = np.asarray(columns, np.int64)[:, None] * size + offsets
    starts = np.concatenate([starts, loudest - grid.n_fft // 2], axis=1)
    return _levels(_powers(source, grid, starts))


def num_spread(level: int, num_loudest: int = 0) -> int:
    """Evenly spread spectra in a refined column: half a window apart, as far as there are many."""
    return min(max(_half_windows(level), 1), MOST_FRAMES - num_loudest)


def num_loudest(level: int) -> int:
    """Spectra at the loudest places of a refined column, where spread ones would leave gaps."""
    return MOST_FRAMES // 2 if _half_windows(level) > MOST_FRAMES else 0


def _half_windows(level: int) -> int:
    """Halves of a transform in a column, whatever its length is: at level 0 it is a quarter."""
    return (1 << level) // 2


def numbers_only(sound: FloatArray) -> FloatArray:
    """The sound itself, or with silence for what is no number: one NaN would fill all bins."""
    if np.isfinite(sound.sum(dtype=np.float64)):
        return sound
    return np.nan_to_num(sound, posinf=1.0, neginf=-1.0)


def _levels(powers: npt.NDArray[np.float64]) -> LevelArray:
    """Powers (column, bin) as levels (bin, column)."""
    tiny = db_to_power(LOWEST_DB)
    db = power_to_db(np.maximum(powers, tiny))
    steps = np.rint((db - LOWEST_DB) * STEPS_A_DB)
    return np.ascontiguousarray(np.minimum(steps, 255).astype(np.uint8).T)


def _powers(
    source: AudioSource, grid: TileGrid, starts: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """The largest power in each bin over the frames of a column.

    Args:
        source: the sound.
        grid: whose spectra they are.
        starts: (column, frame) first sample of each frame.

    Returns:
        (column, bin), mean over the channels.
    """
    num_columns, num_frames = starts.shape
    powers = np.zeros((num_columns, grid.num_bins))
    step = max(_BATCH // (grid.n_fft * num_frames), 1)
    for first in range(0, num_columns, step):
        some = starts[first : first + step]
        frames = _frames(source, some.ravel(), grid.n_fft)
        power = _frame_powers(frames).reshape(*some.shape, grid.num_bins)
        powers[first : first + step] = power.max(axis=1)
    return powers


def _frames(source: AudioSource, starts: npt.NDArray[np.int64], n_fft: int) -> FloatArray:
    """Samples (channel, frame, sample), in one read where the frames lie close together."""
    low, high = int(starts.min()), int(starts.max()) + n_fft
    if high - low <= min(len(starts) * n_fft, _MOST_READ):
        sound = source.read(SampleSpan(low, high))
        windows = np.lib.stride_tricks.sliding_window_view(sound, n_fft, axis=1)
        return windows[:, starts - low]
    frames = np.empty((source.num_channels, len(starts), n_fft), np.float32)
    for number, start in enumerate(starts.tolist()):
        frames[:, number] = source.read(SampleSpan(start, start + n_fft))
    return frames


def _frame_powers(frames: FloatArray) -> npt.NDArray[np.float64]:
    """Powers (frame, bin) of frames (channel, frame, sample), mean over the channels."""
    n_fft = frames.shape[2]
    window, total = _window(n_fft), np.zeros((frames.shape[1], n_fft // 2 + 1))
    for channel in frames:
        if channel.any():
            # double precision is the faster transform in numpy
            spectrum = np.fft.rfft(numbers_only(channel) * window)
            total += spectrum.real**2
            total += spectrum.imag**2
    scale = (2.0 / window.sum()) ** 2  # a sine of full scale reads 1
    return total * (scale / max(len(frames), 1))


@lru_cache(maxsize=8)
def _window(n_fft: int) -> npt.NDArray[np.float64]:
    window = np.hanning(n_fft + 1)[:-1]
    window.setflags(write=False)
    return window
