"""How stems of a programme are read, whether they were repaired or not."""

from typing import Protocol

from cass_core.clips import FloatArray, SampleSpan
from cass_core.request.identity import StemSetIdentity
from cass_core.stem_names import Stem


class ReadableStems(Protocol):
    """Stems and mixture over the whole programme; reading is safe from several threads."""

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

    @property
    def identities(self) -> tuple[StemSetIdentity, ...]:
        """What each take was made of and with, the lowest first."""

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated, in rising order and without overlaps."""

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample); zeros where nothing is separated."""

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's samples as (channel, sample)."""

    def refresh(self) -> bool:
        """Look how far growing takes are; says whether more is separated than before."""

    def close(self) -> None:
        """Close the files."""


class StemSource:
    """One stem as an `AudioSource` over the whole programme."""

    def __init__(self, stems: ReadableStems, stem: Stem) -> None:
        """Read one of some stems.

        Args:
            stems: whoever opened them closes them.
            stem: which one.
        """
        self._stems, self._stem = stems, stem

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._stems.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self._stems.layout

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return self._stems.num_channels

    @property
    def num_samples(self) -> int:
        """Exact length of the programme."""
        return self._stems.num_samples

    def read(self, span: SampleSpan) -> FloatArray:
        """Samples of the span as (channel, sample); zeros where nothing is separated."""
        return self._stems.read(self._stem, span)
