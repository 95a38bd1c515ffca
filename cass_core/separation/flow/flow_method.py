"""The flow's way through a programme: windows in batches, masks on every channel."""

from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np

from cass_core.clips import AudioSource, SampleSpan
from cass_core.compute_device import ComputeDevice
from cass_core.config import ModelConfig
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import VelocityNet
from cass_core.relayed import relayed
from cass_core.request.events import Grain
from cass_core.request.settings import SeparationSettings
from cass_core.separation.chunk_method import ChunkSteps
from cass_core.separation.flow.full_band import FullBand, render_reach_frames
from cass_core.separation.flow.long_form import LongForm, batch_edge
from cass_core.separation.flow.model_band import ModelBand
from cass_core.separation.flow.picture_windows import picture_source
from cass_core.separation.flow.window_field import WindowField
from cass_core.separation.heard.channel_groups import channel_groups, low_estimates, part_of
from cass_core.stem_names import STEMS
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
        field = WindowField(self.network, self.config, settings, self.device, most, fallbacks)
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
        self._num_channels, self._exponent = source.num_channels, config.spectrogram.mask_exponent
        self._groups, grid = channel_groups(source.layout, source.num_channels), field.front.grid
        parts = [part_of(source, channels) for channels in self._groups.heard]
        seen = picture_source(picture, config)
        self._long_form = LongForm([ModelBand(part, grid) for part in parts], field, seen)
        is_generated = settings.render == "generated"
        self._full_bands = [FullBand(part, grid, is_generated, self._exponent) for part in parts]
        self._low_band = FullBand(part_of(source, self._groups.low), grid, False, self._exponent)

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
        frames = self._full_bands[0].band_frames_over(span)
        work = self._long_form.estimates(frames.first, frames.count)
        done = count(1)
        # a chunk rarely needs more than one batch
        most = self._num_steps + _RENDER_STEPS
        estimates = yield from relayed(work, lambda _: min(0.99, next(done) / most))
        stems = np.empty((len(STEMS), self._num_channels, span.num_samples), np.float32)
        groups = zip(self._groups.heard, self._full_bands, estimates, strict=True)
        for channels, full_band, estimate in groups:
            stems[:, channels] = full_band.render(span, estimate, frames.first)
        if self._groups.low:
            low = low_estimates(estimates)
            stems[:, self._groups.low] = self._low_band.render(span, low, frames.first)
        return stems
