"""A steady offset of a sound (DC): no model shall hear it, and one stem holds it whole."""

from functools import lru_cache

import numpy as np

from cass_core.clips import AudioSource, FloatArray, SameFormat, SampleSpan
from cass_core.separation.consistency import last_from_rest
from cass_core.separation.heard.moments import Moment, ProgrammeMoments
from cass_core.stem_names import STEMS, Stem

HOLDER = Stem.FX
"""The stem that an offset belongs to: it is no voice and no music."""

_SPACING_S = 1.0
_LEAST = 2.0**-7  # -42 dBFS; less costs 0.2 dB, and slow sound leaves as much in a mean
_KEPT = 64
_LASTS = 4  # places in a row; what passes sooner is sound


class SteadyOffset:
    """The offset of each channel along a programme, 0 where there is none."""

    def __init__(self, source: AudioSource) -> None:
        self.source = source
        self._moments = ProgrammeMoments(source, _SPACING_S)
        self._steady_at = lru_cache(_KEPT)(self._measured)

    def over(self, span: SampleSpan) -> FloatArray | None:
        """(channel, sample) of a span; None where there is none at all."""
        places = self._moments.places_over(span)
        steady = np.array([self._steady_at(place) for place in places])
        if not steady.any():
            return None
        return self._moments.spread(places, steady, span).astype(np.float32)

    def _measured(self, place: int) -> Moment:
        """(channel,) mean at a place, where it lies to one side for some seconds; else 0."""
        lasts = min(_LASTS, self._moments.num_places)
        first, stop = max(0, place - lasts + 1), min(self._moments.num_places, place + lasts)
        near = np.stack([self._moments.mean(other) for other in range(first, stop)])
        sides = np.sign(near) * (np.abs(near) >= _LEAST)
        runs = np.stack([sides[k : k + lasts].sum(axis=0) for k in range(len(near) - lasts + 1)])
        return near[place - first] * (np.abs(runs) == lasts).any(axis=0)

    def hand_over(self, stems: FloatArray, span: SampleSpan) -> None:
        """Give the offset to its stem.

        Args:
            stems: (stem, channel, sample) of a sound without offset; changed in place, their sum is
                the source then.
            span: which samples.
        """
        offset = self.over(span)
        if offset is not None:
            stems[STEMS.index(HOLDER)] += offset
            last_from_rest(stems, self.source.read(span))


class LevelledSource(SameFormat):
    """A programme without its steady offset; an `AudioSource`."""

    def __init__(self, offset: SteadyOffset) -> None:
        super().__init__(offset.source)
        self._offset, self._source = offset, offset.source

    def read(self, span: SampleSpan) -> FloatArray:
        """The span as (channel, sample); zeros outside the programme."""
        block, offset = self._source.read(span), self._offset.over(span)
        if offset is None:
            return block
        samples = np.arange(span.start, span.stop)
        return block - offset * ((samples >= 0) & (samples < self.num_samples))
