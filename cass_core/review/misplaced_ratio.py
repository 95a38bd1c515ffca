"""How much of each stem seems to belong elsewhere, over time."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.review.evidence.cell_store import CellReader
from cass_core.review.regions import moment_scores
from cass_core.stem_names import STEMS


def misplaced_ratios(cells: CellReader, num_steps: int) -> FloatArray:
    """Mean share of what is heard that belongs to another stem.

    Args:
        cells: of all of the programme.
        num_steps: into how many equal steps its length is cut.

    Returns:
        (stem, step), 0 to 1.
    """
    frames = [_moments(block.levels, block.shares) for _, block in cells.blocks()]
    moments = np.concatenate(frames, axis=1) if frames else np.zeros((len(STEMS), 1), np.float32)
    edges = np.linspace(0, moments.shape[1], num_steps + 1).astype(int)
    starts = np.minimum(edges[:-1], moments.shape[1] - 1)
    stops = np.maximum(edges[1:], starts + 1)
    sums = np.pad(np.cumsum(moments, axis=1, dtype=np.float64), ((0, 0), (1, 0)))
    return np.asarray((sums[:, stops] - sums[:, starts]) / (stops - starts), np.float32)


def _moments(levels: FloatArray, shares: FloatArray) -> FloatArray:
    """(stem, frame)."""
    return np.stack([
        moment_scores(levels[:, row], 1 - shares[:, row, row]) for row in range(len(STEMS))
    ])  # fmt: skip
