"""The one door: a programme in, stems out, chunk by chunk."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import cast

from torch import Tensor

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.config import MODEL_RATE_HZ, ModelConfig
from cass_core.model.velocity_net import VelocityNet
from cass_core.separation.compute_device import ComputeDevice
from cass_core.separation.full_band import RENDER_REACH_FRAMES, FullBand
from cass_core.separation.long_form import BATCH_WINDOWS, LongForm, batch_edge
from cass_core.separation.model_band import ModelBand
from cass_core.separation.picture_windows import picture_source
from cass_core.separation.settings import SeparationSettings
from cass_core.separation.window_field import Steps, WindowField
from cass_core.visual.analysed_picture import AnalysedPicture


@dataclass(frozen=True)
class Programme:
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
    """

    index: int
    span: SampleSpan
    stems: FloatArray
    done: int
    total: int


@dataclass(frozen=True)
class StepDone:
    """A step of the flow was done; `share` of the programme's work is behind it."""

    share: float


class Separator:
    """Separates programmes with one model on one device.

    A chunk depends on the programme, the model, the settings and its number alone: a run that was
    stopped goes on at any chunk and gives the samples of an uninterrupted one.
    """

    def __init__(self, network: VelocityNet, config: ModelConfig, device: ComputeDevice) -> None:
        self.network, self.config, self.device = network, config, device
        self.warnings: list[str] = []

    def chunk_spans(self, source: AudioSource, span: SampleSpan | None = None) -> list[SampleSpan]:
        """The programme, or a part of it, cut so that each chunk needs one more batch of windows.

        Boundaries are those of the whole programme whatever the part is.
        """
        span = span or SampleSpan(0, source.num_samples)
        hop, window = self.config.spectrogram.hop, self.config.window_frames
        edges = [span.start]
        for batch in count(1):
            frame = batch_edge(batch, window) - RENDER_REACH_FRAMES
            edge = frame * hop * source.rate_hz // MODEL_RATE_HZ
            if edge >= span.stop:
                break
            edges += [edge] if edge > span.start else []
        edges.append(span.stop)
        return [SampleSpan(a, b) for a, b in pairwise(edges)]

    def stream(
        self,
        programme: Programme,
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
        programme: Programme,
        settings: SeparationSettings,
        spans: Sequence[SampleSpan] | None = None,
    ) -> Iterator[StemChunk | StepDone]:
        """As `stream`, with an event after each step of the flow, where it can be stopped."""
        source = programme.source
        spans = self.chunk_spans(source) if spans is None else spans
        field = WindowField(self.network, self.config, settings, self.device, BATCH_WINDOWS)
        picture = picture_source(programme.picture, self.config)
        long_form = LongForm(ModelBand(source, field.front.grid), field, picture)
        full_band = FullBand(source, field.front.grid, settings.render == "generated")
        for index, span in enumerate(spans):
            frames = full_band.band_frames_over(span)
            work = long_form.estimates(frames.first, frames.count)
            estimates = yield from _as_events(work, index, len(spans), settings.steps)
            self.warnings = field.warnings
            stems = full_band.render(span, estimates, frames.first)
            yield StemChunk(index, span, stems, index + 1, len(spans))


def _as_events(
    work: Steps, index: int, total: int, steps: int
) -> Generator[StepDone, None, Tensor]:
    """Turn the steps of a chunk into events; a chunk rarely needs more than one batch."""
    done = 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            return cast(Tensor, end.value)
        done += 1
        yield StepDone((index + min(0.99, done / (steps + 1))) / total)
