"""Estimates for a programme of any length: windows in batches, cross-faded, a few kept at hand."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import cast

import torch
from torch import Tensor

from cass_core.config import ModelConfig
from cass_core.dsp.window_grid import WindowGrid, window_weights
from cass_core.model.velocity_net import PictureWindow
from cass_core.separation.flow.model_band import ModelBand
from cass_core.separation.flow.picture_windows import PictureSource
from cass_core.separation.flow.window_field import Steps, WindowField, WindowInput


class LongForm:
    """Stem spectrograms of the model's band for any range of absolute frames.

    Windows and batches lie on a fixed grid of the programme, so an estimate depends on its place
    alone and not on where a run began. Batches before the range asked for last are forgotten.
    """

    def __init__(
        self, bands: Sequence[ModelBand], field: WindowField, picture: PictureSource | None
    ) -> None:
        """Begin a programme.

        Args:
            bands: what is heard of it, channel group by channel group.
            field: separates windows.
            picture: what is seen, or None.
        """
        self.bands, self.field, self.picture = bands, field, picture
        band = bands[0]
        window, self._each = field.config.window_frames, field.config.batch_windows
        lead = band.grid.reach_frames  # frames before the programme reach into its first samples
        length = band.num_frames + 2 * lead
        self.grid = WindowGrid(window, field.config.hop_frames, length, -lead)
        self._weights = window_weights("linear", window, self.grid.hop)
        self._batches: dict[int, Tensor] = {}

    def estimates(self, first: int, count: int) -> Steps:
        """Join the windows over a range of frames.

        Args:
            first: absolute number of the first frame; may be negative.
            count: how many.

        Returns:
            A generator that yields after each step of the flow and returns (group, stem, bin,
            frame) complex.
        """
        frames = range(first, first + count)
        windows = self.grid.over(frames)
        batches = range(windows.start // self._each, windows[-1] // self._each + 1)
        self._batches = {b: kept for b, kept in self._batches.items() if b >= batches.start}
        for batch in batches:
            if batch not in self._batches:
                self._batches[batch] = yield from self._separated(batch)
        return self.grid.join(frames, self._estimate, self._weights)

    def _estimate(self, number: int) -> Tensor:
        """(group, stem, bin, frame) complex of one window."""
        return self._batches[number // self._each][:, number % self._each]

    def _separated(self, batch: int) -> Steps:
        """(group, window, stem, bin, frame) complex; groups that are silent take no time."""
        sounds, starts = self._sounds(batch), self._starts(batch)
        picture, groups = self._picture(starts), len(sounds)
        heard = [group for group, sound in enumerate(sounds) if sound.any()] or [0]
        estimates, done = sounds.new_zeros(0), count(1)
        for group in heard:
            place = starts[0] * groups + group
            rows = WindowInput(sounds[group], tuple(starts), picture, place)
            found = yield from _thinned(self.field.run(rows), done, len(heard))
            if not estimates.numel():
                estimates = found.new_zeros(groups, *found.shape)
            estimates[group] = found
        return estimates

    def _starts(self, batch: int) -> list[int]:
        """First frames of its windows."""
        stop = min((batch + 1) * self._each, self.grid.num_windows)
        return [self.grid.start(window) for window in range(batch * self._each, stop)]

    def _sounds(self, batch: int) -> Tensor:
        """(group, window, bin, frame) complex."""
        starts, window = self._starts(batch), self.grid.window
        first, count = starts[0], starts[-1] - starts[0] + window
        frames = torch.stack([band.frames(first, count) for band in self.bands])
        return torch.stack([frames[..., s - first : s - first + window] for s in starts], dim=1)

    def _picture(self, starts: list[int]) -> PictureWindow | None:
        if self.picture is None:
            return None
        rate = self.bands[0].grid.frames_per_second
        return self.picture.windows([start / rate for start in starts])


def _thinned(run: Steps, done: Iterator[int], each: int) -> Steps:
    """Yield after some of a run's steps only, so that a batch of all groups has as many as one."""
    while True:
        try:
            next(run)
        except StopIteration as end:
            return cast(Tensor, end.value)
        if next(done) % each == 0:
            yield


def batch_edge(batch: int, config: ModelConfig, lead: int) -> int:
    """Number of the first frame that needs the windows of a batch beside earlier ones.

    Args:
        batch: its number.
        config: of the model.
        lead: frames before the programme, where the first window begins.

    Returns:
        An absolute frame.
    """
    return batch * config.batch_windows * config.hop_frames - lead
