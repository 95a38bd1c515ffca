"""Values over time as one for each pixel of a screen."""

import numpy as np

from app.views.lanes.axis.time_axis import TimeAxis
from cass_core.clips import FloatArray


def column_peaks(values: FloatArray, step_samples: int, axis: TimeAxis) -> FloatArray:
    """The highest value under each pixel.

    Args:
        values: (step,), value k from sample k x `step_samples` on.
        step_samples: of a step.
        axis: what is seen, over which width.

    Returns:
        (pixel,), not a number beyond the values.
    """
    edges = axis.span.start + np.arange(int(axis.width_px) + 1) * axis.samples_per_px
    steps = np.floor(edges / step_samples).astype(np.int64)
    starts, stops = steps[:-1], np.maximum(steps[1:], steps[:-1] + 1)
    inside = (starts >= 0) & (starts < len(values))
    peaks = np.full(len(starts), np.nan, np.float32)
    if inside.any():
        first, last = starts[inside], np.minimum(stops[inside], len(values))
        # pairs of edges: every other result is the maximum of a pixel
        padded = np.append(values, np.float32(-np.inf))
        pairs = np.stack([first, last], axis=1).reshape(-1)
        peaks[inside] = np.maximum.reduceat(padded, pairs)[::2]
    return peaks
