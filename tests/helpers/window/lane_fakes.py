"""Playback without sound and a store of spectrograms that are made up."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.playback.comparison import Comparison
from app.playback.engine.meter_readings import MeterReadings
from app.tiles.spectra import LevelImage
from cass_core.clips import SampleSpan


class FakeTransport(QObject):
    """Goes where it is told."""

    state_changed = Signal()
    position_changed = Signal(int)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.position = 0
        self.playing = False
        self.scrubbed = []

    def seek(self, sample):
        self.position = sample
        self.position_changed.emit(sample)

    def scrub(self, sample):
        self.scrubbed.append(sample)
        self.seek(sample)

    def end_scrub(self):
        self.scrubbed.append("end")


class FakeMeters(QObject):
    """Tell what they are told."""

    metered = Signal(object)

    def meter(self, **peaks_db):
        silent = MeterReadings().peaks_db
        self.metered.emit(MeterReadings(silent | peaks_db, silent | peaks_db))


class FakePlayback(QObject):
    """What lanes need of it; the comparison is a real one."""

    def __init__(self, project, transport):
        super().__init__()
        self.transport, self.meters = transport, FakeMeters(self)
        self.comparison = Comparison(project.mix, project.timeline, self)


class FakeStore(QObject):
    """Every lane has tones that swell, and a waveform that goes with them."""

    tiles_changed = Signal(str)
    sound_changed = Signal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.asked = []
        self.sounds = {}

    def sound(self, lane):
        return self.sounds.get(lane)

    def note_drawing(self):
        pass

    def levels(self, lane, visible, width_px):
        self.asked.append((lane, visible, width_px))
        columns = np.linspace(visible.start, visible.stop, 700) / 48_000
        bins = np.arange(1025)[:, None]
        swell = 0.5 + 0.5 * np.sin(columns * (1 + len(lane)) + ord(lane[0]))
        comb = np.cos(bins / (4 + ord(lane[0]) % 5)) ** 4
        tilt = 190 - 60 * np.log10(1 + bins / 8)
        levels = np.clip(tilt + 60 * comb * swell - 50 * (1 - swell), 0, 255)
        return LevelImage(levels.astype(np.uint8), visible, visible)

    def peaks(self, lane, visible, width_px):
        columns = np.linspace(visible.start, visible.stop, width_px) / 48_000
        swell = 0.1 + 0.4 * np.abs(np.sin(columns * 1.3 + ord(lane[0])) * np.sin(columns * 9.1))
        return np.stack([-swell, swell]).astype(np.float32)


def span_s(start_s, stop_s, rate_hz=48_000):
    """A span in seconds."""
    return SampleSpan(round(start_s * rate_hz), round(stop_s * rate_hz))
