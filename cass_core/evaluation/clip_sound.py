"""The sound of a clip at hand in full, as one channel."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr

from cass_core.clips import AudioClip, FloatArray
from cass_core.media.sound.array_source import ArraySource
from cass_core.media.sound.audio_reader import AudioTrack, decode_audio, open_track
from cass_core.visual.heard_picture import PictureSound, sound_name


@dataclass(frozen=True)
class ClipSound:
    """The mean of a clip's channels.

    Attributes:
        track: where it comes from.
        mono: (sample,) at the track's rate.
    """

    track: AudioTrack
    mono: FloatArray

    @property
    def of_picture(self) -> PictureSound:
        """What is heard with the clip's picture."""
        source = ArraySource(AudioClip(self.mono[None], self.track.rate_hz, "mono"))
        return PictureSound(f"{sound_name(self.track.stream)} mono", source)

    def at(self, rate_hz: int, longest_s: float | None = None) -> FloatArray:
        """(sample,) at another rate, from the beginning.

        Args:
            rate_hz: samples a second.
            longest_s: where it is cut off; None for all.

        Returns:
            The sound.
        """
        count = len(self.mono) if longest_s is None else round(longest_s * self.track.rate_hz)
        other = soxr.resample(self.mono[:count], self.track.rate_hz, rate_hz)
        return np.asarray(other, np.float32)


def clip_sound(path: Path) -> ClipSound:
    """Read a clip's first track.

    Args:
        path: a movie or sound file.

    Returns:
        Its sound.

    Raises:
        MediaError: it has none that can be decoded.
    """
    track = open_track(path)
    return ClipSound(track, np.concatenate([block.mean(axis=0) for block in decode_audio(path)]))
