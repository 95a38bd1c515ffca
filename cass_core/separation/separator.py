"""The one door: a programme in, stems out, chunk by chunk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from torch.nn import Module

from cass_core.checkpoints.kinds import kind_of
from cass_core.checkpoints.opinions_config import OpinionsConfig
from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.compute_device import ComputeDevice
from cass_core.config import SeparatorConfig
from cass_core.errors import SettingsError
from cass_core.model.published.network import PublishedNetwork
from cass_core.model.velocity_net import VelocityNet
from cass_core.relayed import relayed
from cass_core.request.events import Grain, StepDone
from cass_core.request.settings import SeparationSettings
from cass_core.separation.chunk_method import ChunkWork
from cass_core.separation.chunk_methods import CHUNK_METHODS
from cass_core.separation.heard.steady_offset import LevelledSource, SteadyOffset
from cass_core.separation.opinions.opinions_method import OpinionsWork
from cass_core.separation.silence import keep_silent
from cass_core.stems.fallbacks import Fallback
from cass_core.visual.analysed_picture import AnalysedPicture


@dataclass(frozen=True)
class SeparatorInput:
    """What is separated.

    Attributes:
        source: the mixture at its own rate and layout.
        picture: what was seen, on the audio's clock, or None.
    """

    source: AudioSource
    picture: AnalysedPicture | None = None


@dataclass(frozen=True)
class StemChunk:
    """A finished part of the stems.

    Attributes:
        index: number of the chunk.
        span: its samples.
        stems: (stem, channel, sample) float32 in the order of `STEMS`.
        done: chunks finished, this one included.
        total: chunks of the programme.
        disagreement: (row, stem) of several models that were asked, None for a single one.
    """

    index: int
    span: SampleSpan
    stems: FloatArray
    done: int
    total: int
    disagreement: FloatArray | None = None

    @property
    def share(self) -> float:
        """Of the programme's work, 0 to 1."""
        return self.done / self.total


class Separator:
    """Separates programmes with one model on one device.

    A chunk depends on the programme, the model, the settings, its number and the fallbacks alone: a
    run that was stopped goes on at any chunk and gives the samples of an uninterrupted one.

    Attributes:
        network: the model's network, or those of all models that are asked.
        config: its description.
        device: where it runs, and in which format.
        warnings: what the last run had to fall back on.
        fallbacks: what it fell back to when memory ran short, for a run that goes on.
    """

    def __init__(
        self,
        network: VelocityNet | PublishedNetwork | Sequence[VelocityNet | PublishedNetwork],
        config: SeparatorConfig,
        device: ComputeDevice,
    ) -> None:
        """Choose the network's way through a programme.

        Args:
            network: from `load_model`, or all of `load_named`.
            config: from its description.
            device: where to compute; published networks do so in float32, as they were made.
        """
        self.network, self.config = network, config
        self.warnings: list[str] = []
        self.fallbacks: tuple[Fallback, ...] = ()
        self._method = CHUNK_METHODS[kind_of(config).chunk_method](network, config, device)
        self.device = self._method.device

    @property
    def num_parameters(self) -> int:
        """Weights of its network, or of all of them."""
        networks = [self.network] if isinstance(self.network, Module) else self.network
        return sum(p.numel() for network in networks for p in network.parameters())

    @property
    def grain(self) -> Grain:
        """What the model hears at once."""
        return self._method.grain

    @property
    def takes_steps(self) -> bool:
        """Whether the number of steps changes anything."""
        return kind_of(self.config).takes_steps

    def check(self, settings: SeparationSettings) -> None:
        """Refuse settings that the model cannot follow: SettingsError."""
        members = self.config.members if isinstance(self.config, OpinionsConfig) else (self.config,)
        if settings.guides and not all(kind_of(member).takes_steps for member in members):
            raise SettingsError(
                "This model takes no hints about whose sound a selection is; choose one that "
                "takes steps, such as the one that comes with the program."
            )

    def chunk_spans(self, source: AudioSource, span: SampleSpan | None = None) -> list[SampleSpan]:
        """The programme, or a part of it, cut so that each chunk needs one more batch of windows.

        Boundaries are those of the whole programme whatever the part is.
        """
        span = span or SampleSpan(0, source.num_samples)
        edges = [span.start]
        for edge in self._method.edges(source):
            if edge >= span.stop:
                break
            edges += [edge] if edge > span.start else []
        edges.append(span.stop)
        return [SampleSpan(a, b) for a, b in pairwise(edges)]

    def stream(
        self,
        programme: SeparatorInput,
        settings: SeparationSettings,
        spans: Sequence[SampleSpan] | None = None,
    ) -> Iterator[StemChunk]:
        """Separate in bounded memory; stop iterating to cancel.

        Args:
            programme: sound and picture.
            settings: the user's choice.
            spans: some of `chunk_spans`, such as those that a stopped run has left; all if None.

        Yields:
            Chunks in order; their stems sum to the mixture.
        """
        for event in self.run(programme, settings, spans):
            if isinstance(event, StemChunk):
                yield event

    def run(
        self,
        programme: SeparatorInput,
        settings: SeparationSettings,
        spans: Sequence[SampleSpan] | None = None,
        fallbacks: Sequence[Fallback] = (),
    ) -> Iterator[StemChunk | StepDone]:
        """As `stream`, with an event after each step of the work, where it can be stopped.

        Args:
            programme: sound and picture.
            settings: the user's choice.
            spans: as in `stream`.
            fallbacks: of a run that was stopped and goes on.

        Yields:
            Steps and chunks in order.

        Raises:
            SettingsError: hints are given, and the model takes none.
        """
        self.check(settings)
        source = programme.source
        spans = self.chunk_spans(source) if spans is None else spans
        offset = SteadyOffset(source)
        levelled = LevelledSource(offset)
        work = self._method.begin(levelled, programme.picture, settings, fallbacks)
        for index, span in enumerate(spans):
            done = partial(self._step_done, work, index, len(spans))
            stems = yield from relayed(work.stems(span), done)
            offset.hand_over(stems, span)
            keep_silent(stems, source, span)
            self._take_note(work)
            doubts = work.disagreement if isinstance(work, OpinionsWork) else None
            yield StemChunk(index, span, stems, index + 1, len(spans), doubts)

    def _step_done(self, work: ChunkWork, index: int, num_spans: int, share: float) -> StepDone:
        self._take_note(work)
        return StepDone((index + share) / num_spans)

    def _take_note(self, work: ChunkWork) -> None:
        self.warnings, self.fallbacks = work.warnings, work.fallbacks
