"""Judge the cells of three stems; a stretch is heard with what lies around it."""

from typing import Protocol

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.metrics.taggers.log_mel import PATCH_HOP_SAMPLES
from cass_core.review.cells.bands import CELL_HOP
from cass_core.review.cells.cell_net import CellNet
from cass_core.review.cells.grid import band_powers, levels_db, mel_powers, spectra
from cass_core.review.cells.judged import JudgedCells
from cass_core.stem_names import STEMS

TAGGED_FRAMES = 8  # cells between two windows of the tagger

_HALF_WINDOW = 7_680


class Hearing(Protocol):
    """A tagger whose first classes are the stems, such as `Tagger`."""

    def class_logits(self, samples: FloatArray, hop_frames: int) -> FloatArray:
        """(window, class) of (sample,) at `CELL_RATE_HZ`."""


def judge_cells(network: CellNet, tagger: Hearing, stems: FloatArray) -> JudgedCells:
    """Judge a stretch.

    Args:
        network: says whose sound a cell holds.
        tagger: says what is heard in the second around.
        stems: (stem, sample) mono at `CELL_RATE_HZ`, an even number of whole cells long.

    Returns:
        The cells.
    """
    with torch.inference_mode():
        powers = mel_powers(spectra(torch.from_numpy(stems)).abs().square())
        shares = network(levels_db(powers)[None])[0].softmax(dim=1)
        levels = levels_db(band_powers(powers))
    return JudgedCells(
        np.ascontiguousarray(levels.permute(1, 0, 2).numpy()),
        np.ascontiguousarray(shares.permute(2, 0, 1, 3).numpy()),
        np.stack([_tagged(tagger, sound) for sound in stems], axis=1),
    )


def _tagged(tagger: Hearing, sound: FloatArray) -> FloatArray:
    """(frame, owner) logits, straight lines between the windows' middles."""
    padded = np.pad(sound, _HALF_WINDOW)
    hop = TAGGED_FRAMES * CELL_HOP // PATCH_HOP_SAMPLES
    logits = tagger.class_logits(padded, hop)[:, : len(STEMS)]
    at = np.arange(len(sound) // CELL_HOP) / TAGGED_FRAMES
    windows = np.arange(len(logits))
    return np.stack([np.interp(at, windows, row) for row in logits.T], axis=1).astype(np.float32)
