"""Stems as a separator may leave them: sounds moved to a wrong stem, and masks that leak."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from cass_core.review.cells.bands import CELLS_A_SECOND
from cass_core.review.cells.grid import band_powers, levels_db, mel_powers, spectra
from cass_core.stem_names import STEMS

_LEAKING_SHARE = 0.35  # of the scenes
_MOST_PLANTS = 6
_HEARD_DB = -85.0  # cells below tell nothing
_HEARD_BELOW_DB = 55.0  # under the loudest cell of its moment
_MISPLACED_WEIGHT = 2.0


class PlantedCells(NamedTuple):
    """A scene whose stems hold each other's sound, and what they hold.

    Attributes:
        levels: (stem, frame, mel) dB.
        shares: (stem, owner, frame, band), 0 to 1: how much of a stem's cell is whose sound.
        weights: (stem, frame, band): how much a cell counts; 0 where nothing is heard.
    """

    levels: Tensor
    shares: Tensor
    weights: Tensor


def planted_cells(stems: Tensor, rng: np.random.Generator) -> PlantedCells:
    """Plant misplacements in a scene.

    Args:
        stems: (stem, sample) at `CELL_RATE_HZ`, as they should be.
        rng: of all chance.

    Returns:
        The cells of the stems as they are then.
    """
    sources = spectra(stems)
    gains = torch.eye(len(STEMS))[:, :, None, None].expand(-1, -1, *sources.shape[1:]).clone()
    if rng.random() < _LEAKING_SHARE:
        gains = _leaking_masks(sources, rng)[:, None].expand(-1, len(STEMS), -1, -1).clone()
    for _ in range(int(rng.integers(0, _MOST_PLANTS + 1))):
        _plant(gains, rng)
    parts = gains * sources[None]  # (stem, owner, bin, frame)
    levels = levels_db(mel_powers(parts.sum(dim=1).abs().square()))
    powers = band_powers(mel_powers(parts.abs().square()))
    shares = powers / powers.sum(dim=1, keepdim=True).clamp_min(1e-12)
    return PlantedCells(levels, shares, _weights(powers, shares))


def _weights(powers: Tensor, shares: Tensor) -> Tensor:
    """(stem, frame, band) of powers and shares (stem, owner, frame, band)."""
    heard = levels_db(powers.sum(dim=1))
    loudest = heard.amax(dim=(0, 2), keepdim=True)
    weights = (
        (heard - torch.maximum(loudest - _HEARD_BELOW_DB, torch.tensor(_HEARD_DB))) / 20
    ).clamp(0, 1)
    own = torch.stack([shares[row, row] for row in range(len(STEMS))])
    return weights * (1 + (_MISPLACED_WEIGHT - 1) * (1 - own))


def _plant(gains: Tensor, rng: np.random.Generator) -> None:
    """Move a stretch of one stem's sound into another; `gains` is (stem, owner, bin, frame)."""
    giver = int(rng.integers(len(STEMS)))
    taker = int((giver + rng.integers(1, len(STEMS))) % len(STEMS))
    num_bins, num_frames = gains.shape[2:]
    length = int(np.exp(rng.uniform(np.log(0.15), np.log(4.0))) * CELLS_A_SECOND)
    first = int(rng.integers(0, max(num_frames - length, 1)))
    low, high = 0, num_bins
    if rng.random() < 0.3:
        edges = np.sort(np.exp(rng.uniform(np.log(3), np.log(num_bins), 2))).astype(int)
        low, high = int(edges[0]), int(max(edges[1], edges[0] + 8))
    amount = 1.0 if rng.random() < 0.5 else float(rng.uniform(0.15, 1.0))
    here = (slice(low, high), slice(first, first + length))
    # of what the giver's own sound has left everywhere, a share goes to the taker
    moved = amount * gains[(giver, giver, *here)]
    gains[(taker, giver, *here)] += moved
    gains[(giver, giver, *here)] -= moved


def _leaking_masks(sources: Tensor, rng: np.random.Generator) -> Tensor:
    """(stem, bin, frame) masks that sum to 1, as an uncertain separator would choose them."""
    power = sources.abs().square()
    time, band = int(2 * rng.integers(0, 4) + 1), int(2 * rng.integers(0, 8) + 1)
    blurred = F.avg_pool2d(power[None], (band, time), 1, (band // 2, time // 2))[0]
    logits = float(rng.uniform(0.8, 2.0)) * torch.log(blurred.clamp_min(1e-9))
    coarse = torch.from_numpy(rng.standard_normal((1, len(STEMS), 12, 30)).astype(np.float32))
    noise = F.interpolate(coarse, size=logits.shape[1:], mode="bilinear")[0]
    return (logits + float(rng.uniform(0, 1.0)) * noise).softmax(dim=0)
