"""What the model hears of a programme's channels, and how its estimates become their stems."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.dsp.stft import FrameGrid
from cass_core.separation.consistency import last_from_rest
from cass_core.separation.flow.full_band import FrameRange, FullBand
from cass_core.separation.heard.channel_groups import channel_groups, low_estimates, part_of
from cass_core.separation.heard.middle_and_sides import (
    Balance,
    blended,
    channel_estimates,
    is_pair,
    left_and_right,
    middle_and_sides,
)
from cass_core.stem_names import STEMS


@dataclass(frozen=True)
class RenderSettings:
    """How stems are made of estimates, whichever channels there are.

    Attributes:
        grid: of the model's transform.
        generated: the model's own sound in its band, and not the programme's under masks.
        mask_exponent: of the estimates' magnitudes.
    """

    grid: FrameGrid
    generated: bool
    mask_exponent: float

    def full_band(self, source: AudioSource) -> FullBand:
        """The renderer of some channels."""
        return FullBand(source, self.grid, self.generated, self.mask_exponent)


class Rendering(Protocol):
    """A way of hearing a programme."""

    @property
    def parts(self) -> Sequence[AudioSource]:
        """What the model hears, each as a mono downmix."""

    def band_frames_over(self, span: SampleSpan) -> FrameRange:
        """Frames of the model's transform needed to render a span."""

    def stems(self, span: SampleSpan, estimates: Tensor, first: int) -> FloatArray:
        """Stems of a span.

        Args:
            span: which samples.
            estimates: (part, stem, bin, frame) complex, over `band_frames_over(span)`.
            first: absolute number of the estimates' first frame.

        Returns:
            (stem, channel, sample) float32; its sum is the programme to float32 rounding.
        """


def rendering_of(source: AudioSource, settings: RenderSettings) -> Rendering:
    """Middle and sides of stereo, groups of loudspeakers of all other programmes."""
    if is_pair(source.layout, source.num_channels):
        return PairRendering(source, settings)
    return GroupRendering(source, settings)


class GroupRendering:
    """Groups of channels, each with masks of its own (decision 026)."""

    def __init__(self, source: AudioSource, settings: RenderSettings) -> None:
        """Begin a programme.

        Args:
            source: the programme.
            settings: how stems are made.
        """
        self._num_channels = source.num_channels
        self._groups = channel_groups(source.layout, source.num_channels)
        self.parts = [part_of(source, channels) for channels in self._groups.heard]
        self._full_bands = [settings.full_band(part) for part in self.parts]
        low = part_of(source, self._groups.low)
        self._low_band = FullBand(low, settings.grid, False, settings.mask_exponent)

    def band_frames_over(self, span: SampleSpan) -> FrameRange:
        """Frames of the model's transform needed to render a span."""
        return self._full_bands[0].band_frames_over(span)

    def stems(self, span: SampleSpan, estimates: Tensor, first: int) -> FloatArray:
        """See `Rendering.stems`."""
        stems = np.empty((len(STEMS), self._num_channels, span.num_samples), np.float32)
        rendered = _rendered(self._full_bands, span, estimates, first)
        for channels, found in zip(self._groups.heard, rendered, strict=True):
            stems[:, channels] = found
        if self._groups.low:
            low = self._low_band.render(span, low_estimates(estimates), first)
            stems[:, self._groups.low] = low
        return stems


class PairRendering:
    """The middle and the sides of a stereo pair, each with masks of its own (decision 034).

    Where one channel is much softer than the other, left and right have masks of their own, made of
    the same estimates.
    """

    def __init__(self, source: AudioSource, settings: RenderSettings) -> None:
        """Begin a stereo programme.

        Args:
            source: the programme.
            settings: how stems are made.
        """
        self._source, self._balance = source, Balance(source)
        self.parts = middle_and_sides(source)
        self._whole = [settings.full_band(part) for part in self.parts]
        self._own = [settings.full_band(part_of(source, (channel,))) for channel in (0, 1)]

    def band_frames_over(self, span: SampleSpan) -> FrameRange:
        """Frames of the model's transform needed to render a span."""
        return self._whole[0].band_frames_over(span)

    def stems(self, span: SampleSpan, estimates: Tensor, first: int) -> FloatArray:
        """See `Rendering.stems`."""
        stems = left_and_right(*_rendered(self._whole, span, estimates, first))
        share = self._balance.over(span)
        if share is not None:
            own = _rendered(self._own, span, channel_estimates(estimates), first)
            stems = blended(stems, np.concatenate(own, axis=1), share)
        return last_from_rest(stems, self._source.read(span))


def _rendered(
    full_bands: Sequence[FullBand], span: SampleSpan, estimates: Iterable[Tensor], first: int
) -> list[FloatArray]:
    """Stems of each part, (stem, channel, sample)."""
    pairs = zip(full_bands, estimates, strict=True)
    return [full_band.render(span, estimate, first) for full_band, estimate in pairs]
