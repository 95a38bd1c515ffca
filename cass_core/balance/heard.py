"""Mixture and stems as one channel at the network's rate, wherever they are asked for."""

from collections.abc import Callable

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.dsp.aligned_resample import CONTEXT_S, RateChange
from cass_core.repair.edited_stems import EditedStems
from cass_core.separation.channel_layout import downmix_gains
from cass_core.stem_names import STEMS

Read = Callable[[SampleSpan], FloatArray]


class HeardStems:
    """What the network hears, and what is fitted to what it gives: the same fold of all."""

    def __init__(self, stems: EditedStems, rate_hz: int) -> None:
        """Read stems.

        Args:
            stems: with all repairs.
            rate_hz: of the network.
        """
        context_s = 0.0 if rate_hz == stems.rate_hz else CONTEXT_S
        self._stems, self._change = stems, RateChange(stems.rate_hz, rate_hz, context_s)
        self._gains = downmix_gains(stems.layout, stems.num_channels)[None]

    def mixture(self, span: SampleSpan) -> FloatArray:
        """(sample,) over a span at the network's rate; silence beyond the programme."""
        needed = self._change.needed(span)
        sound = self._gains @ self._padded(self._stems.read_mixture, needed)
        return self._change.resampled(np.ascontiguousarray(sound, np.float32), span)[0]

    def stems(self, span: SampleSpan) -> FloatArray:
        """As `mixture`, (stem, sample) in the order of `STEMS`."""
        needed = self._change.needed(span)
        rows = [self._gains @ self._padded(self._stems.source(stem).read, needed) for stem in STEMS]
        sound = np.ascontiguousarray(np.concatenate(rows), np.float32)
        return self._change.resampled(sound, span)

    def _padded(self, read: Read, span: SampleSpan) -> FloatArray:
        """A span that may reach beyond either end of the programme."""
        start, stop = max(span.start, 0), min(span.stop, self._stems.num_samples)
        if start >= stop:
            return np.zeros((self._stems.num_channels, span.num_samples), np.float32)
        sound = read(SampleSpan(start, stop))
        return np.pad(sound, ((0, 0), (start - span.start, span.stop - stop)))
