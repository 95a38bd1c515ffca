"""Loudness of a whole track by FFmpeg's meter: ITU-R BS.1770, EBU Tech 3341 and 3342."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
import numpy.typing as npt
from av.error import BlockingIOError as NothingYet
from av.error import EOFError as NoMore
from av.filter import Graph

from cass_core.clips import FloatArray
from cass_core.decibels import amplitude_to_db
from cass_core.dsp.live_loudness import TruePeakMeter
from cass_core.dsp.loudness import SILENCE_LUFS, layout_weights
from cass_core.media.sound.broadcast.bext import BroadcastLoudness
from cass_core.stems.null_measure import SILENCE_DBFS

STEP_S = Fraction(1, 10)

# loudspeakers that FFmpeg's meter weighs once, by 1.41 and not at all, in the order of its layouts
_STAND_INS = {
    1.0: ("FL", "FR", "FC", "FLC", "FRC", "TC", "TFL", "TFC", "TFR", "WL", "WR"),
    1.41: ("BL", "BR", "BC", "SL", "SR"),
    0.0: ("LFE", "LFE2"),
}
_ORDER = (
    *("FL", "FR", "FC", "LFE", "BL", "BR", "FLC", "FRC", "BC", "SL", "SR"),
    *("TC", "TFL", "TFC", "TFR", "WL", "WR", "LFE2"),
)
_SHORT_TERM_STEPS = 30


@dataclass(frozen=True)
class TrackLoudness:
    """What was measured of a track.

    Attributes:
        integrated_lufs: gated loudness; -70 in silence.
        range_lu: loudness range.
        true_peak_dbtp: highest true peak; -200 in digital silence.
        momentary_lufs: (step,), loudness of the 400 ms before the end of each whole 100 ms.
        short_term_lufs: (step,), of the 3 s before it.
        peaks: (step,), highest true amplitude within it; full scale is 1.0. One more where the last
            step is not whole.
    """

    integrated_lufs: float
    range_lu: float
    true_peak_dbtp: float
    momentary_lufs: npt.NDArray[np.float32]
    short_term_lufs: npt.NDArray[np.float32]
    peaks: npt.NDArray[np.float32]

    @property
    def highest_momentary_lufs(self) -> float:
        """Highest momentary loudness."""
        return float(np.max(self.momentary_lufs, initial=SILENCE_LUFS))

    @property
    def highest_short_term_lufs(self) -> float:
        """Highest short-term loudness."""
        return float(np.max(self.short_term_lufs, initial=SILENCE_LUFS))

    @property
    def noted(self) -> BroadcastLoudness:
        """As a Broadcast WAV says it."""
        return BroadcastLoudness(
            self.integrated_lufs,
            self.range_lu,
            self.true_peak_dbtp,
            self.highest_momentary_lufs,
            self.highest_short_term_lufs,
        )


class TrackMeter:
    """Measures a track that arrives in pieces; memory grows by a few bytes each 100 ms."""

    def __init__(self, rate_hz: int, layout: str, num_channels: int) -> None:
        """Begin a track.

        Args:
            rate_hz: samples a second.
            layout: FFmpeg's name of its channel layout; unlabelled channels count once each.
            num_channels: of the layout, at most 11 of the front.
        """
        self._rate_hz, self._places = rate_hz, _places(layout, num_channels)
        self._step = round(rate_hz * STEP_S)
        self._rest: FloatArray = np.zeros((num_channels, 0), np.float32)
        self._peak = TruePeakMeter(rate_hz, num_channels)
        self._peaks: list[float] = []
        self._steps: list[tuple[float, float]] = []
        self._gated = (SILENCE_LUFS, 0.0)
        self._pushed = 0
        self._graph = _Meter(rate_hz, "+".join(sorted(self._places, key=_ORDER.index)))

    def push(self, samples: FloatArray) -> None:
        """Take the next samples, (channel, sample)."""
        joined = np.concatenate([self._rest, samples], axis=1)
        whole = joined.shape[1] // self._step * self._step
        for start in range(0, whole, self._step):
            self._take(joined[:, start : start + self._step])
        self._rest = joined[:, whole:].copy()

    def finish(self) -> TrackLoudness:
        """What was measured; nothing may be pushed any more."""
        if self._rest.shape[1]:  # too short for a step of loudness, which silence would dilute
            self._peak.push(self._rest)
            self._peaks.append(self._peak.take_peak())
        for metadata in self._graph.finish():
            self._note(metadata)
        peaks = np.array(self._peaks, np.float32)
        highest = float(np.max(peaks, initial=0.0))
        momentary, short_term = np.array(self._steps, np.float32).reshape(-1, 2).T
        return TrackLoudness(
            integrated_lufs=self._gated[0],
            range_lu=self._gated[1],
            true_peak_dbtp=float(amplitude_to_db(highest)) if highest > 0 else SILENCE_DBFS,
            momentary_lufs=np.maximum(momentary, SILENCE_LUFS),
            short_term_lufs=np.maximum(short_term, SILENCE_LUFS),
            peaks=peaks,
        )

    def _take(self, block: FloatArray) -> None:
        """A step of 100 ms."""
        self._peak.push(block)
        self._peaks.append(self._peak.take_peak())
        order = sorted(range(len(self._places)), key=lambda n: _ORDER.index(self._places[n]))
        for metadata in self._graph.push(block[order]):
            self._note(metadata)

    def _note(self, metadata: dict[str, str]) -> None:
        def said(name: str) -> float:
            value = float(metadata.get(f"lavfi.r128.{name}", "nan"))
            return value if np.isfinite(value) else SILENCE_LUFS

        self._steps.append((said("M"), said("S")))
        self._gated = (max(said("I"), SILENCE_LUFS), max(said("LRA"), 0.0))


class _Meter:
    """FFmpeg's filter `ebur128`, fed with steps of 100 ms."""

    def __init__(self, rate_hz: int, layout: str) -> None:
        self._layout, self._rate_hz, self._position = layout, rate_hz, 0
        graph = Graph()
        self._source = graph.add_abuffer(
            sample_rate=rate_hz,
            format="flt",
            layout=layout,
            time_base=Fraction(1, rate_hz),
        )
        meter = graph.add("ebur128", "metadata=1")
        self._sink = graph.add("abuffersink")
        self._source.link_to(meter)
        meter.link_to(self._sink)
        graph.configure()
        self._graph = graph

    def push(self, block: FloatArray) -> list[dict[str, str]]:
        """What the meter says after one more step, (channel, sample)."""
        packed = np.ascontiguousarray(block.T).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(packed, "flt", self._layout)
        frame.sample_rate, frame.pts = self._rate_hz, self._position
        self._position += block.shape[1]
        self._source.push(frame)
        return self._pulled()

    def finish(self) -> list[dict[str, str]]:
        """What it says at the end."""
        self._source.push(None)
        return self._pulled()

    def _pulled(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = []
        while True:
            try:
                frame: Any = self._sink.pull()
            except (NothingYet, NoMore):
                return found
            found.append(dict(frame.metadata))


def _places(layout: str, num_channels: int) -> tuple[str, ...]:
    """For each channel a loudspeaker that FFmpeg weighs as the standard weighs the channel."""
    weights = layout_weights(layout, num_channels)
    free = {weight: iter(names) for weight, names in _STAND_INS.items()}
    return tuple(next(free[weight]) for weight in weights)
