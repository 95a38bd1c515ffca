"""Sounds with known pictures, and a way to draw them without threads."""

import numpy as np

from app.tiles.drawn_sound import DrawnSound
from app.tiles.tile_files import TileFiles
from app.tiles.tile_plan import SeenPart, TilePlan
from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource

RATE_HZ = 48_000
LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1"}


def source_of(samples) -> ArraySource:
    """An `AudioSource` of (channel, sample)."""
    samples = np.asarray(samples, np.float32)
    return ArraySource(AudioClip(samples, RATE_HZ, LAYOUTS[len(samples)]))


def sine(hz: float, duration_s: float, level: float = 1.0, channels: int = 1):
    """A sine in all channels."""
    time = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return np.tile(level * np.sin(2 * np.pi * hz * time), (channels, 1)).astype(np.float32)


def draw_all(
    sound: DrawnSound, visible: SampleSpan, width_px: int, files: TileFiles
) -> list[object]:
    """Do all work that a view gives rise to; what was done, in order."""
    done: list[object] = []
    while (work := TilePlan([SeenPart(sound, visible, width_px)], set()).next_work()) is not None:
        work.run(files)
        work.deliver()
        work.keep(files)
        done.append(work)
        assert len(done) < 5000, "the same work comes again and again"
    return done
