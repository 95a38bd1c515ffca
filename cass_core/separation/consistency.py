"""Stems that sum to the mixture."""

import torch
from torch import Tensor

from cass_core.clips import FloatArray
from cass_core.config import MASK_EXPONENT

_TINY = 1e-9


def share_out(estimates: Tensor, exponent: float = MASK_EXPONENT) -> Tensor:
    """Soft masks from the estimates' magnitudes.

    Ratios of powers, as a Wiener filter has, sharpen estimates that are masked mixtures already;
    a smaller exponent gives the nearer stems (decision 003).

    Args:
        estimates: (stem, bin, frame) complex.
        exponent: of the magnitudes; what the model was trained with.

    Returns:
        (stem, bin, frame) in [0, 1], summing to one; equal shares where all estimates are silent.
    """
    shares = estimates.abs() ** exponent + _TINY
    return shares / shares.sum(dim=0, keepdim=True)


def zero_sum(differences: Tensor, masks: Tensor) -> Tensor:
    """Take from each stem its share of the differences' sum, so that they sum to zero.

    Args:
        differences: (stem, bin, frame) complex.
        masks: (stem, bin, frame) shares, summing to one.

    Returns:
        (stem, bin, frame) complex.
    """
    return differences - masks * differences.sum(dim=0, keepdim=True)


def last_from_rest(stems: FloatArray, mixture: FloatArray) -> FloatArray:
    """Replace the last stem by mixture minus the others.

    Args:
        stems: (stem, channel, sample); changed in place, it is the caller's own.
        mixture: (channel, sample).

    Returns:
        The same array; its sum is the mixture to float32 rounding.
    """
    stems[-1] = mixture - stems[:-1].sum(axis=0, dtype="float64").astype("float32")
    return stems


def smooth(masks: Tensor, frames: int) -> Tensor:
    """Average masks over an odd number of frames, which keeps their sum."""
    if frames < 2:
        return masks
    side = frames // 2
    padded = torch.nn.functional.pad(masks, (side, side), mode="replicate")
    return torch.nn.functional.avg_pool1d(padded, frames, stride=1)
