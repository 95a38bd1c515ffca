"""What is selected of a sound, or all but that, to be heard by itself."""

import threading
from collections import OrderedDict

import numpy as np

from cass_core.clips import AudioSource, FloatArray, SameFormat, SampleSpan
from cass_core.repair.grid import Grid
from cass_core.repair.region import Region
from cass_core.repair.spectra import analysed, gain_of, synthesised
from cass_core.spans import overlap

_TILE_HOPS = 16
_MOST_TILES = 96


class MaskedSound(SameFormat):
    """A sound through a region's mask, as an `AudioSource`; both halves sum to the sound."""

    def __init__(self, source: AudioSource, region: Region, *, inverse: bool = False) -> None:
        """Read nothing yet.

        Args:
            source: the sound.
            region: what of it is heard.
            inverse: all but the region is heard.
        """
        super().__init__(source)
        self._source, self._region, self._inverse = source, region, inverse
        self._grid = Grid(source.rate_hz)
        self._lock = threading.Lock()
        self._tiles: OrderedDict[int, FloatArray] = OrderedDict()

    def read(self, span: SampleSpan) -> FloatArray:
        """Samples of the span as (channel, sample)."""
        chosen = np.zeros((self.num_channels, span.num_samples), np.float32)
        size = _TILE_HOPS * self._grid.hop
        for tile in range(span.start // size, (span.stop - 1) // size + 1):
            whole = SampleSpan(tile * size, (tile + 1) * size)
            part = overlap(whole, span)
            chosen[:, part.start - span.start : part.stop - span.start] = self._tile(tile, whole)[
                :, part.start - whole.start : part.stop - whole.start
            ]
        return self._source.read(span) - chosen if self._inverse else chosen

    def _tile(self, tile: int, span: SampleSpan) -> FloatArray:
        with self._lock:
            if tile in self._tiles:
                return self._tiles[tile]
        made = self._made(span)
        with self._lock:
            self._tiles[tile] = made
            while len(self._tiles) > _MOST_TILES:
                self._tiles.popitem(last=False)
        return made

    def _made(self, span: SampleSpan) -> FloatArray:
        frames, own = self._grid.frames_over(span), self._region.frames(self._grid)
        if own.stop <= frames.start or own.start >= frames.stop:
            return np.zeros((self.num_channels, span.num_samples), np.float32)
        mask = self._region.mask(frames, range(self._grid.num_bins), self._grid)
        if (mask == mask[:, :1]).all():  # no frequency is treated otherwise than the rest
            return self._source.read(span) * gain_of(mask[:, 0], frames, span, self._grid)
        reach = self._grid.samples_of(frames)
        spectra = analysed(self._source.read(reach), self._grid) * mask
        first = span.start - reach.start
        sound = synthesised(spectra, self._grid)[:, first : first + span.num_samples]
        return sound.astype(np.float32)
