"""What the cells of a stretch hold, as numbers and as bytes."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.review.cells.bands import NUM_BANDS

_QUIETEST_DB, _STEPS_A_DB = -100, 2
_MOST_LOGIT = 8.0


class JudgedCells(NamedTuple):
    """What the cells of a stretch hold.

    Attributes:
        levels: (frame, stem, band) dB, of each cell.
        shares: (frame, stem, owner, band), 0 to 1: how much of a stem's cell is whose sound.
        heard: (frame, stem, owner) logits of the tagger: whether the sound of each is heard in a
            stem in the second around.
    """

    levels: FloatArray
    shares: FloatArray
    heard: FloatArray


def packed(cells: JudgedCells) -> npt.NDArray[np.uint8]:
    """Cells as bytes, (frame, stem, 1 + owner, band + 1).

    Levels are kept in half dB, shares in 1/255; the last column has what the tagger hears.
    """
    levels = np.rint(np.clip(_STEPS_A_DB * (cells.levels - _QUIETEST_DB), 0, 255))
    logits = np.rint(np.clip(127.5 * (1 + cells.heard / _MOST_LOGIT), 0, 255))
    rows = np.concatenate([levels[:, :, None], np.rint(255 * cells.shares)], axis=2)
    column = np.pad(logits, ((0, 0), (0, 0), (1, 0)))[..., None]
    return np.concatenate([rows, column], axis=3).astype(np.uint8)


def unpacked(cells: npt.NDArray[np.uint8]) -> JudgedCells:
    """What `packed` has given, to within its steps."""
    wide = cells.astype(np.float32)
    levels = wide[:, :, 0, :NUM_BANDS] / np.float32(_STEPS_A_DB) + np.float32(_QUIETEST_DB)
    heard = (wide[:, :, 1:, NUM_BANDS] / np.float32(127.5) - 1) * np.float32(_MOST_LOGIT)
    return JudgedCells(levels, wide[:, :, 1:, :NUM_BANDS] / np.float32(255), heard)
