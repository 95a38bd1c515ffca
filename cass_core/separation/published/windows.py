"""A published network over a programme of any length: overlapping windows, a few kept at hand."""

from collections.abc import Generator, Sequence

import torch
from torch import Tensor

from cass_core.clips import AudioSource, SampleSpan
from cass_core.dsp.aligned_resample import RateChange
from cass_core.dsp.window_grid import WindowGrid, window_weights
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork, Shares
from cass_core.relayed import relayed
from cass_core.separation.memory_fallback import MemoryLadder
from cass_core.separation.published.channel_rows import ChannelRows
from cass_core.stem_names import STEMS
from cass_core.stems.fallbacks import Fallback, MemoryLevel

_ROWS_AT_ONCE = 2  # a stereo programme through a network that hears one channel


class PublishedWindows:
    """Stems at the network's rate for any span of a programme.

    Windows begin at whole multiples of the hop from the programme's first sample, so an estimate
    depends on its place alone. Windows before the span asked for last are forgotten.

    Attributes:
        ladder: how much memory there was.
    """

    def __init__(
        self,
        network: PublishedNetwork,
        config: PublishedConfig,
        source: AudioSource,
        device_kind: str,
        fallbacks: Sequence[Fallback] = (),
    ) -> None:
        """Begin a programme.

        Args:
            network: the separator.
            config: its description.
            source: the programme.
            device_kind: where to compute, while memory lasts.
            fallbacks: of a run that was stopped.
        """
        self.config, self.source, self.gain = config, source, 1.0
        first = MemoryLevel(_ROWS_AT_ONCE, 1, device_kind)
        self.ladder = MemoryLadder(
            first, most_parts=1, fewer="one channel at a time", fallbacks=fallbacks
        )
        self._network, self._device_kind = network, ""
        self._change = RateChange(source.rate_hz, config.rate_hz)
        self._rows = ChannelRows.of(source.layout, source.num_channels, config.channels)
        self._order = torch.tensor([config.sources.index(stem) for stem in STEMS])
        length = self._change.num_samples(source.num_samples)
        self.grid = WindowGrid(config.window, config.hop, length)
        self._weights = window_weights(config.weighting, config.window, config.hop)
        self._kept: dict[int, Tensor] = {}

    def estimates(self, span: SampleSpan) -> Shares:
        """Join the windows over a span.

        Args:
            span: at the network's rate; may reach beyond the programme, where there is silence.

        Returns:
            A generator of shares that returns (stem, channel, sample).
        """
        samples = range(span.start, span.stop)
        windows = self.grid.over(samples)
        self._kept = {k: stems for k, stems in self._kept.items() if k >= windows.start}
        missing = [k for k in windows if k not in self._kept]
        for done, number in enumerate(missing):
            begun, part = done / len(missing), 1 / len(missing)
            self._kept[number] = yield from self._separate(number, begun, part)
        return self.grid.join(samples, self._kept.__getitem__, self._weights) / self.gain

    def _separate(self, number: int, begun: float, part: float) -> Shares:
        """(stem, channel, sample) of one window; `part` of the work after `begun` is its own."""
        start = self.grid.start(number)
        span = SampleSpan(start, start + self.grid.window)
        heard = self._change.resampled(self.source.read(self._change.needed(span)), span)
        rows = self._rows.gather(self.gain * torch.from_numpy(heard))

        def attempt(level: MemoryLevel) -> Shares:
            self._place(level.device_kind)
            stems: list[Tensor] = []
            for here in rows.split(level.rows):

                def whole(share: float, done: int = len(stems), new: int = len(here)) -> float:
                    return begun + part * min(0.99, (done + share * new) / len(rows))

                stems += yield from relayed(self._separate_rows(here), whole)
            return torch.stack(stems)

        return self._rows.spread((yield from self.ladder.within(start, attempt)))

    def _place(self, kind: str) -> None:
        """Bring the network to the device of that kind, if it is elsewhere."""
        if kind != self._device_kind:
            self._network, self._device_kind = self._network.to(kind), kind

    @torch.no_grad()
    def _separate_rows(self, rows: Tensor) -> Generator[float, None, list[Tensor]]:
        """(row, channel of the row, sample) -> a (stem, channel of the row, sample) each."""
        if not rows.any():  # no network makes sound out of silence
            sources = rows.new_zeros(len(rows), len(STEMS), *rows.shape[1:])
        else:
            sources = yield from self._network.gradually(rows.to(self._device_kind))
        yield 1.0
        return list(sources.cpu()[:, self._order])
