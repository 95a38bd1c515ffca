"""A published separator's way through a programme: its own sound, with the remainder shared out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

import numpy as np
import torch

from cass_core.clips import AudioSource, FloatArray, SampleSpan
from cass_core.compute_device import ComputeDevice, compile_parts
from cass_core.decibels import db_to_amplitude
from cass_core.dsp.aligned_resample import CONTEXT_S, RateChange
from cass_core.dsp.loudness import SILENCE_LUFS, LoudnessMeter, layout_weights
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork
from cass_core.request.events import Grain
from cass_core.request.settings import SeparationSettings
from cass_core.separation.chunk_method import ChunkSteps
from cass_core.separation.consistency import last_from_rest
from cass_core.separation.published.windows import PublishedWindows
from cass_core.stems.fallbacks import Fallback
from cass_core.visual.analysed_picture import AnalysedPicture

_CHUNK_S = 8.0
_METERED_S = 30
ONE_PASS = "This model works in one pass: the number of steps is left out."
NO_PICTURE = "This model does not look at the picture."


class PublishedMethod:
    """A published network on a device; each chunk needs a few more windows."""

    def __init__(
        self, network: PublishedNetwork, config: PublishedConfig, device: ComputeDevice
    ) -> None:
        self.network, self.config = network, config
        self.device = replace(device, dtype=torch.float32)  # as the networks were made
        if device.compiles:
            compile_parts(network)

    @property
    def grain(self) -> Grain:
        """What a window adds to the programme; a chunk needs some of them."""
        return Grain(self.config.hop / self.config.rate_hz, self._chunk_windows)

    @property
    def _chunk_windows(self) -> int:
        return max(1, round(_CHUNK_S * self.config.rate_hz / self.config.hop))

    def edges(self, source: AudioSource) -> Iterator[int]:
        """Where another window is needed, about every eight seconds."""
        rate_hz, each = self.config.rate_hz, self.config.hop * self._chunk_windows
        # what is brought back to the programme's rate needs its context, and a second at most
        # until both clocks tick together
        margin = 0 if source.rate_hz == rate_hz else int((2 * CONTEXT_S + 0.05) * rate_hz)
        for chunk in count(1):
            yield (chunk * each - margin) * source.rate_hz // rate_hz

    def begin(
        self,
        source: AudioSource,
        picture: AnalysedPicture | None,
        settings: SeparationSettings,
        fallbacks: Sequence[Fallback] = (),
    ) -> "PublishedWork":
        """Prepare a run; settings of the flow and the picture are left out, which is said."""
        notices = [ONE_PASS] if settings.steps != 1 else []
        if picture is not None and picture.features is not None:
            notices.append(NO_PICTURE)
        windows = PublishedWindows(self.network, self.config, source, self.device.kind, fallbacks)
        return PublishedWork(windows, self.config, notices)


class PublishedWork:
    """One run of a published network over a programme.

    The network's stems are brought to the programme's rate and what they lack to the mixture is
    shared out equally, which changes them least (mode "all" of MERL's mixture consistency).
    """

    def __init__(
        self,
        windows: PublishedWindows,
        config: PublishedConfig,
        notices: list[str],
    ) -> None:
        self._windows, self._source = windows, windows.source
        context_s = 0.0 if config.rate_hz == self._source.rate_hz else CONTEXT_S
        self._change = RateChange(config.rate_hz, self._source.rate_hz, context_s)
        self._input_lufs, self._levelled = config.input_lufs, config.input_lufs is None
        self._notices = notices

    @property
    def warnings(self) -> list[str]:
        """What is left out, and what it had to fall back on."""
        return [*self._notices, *self._windows.ladder.warnings]

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """What it had to fall back on, for a run that goes on."""
        return self._windows.ladder.fallbacks

    def stems(self, span: SampleSpan) -> ChunkSteps:
        """Separate a span; yields after each window or after some of its channels."""
        if not self._levelled:
            yield from self._level()
        needed = self._change.needed(span)
        estimates = yield from self._windows.estimates(needed)
        rows = estimates.flatten(0, 1).numpy()
        sound = self._change.resampled(rows, span).reshape(*estimates.shape[:2], -1)
        return shared_out(sound, self._source.read(span))

    def _level(self) -> Iterator[float]:
        """Bring the whole programme to the loudness that the network was made for."""
        source = self._source
        weights = layout_weights(source.layout, source.num_channels)
        meter = LoudnessMeter(source.rate_hz, weights)
        for block in SampleSpan(0, source.num_samples).blocks(_METERED_S * source.rate_hz):
            meter.push(source.read(block))
            yield 0.0
        loudness = meter.loudness()
        if self._input_lufs is not None and loudness > SILENCE_LUFS:
            self._windows.gain = float(db_to_amplitude(self._input_lufs - loudness))
        self._levelled = True


def shared_out(stems: FloatArray, mixture: FloatArray) -> FloatArray:
    """Give each stem an equal part of what all lack to the mixture.

    Args:
        stems: (stem, channel, sample).
        mixture: (channel, sample).

    Returns:
        (stem, channel, sample) float32; its sum is the mixture to float32 rounding.
    """
    rest = mixture - stems.sum(axis=0, dtype=np.float64)
    return last_from_rest((stems + rest / len(stems)).astype(np.float32), mixture)
