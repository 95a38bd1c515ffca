"""The flow's state held on the way to what a user has said, as in inpainting.

With x_1* the state of the stems that are wanted and M what the hints cover, the state is set to
M ((1 - t) x_0 + t x_1*) + (1 - M) x_t before and after each step, so that the network sees and
ends with the wanted sound there, and fits what lies around it.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from cass_core.dsp.stft import FrameGrid
from cass_core.repair.guides import Guide
from cass_core.stem_names import STEMS

Pin = Callable[[Tensor, float], Tensor]  # (x_t, t) -> x_t


class _ModelAxes:
    """The model's cells, on the programme's axis."""

    def __init__(self, grid: FrameGrid, rate_hz: int) -> None:
        self.hop = grid.hop * rate_hz / grid.rate_hz
        self.bin_hz = grid.rate_hz / grid.n_fft
        self.num_bins = grid.num_bins


class Guidance:
    """Hints on the grid of a model."""

    def __init__(self, guides: Sequence[Guide], grid: FrameGrid, rate_hz: int) -> None:
        """Evaluate nothing yet.

        Args:
            guides: of those that lie over each other the later one counts.
            grid: of the model's transform.
            rate_hz: of the programme.
        """
        self._guides, self._axes = tuple(guides), _ModelAxes(grid, rate_hz)

    def owners(self, first_frames: Sequence[int], num_frames: int) -> Tensor | None:
        """How much of each cell is said to be whose.

        Args:
            first_frames: absolute number of the first frame of each window.
            num_frames: of each window.

        Returns:
            (window, stem, bin, frame), 0 to 1, that sum to 1 where a hint covers a cell wholly;
            None where no hint covers any.
        """
        bins = range(self._axes.num_bins)
        owners = np.zeros((len(first_frames), len(STEMS), len(bins), num_frames), np.float32)
        for window, first in zip(owners, first_frames, strict=True):
            frames = range(first, first + num_frames)
            for guide in self._near(frames):
                covered = guide.region.hard_mask(frames, bins, self._axes).T
                window *= 1 - covered
                window[STEMS.index(guide.stem)] += covered
        return torch.from_numpy(owners) if owners.any() else None

    def _near(self, frames: range) -> Iterator[Guide]:
        """The hints that may cover a cell of some frames; films have few in a window."""
        hop = self._axes.hop
        for guide in self._guides:
            span = guide.region.span
            # a region at the start has no beginning
            if (span.start <= 0 or span.start / hop - 1 < frames.stop) and (
                frames.start < span.stop / hop + 1
            ):
                yield guide


def pinned_to(x_0: Tensor, x_1: Tensor, owners: Tensor) -> Pin:
    """Hold a state on the straight way from its start to what is wanted.

    Args:
        x_0: (b, 2 stems, bin, frame) start.
        x_1: (b, 2 stems, bin, frame) what is wanted where hints are.
        owners: (b, stem, bin, frame) as `Guidance.owners` gives them.

    Returns:
        What changes a state at a time.
    """
    share = owners.sum(dim=1, keepdim=True).clamp(0, 1)

    def pin(x_t: Tensor, t: float) -> Tensor:
        return x_t + share * ((1 - t) * x_0 + t * x_1 - x_t)

    return pin
