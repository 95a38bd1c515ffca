"""Sound in memory behind the same door as sound on disk."""

import numpy as np

from cass_core.clips import AudioClip, FloatArray, SampleSpan


class ArraySource:
    """An `AudioSource` over an `AudioClip`."""

    def __init__(self, clip: AudioClip) -> None:
        self._clip = clip

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._clip.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self._clip.layout

    @property
    def num_channels(self) -> int:
        """Number of channels."""
        return int(self._clip.samples.shape[0])

    @property
    def num_samples(self) -> int:
        """Length in samples."""
        return int(self._clip.samples.shape[1])

    def read(self, span: SampleSpan) -> FloatArray:
        """A copy of the span as (channel, sample); zeros outside the clip."""
        block = np.zeros((self.num_channels, span.num_samples), np.float32)
        start, stop = max(span.start, 0), min(span.stop, self.num_samples)
        if stop > start:
            block[:, start - span.start : stop - span.start] = self._clip.samples[:, start:stop]
        return block
