"""From the model's band back to the programme: every channel, its own rate, full band."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.config import MASK_EXPONENT
from cass_core.dsp.aligned_resample import CONTEXT_S
from cass_core.dsp.stft import FrameGrid, analyse, synthesise
from cass_core.separation.consistency import last_from_rest, share_out, smooth, zero_sum
from cass_core.separation.flow.model_sound import resampled_sound
from cass_core.separation.heard.mono_fold import MonoFold
from cass_core.stem_names import STEMS

_UPPER_BAND = (0.625, 0.9375)  # of the model's band, whose masks serve everything above it
_SMOOTH_FRAMES = 3  # of the model; a little nearer to the truth than none, mostly in effects
_BLOCK_FRAMES = 128  # rendered at once
_WHOLE = 1e-6  # a place so near to a whole number is that number


@dataclass(frozen=True)
class FrameRange:
    """Consecutive frames of a grid.

    Attributes:
        first: absolute number of the first frame.
        count: how many.
    """

    first: int
    count: int


@dataclass(frozen=True)
class PlacedSound:
    """Sound with its place on the programme's sample axis.

    Attributes:
        samples: (stem, sample).
        start: place of the first sample.
    """

    samples: Tensor
    start: int

    def part(self, span: SampleSpan) -> Tensor:
        """(stem, sample) of a span inside."""
        return self.samples[:, span.start - self.start : span.stop - self.start]


def render_reach_frames(band_grid: FrameGrid) -> int:
    """Frames of the model that rendering needs after a span, or a few less."""
    return _margin_frames(band_grid) + band_grid.reach_frames + 4


def _margin_frames(band_grid: FrameGrid) -> int:
    """Frames of the model: more than interpolation, smoothing and resampling reach."""
    frame_s = band_grid.n_fft / band_grid.rate_hz
    return int((frame_s + CONTEXT_S) * band_grid.frames_per_second)


class FullBand:
    """Renders stems of a programme from estimates in the model's band.

    The programme's transform has windows and hops of the model's length in seconds. At multiples
    of the model's rate its frames and bins are the model's own; at other rates masks are
    interpolated.
    """

    def __init__(
        self,
        source: AudioSource,
        band_grid: FrameGrid,
        generated: bool = False,
        mask_exponent: float = MASK_EXPONENT,
    ) -> None:
        self._mask_exponent = mask_exponent
        self.source, self.band_grid, self.generated = source, band_grid, generated
        self._fold = MonoFold(source)
        self._margin = _margin_frames(band_grid)
        scale = source.rate_hz / band_grid.rate_hz
        self.grid = FrameGrid(
            2 * max(4, round(band_grid.n_fft / 2 * scale)),
            max(1, round(band_grid.hop * scale)),
            source.rate_hz,
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
        first = int(self._band_time(frames.first)) - self._margin
        last = int(self._band_time(frames.first + frames.count)) + self._margin
        return FrameRange(first, last - first)

    def _band_time(self, frame: int) -> float:
        """Model frame at the time of a frame of the programme."""
        band = self.band_grid
        return frame * self.grid.hop / self.grid.rate_hz * band.rate_hz / band.hop

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
        band_masks = smooth(share_out(estimates, self._mask_exponent), _SMOOTH_FRAMES)
        sound = self._sound(estimates, first, span) if self.generated else None
        stems = np.empty((len(STEMS), self.source.num_channels, span.num_samples), np.float32)
        for block in span.blocks(_BLOCK_FRAMES * self.grid.hop):  # in the caches, and little memory
            masks = self.masks(band_masks, block, first)
            here = stems[..., block.start - span.start : block.stop - span.start]
            here[:-1] = self._render_block(block, masks, sound)
            last_from_rest(here, self.source.read(block))
        return stems

    def _render_block(
        self, span: SampleSpan, masks: Tensor, sound: PlacedSound | None
    ) -> FloatArray:
        """All stems but the last, (stem, channel, sample)."""
        reach = self._samples_under(span)
        channels = analyse(torch.from_numpy(self.source.read(reach)), self.grid)
        stems = masks[:-1, None] * channels
        if sound is not None:
            heard = analyse(torch.from_numpy(self._fold.read(reach)), self.grid)
            correction = self._correction(channels, heard, masks, sound.part(reach))
            stems += correction[:-1, None] * (self._turns(reach) * channels.abs())
        samples, weight = synthesise(stems, self.grid)
        cut = slice(span.start - reach.start, span.stop - reach.start)
        return (samples[..., cut] / weight[cut].clamp_min(1e-6)).numpy()

    def _turns(self, reach: SampleSpan) -> Tensor | float:
        """(channel, 1, frame): which way round the model heard the channels in each frame."""
        turns = self._fold.turns(reach)
        if turns is None:
            return 1.0
        before = self.grid.samples_before()
        stop = reach.num_samples - (self.grid.n_fft - before) + 1
        return torch.from_numpy(turns[:, before : stop : self.grid.hop].copy()).unsqueeze(1)

    def _sound(self, estimates: Tensor, first: int, span: SampleSpan) -> PlacedSound:
        """The model's own sound under all frames of a span, at the programme's rate."""
        reach = self._samples_under(span)
        rate_hz = self.source.rate_hz
        return PlacedSound(
            resampled_sound(estimates, first, self.band_grid, rate_hz, reach), reach.start
        )

    def _correction(self, channels: Tensor, heard: Tensor, masks: Tensor, sound: Tensor) -> Tensor:
        """What to add to each faithful stem for a unit of a channel's magnitude.

        Args:
            channels: (channel, bin, frame) complex, the programme.
            heard: (bin, frame) complex, the programme as the model hears it.
            masks: (stem, bin, frame).
            sound: (stem, sample) the model's own sound at the programme's rate.

        Returns:
            (stem, bin, frame) complex, summing to zero over the stems, nothing above the band.
        """
        gains = torch.from_numpy(self._fold.gains).reshape(-1, 1, 1)
        difference = analyse(sound, self.grid) - masks * heard
        magnitudes = (gains * channels.abs()).sum(dim=0)
        hz = torch.arange(self.grid.num_bins) * self.source.rate_hz / self.grid.n_fft
        band_hz = self.band_grid.rate_hz / 2
        low, high = _UPPER_BAND[1] * band_hz, band_hz
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
        frames, band = self.frames_over(span), self.band_grid
        times = (torch.arange(frames.count) + frames.first).double() * (
            self.grid.hop / self.grid.rate_hz * band.rate_hz / band.hop
        ) - first
        bins = (
            torch.arange(self.grid.num_bins).double()
            * (self.grid.rate_hz / self.grid.n_fft)
            / (band.rate_hz / band.n_fft)
        )
        low, high = (int(share * band.n_fft / 2) for share in _UPPER_BAND)
        # frequency is the innermost axis in memory, as in the transforms
        at_times = _interpolate(band_masks, times, dim=2).transpose(1, 2).contiguous()
        upper = at_times[..., low:high].mean(dim=2, keepdim=True)
        at_bins = _interpolate(at_times[..., : high + 1], bins, dim=2)
        return torch.where(bins > high + _WHOLE, upper, at_bins).transpose(1, 2)


def _interpolate(values: Tensor, places: Tensor, dim: int) -> Tensor:
    """Linear interpolation along `dim` at fractional indices, held at both ends.

    Whole places give the values themselves, whatever rounding made of them.
    """
    last = values.shape[dim] - 1
    places = places.clamp(0, last)
    nearest = places.round()
    places = torch.where((places - nearest).abs() < _WHOLE, nearest, places)
    lower = places.floor().long()
    upper = (lower + 1).clamp_max(last)
    shape = [1] * values.ndim
    shape[dim] = -1
    share = (places - lower).to(values.dtype).reshape(shape)
    return values.index_select(dim, lower) * (1 - share) + values.index_select(dim, upper) * share
