"""How well scores rank what is there above what is not."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray


def average_precision(scores: FloatArray, present: npt.NDArray[np.bool_]) -> float:
    """Mean over the present ones of the share of present ones among all that score as high.

    Args:
        scores: (example,), higher where a class seems to be there.
        present: (example,) whether it is.

    Returns:
        0 to 1; the share of present examples for scores without meaning, NaN if none is present.
    """
    order = np.argsort(-scores, kind="stable")
    hits = present[order]
    if not hits.any():
        return float("nan")
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean())
