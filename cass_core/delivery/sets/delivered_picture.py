"""The picture that delivered sound belongs to."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.recording_list import is_recording


@dataclass(frozen=True)
class DeliveredPicture:
    """The movie beside the sound.

    Attributes:
        path: of the movie.
        fps: pictures a second.
        size: width and height in pixels.
        duration_s: length of the picture.
    """

    path: Path
    fps: Fraction
    size: tuple[int, int]
    duration_s: Fraction

    @classmethod
    def of(cls, info: MediaInfo) -> "DeliveredPicture | None":
        """The picture of a movie; None where it has none, or has it in several chapters."""
        if not info.video or is_recording(info.path):
            return None
        video = info.video[0]
        return cls(info.path, video.fps, (video.width, video.height), info.duration_s)
