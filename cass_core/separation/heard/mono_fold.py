"""All channels as the one that a model hears, without those cancelling that are turned round."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.separation.channel_layout import downmix_gains
from cass_core.separation.heard.moments import Moment, ProgrammeMoments

_SPACING_S = 0.25
_AROUND = 60  # places on both sides that tell what is usual
# what is left of a sum where channels cancel, as a share of the power of their difference
_CANCELS_HERE, _CANCELS_USUALLY = 0.1, 0.25
_KEPT = 256  # places, more than are around one
_SILENT = 1e-10  # mean square, -100 dBFS


class MonoFold:
    """The mono downmix of a programme, with channels of opposite polarity turned back.

    Channels join one after the other. One that nearly cancels one of those before it, or their sum,
    is turned round, be it here alone (10 dB are lost) or all around (6 dB are); a change takes a
    quarter of a second. The first channel never turns, so the sum always holds it.

    Attributes:
        gains: (channel,) of the downmix.
    """

    def __init__(self, source: AudioSource) -> None:
        """Begin a programme.

        Args:
            source: the programme.
        """
        self.source = source
        self.gains = downmix_gains(source.layout, source.num_channels)
        self._moments = ProgrammeMoments(source, _SPACING_S)
        self._weights = np.outer(self.gains, self.gains).astype(np.float64)
        self._signs_at = lru_cache(_KEPT)(self._decided)
        self._evened_at = lru_cache(_KEPT)(self._measured)

    def read(self, span: SampleSpan) -> FloatArray:
        """(sample,) of a span; only a function of the span, so a resumed run agrees."""
        block, turns = self.source.read(span), self.turns(span)
        return np.asarray(self.gains @ (block if turns is None else block * turns), np.float32)

    def turns(self, span: SampleSpan) -> FloatArray | None:
        """(channel, sample) from -1, turned round, to 1; None where no channel is turned."""
        places = self._moments.places_over(span)
        signs = np.array([self._signs_at(place) for place in places])
        if not (signs < 0).any():
            return None
        return self._moments.spread(places, signs, span).astype(np.float32)

    def _decided(self, place: int) -> Moment:
        """(channel,) 1 or -1."""
        signs = np.ones(len(self.gains))
        heard = np.flatnonzero(self.gains)
        if len(heard) < 2:
            return signs
        here = self._weights * self._moments.products(place)
        around = np.sum([self._evened_at(other) for other in self._near(place)], axis=0)
        for count, channel in enumerate(heard[1:], 1):
            before = heard[:count]
            left, usually = (_left(products, signs, before, channel) for products in (here, around))
            if left < _CANCELS_HERE or (left < 1 and usually < _CANCELS_USUALLY):
                signs[channel] = -1.0
        return signs

    def _measured(self, place: int) -> Moment:
        return _evened(self._weights * self._moments.products(place))

    def _near(self, place: int) -> range:
        first, stop = place - _AROUND, place + _AROUND + 1
        return range(max(0, first), min(stop, self._moments.num_places))


def _evened(products: Moment) -> Moment:
    """Products of a stretch in which loud and soft ones count alike, and silent ones not."""
    power = float(np.trace(products))
    return products / power if power > _SILENT else 0 * products


def _left(products: Moment, signs: Moment, before: npt.NDArray[np.intp], channel: int) -> float:
    """What stays of a channel together with one of those before it or with their sum.

    It is the power of the sum as a share of the difference's, the least that there is.
    """
    turned, own = signs[before], products[np.ix_(before, before)]
    powers = np.append(np.diag(own), turned @ own @ turned)
    shared = turned * products[before, channel]
    both = powers + products[channel, channel]
    twice = 2 * np.append(shared, shared.sum())
    counts = (both > _SILENT) & (both > twice)
    return float(np.min((both + twice)[counts] / (both - twice)[counts], initial=1.0))
