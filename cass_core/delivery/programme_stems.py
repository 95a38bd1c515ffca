"""A programme's decoded sound and its stems behind one door."""

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.delivery.stem_reader import StemReader
from cass_core.stem_names import Stem


class ProgrammeStems:
    """A `StemReader` whose mixture is there where nothing is separated, too."""

    def __init__(self, mixture: AudioSource, stems: StemReader | None) -> None:
        """Read from both; whoever opened them closes them.

        Args:
            mixture: the whole programme.
            stems: what is separated of it; None where nothing is.
        """
        self._mixture, self._stems = mixture, stems

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated."""
        return self._stems.covered if self._stems else ()

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample); there must be stems."""
        assert self._stems is not None
        return self._stems.read(stem, span)

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's samples as (channel, sample)."""
        return self._mixture.read(span)
