"""Stems after another decision of the soft masks: read like those below, at every rate.

The shares that a separation has left in a cell are those of its stems: m_s = |S_s| / sum |S|. A
stem of strictness p per cent weighs w_s = m_s^e / e with e = 2^(p/100), and the cell is shared out
anew by w_s / sum w (decision 045). Strict stems give up what is mostly another's, generous ones
take more of it; what moves is the difference of the shares, times the mixture's cell, so the sum
stays.
"""

import numpy as np

from cass_core.clips import SampleSpan
from cass_core.repair.sensitivity.sensitivity import Numbers, Sensitivity
from cass_core.repair.spectra import Box, Spectra
from cass_core.repair.tiles.tile_memory import Reasons
from cass_core.repair.tiles.tiled_stems import TiledStems
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.readable_stems import ReadableStems

_BASE = 2.0
_TINY = 1e-15


class SensitiveStems(TiledStems):
    """Stems of a programme with less bleed or fewer artefacts; the neutral ones bit for bit."""

    def __init__(self, stems: ReadableStems, sensitivity: Sensitivity) -> None:
        """Decide anew over stems, which are closed together with this object.

        Args:
            stems: what was separated.
            sensitivity: how strict each is.
        """
        super().__init__(stems)
        self.sensitivity = sensitivity

    def decided(self, sensitivity: Sensitivity) -> "SensitiveStems":
        """The same stems after another decision; either of the two closes what is below."""
        return SensitiveStems(self._stems, sensitivity)

    def changed_since(self, before: Sensitivity) -> tuple[SampleSpan, ...]:
        """Where samples are others than after another decision, at most; spans may overlap."""
        whole, more = SampleSpan(0, self.num_samples), self._grid.n_fft
        spans = self.sensitivity.changed_since(before, whole)
        return tuple(SampleSpan(span.start - more, span.stop + more) for span in spans)

    def _reasons(self, frames: range) -> tuple[Reasons, range]:
        is_changed = not self.sensitivity.is_neutral and self._percents(frames).any()
        return ((self.sensitivity,) if is_changed else ()), frames

    def _change(self, spectra: Spectra, reasons: Reasons) -> None:
        percents = self._percents(spectra.frames)
        rows = np.flatnonzero(percents.any(axis=0))
        first = spectra.frames.start
        times = range(first + int(rows[0]), first + int(rows[-1]) + 1)
        box = Box(times, range(self._grid.num_bins))
        cells = np.stack([spectra.now(stem, box) for stem in STEMS])
        exponents = _BASE ** (percents[:, rows[0] : rows[-1] + 1] / 100.0)
        moved = share_change(np.abs(cells), exponents) * cells.sum(axis=0)
        for stem, what in zip(STEMS, moved, strict=True):
            if stem is not Stem.FX:  # what the others gain or lose, effects lose or gain
                spectra.move(Stem.FX, stem, box, what)

    def _percents(self, frames: range) -> Numbers:
        """(stem, frame)."""
        places = np.arange(frames.start, frames.stop, dtype=np.float64) * self._grid.hop
        return np.stack([one.percents(places) for one in self.sensitivity.stems])


def share_change(magnitudes: Numbers, exponents: Numbers) -> Numbers:
    """By how much the stems' shares of each cell change.

    Args:
        magnitudes: (stem, channel, frame, bin) of the stems as they were separated.
        exponents: (stem, frame); 1 in all stems changes nothing.

    Returns:
        As the magnitudes, summing to zero over the stems.
    """
    shares = magnitudes / np.maximum(magnitudes.sum(axis=0), _TINY)
    wide = exponents[:, None, :, None]
    weights = shares**wide / wide
    decided = weights / np.maximum(weights.sum(axis=0), _TINY)
    change = decided - shares
    change[:, :, np.all(exponents == 1.0, axis=0)] = 0.0
    return change
