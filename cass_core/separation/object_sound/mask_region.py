"""From a network's mask to a region that the repairs take on."""

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.repair.cells import MOST_CELLS, Cells
from cass_core.repair.grid import Grid
from cass_core.repair.region import Part, Region

_HOPS = 2  # frames of the repairs to a row of cells
_SHADES = 32  # of a share: a project with the region stays small
_EMPTY = 0.1  # a region without any share as large as this is none


def region_of_mask(
    mask: FloatArray,
    frames_per_s: float,
    bin_hz: float,
    span: SampleSpan,
    grid: Grid,
    place: float = 0.0,
) -> Region | None:
    """A soft region of the programme.

    Above the highest bin of the mask its uppermost octave goes on, frame for frame.

    Args:
        mask: (frame, bin), 0 to 1.
        frames_per_s: of the mask.
        bin_hz: between two of its bins.
        span: of the programme, in samples.
        grid: of the programme.
        place: frame of the mask that is centred on the first sample of the span.

    Returns:
        The region; None where nothing is in it.
    """
    if mask.max(initial=0.0) < _EMPTY:
        return None
    hop = _HOPS * grid.hop  # the network's frames lie further apart still
    first = -(-span.start // hop)
    rows = np.arange(first, max((span.stop - 1) // hop, first) + 1)
    step = -(-len(rows) * grid.num_bins // MOST_CELLS)
    pitches = np.arange(0, grid.num_bins, step) * grid.bin_hz
    times = place + (rows * hop - span.start) / grid.rate_hz * frames_per_s
    cells = _between(_between(mask, times, 0), pitches / bin_hz, 1)
    top = int(np.searchsorted(pitches, (mask.shape[1] - 1) * bin_hz, "right"))
    if top < len(pitches):
        cells[:, top:] = cells[:, top // 2 : top].mean(axis=1, keepdims=True)
    cells = np.asarray(np.rint(cells * _SHADES) / _SHADES, np.float32)
    shape = Cells.of(cells, int(rows[0]) * hop, hop, 0.0, step * grid.bin_hz)
    return Region((Part(shape),))


def _between(values: FloatArray, places: np.ndarray, axis: int) -> FloatArray:
    """Values at places between whole ones, by straight lines; the outermost go on."""
    last = values.shape[axis] - 1
    inside = np.clip(places, 0, last)
    low = np.minimum(inside.astype(np.int64), max(last - 1, 0))
    share = (inside - low).astype(np.float32)
    share = share[:, None] if axis == 0 else share[None]
    above = values.take(np.minimum(low + 1, last), axis)
    return np.asarray(values.take(low, axis) * (1 - share) + above * share, np.float32)
