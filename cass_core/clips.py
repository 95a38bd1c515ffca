"""Small frozen types that cross module borders: sound as numpy, spans in samples."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class AudioClip:
    """Sound in memory.

    Attributes:
        samples: (channel, sample), full scale is 1.0.
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout, such as "stereo" or "5.1".
    """

    samples: FloatArray
    rate_hz: int
    layout: str


@dataclass(frozen=True)
class SampleSpan:
    """A half-open span [start, stop) on a programme's sample axis."""

    start: int
    stop: int

    @property
    def num_samples(self) -> int:
        """Length of the span in samples."""
        return self.stop - self.start

    def blocks(self, size: int) -> "Iterator[SampleSpan]":
        """Cut the span into consecutive spans of at most `size` samples."""
        for start in range(self.start, self.stop, size):
            yield SampleSpan(start, min(start + size, self.stop))


class SoundFormat(Protocol):
    """How a programme's sound is stored and how long it is."""

    @property
    def rate_hz(self) -> int:
        """Samples a second."""

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""

    @property
    def num_samples(self) -> int:
        """Exact length of the programme."""


class AudioSource(SoundFormat, Protocol):
    """Random access to a programme's sound; what the separator reads from."""

    def read(self, span: SampleSpan) -> FloatArray:
        """Samples of the span as (channel, sample); zeros outside the programme."""


class SameFormat:
    """Base of what reads from a programme, changes its sound and nothing else of it."""

    def __init__(self, origin: SoundFormat) -> None:
        """Have the format of another one.

        Args:
            origin: whose format it is.
        """
        self._origin = origin

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._origin.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self._origin.layout

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return self._origin.num_channels

    @property
    def num_samples(self) -> int:
        """Exact length of the programme."""
        return self._origin.num_samples
