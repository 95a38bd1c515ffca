"""Playback without a device: tracks in memory, and a renderer that the test pulls from."""

import numpy as np

from app.playback.engine.mixer import MixSettings
from app.playback.engine.renderer import Renderer
from app.playback.engine.sound_tracks import SoundTracks
from app.playback.engine.track_feed import PlayOrder, begin_run, read_ahead
from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from cass_core.stem_names import STEMS
from cass_core.stems.rebalance import Rebalance, StemGain

RATE_HZ = 48_000
NEUTRAL = MixSettings(Rebalance())


class HeldStems:
    """As `PatchedStems`, in memory."""

    def __init__(self, stems, covered=None):
        self._clips = [ArraySource(AudioClip(stem, RATE_HZ, "stereo")) for stem in stems]
        self.covered = covered if covered is not None else (SampleSpan(0, stems.shape[-1]),)
        self.num_reads = 0

    def read(self, stem, span):
        self.num_reads += 1
        return self._clips[STEMS.index(stem)].read(span)


def noise_stems(num_samples=RATE_HZ, num_channels=2, seed=0):
    """(stem, channel, sample) that sum to within +-0.75."""
    rng = np.random.default_rng(seed)
    return rng.uniform(-0.25, 0.25, (3, num_channels, num_samples)).astype(np.float32)


def tracks_of(stems, covered=None, rate_hz=RATE_HZ, layout="stereo"):
    """Tracks whose mixture is the sum of the stems."""
    mixture = stems.sum(axis=0, dtype=np.float64).astype(np.float32)
    source = ArraySource(AudioClip(mixture, rate_hz, layout))
    return SoundTracks(source, HeldStems(stems, covered), rate_hz, layout, stems.shape[-1])


def balance(dx=None, fx=None, mx=None, master_db=0.0):
    """A rebalance of three `StemGain`s, plain where none is given."""
    return Rebalance(tuple(gain or StemGain() for gain in (dx, fx, mx)), master_db)


class Rig:
    """A renderer that plays orders and hands out what it rendered."""

    def __init__(self, tracks, rate_hz=RATE_HZ, settings=NEUTRAL, num_channels=2):
        self.tracks = tracks
        self.peaks = []
        self.renderer = Renderer(rate_hz, num_channels, settings, self._take)
        self.time_s = 100.0
        self._runs = []
        self._serial = 0
        self.pull(0.06)  # the device has warmed up

    def play(self, position=0, **order):
        """Order playback; returns the run."""
        self._serial += 1
        run, at_frame = begin_run(
            PlayOrder(self._serial, order.pop("tracks", self.tracks), position, **order),
            self.renderer,
        )
        self._runs = [*self._runs[-2:], run]
        self.renderer.join(run, at_frame)
        return run

    def settle(self, settings):
        """Hear other settings."""
        self.renderer.mixer.settings = settings

    def pull(self, seconds, block=480):
        """(channel, frame) of the next seconds."""
        frames = round(seconds * self.renderer.rate_hz)
        out = [self._block(min(block, frames - done)) for done in range(0, frames, block)]
        return np.concatenate(out).T

    def heard(self):
        """Programme position behind the last frame that was pulled."""
        return self.renderer.heard(self.time_s).position

    def _block(self, frames):
        for run in self._runs:
            read_ahead(run)
        block = np.full((frames, self.renderer.num_channels), np.nan, np.float32)
        self.renderer.render(block, self.time_s)
        self.time_s += frames / self.renderer.rate_hz
        return block

    def _take(self, heard):
        self.peaks.append(heard.peaks)
