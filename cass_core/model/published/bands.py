"""Overlapping musical bands of BandIt (Watcharasupat et al., IEEE OJSP 2024, arXiv 2309.02539)."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

_A4_HZ, _A4_MIDI = 440.0, 69


@dataclass(frozen=True)
class Band:
    """Consecutive bins of a spectrogram.

    Attributes:
        first: number of the first bin.
        stop: number of the first bin behind.
    """

    first: int
    stop: int

    @property
    def width(self) -> int:
        """Number of bins."""
        return self.stop - self.first


def musical_bands(count: int, n_fft: int, rate_hz: int) -> tuple[Band, ...]:
    """Bands whose centres are equally far apart as notes, from the second bin to half the rate.

    A band reaches from its centre down and up by the whole range's octaves shared out over the
    bands, rounded outwards to whole bins and one further at the top.

    Args:
        count: number of bands.
        n_fft: length of the transform.
        rate_hz: rate of the sound.

    Returns:
        The bands, lowest first; together they leave no bin out.
    """
    bin_hz, bins = rate_hz / n_fft, n_fft // 2 + 1
    lowest, highest = (_midi(hz) for hz in (bin_hz, rate_hz / 2))
    notes = np.linspace(max(0.0, lowest), highest, count)
    centres = _A4_HZ * 2.0 ** ((notes - _A4_MIDI) / 12) / bin_hz
    reach = 2.0 ** (np.log2(rate_hz / 2 / bin_hz) / count)
    first = np.floor(centres / reach).astype(int)
    stop = np.minimum(np.ceil(centres * reach).astype(int) + 1, bins)
    first[0], stop[-1] = 0, bins
    return tuple(Band(int(a), int(b)) for a, b in zip(first, stop, strict=True))


def band_weights(bands: tuple[Band, ...], bins: int) -> list[Tensor]:
    """Share of each band in each of its bins: one over the number of bands there."""
    counts = torch.zeros(bins)
    for band in bands:
        counts[band.first : band.stop] += 1
    return [1 / counts[band.first : band.stop] for band in bands]


def _midi(hz: float) -> float:
    return _A4_MIDI + 12 * float(np.log2(hz / _A4_HZ))
