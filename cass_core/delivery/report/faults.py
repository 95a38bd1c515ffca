"""What an engineer listens for before sending: clipping, gaps, silence, phase, dual mono."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray, SampleSpan

_SILENCE = 10.0 ** (-60 / 20)
_GAP_S, _WINDOW_S = 0.005, 1.0
_MOST_PLACES = 50
_CLIPPED_SAMPLES = 3
_OPPOSED = -0.3  # correlation of left and right under which a mono downmix loses sound


@dataclass
class Places:
    """Where something was found; the first are kept and all are counted.

    Attributes:
        spans: the first ones, in samples from the start.
        count: of all.
    """

    spans: list[SampleSpan] = field(default_factory=list)
    count: int = 0

    def add(self, start: int, stop: int) -> None:
        """One more; what touches the last one is part of it."""
        if self.spans and start <= self.spans[-1].stop and self.count == len(self.spans):
            self.spans[-1] = SampleSpan(self.spans[-1].start, stop)
            return
        self.count += 1
        if len(self.spans) < _MOST_PLACES:
            self.spans.append(SampleSpan(start, stop))


class FaultFinder:
    """Hears a track from start to end.

    Attributes:
        peak: highest amplitude of a sample.
        clipped: at least three samples in a row at the same end of the scale.
        gaps: at least 5 ms of exact zeros in all channels amid sound.
        opposed: seconds in which left and right cancel each other.
        num_samples: heard so far.
        head: samples before the first above -60 dBFS; all where there is none.
        tail: samples behind the last one.
    """

    def __init__(
        self,
        rate_hz: int,
        num_channels: int,
        highest: float,
        pops: Sequence[SampleSpan] = (),
    ) -> None:
        """Begin a track.

        Args:
            rate_hz: samples a second.
            num_channels: of the track; phase is asked of the first two where there are two or more.
            highest: amplitude at which the files' samples end.
            pops: of a leader; the silence before and behind each is no gap.
        """
        self.peak = 0.0
        self.clipped, self.gaps, self.opposed = Places(), Places(), Places()
        self.num_samples = self.head = 0
        self._last_loud = -1
        self._rate_hz, self._highest = rate_hz, highest
        self._has_pair = num_channels >= 2
        self._differs = False
        self._window: list[FloatArray] = []
        self._window_start = 0
        self._zeros_since: int | None = 0  # silence at the start is no gap
        self._pops = pops

    @property
    def tail(self) -> int:
        """Samples behind the last one above -60 dBFS."""
        return self.num_samples - 1 - self._last_loud

    @property
    def is_silent(self) -> bool:
        """Whether nothing is above -60 dBFS."""
        return self._last_loud < 0

    @property
    def is_dual_mono(self) -> bool:
        """Whether left and right are the same sound."""
        return self._has_pair and not self._differs and not self.is_silent

    def hear(self, block: FloatArray) -> None:
        """The next samples, (channel, sample)."""
        start = self.num_samples
        levels = np.abs(block).max(axis=0, initial=0.0)
        self.num_samples += block.shape[1]
        self.peak = max(self.peak, float(levels.max(initial=0.0)))
        loud = np.flatnonzero(levels > _SILENCE)
        if len(loud):
            if self._last_loud < 0:
                self.head = start + int(loud[0])
            self._last_loud = start + int(loud[-1])
        elif self._last_loud < 0:
            self.head = self.num_samples
        self._look_for_clipping(block, start)
        self._look_for_gaps(levels == 0, start)
        if self._has_pair:
            self._look_at_pair(block[:2])

    def finish(self) -> None:
        """Look at what is left of the last second."""
        self._judge_pair()

    def _look_for_clipping(self, block: FloatArray, start: int) -> None:
        for ended in (block >= self._highest, block <= -self._highest):
            for channel in ended[ended.any(axis=1)]:
                for first, last in _runs(channel):
                    if last - first >= _CLIPPED_SAMPLES:
                        self.clipped.add(start + first, start + last)

    def _look_for_gaps(self, zeros: npt.NDArray[np.bool_], start: int) -> None:
        for first, last in _runs(zeros):
            begun = self._zeros_since if first == 0 and self._zeros_since is not None else None
            begin = start + first if begun is None else begun
            if last == len(zeros):
                self._zeros_since = begin
                return
            is_long = start + last - begin >= _GAP_S * self._rate_hz
            if begin > 0 and is_long and not self._is_beside_pop(begin, start + last):
                self.gaps.add(begin, start + last)
        self._zeros_since = None

    def _is_beside_pop(self, begin: int, end: int) -> bool:
        near = _GAP_S * self._rate_hz  # a tone begins and ends with zero
        return any(abs(begin - p.stop) < near or abs(end - p.start) < near for p in self._pops)

    def _look_at_pair(self, pair: FloatArray) -> None:
        self._differs = self._differs or not np.array_equal(pair[0], pair[1])
        self._window.append(pair)
        if sum(part.shape[1] for part in self._window) >= _WINDOW_S * self._rate_hz:
            self._judge_pair()

    def _judge_pair(self) -> None:
        if not self._window:
            return
        left, right = np.concatenate(self._window, axis=1).astype(np.float64)
        length, self._window = len(left), []
        power = float(np.sqrt((left @ left) * (right @ right)))
        if power > length * _SILENCE**2 and float(left @ right) / power < _OPPOSED:
            self.opposed.add(self._window_start, self._window_start + length)
        self._window_start += length


def _runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and end of each run of true."""
    if not flags.any():
        return []
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.view(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
