"""A stereo pair as its middle, where voices are, and its sides, where they are not."""

from collections.abc import Sequence

import numpy as np
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SameFormat, SampleSpan
from cass_core.media.files.layout_names import speaker_names
from cass_core.separation.heard.moments import Moment, ProgrammeMoments

_PAIR = ("FL", "FR")
_SPACING_S = 0.25
_LOPSIDED = (0.01, 0.04)  # power of the softer channel to the louder's: from here on, up to here
_SILENT = 1e-10  # mean square, -100 dBFS


def is_pair(layout: str, num_channels: int) -> bool:
    """Whether a programme is stereo: two channels whose loudspeakers are known."""
    return num_channels == len(_PAIR) and speaker_names(layout) == _PAIR


class WeightedSum(SameFormat):
    """One channel made of a programme's channels; an `AudioSource`."""

    def __init__(self, source: AudioSource, weights: Sequence[float]) -> None:
        """Lay weights over channels.

        Args:
            source: the programme.
            weights: one a channel.
        """
        super().__init__(source)
        self._source, self._weights = source, np.asarray(weights, np.float32)[None]

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return "mono"

    @property
    def num_channels(self) -> int:
        """Number of channels."""
        return 1

    def read(self, span: SampleSpan) -> FloatArray:
        """The span as (1, sample); zeros outside the programme."""
        return self._weights @ self._source.read(span)


def middle_and_sides(source: AudioSource) -> tuple[WeightedSum, WeightedSum]:
    """Half the sum and half the difference of a stereo programme."""
    return WeightedSum(source, (0.5, 0.5)), WeightedSum(source, (0.5, -0.5))


def left_and_right(middle: FloatArray, sides: FloatArray) -> FloatArray:
    """Both channels of stems.

    Args:
        middle: (stem, 1, sample).
        sides: the same.

    Returns:
        (stem, 2, sample).
    """
    return np.concatenate([middle + sides, middle - sides], axis=1)


def channel_estimates(estimates: Tensor) -> tuple[Tensor, Tensor]:
    """What the model found in the left and right channel.

    Args:
        estimates: (2, stem, bin, frame) complex, of the middle and the sides.

    Returns:
        Two of (stem, bin, frame).
    """
    middle, sides = estimates.unbind()
    return middle + sides, middle - sides


class Balance:
    """Where the stems of middle and sides count, and where those of each channel's own masks.

    Sound of one channel is in the middle and the sides alike, and what the model takes it for must
    agree in both, or it shows in stems of the other channel: where one channel is much softer than
    the other, the channels' own masks count.
    """

    def __init__(self, source: AudioSource) -> None:
        """Begin a stereo programme."""
        self._moments = ProgrammeMoments(source, _SPACING_S)

    def over(self, span: SampleSpan) -> FloatArray | None:
        """Share of middle and sides, (sample,) from 0 to 1; None where it is 1 throughout."""
        places = self._moments.places_over(span)
        shares = np.array([_share(self._moments.products(place)) for place in places])
        if (shares == 1).all():
            return None
        return self._moments.spread(places, shares[:, None], span)[0].astype(np.float32)


def blended(whole: FloatArray, own: FloatArray, share: FloatArray) -> FloatArray:
    """Stems of middle and sides where `share` is 1, of the channels' own masks where it is 0.

    Args:
        whole: (stem, 2, sample) of middle and sides.
        own: the same of the channels.
        share: (sample,).

    Returns:
        (stem, 2, sample).
    """
    return own + share * (whole - own)


def _share(products: Moment) -> float:
    """0 for a lopsided pair to 1, also where nothing is heard."""
    softer, louder = np.sort(np.diag(products))
    if louder <= _SILENT:
        return 1.0
    first, last = _LOPSIDED
    return float(np.clip((softer / louder - first) / (last - first), 0.0, 1.0))
