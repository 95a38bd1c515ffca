"""A curve over time as the few points that a screen can show of it."""

import numpy as np

from app.views.lanes.axis.time_axis import TimeAxis
from cass_core.dsp.loudness import Powers


def curve_points(values: Powers, step_samples: int, axis: TimeAxis) -> tuple[Powers, Powers]:
    """What is seen of a curve; lowest and highest value of each pixel where there are more.

    Args:
        values: (step,), value k at the end of step k; not a number where there is a gap.
        step_samples: of a step.
        axis: what is seen, over which width.

    Returns:
        Places in pixels and values, both (point,); a point beyond each edge included.
    """
    first = min(max(axis.span.start // step_samples - 1, 0), len(values))
    stop = min(max(axis.span.stop // step_samples + 1, first), len(values))
    size = max(int(axis.samples_per_px / step_samples), 1)
    first -= first % size  # the same groups wherever the view begins
    seen = values[first:stop]
    if size == 1:
        steps = np.arange(first, stop, dtype=np.float64)
        return _places(steps, step_samples, axis), seen
    num_groups = -(-len(seen) // size)
    padding = np.full(num_groups * size - len(seen), np.nan)
    groups = np.concatenate([seen, padding]).reshape(num_groups, size)
    ends = np.stack([np.fmin.reduce(groups, axis=1), np.fmax.reduce(groups, axis=1)], axis=1)
    middles = first + size * np.arange(num_groups) + (size - 1) / 2.0
    return _places(np.repeat(middles, 2), step_samples, axis), ends.reshape(-1)


def _places(steps: Powers, step_samples: int, axis: TimeAxis) -> Powers:
    """Where the ends of steps are, in pixels."""
    return ((steps + 1.0) * step_samples - axis.span.start) / axis.samples_per_px
