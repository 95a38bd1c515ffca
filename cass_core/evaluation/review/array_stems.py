"""Stems in memory behind the same door as stems on disk."""

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.request.identity import StemSetIdentity
from cass_core.spans import overlap
from cass_core.stem_names import STEMS, Stem


class ArrayStems:
    """`ReadableStems` over an array."""

    identities: tuple[StemSetIdentity, ...] = ()

    def __init__(self, samples: FloatArray, rate_hz: int, layout: str) -> None:
        """Keep the array.

        Args:
            samples: (stem, channel, sample) in the order of `STEMS`.
            rate_hz: samples a second.
            layout: FFmpeg's name of the channel layout.
        """
        self._samples = samples
        self._rate_hz, self._layout = rate_hz, layout

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self._layout

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return int(self._samples.shape[1])

    @property
    def num_samples(self) -> int:
        """Length of the programme."""
        return int(self._samples.shape[2])

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """All of it."""
        return (SampleSpan(0, self.num_samples),)

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample); zeros outside the programme."""
        return self._within(self._samples[STEMS.index(stem)], span)

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The sum of the stems, as `read`."""
        return np.asarray(sum(self.read(stem, span) for stem in STEMS), np.float32)

    def refresh(self) -> bool:
        """Nothing grows."""
        return False

    def close(self) -> None:
        """Nothing is open."""

    def _within(self, sound: FloatArray, span: SampleSpan) -> FloatArray:
        block = np.zeros((self.num_channels, span.num_samples), np.float32)
        here = overlap(span, self.covered[0])
        if here.num_samples > 0:
            first = here.start - span.start
            block[:, first : first + here.num_samples] = sound[:, here.start : here.stop]
        return block
