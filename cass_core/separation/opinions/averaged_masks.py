"""Stems of several models become masks on the programme, which are averaged."""

from collections.abc import Iterator, Sequence

import numpy as np

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.separation.opinions.masked_block import MaskedBlock, opinions_grid
from cass_core.stem_names import STEMS
from cass_core.stems.disagreement import DISAGREEMENT_ROW_S

_BLOCK_FRAMES = 128
_TINY = 1e-12


class AveragedMasks:
    """Renders a programme's channels under the mean of several models' masks.

    A model's mask of a stem is its share of the magnitudes of that model's stems. Means are taken
    with the weights of each stem, and brought to the sum of one. So models whose stems differ in
    phase, such as generated ones, do not cancel each other.

    Attributes:
        disagreement: (row, stem) of what was rendered last, a row each `DISAGREEMENT_ROW_S`: the
            share of the programme's energy by which the masks of the models differ at most, 0 to 1.
    """

    def __init__(self, source: AudioSource, weights: FloatArray) -> None:
        """Prepare.

        Args:
            source: the programme.
            weights: (model, stem); for each stem one is above 0.
        """
        self.source, self._weights = source, weights
        self.disagreement: FloatArray = np.zeros((0, len(STEMS)), np.float32)

    @staticmethod
    def context(rate_hz: int) -> int:
        """Samples on both sides of a span that rendering it needs."""
        grid = opinions_grid(rate_hz)
        return grid.n_fft + grid.hop

    def render(
        self, span: SampleSpan, opinions: Sequence[FloatArray], wide: SampleSpan
    ) -> FloatArray:
        """Stems of a span.

        Args:
            span: which samples.
            opinions: (stem, channel, sample) of each model over the wide span.
            wide: the span with `context` on both sides, as far as the programme goes.

        Returns:
            (stem, channel, sample) float32; its sum is the programme to float32 rounding.
        """
        stems = np.empty((len(STEMS), self.source.num_channels, span.num_samples), np.float32)
        rows = []
        for block in masked_blocks(self.source, span, opinions, wide.start):
            place = slice(block.span.start - span.start, block.span.stop - span.start)
            stems[..., place] = block.stems(self._weights)
            rows.append(_doubts(block))
        self.disagreement = np.concatenate(rows)
        return stems


def masked_blocks(
    source: AudioSource, span: SampleSpan, opinions: Sequence[FloatArray], start: int
) -> Iterator[MaskedBlock]:
    """A span in blocks that fit into memory; arguments as of `MaskedBlock.of`."""
    row = max(1, round(DISAGREEMENT_ROW_S * source.rate_hz))
    hop = opinions_grid(source.rate_hz).hop
    for block in span.blocks(row * max(1, _BLOCK_FRAMES * hop // row)):
        yield MaskedBlock.of(source, block, opinions, start)


def _doubts(block: MaskedBlock) -> FloatArray:
    """(row, stem) from the masks' largest differences, weighted with the programme's energy."""
    power = block.sound.abs().square()
    spread = block.masks.amax(dim=0) - block.masks.amin(dim=0)
    differing = (spread * power).sum(dim=(1, 2)).numpy()  # (stem, frame)
    energy = power.sum(dim=(0, 1)).numpy()
    span, grid = block.span, block.grid
    places = (block.first + np.arange(len(energy))) * grid.hop - span.start
    row = DISAGREEMENT_ROW_S * grid.rate_hz
    rows = np.clip((places / row).astype(np.int64), 0, None)
    inside = (places >= 0) & (places < span.num_samples)
    out = np.zeros((max(1, round(span.num_samples / row)), len(STEMS)), np.float32)
    for number in range(len(out)):
        chosen = inside & (rows == number)
        out[number] = differing[:, chosen].sum(axis=1) / (energy[chosen].sum() + _TINY)
    return out
