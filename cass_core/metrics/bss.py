"""Signal-to-distortion, -interference and -artefacts ratios of BSS Eval, in dB."""

from dataclasses import dataclass

import numpy as np
import torch

from cass_core.clips import FloatArray

FILTER_TAPS = 512


@dataclass(frozen=True)
class BssScores:
    """One number a source, in dB.

    Attributes:
        sdr: (source,) everything that is not the reference.
        sir: (source,) what comes from the other references.
        sar: (source,) what comes from none of them.
    """

    sdr: FloatArray
    sir: FloatArray
    sar: FloatArray


def bss_eval(estimates: FloatArray, references: FloatArray) -> BssScores:
    """BSS Eval version 3 (Vincent et al. 2006) by the package `fast_bss_eval`.

    Each reference may be filtered by `FILTER_TAPS` taps; estimates belong to their references by
    place, no other order is tried.

    Args:
        estimates: (source, sample).
        references: as the estimates; a silent one gives numbers that are not finite.

    Returns:
        The three ratios.

    Raises:
        ImportError: the package is not installed.
    """
    # its torch half: the other one does not know NumPy 2
    from fast_bss_eval import bss_eval_sources

    # in single precision the normal equations of nearly equal sources lose whole decibels
    known, heard = (torch.from_numpy(np.asarray(a, np.float64)) for a in (references, estimates))
    try:
        ratios = bss_eval_sources(
            known, heard, filter_length=FILTER_TAPS, compute_permutation=False
        )
    except RuntimeError:  # a silent source leaves nothing to solve for
        ratios = (torch.full((len(known),), torch.nan),) * 3
    return BssScores(*(np.asarray(ratio.numpy(), np.float32) for ratio in ratios))
