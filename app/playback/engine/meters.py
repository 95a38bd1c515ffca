"""Meters of what is heard, computed in a thread of their own."""

import threading
from collections import deque
from collections.abc import Callable

import numpy as np

from app.playback.engine.meter_readings import SILENCE_DB, MeterReadings
from app.playback.engine.renderer import HeardBlock
from cass_core.clips import FloatArray
from cass_core.decibels import amplitude_to_db
from cass_core.dsp.live_loudness import LiveLoudness, TruePeakMeter
from cass_core.stem_names import LANE_CODES

EVERY_S = 0.04
_MOST_BLOCKS = 400
_FALL_DB_PER_S = 20.0
_HOLD_S = 2.0


class Meters:
    """Takes blocks from the device's thread and measures them some 25 times a second."""

    def __init__(self, report: Callable[[MeterReadings], None]) -> None:
        """Start the thread.

        Args:
            report: called in it with new readings.
        """
        self._report = report
        self._blocks: deque[HeardBlock] = deque(maxlen=_MOST_BLOCKS)
        self._closing = threading.Event()
        self._resets = True
        self._era = self._era_measured = 0
        self._levels = _PeakLevels()
        self._loudness: LiveLoudness | None = None
        self._true_peak: TruePeakMeter | None = None
        self._format = (0, 0)
        self._thread = threading.Thread(target=self._work, name="meters", daemon=True)
        self._thread.start()

    def take(self, block: HeardBlock) -> None:
        """Take what is heard; returns at once."""
        self._blocks.append(block)

    def reset(self) -> None:
        """Begin the integrated loudness and the true peak anew."""
        self._resets = True

    def forget(self) -> int:
        """Begin everything anew, for another sound; gives the era that begins."""
        self._era += 1
        self._blocks.clear()
        return self._era

    def close(self) -> None:
        """End the thread."""
        self._closing.set()
        self._thread.join(1.0)

    def _work(self) -> None:
        while not self._closing.wait(EVERY_S):
            era, blocks = self._era, []
            while self._blocks:
                blocks.append(self._blocks.popleft())
            if blocks:
                self._measure(blocks, era)

    def _measure(self, blocks: list[HeardBlock], era: int) -> None:
        last = blocks[-1]
        if era != self._era_measured:
            self._era_measured, self._format, self._levels = era, (0, 0), _PeakLevels()
        self._prepare(last)
        sound = [block.sound for block in blocks if len(block.sound) == len(last.sound)]
        samples = np.concatenate(sound, axis=1)
        assert self._loudness is not None
        assert self._true_peak is not None
        self._loudness.push(samples)
        self._true_peak.push(samples)
        seconds = samples.shape[1] / last.rate_hz
        self._levels.push(np.max([block.peaks for block in blocks], axis=0), seconds)
        self._report(
            MeterReadings(
                self._levels.peaks_db,
                self._levels.holds_db,
                self._loudness.momentary_lufs,
                self._loudness.short_term_lufs,
                self._loudness.integrated_lufs,
                max(self._true_peak.peak_db, SILENCE_DB),
                era,
            )
        )

    def _prepare(self, block: HeardBlock) -> None:
        """Other meters for another device, the same ones from zero on after a reset."""
        rate_hz, num_channels = block.rate_hz, len(block.sound)
        if (rate_hz, num_channels) != self._format:
            self._format = rate_hz, num_channels
            self._loudness = LiveLoudness(rate_hz, num_channels)
            self._true_peak = TruePeakMeter(rate_hz, num_channels)
        elif self._resets and self._loudness is not None and self._true_peak is not None:
            self._loudness.reset()
            self._true_peak.reset()
        self._resets = False


class _PeakLevels:
    """Peaks that rise at once and fall slowly, and their holds."""

    def __init__(self) -> None:
        self._peaks = np.full(len(LANE_CODES), SILENCE_DB)
        self._holds = np.full(len(LANE_CODES), SILENCE_DB)
        self._held_s = np.zeros(len(LANE_CODES))

    @property
    def peaks_db(self) -> dict[str, float]:
        """Falling peak of each lane."""
        return dict(zip(LANE_CODES, self._peaks.tolist(), strict=True))

    @property
    def holds_db(self) -> dict[str, float]:
        """Highest peak of each lane in the last seconds."""
        return dict(zip(LANE_CODES, self._holds.tolist(), strict=True))

    def push(self, peaks: FloatArray, seconds: float) -> None:
        """Take the peaks (lane,) of the next stretch of time."""
        with np.errstate(divide="ignore"):
            fresh = np.maximum(amplitude_to_db(peaks.astype(np.float64)), SILENCE_DB)
        self._peaks = np.maximum(fresh, self._peaks - _FALL_DB_PER_S * seconds)
        self._held_s += seconds
        renewed = (fresh >= self._holds) | (self._held_s > _HOLD_S)
        self._holds = np.where(renewed, self._peaks, self._holds)
        self._held_s[renewed & (fresh >= self._peaks)] = 0.0
