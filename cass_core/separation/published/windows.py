"""A published network over a programme of any length: overlapping windows, a few kept at hand."""

from collections.abc import Generator

import torch
from torch import Tensor

from cass_core.clips import AudioSource, SampleSpan
from cass_core.dsp.aligned_resample import RateChange
from cass_core.dsp.window_grid import WindowGrid, window_weights
from cass_core.errors import CassError
from cass_core.model.published.config import PublishedConfig
from cass_core.model.published.network import PublishedNetwork
from cass_core.separation.memory_shortage import is_shortage
from cass_core.separation.published.channel_rows import ChannelRows
from cass_core.stem_names import STEMS

_ROWS_AT_ONCE = 2  # a stereo programme through a network that hears one channel
Shares = Generator[float, None, Tensor]  # yields the share that is done, returns the result


class PublishedWindows:
    """Stems at the network's rate for any span of a programme.

    Windows begin at whole multiples of the hop from the programme's first sample, so an estimate
    depends on its place alone. Windows before the span asked for last are forgotten.

    Attributes:
        warnings: what it had to fall back on.
    """

    def __init__(
        self,
        network: PublishedNetwork,
        config: PublishedConfig,
        source: AudioSource,
        device_kind: str,
    ) -> None:
        """Begin a programme.

        Args:
            network: the separator.
            config: its description.
            source: the programme.
            device_kind: where to compute.
        """
        self.config, self.source, self.gain = config, source, 1.0
        self.warnings: list[str] = []
        self._device_kind = device_kind
        self._network = network.to(device_kind)
        self._change = RateChange(source.rate_hz, config.rate_hz)
        self._rows = ChannelRows.of(source.layout, source.num_channels, config.channels)
        self._rows_at_once = _ROWS_AT_ONCE
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
        stems: list[Tensor] = []
        while len(stems) < len(rows):
            some = rows[len(stems) : len(stems) + self._rows_at_once]
            try:
                stems += self._separate_rows(some)
            except RuntimeError as error:
                if not is_shortage(error):
                    raise
                self._shrink()
                continue
            yield begun + part * min(0.99, len(stems) / len(rows))
        return self._rows.spread(torch.stack(stems))

    @torch.no_grad()
    def _separate_rows(self, rows: Tensor) -> list[Tensor]:
        """(row, channel of the row, sample) -> a (stem, channel of the row, sample) each."""
        if not rows.any():  # no network makes sound out of silence
            silence = rows.new_zeros(len(STEMS), *rows.shape[1:])
            return [silence] * len(rows)
        sources = self._network(rows.to(self._device_kind)).cpu()
        return list(sources[:, self._order])

    def _shrink(self) -> None:
        """One row at a time, then the CPU; each is said once."""
        if self._device_kind == "cuda":
            torch.cuda.empty_cache()
        if self._rows_at_once > 1:
            self._rows_at_once = 1
            self.warnings.append("There was too little memory: one channel at a time.")
        elif self._device_kind != "cpu":
            self._device_kind = "cpu"
            self._network = self._network.to("cpu")
            self.warnings.append("The GPU ran out of memory: going on with the CPU.")
        else:
            raise CassError(
                "There is not enough memory to separate even one window; close other programs "
                "and resume."
            )
