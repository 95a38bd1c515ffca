"""The flow's way through a programme: windows in batches, masks on every channel."""

from collections.abc import Iterator, Sequence
from itertools import count

from cass_core.clips import AudioSource, SampleSpan
from cass_core.compute_device import ComputeDevice
from cass_core.config import ModelConfig
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import VelocityNet
from cass_core.relayed import relayed
from cass_core.repair.guides import guides_from_text
from cass_core.request.events import Grain
from cass_core.request.settings import SeparationSettings
from cass_core.separation.chunk_method import ChunkSteps
from cass_core.separation.flow.full_band import render_reach_frames
from cass_core.separation.flow.guidance import Guidance
from cass_core.separation.flow.long_form import LongForm, batch_edge
from cass_core.separation.flow.model_band import ModelBand
from cass_core.separation.flow.picture_windows import picture_source
from cass_core.separation.flow.rendering import RenderSettings, rendering_of
from cass_core.separation.flow.window_field import WindowField
from cass_core.stems.fallbacks import Fallback
from cass_core.visual.analysed_picture import AnalysedPicture

_RENDER_STEPS = 0.25  # what rendering takes beside a step, for a bar that moves evenly


class FlowMethod:
    """A velocity field on a device; each chunk needs one more batch of windows."""

    def __init__(self, network: VelocityNet, config: ModelConfig, device: ComputeDevice) -> None:
        self.network, self.config, self.device = network, config, device

    @property
    def grain(self) -> Grain:
        """What a batch adds to the programme."""
        hop_s = self.config.hop_frames / self.config.spectrogram.frames_per_second
        return Grain(hop_s, self.config.batch_windows)

    def edges(self, source: AudioSource) -> Iterator[int]:
        """Where the frames of another batch are needed."""
        grid = FrontEnd.of(self.config.spectrogram).grid
        for batch in count(1):
            edge = batch_edge(batch, self.config, grid.reach_frames)
            frame = edge - render_reach_frames(grid)
            yield frame * grid.hop * source.rate_hz // grid.rate_hz

    def begin(
        self,
        source: AudioSource,
        picture: AnalysedPicture | None,
        settings: SeparationSettings,
        fallbacks: Sequence[Fallback] = (),
    ) -> "FlowWork":
        """Prepare a run."""
        most = self.config.batch_windows
        guides = guides_from_text(settings.guides)
        grid = FrontEnd.of(self.config.spectrogram).grid
        guidance = Guidance(guides, grid, source.rate_hz) if guides else None
        field = WindowField(
            self.network, self.config, settings, self.device, most, fallbacks, guidance
        )
        return FlowWork(field, source, picture)


class FlowWork:
    """One run of the flow over a programme."""

    def __init__(
        self,
        field: WindowField,
        source: AudioSource,
        picture: AnalysedPicture | None,
    ) -> None:
        config, settings = field.config, field.settings
        self._num_steps, self._ladder = settings.steps, field.ladder
        grid, exponent = field.front.grid, config.spectrogram.mask_exponent
        is_generated = settings.render == "generated"
        self._rendering = rendering_of(source, RenderSettings(grid, is_generated, exponent))
        bands = [ModelBand(part, grid) for part in self._rendering.parts]
        self._long_form = LongForm(bands, field, picture_source(picture, config))

    @property
    def warnings(self) -> list[str]:
        """What it had to fall back on."""
        return self._ladder.warnings

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """The same, for a run that goes on."""
        return self._ladder.fallbacks

    def stems(self, span: SampleSpan) -> ChunkSteps:
        """Separate a span; yields after each step of the flow."""
        frames = self._rendering.band_frames_over(span)
        work = self._long_form.estimates(frames.first, frames.count)
        done = count(1)
        # a chunk rarely needs more than one batch
        most = self._num_steps + _RENDER_STEPS
        estimates = yield from relayed(work, lambda _: min(0.99, next(done) / most))
        return self._rendering.stems(span, estimates, frames.first)
