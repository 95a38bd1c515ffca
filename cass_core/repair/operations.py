"""What can be done with what is selected: each moves sound between stems, so their sum stays.

With S_s(k, f) the spectrum of stem s and M(k, f) the region's mask times the amount, an operation
takes D(k, f) = M(k, f) · g(k, f) · S_source(k, f) out of one stem and adds it to another.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from cass_core.clips import FloatArray
from cass_core.decibels import power_to_db
from cass_core.repair.grid import OVERLAP, Grid
from cass_core.repair.region import Region
from cass_core.repair.spectra import Box, Spectra, Spectrum
from cass_core.stem_names import STEMS, Stem

_KNEE_DB = 6.0
_HOLD_S = 0.1
_TINY = 1e-30


class Operation(Protocol):
    """A change of stems within a region."""

    @property
    def region(self) -> Region:
        """Where."""

    @property
    def amount(self) -> float:
        """How much of it, 0 to 1."""

    def context(self, grid: Grid) -> int:
        """Frames to both sides of a changed one that are looked at."""

    def change(self, spectra: Spectra, box: Box) -> None:
        """Change the stems within frames and bins that hold all of the region that is there."""


@dataclass(frozen=True)
class Move:
    """Put a sound where it belongs: g = 1.

    Attributes:
        region: where.
        source: the stem that it is taken from; None for both others.
        target: the stem that gets it.
        amount: how much of it, 0 to 1.
    """

    region: Region
    source: Stem | None
    target: Stem
    amount: float = 1.0

    def context(self, grid: Grid) -> int:
        """Nothing beside what is moved."""
        return 0

    def change(self, spectra: Spectra, box: Box) -> None:
        """Move it."""
        mask = _mask(self, spectra, box)
        for stem in STEMS if self.source is None else (self.source,):
            if stem is not self.target:
                spectra.move(stem, self.target, box, mask * spectra.now(stem, box))


@dataclass(frozen=True)
class ShareOut:
    """Share a stem's sound out among the others by soft masks: g_s = |S_s|² / sum of |S|².

    Where no other stem has anything, it stays.

    Attributes:
        region: where.
        source: the stem that it is taken from.
        amount: how much of it, 0 to 1.
    """

    region: Region
    source: Stem
    amount: float = 1.0

    def context(self, grid: Grid) -> int:
        """Each cell is shared out by itself."""
        return 0

    def change(self, spectra: Spectra, box: Box) -> None:
        """Share it out."""
        taken = _mask(self, spectra, box) * spectra.now(self.source, box)
        powers = {
            stem: np.abs(spectra.now(stem, box)) ** 2 for stem in STEMS if stem is not self.source
        }
        total = np.maximum(sum(powers.values()), _TINY)
        for stem, power in powers.items():
            spectra.move(self.source, stem, box, power / total * taken)


@dataclass(frozen=True)
class Gate:
    """Give what is heard of a stem below a level to another: g falls from 1 to 0 around it.

    The level is that of the selected band in the loudest channel, a sine of full scale being 0 dB;
    what comes shortly before or behind something louder stays with it.

    Attributes:
        region: where.
        source: the stem that is gated.
        target: the stem that gets what the gate holds back.
        level_db: the gate's level in dBFS.
        amount: how much of it, 0 to 1.
    """

    region: Region
    source: Stem
    target: Stem
    level_db: float
    amount: float = 1.0

    def context(self, grid: Grid) -> int:
        """The frames in which something louder keeps the gate open."""
        return max(round(_HOLD_S * grid.rate_hz / grid.hop), 1)

    def change(self, spectra: Spectra, box: Box) -> None:
        """Move what lies below the level."""
        reach = self.context(spectra.grid)
        around = range(
            max(box.frames.start - reach, spectra.frames.start),
            min(box.frames.stop + reach, spectra.frames.stop),
        )
        heard = Box(around, spectra.grid.bins_of(self.region.band_hz))
        levels_db = frame_levels_db(spectra.now(self.source, heard), spectra.grid)
        closed = np.clip((self.level_db - levels_db) / _KNEE_DB + 0.5, 0.0, 1.0)
        padded = np.pad(closed, reach, constant_values=1.0)
        held = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
        first = box.frames.start - around.start
        share = held[first : first + len(box.frames), None] * _mask(self, spectra, box)
        spectra.move(self.source, self.target, box, share * spectra.now(self.source, box))


@dataclass(frozen=True)
class Fill:
    """Bring ambience back where taking the dialogue out has left a hole.

    As much of the source is moved as the target lacks to a floor that was measured in its
    neighbourhood: g = min(1, sqrt(max(floor² - |S_target|², 0)) / |S_source|).

    Attributes:
        region: where.
        source: the stem that holds what is missing.
        target: the stem with the hole.
        floor_db: for each channel the floor's level in each of `floor_bands`, in dB a cell.
        amount: how much of it, 0 to 1.
    """

    region: Region
    source: Stem
    target: Stem
    floor_db: tuple[tuple[float, ...], ...]
    amount: float = 1.0

    def context(self, grid: Grid) -> int:
        """Each cell is filled by itself."""
        return 0

    def change(self, spectra: Spectra, box: Box) -> None:
        """Fill the hole."""
        source, target = spectra.now(self.source, box), spectra.now(self.target, box)
        floor = self._floor(spectra.grid, len(source))[:, None, box.bins.start : box.bins.stop]
        lacking = np.maximum(floor - np.abs(target) ** 2, 0.0)
        share = np.sqrt(lacking / np.maximum(np.abs(source) ** 2, _TINY))
        share = _mask(self, spectra, box) * np.minimum(share, 1.0)
        spectra.move(self.source, self.target, box, share * source)

    def _floor(self, grid: Grid, num_channels: int) -> FloatArray:
        """Power of a cell: (channel, bin); silence for channels that were not measured."""
        bands = floor_bands(grid)
        floor = np.zeros((num_channels, grid.num_bins), np.float32)
        for channel, levels_db in zip(floor, self.floor_db, strict=False):
            if len(levels_db) == bands.max() + 1:
                channel[:] = 10.0 ** (np.asarray(levels_db)[bands] / 10.0)
        return floor


@dataclass(frozen=True)
class Replace:
    """Take a region from another separation N of the programme.

    For all stems D_s = M · (N_s - S_s), which sum to nothing as both separations are the mixture;
    where the other separation holds nothing, or is not there, all stays as it is.

    Attributes:
        region: where.
        take: name of the other separation.
        amount: how much of it, 0 to 1.
    """

    region: Region
    take: str
    amount: float = 1.0

    def context(self, grid: Grid) -> int:
        """Each cell is replaced by itself."""
        return 0

    def change(self, spectra: Spectra, box: Box) -> None:
        """Replace what is there."""
        known = spectra.known_of_other(self.take, box)
        if not known.any():
            return
        mask = known[:, None] * _mask(self, spectra, box)
        *moved, rest = STEMS
        for stem in moved:
            lacking = spectra.of_other(self.take, stem, box) - spectra.now(stem, box)
            spectra.move(rest, stem, box, mask * lacking)


def stems_of(operation: Operation) -> tuple[Stem, ...]:
    """The stems that an operation takes sound from or gives it to."""
    takes_from_all = isinstance(operation, ShareOut | Replace)
    if takes_from_all or (isinstance(operation, Move) and operation.source is None):
        return STEMS
    assert isinstance(operation, Move | Gate | Fill)
    named = (operation.source, operation.target)
    return tuple(stem for stem in STEMS if stem in named)


def frame_levels_db(spectra: Spectrum, grid: Grid) -> FloatArray:
    """Level of each frame in its loudest channel: (frame,), a sine of full scale is 0 dB."""
    # by Parseval; the analysis window's squares sum to n_fft / OVERLAP
    scale = 4.0 * OVERLAP / grid.n_fft**2
    powers = scale * (np.abs(spectra) ** 2).sum(axis=2).max(axis=0, initial=0.0)
    return power_to_db(np.maximum(powers, _TINY)).astype(np.float32)


def floor_bands(grid: Grid) -> "np.typing.NDArray[np.int64]":
    """Number of the third of an octave that each bin belongs to: (bin,), without gaps."""
    pitches = np.maximum(np.arange(grid.num_bins) * grid.bin_hz, 50.0)
    thirds = np.rint(3.0 * np.log2(pitches / 50.0)).astype(np.int64)
    return np.unique(thirds, return_inverse=True)[1].reshape(-1)


def _mask(operation: Operation, spectra: Spectra, box: Box) -> FloatArray:
    """The region's mask times the amount: (frame, bin)."""
    mask = operation.region.mask(box.frames, box.bins, spectra.grid)
    return mask * np.float32(operation.amount)
