"""Where a separation has put most into a wrong stem, as an editor would select it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan
from cass_core.repair.grid import OVERLAP, Grid
from cass_core.repair.region import Region
from cass_core.repair.shapes import Band
from cass_core.repair.spectra import analysed
from cass_core.stem_names import STEMS, Stem

_LONG_S = 1.0
_LOW_HZ, _NUM_BANDS = 125.0, 6  # octaves from here on
_OWN_SHARE = 0.9  # what is said of a place must be true
_FAINTEST = 1e-7  # mean power of what is misplaced, -70 dBFS

Powers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class WrongPlace:
    """A second of an octave.

    Attributes:
        span: in samples.
        band_hz: lowest and highest frequency.
        own: the stem whose sound is there.
        found: the stem in which it stands.
    """

    span: SampleSpan
    band_hz: Band
    own: Stem
    found: Stem

    @property
    def region(self) -> Region:
        """What an editor selects."""
        return Region.box(self.span, self.band_hz)


def worst_place(estimates: FloatArray, truth: FloatArray, rate_hz: int) -> WrongPlace | None:
    """The place whose sound is nearly all of one stem, and most of which stands in another.

    Args:
        estimates: (stem, channel, sample) in the order of `STEMS`.
        truth: likewise.
        rate_hz: samples a second.

    Returns:
        The place; None where nothing to speak of is misplaced.
    """
    grid, num_samples = Grid(rate_hz), truth.shape[-1]
    length = round(_LONG_S * rate_hz / grid.hop)
    bands = [b for b in _bands(rate_hz) if len(grid.bins_of(b)) > 1]
    true_power = cell_powers(truth, grid)
    wrong = misplaced_powers(cell_powers(estimates, grid), true_power)
    known = _sums(true_power, bands, grid, length)
    share = known / np.maximum(known.sum(axis=0), 1e-30)
    # (own, found, frame, band)
    amounts = _sums(wrong, bands, grid, length) * (share >= _OWN_SHARE)[:, None]
    own, found, frame, band = np.unravel_index(int(np.argmax(amounts)), amounts.shape)
    scale = length * grid.n_fft**2 / (2 * OVERLAP)  # of cells' powers to a mean square
    if amounts[own, found, frame, band] / scale < _FAINTEST:
        return None
    start = int(frame) * grid.hop
    span = SampleSpan(start, min(start + length * grid.hop, num_samples))
    return WrongPlace(span, bands[int(band)], STEMS[int(own)], STEMS[int(found)])


def cell_powers(stems: FloatArray, grid: Grid) -> Powers:
    """(stem, frame, bin), all channels together, of frames from the first sample on."""
    half = grid.n_fft // 2
    padded = np.pad(stems, ((0, 0), (0, 0), (half, half)))
    return np.stack([(np.abs(analysed(stem, grid)) ** 2).sum(axis=0) for stem in padded])


def misplaced_powers(heard: Powers, true_power: Powers) -> Powers:
    """What stands in a stem of cells that are another's: (own, found, frame, bin)."""
    clear = true_power >= _OWN_SHARE * np.maximum(true_power.sum(axis=0), 1e-30)
    wrong = clear[:, None] * heard[None]
    wrong[np.arange(len(STEMS)), np.arange(len(STEMS))] = 0.0
    return wrong


def _bands(rate_hz: int) -> list[Band]:
    lows = [_LOW_HZ * 2.0**octave for octave in range(_NUM_BANDS)]
    return [(low, 2 * low) for low in lows if 2 * low <= rate_hz / 2]


def _sums(powers: Powers, bands: list[Band], grid: Grid, length: int) -> Powers:
    """(..., first frame, band) sums over so many frames and over the bins of each band."""
    by_band = np.stack(
        [powers[..., bins.start : bins.stop].sum(axis=-1) for bins in map(grid.bins_of, bands)],
        axis=-1,
    )
    total = np.cumsum(by_band, axis=-2)
    total = np.concatenate([np.zeros_like(total[..., :1, :]), total], axis=-2)
    length = min(length, by_band.shape[-2])
    return np.asarray(total[..., length:, :] - total[..., :-length, :])
