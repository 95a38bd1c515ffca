"""A short piece of a waveform, sample by sample."""

from dataclasses import dataclass
from typing import ClassVar

from app.tiles.tile_grid import BoolArray
from app.tiles.waveform_peaks import BLOCK, DETAIL, PeakArray
from cass_core.clips import SampleSpan


@dataclass(frozen=True)
class DetailKey:
    """One piece of one sound."""

    identity: str
    index: int


@dataclass(frozen=True)
class DetailPiece:
    """Lowest and highest value over the channels of each sample.

    Attributes:
        index: number of the piece; each holds `DETAIL` samples.
        peaks: (2, sample) as `sample_peaks` gives them.
    """

    MOST_A_PIXEL: ClassVar[int] = BLOCK  # samples; with more, blocks are fine enough

    index: int
    peaks: PeakArray

    @staticmethod
    def key(identity: str, index: int) -> DetailKey:
        """The name of a piece in the cache."""
        return DetailKey(identity, index)

    @staticmethod
    def span(index: int) -> SampleSpan:
        """Samples of a piece."""
        return SampleSpan(index * DETAIL, (index + 1) * DETAIL)

    @property
    def num_bytes(self) -> int:
        """Memory that it takes."""
        return self.peaks.nbytes

    def copy_to(self, samples: PeakArray, known: BoolArray, start: int) -> None:
        """Put its part into a view.

        Args:
            samples: (2, sample) of the view.
            known: (sample,) whether they are known.
            start: the view's first sample.
        """
        own = self.span(self.index)
        first, last = max(own.start, start), min(own.stop, start + samples.shape[1])
        if first < last:
            here = slice(first - start, last - start)
            samples[:, here] = self.peaks[:, first - own.start : last - own.start]
            known[here] = True
