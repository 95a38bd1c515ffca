"""Estimates for a programme of any length: windows in batches, cross-faded, a few kept at hand."""

import torch
from torch import Tensor

from cass_core.model.velocity_net import PictureWindow
from cass_core.separation.model_band import ModelBand
from cass_core.separation.window_field import Steps, WindowField, WindowInput
from cass_core.stem_names import STEMS
from cass_core.visual.feature_layout import PRESENCE, VisualFeatures

BATCH_WINDOWS = 8
OVERLAP = 0.25  # share of a window that is cross-faded with the next
_KEPT_BATCHES = 3


class LongForm:
    """Stem spectrograms of the model's band for any range of absolute frames.

    Windows and batches lie on a fixed grid of the programme, so an estimate depends on its place
    alone and not on where a run began.
    """

    def __init__(
        self, band: ModelBand, field: WindowField, features: VisualFeatures | None
    ) -> None:
        self.band, self.field, self.features = band, field, features
        self.window = field.config.window_frames
        self.hop = window_hop(self.window)
        self._batches: dict[int, Tensor] = {}

    @property
    def chunk_frames(self) -> int:
        """Frames that a batch of windows moves on by."""
        return BATCH_WINDOWS * self.hop

    @property
    def num_windows(self) -> int:
        """Windows that cover the programme."""
        return max(1, -(-(self.band.num_frames - self.window) // self.hop) + 1)

    def estimates(self, first: int, count: int) -> Steps:
        """Join the windows over a range of frames.

        Args:
            first: absolute number of the first frame; may be negative.
            count: how many.

        Yields:
            After each step of the flow.

        Returns:
            (stem, bin, frame) complex.
        """
        lowest = max(0, -(-(first - self.window + 1) // self.hop))
        highest = min(self.num_windows - 1, (first + count - 1) // self.hop)
        for batch in range(lowest // BATCH_WINDOWS, highest // BATCH_WINDOWS + 1):
            if batch not in self._batches:
                self._batches[batch] = yield from self.field.run(self._input(batch))
                for old in [b for b in self._batches if b <= batch - _KEPT_BATCHES]:
                    del self._batches[old]
        return self._join(first, count, range(lowest, highest + 1))

    def _input(self, batch: int) -> WindowInput:
        stop = min((batch + 1) * BATCH_WINDOWS, self.num_windows)
        starts = [w * self.hop for w in range(batch * BATCH_WINDOWS, stop)]
        frames = self.band.frames(starts[0], starts[-1] - starts[0] + self.window)
        cuts = [frames[:, s - starts[0] : s - starts[0] + self.window] for s in starts]
        return WindowInput(torch.stack(cuts), tuple(starts), self._picture(starts))

    def _picture(self, starts: list[int]) -> PictureWindow | None:
        if self.features is None:
            return None
        config = self.field.config
        rate, count = config.spectrogram.frames_per_second, config.num_picture_frames
        windows = [self.features.window(start / rate, count) for start in starts]
        face = torch.stack([torch.from_numpy(f) for f, _ in windows])
        scene = torch.stack([torch.from_numpy(s) for _, s in windows])
        seen = [face[..., PRESENCE].amax(dim=1) > 0, scene.abs().amax(dim=(1, 2)) > 0]
        return PictureWindow(face, scene, torch.stack(seen, dim=1))

    def _join(self, first: int, count: int, windows: range) -> Tensor:
        bins = self.band.grid.num_bins
        total = torch.zeros(len(STEMS), bins, count, dtype=torch.complex64)
        weights = torch.zeros(count)
        fade = cross_fade(self.window, self.window - self.hop)
        for window in windows:
            result = self._batches[window // BATCH_WINDOWS][window % BATCH_WINDOWS]
            start = window * self.hop
            low, high = max(first, start), min(first + count, start + self.window)
            here, there = slice(low - first, high - first), slice(low - start, high - start)
            total[..., here] += result[..., there] * fade[there]
            weights[here] += fade[there]
        return total / weights.clamp_min(1e-6)


def window_hop(window: int) -> int:
    """Frames from one window to the next."""
    return window - int(window * OVERLAP)


def cross_fade(length: int, overlap: int) -> Tensor:
    """(length,) weights that rise and fall linearly over `overlap` frames, never zero."""
    ramp = (torch.arange(overlap) + 0.5) / overlap
    weights = torch.ones(length)
    weights[:overlap] = ramp
    weights[length - overlap :] = ramp.flip(0)
    return weights
