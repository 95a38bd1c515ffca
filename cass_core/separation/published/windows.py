"""A published network over a programme of any length: overlapping windows, a few kept at hand."""

import math
from collections.abc import Generator

import torch
from torch import Tensor

from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.model.published.config import PublishedConfig, Weighting
from cass_core.model.published.network import PublishedNetwork
from cass_core.separation.memory_shortage import is_shortage
from cass_core.separation.published.channel_rows import ChannelRows
from cass_core.separation.published.rates import RatePair
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
        rates: RatePair,
        device_kind: str,
    ) -> None:
        """Begin a programme.

        Args:
            network: the separator.
            config: its description.
            rates: the programme, read at the network's rate.
            device_kind: where to compute.
        """
        self.config, self.rates, self.gain = config, rates, 1.0
        self.warnings: list[str] = []
        self._device_kind = device_kind
        self._network = network.to(device_kind)
        source = rates.source
        self._rows = ChannelRows.of(source.layout, source.num_channels, config.channels)
        self._rows_at_once = _ROWS_AT_ONCE
        self._order = torch.tensor([config.sources.index(stem) for stem in STEMS])
        self._weights = window_weights(config.weighting, config.window, config.hop)
        self._kept: dict[int, Tensor] = {}

    @property
    def num_windows(self) -> int:
        """Windows that cover the programme."""
        beyond = self.rates.num_samples - self.config.window
        return max(1, -(-beyond // self.config.hop) + 1)

    def estimates(self, span: SampleSpan) -> Shares:
        """Join the windows over a span.

        Args:
            span: at the network's rate; may reach beyond the programme, where there is silence.

        Returns:
            A generator of shares that returns (stem, channel, sample).
        """
        window, hop = self.config.window, self.config.hop
        lowest = max(0, -(-(span.start - window + 1) // hop))
        highest = min(self.num_windows - 1, (span.stop - 1) // hop)
        self._kept = {k: stems for k, stems in self._kept.items() if k >= lowest}
        missing = [k for k in range(lowest, highest + 1) if k not in self._kept]
        for done, number in enumerate(missing):
            begun, part = done / len(missing), 1 / len(missing)
            self._kept[number] = yield from self._separate(number, begun, part)
        return self._join(span, range(lowest, highest + 1))

    def _join(self, span: SampleSpan, windows: range) -> Tensor:
        total = torch.zeros(len(STEMS), self._rows.num_channels, span.num_samples)
        sums = torch.zeros(span.num_samples)
        for number in windows:
            start = number * self.config.hop
            low, high = max(span.start, start), min(span.stop, start + self.config.window)
            here = slice(low - span.start, high - span.start)
            there = slice(low - start, high - start)
            total[..., here] += self._kept[number][..., there] * self._weights[there]
            sums[here] += self._weights[there]
        return total / sums.clamp_min(1e-12) / self.gain

    def _separate(self, number: int, begun: float, part: float) -> Shares:
        """(stem, channel, sample) of one window; `part` of the work after `begun` is its own."""
        start = number * self.config.hop
        heard = self.rates.heard(SampleSpan(start, start + self.config.window))
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


def window_weights(weighting: Weighting, window: int, hop: int) -> Tensor:
    """How much each sample of a window counts where windows overlap.

    Args:
        weighting: "linear" rises and falls over the overlap alone, "hann" and "triangle" over the
            whole window.
        window: its samples.
        hop: samples from one window to the next.

    Returns:
        (sample,) above zero.
    """
    places = torch.arange(window, dtype=torch.float64) + 0.5
    nearer = torch.minimum(places, window - places)  # to either end
    if weighting == "hann":
        weights = torch.sin(math.pi * places / window).square()
    elif weighting == "triangle":
        weights = nearer / nearer.max()
    else:
        weights = (nearer / max(1, window - hop)).clamp_max(1)
    return weights.float()
