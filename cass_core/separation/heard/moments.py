"""Means and products of a programme's channels around regular places of its time axis."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cass_core.clips import AudioSource, FloatArray, SampleSpan

Moment = npt.NDArray[np.float64]

_LEAST_S = 0.125  # of spacing; shorter programmes tell nothing of what is steady
_KEPT = 256
_PIECE = 1 << 11  # samples read at once
_STEP = 4  # of the samples that products are taken of; which ones they are does not matter


class ProgrammeMoments:
    """Moments at regular places, each over twice the distance to the next.

    Only whole windows count, so a tone with some periods in a window leaves no trace in its mean,
    and what is found depends on the place alone. In a very short programme places lie nearer.

    Attributes:
        num_places: how many there are; 0 for a programme of less than a quarter of a second.
        mean: of a place, (channel,).
        products: of a place, (channel, channel): mean products of the channels without their means.
    """

    def __init__(self, source: AudioSource, spacing_s: float) -> None:
        """Begin a programme.

        Args:
            source: the programme.
            spacing_s: from one place to the next, in seconds.
        """
        self._source = source
        rate_hz, length = source.rate_hz, source.num_samples
        self._spacing = max(1, min(round(spacing_s * rate_hz), length // 2))
        enough = self._spacing >= _LEAST_S * rate_hz
        self.num_places = length // self._spacing - 1 if enough else 0
        window = np.hanning(2 * self._spacing + 1)[:-1]
        self._window = (window / window.sum()).astype(np.float32)
        some = window[::_STEP]
        self._some = some / max(float(some.sum()), 1e-9)
        self.mean = lru_cache(_KEPT)(self._mean)
        self.products = lru_cache(_KEPT)(self._products)

    def places_over(self, span: SampleSpan) -> range:
        """Numbers of the places between which a span lies; none where there are none at all."""
        if not self.num_places:
            return range(0)
        last = self.num_places - 1
        first, stop = (edge // self._spacing - 1 for edge in (span.start, span.stop - 1))
        return range(min(max(first, 0), last), min(max(stop + 1, 0), last) + 1)

    def spread(self, places: range, values: Moment, span: SampleSpan) -> Moment:
        """Values at places as a line over the samples of a span, held before the first and last.

        Args:
            places: from `places_over`.
            values: (place, channel).
            span: which samples.

        Returns:
            (channel, sample).
        """
        at = (np.asarray(places) + 1) * self._spacing
        samples = np.arange(span.start, span.stop)
        return np.stack([np.interp(samples, at, row) for row in values.T])

    def _mean(self, place: int) -> Moment:
        """(channel,) mean."""
        mean = np.zeros(self._source.num_channels)
        for first, block in self._pieces(place):
            mean += block @ self._window[first : first + block.shape[1]]
        return mean

    def _products(self, place: int) -> Moment:
        """(channel, channel) mean products of the channels without their means."""
        pieces = [block[:, ::_STEP].astype(np.float64) for _, block in self._pieces(place)]
        some = np.concatenate(pieces, axis=1)
        some -= (some @ self._some)[:, None]
        return (some * self._some) @ some.T

    def _pieces(self, place: int) -> Iterator[tuple[int, FloatArray]]:
        """The sound around a place, in pieces that leave no holes in the memory."""
        start = place * self._spacing
        for piece in SampleSpan(start, start + 2 * self._spacing).blocks(_PIECE):
            yield piece.start - start, self._source.read(piece)
