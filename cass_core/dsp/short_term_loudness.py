"""Short-term loudness over time: EBU Tech 3341, the last 3 s in steps of 100 ms."""

import numpy as np
import numpy.typing as npt

from cass_core.decibels import power_to_db
from cass_core.dsp.loudness import SILENCE_LUFS, Powers, power_lufs

STEP_S = 0.1
WINDOW_STEPS = 30
_OFFSET_LUFS = power_lufs(1.0)


def short_term_loudness(step_powers: Powers) -> npt.NDArray[np.float64]:
    """Loudness of the 3 s before the end of each step.

    L_k = -0.691 + 10 log10(mean of the K-weighted powers of the steps k - 29 to k). A window that
    reaches over an edge of what is known counts what is known of it.

    Args:
        step_powers: (step,), mean K-weighted power of steps of 100 ms, weighted and summed over the
            channels; not a number where it is not known.

    Returns:
        (step,) in LUFS, `SILENCE_LUFS` at least; not a number where the step is not known.
    """
    known = np.isfinite(step_powers)
    sums = _window_sums(np.where(known, step_powers, 0.0))
    counts = _window_sums(known.astype(np.float64))
    means = sums / np.maximum(counts, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        lufs = np.maximum(_OFFSET_LUFS + power_to_db(means), SILENCE_LUFS)
    return np.where(known, np.nan_to_num(lufs, nan=SILENCE_LUFS), np.nan)


def _window_sums(values: Powers) -> Powers:
    """The sum of each value and the 29 before it; (step,)."""
    sums = np.concatenate([np.zeros(WINDOW_STEPS), np.cumsum(values)])
    return np.asarray(sums[WINDOW_STEPS:] - sums[:-WINDOW_STEPS], np.float64)
