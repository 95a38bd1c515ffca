"""Let a network rebalance a programme window by window, and fit gain lines of its stems to that."""

from collections.abc import Generator
from contextlib import closing
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from cass_core.balance.heard import HeardStems
from cass_core.balance.lines import BalanceLines, balance_lines
from cass_core.balance.pictures import SeenPictures
from cass_core.balance.sums import STEP_HZ, FitSums
from cass_core.clips import FloatArray, SampleSpan
from cass_core.dsp.window_grid import WindowGrid, window_weights
from cass_core.model.balancing.config import RebalancerConfig
from cass_core.model.balancing.visah import VisAH
from cass_core.relayed import spread
from cass_core.repair.edited_stems import EditedStems


class Rebalancing(Protocol):
    """The network, wherever it computes."""

    config: RebalancerConfig

    def seen(self, frames: npt.NDArray[np.uint8]) -> FloatArray:
        """(picture, height, width, 3) -> (picture, feature)."""

    def rebalanced(self, sound: FloatArray, pictures: FloatArray) -> FloatArray:
        """(sample,) and (picture, feature) of a window -> (sample,)."""


class NetworkOnDevice:
    """VisAH in single precision on a device."""

    def __init__(self, network: VisAH, kind: str) -> None:
        """Place the network.

        Args:
            network: from `load_model`, with its encoder of pictures.
            kind: "cpu", "cuda" or "mps".
        """
        self.config, self._kind = network.config, kind
        self._network = network.to(kind).eval()

    @torch.inference_mode()
    def seen(self, frames: npt.NDArray[np.uint8]) -> FloatArray:
        """(picture, height, width, 3) -> (picture, feature)."""
        return np.asarray(self._network.seen(frames).float().cpu().numpy(), np.float32)

    @torch.inference_mode()
    def rebalanced(self, sound: FloatArray, pictures: FloatArray) -> FloatArray:
        """(sample,) and (picture, feature) of a window -> (sample,)."""
        out: Tensor = self._network(self._placed(sound), self._placed(pictures))
        return np.asarray(out[0].float().cpu().numpy(), np.float32)

    def _placed(self, values: FloatArray) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(values))[None].to(self._kind)


class Balancer:
    """One run over a span; memory does not grow with its length but for a row each 100 ms."""

    def __init__(self, network: Rebalancing, pictures: SeenPictures, stems: EditedStems) -> None:
        """Prepare a run.

        Args:
            network: what rebalances.
            pictures: of the movie.
            stems: what the gain lines are for.
        """
        self._network, self._pictures, self._stems = network, pictures, stems
        self._config = network.config
        self._heard = HeardStems(stems, self._config.rate_hz)
        self._step = self._config.rate_hz // STEP_HZ

    def lines(self, span: SampleSpan) -> Generator[float, None, BalanceLines]:
        """Balance a span.

        Args:
            span: of the programme, at least a tenth of a second.

        Returns:
            A generator of the share that is done, whose result is the gain lines.
        """
        pieces = self._pieces(span)
        places = range(pieces.start * self._step, pieces.stop * self._step)
        rows: list[FitSums] = []
        with closing(self._rebalanced(places)) as blocks:
            for share, block in blocks:
                if block is not None:
                    start, sound = block
                    heard = self._heard.stems(SampleSpan(start, start + len(sound)))
                    rows.append(FitSums.of(heard, sound, self._step))
                yield share
        return balance_lines(
            FitSums.joined(rows), span, self._stems.rate_hz, self._stems.num_samples
        )

    def _pieces(self, span: SampleSpan) -> range:
        """Numbers of the tenths of a second of a span, at least one."""
        first = span.start * STEP_HZ // self._stems.rate_hz
        last = -(-span.stop * STEP_HZ // self._stems.rate_hz)
        return range(first, max(last, first + 1))

    def _rebalanced(
        self, places: range
    ) -> Generator[tuple[float, tuple[int, FloatArray] | None], None, None]:
        """Shares, and the network's sound in blocks that no later window changes any more.

        Args:
            places: at the network's rate, whole tenths of a second.

        Yields:
            The share that is done; with the block's first place and its samples, where one is.
        """
        window, hop = self._config.window, self._config.hop
        length = -(-self._stems.num_samples * self._config.rate_hz // self._stems.rate_hz)
        grid = WindowGrid(window, hop, max(length, places.stop))
        weights = window_weights("linear", window, hop).numpy()
        numbers = grid.over(places)
        total, sums = np.zeros(window, np.float32), np.zeros(window, np.float32)
        for done, number in enumerate(numbers):
            start = grid.start(number)
            seen = yield from self._seen(start, done / len(numbers))
            sound = self._heard.mixture(SampleSpan(start, start + window))
            total += weights * self._network.rebalanced(sound, seen)
            sums += weights
            final = window if number == numbers[-1] else hop
            begin, end = max(start, places.start), min(start + final, places.stop)
            here = slice(begin - start, end - start)
            share = (done + 1) / len(numbers)
            if begin < end:
                joined = np.asarray(total[here] / np.maximum(sums[here], 1e-6), np.float32)
                yield share, (begin, joined)
            else:
                yield share, None
            total, sums = (np.concatenate([v[hop:], np.zeros(hop, v.dtype)]) for v in (total, sums))

    def _seen(self, start: int, share: float) -> Generator[tuple[float, None], None, FloatArray]:
        """Pictures of a window; yields between them, so that a run can be stopped."""
        config = self._config
        count = max(1, round(config.window / config.rate_hz * config.frames_hz))
        first = round(start / config.rate_hz * config.frames_hz)
        looking = self._pictures.over(first, count)
        return (yield from spread(looking, lambda _: ((share, None),)))
