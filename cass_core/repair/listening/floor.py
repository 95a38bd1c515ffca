"""How loud the ambience around a region is, in thirds of an octave: what a hole is filled up to."""

from collections.abc import Callable

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.decibels import power_to_db
from cass_core.repair.grid import Grid
from cass_core.repair.operations import floor_bands
from cass_core.repair.spectra import Spectrum, analysed

_NEIGHBOURHOOD_S = 1.0
_SILENCE = 1e-20
# the median of an exponential distribution, which powers of noise have, against its mean
_MEDIAN_SHARE = np.log(2.0)


def measured_floor_db(
    read: Callable[[SampleSpan], FloatArray], span: SampleSpan, grid: Grid
) -> tuple[tuple[float, ...], ...]:
    """The floor of a stem in the second before a span and the one behind it.

    The median over time passes over single sounds, so that what is left is the bed.

    Args:
        read: gives the stem's samples (channel, sample), zeros outside the programme.
        span: what lies between the two.
        grid: where cells lie.

    Returns:
        For each channel the level of each band of `floor_bands`, in dB a cell, as `Fill` takes it.
    """
    reach = max(round(_NEIGHBOURHOOD_S * grid.rate_hz), grid.n_fft)
    before = SampleSpan(max(span.start - reach, 0), max(span.start, 0))
    behind = SampleSpan(span.stop, span.stop + reach)
    found = [_powers(read(part), grid) for part in (before, behind) if part.num_samples]
    powers = np.concatenate([p for p in found if p.size], axis=1) if found else np.zeros((0, 0, 0))
    # frames of digital silence are no neighbourhood: the programme ends there, or it is not there
    sounding = powers.max(axis=(0, 2), initial=0.0) > 0
    if not sounding.any():
        return ()
    bed = np.median(powers[:, sounding], axis=1) / _MEDIAN_SHARE
    levels_db = power_to_db(np.maximum(_banded(bed, grid), _SILENCE))
    return tuple(tuple(round(float(level), 2) for level in channel) for channel in levels_db)


def _powers(sound: FloatArray, grid: Grid) -> "np.typing.NDArray[np.float64]":
    """Power of each cell: (channel, frame, bin)."""
    if sound.shape[1] < grid.n_fft:
        return np.zeros((len(sound), 0, grid.num_bins))
    spectra: Spectrum = analysed(sound, grid)
    return np.abs(spectra) ** 2


def _banded(powers: "np.typing.NDArray[np.float64]", grid: Grid) -> "np.typing.NDArray[np.float64]":
    """Mean power of the bins of each band: (channel, band)."""
    bands = floor_bands(grid)
    count = np.bincount(bands)
    return np.stack([np.bincount(bands, channel) / count for channel in powers])
