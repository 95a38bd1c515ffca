"""How near an estimate is to its reference, and how well stems sum to their mixture, in dB."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.decibels import power_to_db
from cass_core.stems.null_measure import dbfs

EPSILON = 1e-12
"""Keeps silent signals finite; far below the noise floor of 24-bit sound."""


def si_sdr(estimate: FloatArray, reference: FloatArray) -> float:
    """Scale-invariant signal-to-distortion ratio (Le Roux et al. 2019, equation 2).

    Args:
        estimate: (..., sample).
        reference: as the estimate.

    Returns:
        dB, means removed, averaged over the leading axes. Any gain on the estimate gives
        the same number; a silent reference gives a very low one.
    """
    return _si_sdr(_without_mean(estimate), _without_mean(reference))


def _si_sdr(heard: npt.NDArray[np.float64], target_signal: npt.NDArray[np.float64]) -> float:
    if heard.shape != target_signal.shape:
        raise ValueError(f"estimate {heard.shape} and reference {target_signal.shape} differ")
    reference_energy = np.sum(target_signal**2, axis=-1, keepdims=True)
    projection = np.sum(heard * target_signal, axis=-1, keepdims=True)
    target = projection / (reference_energy + EPSILON) * target_signal
    target_energy = np.sum(target**2, axis=-1)
    error_energy = np.sum((heard - target) ** 2, axis=-1)
    ratio = (target_energy + EPSILON) / (error_energy + EPSILON)
    return float(np.mean(power_to_db(ratio)))


def si_sdr_with_mean(estimate: FloatArray, reference: FloatArray) -> float:
    """`si_sdr` without taking the means away, as the release of AV-CASS measures it.

    A steady offset of the estimate counts as distortion; without offsets both are the same.

    Args:
        estimate: (..., sample).
        reference: as the estimate.

    Returns:
        dB, averaged over the leading axes.
    """
    return _si_sdr(np.asarray(estimate, np.float64), np.asarray(reference, np.float64))


def si_sir_sar(estimate: FloatArray, references: FloatArray, own: int) -> tuple[float, float]:
    """Scale-invariant ratios to interference and to artefacts (Le Roux et al. 2019, equations 4-6).

    What is not the estimate's own reference is split into what the other references explain and
    what none of them does.

    Args:
        estimate: (..., sample); all of its values are one signal.
        references: (source, ..., sample), not silent and not alike.
        own: row of the reference that the estimate belongs to.

    Returns:
        SI-SIR and SI-SAR in dB, means removed.
    """
    heard = _without_mean(np.reshape(estimate, -1))
    sources = _without_mean(np.reshape(references, (len(references), -1)))
    weights = np.linalg.lstsq(sources @ sources.T, sources @ heard, rcond=None)[0]
    energy = float(np.sum(sources[own] ** 2))
    target = float(sources[own] @ heard) / (energy + EPSILON) * sources[own]
    explained = weights @ sources
    wanted, interference, artefacts = (
        float(np.sum(part**2)) + EPSILON for part in (target, explained - target, heard - explained)
    )
    ratios = power_to_db(np.array([wanted / interference, wanted / artefacts]))
    return float(ratios[0]), float(ratios[1])


def si_sdr_improvement(estimate: FloatArray, reference: FloatArray, mixture: FloatArray) -> float:
    """How many dB the estimate is nearer to the reference than the mixture was.

    Args:
        estimate: (..., sample).
        reference: as the estimate.
        mixture: as the estimate.

    Returns:
        dB; 0 for an estimate that is the mixture.
    """
    return si_sdr(estimate, reference) - si_sdr(mixture, reference)


def null_depth_db(mixture: FloatArray, stems: Sequence[FloatArray] | FloatArray) -> float:
    """Peak of the mixture minus the sum of its stems.

    Args:
        mixture: (..., sample), full scale is 1.0.
        stems: (stem, ..., sample).

    Returns:
        dBFS; -200 stands for an exact sum.
    """
    total = np.sum(np.asarray(stems, dtype=np.float64), axis=0)
    error = np.asarray(mixture, dtype=np.float64) - total
    return dbfs(float(np.max(np.abs(error), initial=0.0)))


def _without_mean(signal: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """The signal in float64 with the mean of each row taken away; (..., sample)."""
    wide = np.asarray(signal, dtype=np.float64)
    centred: npt.NDArray[np.float64] = wide - wide.mean(axis=-1, keepdims=True)
    return centred
