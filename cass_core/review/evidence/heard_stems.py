"""The three stems as the network of cells hears them: mono, at its rate, any stretch of them."""

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.dsp.aligned_resample import RateChange
from cass_core.dsp.downmix import downmix_matrix
from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names
from cass_core.review.cells.bands import CELL_HOP, CELL_RATE_HZ, num_cells
from cass_core.stem_names import STEMS
from cass_core.stems.readable_stems import ReadableStems


class HeardStems:
    """Reads stems frame by frame of the grid of cells."""

    def __init__(self, stems: ReadableStems) -> None:
        self._stems = stems
        self._change = RateChange(stems.rate_hz, CELL_RATE_HZ)
        self._mono = _mono_gains(stems.layout, stems.num_channels)

    @property
    def num_frames(self) -> int:
        """Cells that the programme is long."""
        return num_cells(self._stems.num_samples, self._stems.rate_hz)

    def span_of(self, first: int, stop: int) -> SampleSpan:
        """The programme's samples of frames [first, stop)."""
        # a cell reaches half its length to either side of its centre
        hop = CELL_HOP * self._stems.rate_hz / CELL_RATE_HZ
        edges = (
            min(max(round((at - 0.5) * hop), 0), self._stems.num_samples) for at in (first, stop)
        )
        return SampleSpan(*edges)

    def read(self, first: int, stop: int) -> FloatArray:
        """(stem, sample) at `CELL_RATE_HZ` of frames [first, stop); silence lies around them."""
        span = SampleSpan(first * CELL_HOP, stop * CELL_HOP)
        needed = self._change.needed(span)
        mono = np.stack([self._mono @ self._stems.read(stem, needed) for stem in STEMS])
        return self._change.resampled(mono, span)


def _mono_gains(layout: str, num_channels: int) -> FloatArray:
    """(channel,) share of each channel; alike where nobody knows what they are."""
    try:
        names = channel_names(layout)
    except SettingsError:
        names = ()
    if len(names) != num_channels:
        return np.full(num_channels, 1 / num_channels, np.float32)
    return downmix_matrix(names, 1)[0]
