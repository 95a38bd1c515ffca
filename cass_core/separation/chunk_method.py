"""How a kind of network enters the separator: where chunks end, and what a chunk's stems are."""

from collections.abc import Generator, Iterator, Sequence
from typing import Protocol

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.compute_device import ComputeDevice
from cass_core.request.events import Grain
from cass_core.request.settings import SeparationSettings
from cass_core.stems.fallbacks import Fallback
from cass_core.visual.analysed_picture import AnalysedPicture

ChunkSteps = Generator[float, None, FloatArray]
"""Yields the share of a chunk that is done wherever it can be stopped; returns its stems."""


class ChunkWork(Protocol):
    """One run over a programme."""

    @property
    def warnings(self) -> list[str]:
        """Sentences about what it had to fall back on so far."""

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """What it fell back to when memory ran short, for a run that goes on."""

    def stems(self, span: SampleSpan) -> ChunkSteps:
        """Separate a span.

        Args:
            span: which samples; spans come in rising order.

        Returns:
            A generator of shares that returns (stem, channel, sample) float32, whose sum is the
            mixture, and which depends on the span's place and the fallbacks alone.
        """


class ChunkMethod(Protocol):
    """A network on a device."""

    @property
    def device(self) -> ComputeDevice:
        """Where it computes, and in which format."""

    @property
    def grain(self) -> Grain:
        """What it hears at once."""

    def edges(self, source: AudioSource) -> Iterator[int]:
        """Rising samples, without end, at which chunks of a programme meet."""

    def begin(
        self,
        source: AudioSource,
        picture: AnalysedPicture | None,
        settings: SeparationSettings,
        fallbacks: Sequence[Fallback] = (),
    ) -> ChunkWork:
        """Prepare a run.

        Args:
            source: the mixture.
            picture: what was seen, or None.
            settings: the user's choice.
            fallbacks: of a run that was stopped and goes on.

        Returns:
            The run.
        """
