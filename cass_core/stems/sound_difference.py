"""One sound minus another, as a sound."""

from cass_core.clips import AudioSource, FloatArray, SameFormat, SampleSpan


class SoundDifference(SameFormat):
    """What the first has and the second has not; zero where they are the same."""

    def __init__(self, first: AudioSource, second: AudioSource) -> None:
        """Subtract.

        Args:
            first: whose format the difference has.
            second: of the same format.
        """
        super().__init__(first)
        self._first, self._second = first, second

    def read(self, span: SampleSpan) -> FloatArray:
        """Samples of the span as (channel, sample)."""
        return self._first.read(span) - self._second.read(span)
