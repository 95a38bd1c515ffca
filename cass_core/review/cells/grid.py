"""From sound to the powers of cells."""

from functools import lru_cache

import torch
from torch import Tensor

from cass_core.dsp.stft import FrameGrid, analyse
from cass_core.metrics.taggers.mel_filters import htk_filters
from cass_core.review.cells.bands import (
    CELL_HOP,
    CELL_RATE_HZ,
    HIGH_HZ,
    LOW_HZ,
    NUM_BANDS,
    NUM_MELS,
)

GRID = FrameGrid(1_024, CELL_HOP, CELL_RATE_HZ)
QUIETEST_DB = -100.0


def spectra(samples: Tensor) -> Tensor:
    """Transform sound whose sample 0 is the centre of frame 0.

    Args:
        samples: (..., sample) at `CELL_RATE_HZ`; silence is taken to lie before and behind it.

    Returns:
        (..., bin, frame) complex; a frame for each whole hop.
    """
    num_frames = samples.shape[-1] // CELL_HOP
    before = GRID.samples_before()
    behind = max(0, GRID.num_samples(num_frames) - before - samples.shape[-1])
    padded = torch.nn.functional.pad(samples, (before, behind))
    return analyse(padded[..., : GRID.num_samples(num_frames)], GRID)


def mel_powers(powers: Tensor) -> Tensor:
    """Powers (..., bin, frame) gathered in mel bands: (..., frame, mel)."""
    return powers.transpose(-1, -2) @ _filters().T


def levels_db(mels: Tensor) -> Tensor:
    """Powers as levels, -100 dB at least."""
    return 10.0 * torch.log10(mels.clamp_min(10.0 ** (QUIETEST_DB / 10)))


def band_powers(mels: Tensor) -> Tensor:
    """(..., frame, mel) as (..., frame, band)."""
    return mels.unflatten(-1, (NUM_BANDS, 2)).sum(dim=-1)


@lru_cache(maxsize=1)
def _filters() -> Tensor:
    # scaled so that a full-scale sine has about 0 dB in its band
    scale = (2.0 / GRID.n_fft * 2.0) ** 2
    return scale * htk_filters(CELL_RATE_HZ, GRID.n_fft, NUM_MELS, LOW_HZ, HIGH_HZ)
