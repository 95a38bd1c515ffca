"""How stems of a programme are read, whether they were repaired or not."""

from typing import Protocol

from cass_core.clips import FloatArray, SameFormat, SampleSpan, SoundFormat
from cass_core.request.identity import StemSetIdentity
from cass_core.stem_names import Stem


class ReadableStems(SoundFormat, Protocol):
    """Stems and mixture over the whole programme; reading is safe from several threads."""

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


class StemSource(SameFormat):
    """One stem as an `AudioSource` over the whole programme."""

    def __init__(self, stems: ReadableStems, stem: Stem) -> None:
        """Read one of some stems.

        Args:
            stems: whoever opened them closes them.
            stem: which one.
        """
        super().__init__(stems)
        self._stems, self._stem = stems, stem

    def read(self, span: SampleSpan) -> FloatArray:
        """Samples of the span as (channel, sample); zeros where nothing is separated."""
        return self._stems.read(self._stem, span)
