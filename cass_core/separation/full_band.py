"""From the model's band back to the programme: every channel, its own rate, full band."""

from dataclasses import dataclass

import torch
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.config import MODEL_RATE_HZ
from cass_core.dsp.stft import FrameGrid, analyse, synthesise
from cass_core.separation.channel_layout import downmix_gains
from cass_core.separation.consistency import last_from_rest, share_out, smooth, zero_sum
from cass_core.separation.model_sound import resampled_sound

_UPPER_BAND_HZ = (5_000.0, 7_500.0)  # whose masks serve everything above the model's band
_SMOOTH_FRAMES = 1
_MARGIN_FRAMES = 16  # more than interpolation, smoothing and resampling reach


@dataclass(frozen=True)
class FrameRange:
    """Consecutive frames of a grid.

    Attributes:
        first: absolute number of the first frame.
        count: how many.
    """

    first: int
    count: int


class FullBand:
    """Renders stems of a programme from estimates in the model's band.

    The programme's transform has windows and hops of the model's length in seconds. At multiples
    of 16 kHz its frames and bins are the model's own; at other rates masks are interpolated.
    """

    def __init__(self, source: AudioSource, band_grid: FrameGrid, generated: bool = False) -> None:
        self.source, self.band_grid, self.generated = source, band_grid, generated
        self.gains = downmix_gains(source.layout, source.num_channels)
        scale = source.rate_hz / MODEL_RATE_HZ
        self.grid = FrameGrid(
            2 * max(4, round(band_grid.n_fft / 2 * scale)), max(1, round(band_grid.hop * scale))
        )

    def frames_over(self, span: SampleSpan) -> FrameRange:
        """Frames of the programme's transform that touch a span."""
        reach = self.grid.n_fft // 2
        first = (span.start - reach) // self.grid.hop
        last = -(-(span.stop + reach) // self.grid.hop)
        return FrameRange(first, last - first + 1)

    def band_frames_over(self, span: SampleSpan) -> FrameRange:
        """Frames of the model's transform needed to render a span."""
        frames = self.frames_over(span)
        first = int(self._band_time(frames.first)) - _MARGIN_FRAMES
        last = int(self._band_time(frames.first + frames.count)) + _MARGIN_FRAMES
        return FrameRange(first, last - first)

    def _band_time(self, frame: int) -> float:
        """Model frame at the time of a frame of the programme."""
        return frame * self.grid.hop / self.source.rate_hz * MODEL_RATE_HZ / self.band_grid.hop

    def render(self, span: SampleSpan, estimates: Tensor, first: int) -> FloatArray:
        """Stems of a span.

        Faithful stems are the programme's own channels under soft masks. Generated ones have the
        model's sound in its band instead: its difference to the faithful downmix, freed of its sum
        over the stems, is laid on the channels by their magnitudes.

        Args:
            span: which samples.
            estimates: (stem, bin, frame) complex, over `band_frames_over(span)`.
            first: absolute number of the estimates' first frame.

        Returns:
            (stem, channel, sample) float32; its sum is the programme to float32 rounding.
        """
        masks = self.masks(smooth(share_out(estimates), _SMOOTH_FRAMES), span, first)
        mixture = self.source.read(span)
        reach = self._samples_under(span)
        native = torch.from_numpy(self.source.read(reach))
        correction = None
        if self.generated:
            sound = resampled_sound(estimates, first, self.band_grid, self.source.rate_hz, reach)
            correction = self._correction(native, masks, sound)
        cut = slice(span.start - reach.start, span.stop - reach.start)
        stems = torch.empty(len(masks), *mixture.shape)
        for channel in range(len(native)):
            spectrogram = analyse(native[channel], self.grid)
            stem_spectrograms = masks * spectrogram
            if correction is not None:
                stem_spectrograms += correction * spectrogram.abs()
            samples, weight = synthesise(stem_spectrograms, self.grid)
            stems[:, channel] = (samples / weight.clamp_min(1e-6))[:, cut]
        return last_from_rest(stems.numpy(), mixture)

    def _correction(self, native: Tensor, masks: Tensor, sound: Tensor) -> Tensor:
        """What to add to each faithful stem for a unit of a channel's magnitude.

        Args:
            native: (channel, sample) of the programme.
            masks: (stem, bin, frame).
            sound: (stem, sample) the model's own sound at the programme's rate.

        Returns:
            (stem, bin, frame) complex, summing to zero over the stems, nothing above the band.
        """
        gains = torch.from_numpy(self.gains)
        downmix = analyse(gains @ native, self.grid)
        difference = analyse(sound, self.grid) - masks * downmix
        magnitudes = sum(
            g * analyse(x, self.grid).abs() for g, x in zip(gains, native, strict=True)
        )
        hz = torch.arange(self.grid.num_bins) * self.source.rate_hz / self.grid.n_fft
        low, high = _UPPER_BAND_HZ[1], MODEL_RATE_HZ / 2
        in_band = ((high - hz) / (high - low)).clamp(0, 1).reshape(-1, 1)
        return zero_sum(difference, masks) * in_band / (magnitudes + 1e-9)

    def _samples_under(self, span: SampleSpan) -> SampleSpan:
        """Samples that the frames over a span reach."""
        frames = self.frames_over(span)
        start = frames.first * self.grid.hop - self.grid.samples_before()
        return SampleSpan(start, start + self.grid.num_samples(frames.count))

    def masks(self, band_masks: Tensor, span: SampleSpan, first: int) -> Tensor:
        """Bring masks from the model's grid to the programme's.

        Args:
            band_masks: (stem, bin, frame), summing to one.
            span: which samples.
            first: absolute number of the first frame.

        Returns:
            (stem, bin, frame) of the programme's transform, summing to one.
        """
        frames = self.frames_over(span)
        times = (torch.arange(frames.count) + frames.first).double() * (
            self.grid.hop / self.source.rate_hz * MODEL_RATE_HZ / self.band_grid.hop
        ) - first
        hz = torch.arange(self.grid.num_bins).double() * self.source.rate_hz / self.grid.n_fft
        bin_hz = MODEL_RATE_HZ / self.band_grid.n_fft
        low, high = (int(f / bin_hz) for f in _UPPER_BAND_HZ)
        upper = band_masks[:, low:high].mean(dim=1, keepdim=True)
        at_bins = _interpolate(band_masks[:, : high + 1], hz / bin_hz, dim=1)
        above = (hz / bin_hz > high).reshape(1, -1, 1)
        return _interpolate(torch.where(above, upper, at_bins), times, dim=2)


def _interpolate(values: Tensor, places: Tensor, dim: int) -> Tensor:
    """Linear interpolation along `dim` at fractional indices, held at both ends.

    Whole places within 1e-6 give the values themselves.
    """
    last = values.shape[dim] - 1
    places = places.clamp(0, last)
    nearest = places.round()
    places = torch.where((places - nearest).abs() < 1e-6, nearest, places)
    lower = places.floor().long()
    upper = (lower + 1).clamp_max(last)
    shape = [1] * values.ndim
    shape[dim] = -1
    share = (places - lower).to(values.dtype).reshape(shape)
    return values.index_select(dim, lower) * (1 - share) + values.index_select(dim, upper) * share
