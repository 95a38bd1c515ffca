"""What a lane shows, as sound."""

from dataclasses import dataclass

from cass_core.clips import AudioSource, SampleSpan


@dataclass(frozen=True)
class LaneSound:
    """The sound of a lane, for those who draw something else of it.

    Attributes:
        identity: the same for the same samples.
        source: over the whole programme; read from other threads.
        covered: parts of the programme that hold sound by now.
    """

    identity: str
    source: AudioSource
    covered: tuple[SampleSpan, ...]
