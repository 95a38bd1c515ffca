"""Stems stretched in time with their pitch kept, by FFmpeg's `atempo`.

The filter cuts sound into fragments of 1/24 s and overlaps them where their waves fit best. It is
given all channels of all stems and of the mixture at once and chooses one place for all of them, so
what it does is the same for each, and stems that sum to the mixture do so afterwards. In silence
any place fits and it takes the earliest; noise in a channel of its own, which is heard by the
filter alone, keeps it near the right one.
"""

from collections import deque
from fractions import Fraction

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.error import BlockingIOError as NothingYet
from av.error import EOFError as AtEnd
from av.filter import Graph

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.stem_reader import StemReader
from cass_core.dsp.aligned_resample import RateChange
from cass_core.spans import gaps
from cass_core.stem_names import STEMS, Stem

_BLOCK = 1 << 15  # samples that are stretched at once
_KEPT = 1 << 18  # samples that can be read again without beginning anew
_NOISE = 1e-5  # amplitude, -100 dBFS


class StretchedStems:
    """A `StemReader` on the stretched axis, read from front to back and as often as wanted."""

    def __init__(
        self,
        stems: StemReader,
        part: SampleSpan,
        change: RateChange,
        rate_hz: int,
        num_channels: int,
    ) -> None:
        """Read nothing yet.

        Args:
            stems: what is stretched.
            part: of it that is wanted; the stretching begins there.
            change: from samples of the old axis to those of the new.
            rate_hz: of both.
            num_channels: of each track.
        """
        self._stems, self._part, self._change = stems, part, change
        self._rate_hz, self._num_channels = rate_hz, num_channels
        self._tracks: tuple[Stem | None, ...] = (None,)
        if not gaps(part, stems.covered):
            self._tracks = (None, *STEMS)
        self._count = len(self._tracks) * num_channels
        self._begin()

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is separated, on the new axis."""
        count = self._change.num_samples
        return tuple(SampleSpan(count(s.start), count(s.stop)) for s in self._stems.covered)

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample); the part must be separated."""
        return self._track(stem, span)

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """The mixture's samples as (channel, sample)."""
        return self._track(None, span)

    def _track(self, track: Stem | None, span: SampleSpan) -> FloatArray:
        first = self._tracks.index(track) * self._num_channels
        return self._all(span)[first : first + self._num_channels]

    def _all(self, span: SampleSpan) -> FloatArray:
        """All channels of all tracks; zeros outside of the part."""
        begin = self._change.num_samples(self._part.start)
        start, stop = span.start - begin, span.stop - begin
        if max(start, 0) < self._dropped:
            self._begin()
        while self._ready < stop and self._fill():
            pass
        self._drop(start)
        found = np.zeros((self._count, span.num_samples), np.float32)
        place = self._dropped
        for block in self._blocks:
            low, high = max(start, place), min(stop, place + block.shape[1])
            if low < high:
                found[:, low - start : high - start] = block[:, low - place : high - place]
            place += block.shape[1]
        return found

    def _begin(self) -> None:
        """Stretch from the start of the part."""
        self._graph, count = Graph(), self._count + 1
        source = self._graph.add(
            "abuffer",
            f"sample_rate={self._rate_hz}:sample_fmt=flt:channel_layout={count}C"
            f":time_base=1/{self._rate_hz}",
        )
        speed = self._change.from_hz / self._change.to_hz
        tempo, sink = self._graph.add("atempo", f"{speed:.12f}"), self._graph.add("abuffersink")
        source.link_to(tempo)
        tempo.link_to(sink)
        self._graph.configure()
        self._blocks: deque[FloatArray] = deque()
        self._dropped = self._ready = self._taken = 0
        self._is_at_end = False

    def _fill(self) -> bool:
        """Stretch one more block; False where there is none."""
        if self._is_at_end:
            return False
        start = self._part.start + self._taken
        span = SampleSpan(start, min(start + _BLOCK, self._part.stop))
        if span.num_samples:
            self._graph.push(self._frame(span))
            self._taken += span.num_samples
        else:
            self._graph.push(None)
            self._is_at_end = True
        self._take_out()
        return True

    def _frame(self, span: SampleSpan) -> AudioFrame:
        read = [
            self._stems.read_mixture(span) if track is None else self._stems.read(track, span)
            for track in self._tracks
        ]
        noise = np.random.default_rng(span.start).uniform(-_NOISE, _NOISE, (1, span.num_samples))
        packed = np.concatenate((*read, noise)).T.astype(np.float32, order="C").reshape(1, -1)
        layout = f"{self._count + 1} channels"
        frame = AudioFrame.from_ndarray(packed, format="flt", layout=layout)
        frame.sample_rate, frame.pts = self._rate_hz, self._taken
        frame.time_base = Fraction(1, self._rate_hz)
        return frame

    def _take_out(self) -> None:
        while True:
            try:
                frame = self._graph.pull()
            except (NothingYet, AtEnd):
                return
            assert isinstance(frame, av.AudioFrame)
            block = frame.to_ndarray().reshape(-1, self._count + 1).T[: self._count]
            self._blocks.append(np.ascontiguousarray(block, np.float32))
            self._ready += block.shape[1]

    def _drop(self, start: int) -> None:
        """Forget what lies far before a sample."""
        while self._blocks and self._dropped + self._blocks[0].shape[1] < start - _KEPT:
            self._dropped += self._blocks.popleft().shape[1]
