"""Estimates for a programme of any length: windows in batches, cross-faded, a few kept at hand."""

import torch
from torch import Tensor

from cass_core.dsp.window_grid import WindowGrid, window_weights
from cass_core.model.velocity_net import PictureWindow
from cass_core.separation.flow.model_band import ModelBand
from cass_core.separation.flow.picture_windows import PictureSource
from cass_core.separation.flow.window_field import Steps, WindowField, WindowInput

BATCH_WINDOWS = 8
OVERLAP = 0.25  # share of a window that is cross-faded with the next


class LongForm:
    """Stem spectrograms of the model's band for any range of absolute frames.

    Windows and batches lie on a fixed grid of the programme, so an estimate depends on its place
    alone and not on where a run began. Batches before the range asked for last are forgotten.
    """

    def __init__(self, band: ModelBand, field: WindowField, picture: PictureSource | None) -> None:
        self.band, self.field, self.picture = band, field, picture
        window = field.config.window_frames
        lead = band.grid.reach_frames  # frames before the programme reach into its first samples
        length = band.num_frames + 2 * lead
        self.grid = WindowGrid(window, window_hop(window), length, -lead)
        self._weights = window_weights("linear", window, self.grid.hop)
        self._batches: dict[int, Tensor] = {}

    def estimates(self, first: int, count: int) -> Steps:
        """Join the windows over a range of frames.

        Args:
            first: absolute number of the first frame; may be negative.
            count: how many.

        Returns:
            A generator that yields after each step of the flow and returns (stem, bin, frame)
            complex.
        """
        frames = range(first, first + count)
        windows = self.grid.over(frames)
        batches = range(windows.start // BATCH_WINDOWS, windows[-1] // BATCH_WINDOWS + 1)
        self._batches = {b: kept for b, kept in self._batches.items() if b >= batches.start}
        for batch in batches:
            if batch not in self._batches:
                self._batches[batch] = yield from self.field.run(self._input(batch))
        return self.grid.join(frames, self._estimate, self._weights)

    def _estimate(self, number: int) -> Tensor:
        """(stem, bin, frame) complex of one window."""
        return self._batches[number // BATCH_WINDOWS][number % BATCH_WINDOWS]

    def _input(self, batch: int) -> WindowInput:
        stop = min((batch + 1) * BATCH_WINDOWS, self.grid.num_windows)
        starts = [self.grid.start(window) for window in range(batch * BATCH_WINDOWS, stop)]
        window = self.grid.window
        frames = self.band.frames(starts[0], starts[-1] - starts[0] + window)
        cuts = [frames[:, s - starts[0] : s - starts[0] + window] for s in starts]
        return WindowInput(torch.stack(cuts), tuple(starts), self._picture(starts))

    def _picture(self, starts: list[int]) -> PictureWindow | None:
        if self.picture is None:
            return None
        rate = self.band.grid.frames_per_second
        return self.picture.windows([start / rate for start in starts])


def window_hop(window: int) -> int:
    """Frames from one window to the next."""
    return window - int(window * OVERLAP)


def batch_edge(batch: int, window: int, lead: int) -> int:
    """Number of the first frame that needs the windows of a batch beside earlier ones.

    Args:
        batch: its number.
        window: frames of a window.
        lead: frames before the programme, where the first window begins.

    Returns:
        An absolute frame.
    """
    return batch * BATCH_WINDOWS * window_hop(window) - lead
