"""The sound that hangs together with a place: what a magic wand selects."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import db_to_power
from cass_core.repair.cells import Cells
from cass_core.repair.grid import Grid
from cass_core.repair.spectra import analysed

_REACH_S = 4.0
_SEED = 2  # cells around the place in which its level is looked for
_TINY = 1e-20


def connected_sound(
    read: Callable[[SampleSpan], FloatArray],
    place: tuple[int, float],
    range_db: float,
    grid: Grid,
) -> Cells | None:
    """The cells around a place that are not much quieter than it, and touch each other.

    Args:
        read: gives samples (channel, sample), zeros outside the programme.
        place: sample and frequency.
        range_db: how much quieter they may be.
        grid: where cells lie.

    Returns:
        What was found within a few seconds; None where the place is silent.
    """
    sample, hz = place
    reach = round(_REACH_S * grid.rate_hz)
    frames = grid.frames_over(SampleSpan(sample - reach, sample + reach))
    powers = _powers(read(grid.samples_of(frames)), grid)
    row = min(max(round(sample / grid.hop) - frames.start, 0), len(frames) - 1)
    column = min(max(round(hz / grid.bin_hz), 0), grid.num_bins - 1)
    around = np.s_[
        max(row - _SEED, 0) : row + _SEED + 1, max(column - _SEED, 0) : column + _SEED + 1
    ]
    loudest = float(powers[around].max())
    if loudest <= _TINY:
        return None
    first = np.unravel_index(int(powers[around].argmax()), powers[around].shape)
    seed = around[0].start + int(first[0]), around[1].start + int(first[1])
    found = _connected(powers >= loudest * db_to_power(-range_db), seed)
    rows, columns = np.flatnonzero(found.any(axis=1)), np.flatnonzero(found.any(axis=0))
    box = found[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float32)
    start = (frames.start + int(rows[0])) * grid.hop
    return Cells.of(box, start, grid.hop, int(columns[0]) * grid.bin_hz, grid.bin_hz)


def _powers(sound: FloatArray, grid: Grid) -> npt.NDArray[np.float64]:
    """Power of each cell over all channels: (frame, bin)."""
    total = np.zeros(((sound.shape[1] - grid.n_fft) // grid.hop + 1, grid.num_bins))
    for channel in sound:
        if channel.any():
            total += np.abs(analysed(channel[None], grid)[0]) ** 2
    return total


def _connected(loud: npt.NDArray[np.bool_], seed: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """The part of a picture that a place belongs to, and one cell around it."""
    import cv2  # loads slowly, and only a wand needs it here

    _, labels = cv2.connectedComponents(loud.astype(np.uint8), connectivity=8)
    part = (labels == labels[seed]).astype(np.uint8)
    return cv2.dilate(part, np.ones((3, 3), np.uint8)) > 0
