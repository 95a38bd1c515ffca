"""Estimates for a programme of any length: windows in batches, cross-faded, a few kept at hand."""

import torch
from torch import Tensor

from cass_core.model.velocity_net import PictureWindow
from cass_core.separation.flow.model_band import ModelBand
from cass_core.separation.flow.picture_windows import PictureSource
from cass_core.separation.flow.window_field import Steps, WindowField, WindowInput
from cass_core.stem_names import STEMS

BATCH_WINDOWS = 8
OVERLAP = 0.25  # share of a window that is cross-faded with the next
_LEAD_FRAMES = 2  # frames before the programme that reach into its first samples


class LongForm:
    """Stem spectrograms of the model's band for any range of absolute frames.

    Windows and batches lie on a fixed grid of the programme, so an estimate depends on its place
    alone and not on where a run began. Batches before the range asked for last are forgotten.
    """

    def __init__(self, band: ModelBand, field: WindowField, picture: PictureSource | None) -> None:
        self.band, self.field, self.picture = band, field, picture
        self.window = field.config.window_frames
        self.hop = window_hop(self.window)
        self._batches: dict[int, Tensor] = {}

    @property
    def num_windows(self) -> int:
        """Windows that cover the programme."""
        beyond = self.band.num_frames + 2 * _LEAD_FRAMES - self.window
        return max(1, -(-beyond // self.hop) + 1)

    def estimates(self, first: int, count: int) -> Steps:
        """Join the windows over a range of frames.

        Args:
            first: absolute number of the first frame; may be negative.
            count: how many.

        Returns:
            A generator that yields after each step of the flow and returns (stem, bin, frame)
            complex.
        """
        begin = first + _LEAD_FRAMES
        lowest = max(0, -(-(begin - self.window + 1) // self.hop))
        highest = min(self.num_windows - 1, (begin + count - 1) // self.hop)
        batches = range(lowest // BATCH_WINDOWS, highest // BATCH_WINDOWS + 1)
        self._batches = {b: kept for b, kept in self._batches.items() if b >= batches.start}
        for batch in batches:
            if batch not in self._batches:
                self._batches[batch] = yield from self.field.run(self._input(batch))
        return self._join(first, count, range(lowest, highest + 1))

    def _input(self, batch: int) -> WindowInput:
        stop = min((batch + 1) * BATCH_WINDOWS, self.num_windows)
        starts = [self._start(window) for window in range(batch * BATCH_WINDOWS, stop)]
        frames = self.band.frames(starts[0], starts[-1] - starts[0] + self.window)
        cuts = [frames[:, s - starts[0] : s - starts[0] + self.window] for s in starts]
        return WindowInput(torch.stack(cuts), tuple(starts), self._picture(starts))

    def _start(self, window: int) -> int:
        """Absolute number of a window's first frame."""
        return window * self.hop - _LEAD_FRAMES

    def _picture(self, starts: list[int]) -> PictureWindow | None:
        if self.picture is None:
            return None
        rate = self.field.config.spectrogram.frames_per_second
        return self.picture.windows([start / rate for start in starts])

    def _join(self, first: int, count: int, windows: range) -> Tensor:
        bins = self.band.grid.num_bins
        total = torch.zeros(len(STEMS), bins, count, dtype=torch.complex64)
        weights = torch.zeros(count)
        fade = cross_fade(self.window, self.window - self.hop)
        for window in windows:
            result = self._batches[window // BATCH_WINDOWS][window % BATCH_WINDOWS]
            start = self._start(window)
            low, high = max(first, start), min(first + count, start + self.window)
            here, there = slice(low - first, high - first), slice(low - start, high - start)
            total[..., here] += result[..., there] * fade[there]
            weights[here] += fade[there]
        return total / weights.clamp_min(1e-6)


def window_hop(window: int) -> int:
    """Frames from one window to the next."""
    return window - int(window * OVERLAP)


def batch_edge(batch: int, window: int) -> int:
    """Number of the first frame that needs the windows of a batch beside earlier ones."""
    return batch * BATCH_WINDOWS * window_hop(window) - _LEAD_FRAMES


def cross_fade(length: int, overlap: int) -> Tensor:
    """(length,) weights that rise and fall linearly over `overlap` frames, never zero."""
    ramp = (torch.arange(overlap) + 0.5) / overlap
    weights = torch.ones(length)
    weights[:overlap] = ramp
    weights[length - overlap :] = ramp.flip(0)
    return weights
