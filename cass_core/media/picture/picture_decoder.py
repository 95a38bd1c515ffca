"""A movie's picture from any place on, as decoded frames on the audio's clock."""

import os
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from cass_core.errors import MediaError
from cass_core.media.files.container import decode_frames, open_media, picture_streams
from cass_core.media.files.picture_rate import nominal_fps
from cass_core.media.picture.picture_clock import PictureClock
from cass_core.media.picture.timestamp_restarts import KeyPlace, is_broadcast, key_places

FALLBACK_FPS = Fraction(25)
MOST_THREADS = 4
_LEAST_INDEX = 2  # one entry only says where the file starts
_MOST_TOLERANCE = Fraction(1, 10)  # of a frame


class Skip(Enum):
    """Pictures that are left out to be quicker; values are FFmpeg's names."""

    NOTHING = "DEFAULT"
    UNNEEDED = "NONREF"  # those that no other picture is made from
    ALL_BUT_KEYS = "NONKEY"


@dataclass(frozen=True)
class DecodedPicture:
    """A frame as decoded.

    Attributes:
        frame: the frame.
        time_s: when it is shown, on the audio's clock.
    """

    frame: VideoFrame
    time_s: Fraction


class PictureDecoder:
    """Reads pictures one after another; jumps to key frames.

    Attributes:
        fps: average frames a second.
        pixel_aspect: width of a pixel by its height.
        tolerance_s: how much earlier than noted a picture may be meant.
    """

    def __init__(self, path: Path, audio_start_s: Fraction) -> None:
        """Open a movie.

        Args:
            path: the movie.
            audio_start_s: media time of the sound's first sample, which is 0 s here.

        Raises:
            MediaError: the file cannot be read or has no picture.
        """
        self._path, self._audio_start_s = path, audio_start_s
        self._files = ExitStack()
        self._places: tuple[KeyPlace, ...] | None = None
        self._is_counted = False  # pictures without timestamps are timed by their number
        try:
            self.restart()
        except BaseException:
            self._files.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._pictures: Iterator[DecodedPicture] = iter(())
        self._files.close()

    def restart(self) -> None:
        """Go to the first picture, also in files that cannot jump."""
        self._files.close()
        self._container: InputContainer = self._files.enter_context(open_media(self._path))
        streams = picture_streams(self._container)
        if not streams:
            raise MediaError(f"{self._path.name} has no picture: work with its sound alone.")
        stream: VideoStream = streams[0]
        stream.thread_type = "AUTO"
        stream.codec_context.thread_count = min(os.cpu_count() or 1, MOST_THREADS)
        self._stream, self._base, self._skipped = stream, stream.time_base, Skip.NOTHING
        self.fps = nominal_fps(stream) or FALLBACK_FPS
        self.pixel_aspect = stream.sample_aspect_ratio or Fraction(1)
        self.tolerance_s = _rounding_s(self.fps, self._base)
        self._pictures = self._decoded(Fraction(0))

    def jump(self, time_s: Fraction) -> bool:
        """Go to a key frame near a time, mostly before it.

        Args:
            time_s: on the audio's clock.

        Returns:
            Whether the file can jump there.
        """
        media_s = time_s + self._audio_start_s
        place = self._place_before(media_s)
        with suppress(FFmpegError):
            if place is not None:
                self._container.seek(place.position, unsupported_byte_offset=True)
            elif self._base is not None and not self._places:
                self._container.seek(int(media_s / self._base), stream=self._stream)
            else:
                return False
            self._pictures = self._decoded(place.shift_s if place else Fraction(0))
            return True
        return False

    def read(self) -> DecodedPicture | None:
        """The next picture; None behind the last."""
        return next(self._pictures, None)

    def skip(self, what: Skip) -> None:
        """Leave pictures out from now on; those that are being decoded still come.

        Args:
            what: nothing is left out where pictures have no timestamps, as they are counted then.
        """
        if what is not self._skipped and not self._is_counted:
            self._skipped = what
            self._stream.codec_context.skip_frame = what.value

    def has_key_between(self, early_s: Fraction, late_s: Fraction) -> bool:
        """Whether a jump to the later time leads behind the earlier one, as far as is known."""
        entries: Any = getattr(self._stream, "index_entries", ())  # not in older PyAV
        if len(entries) < _LEAST_INDEX or self._base is None:
            return True
        number = entries.search_timestamp(int((late_s + self._audio_start_s) / self._base))
        if number < 0:
            return False
        key_s = entries[number].timestamp * self._base - self._audio_start_s
        return bool(key_s > early_s)

    def _decoded(self, shift_s: Fraction) -> Iterator[DecodedPicture]:
        """Pictures from where the file stands, by rising time."""
        clock = PictureClock(1 / self.fps, is_broadcast(self._container), shift_s)
        for frame in decode_frames(self._container, self._stream, self._path):
            if not isinstance(frame, VideoFrame):
                continue
            base = frame.time_base or self._base
            noted_s = None if frame.pts is None or base is None else frame.pts * base
            self._is_counted |= noted_s is None
            media_s = clock.place(noted_s)
            if media_s is not None:
                yield DecodedPicture(frame, media_s - self._audio_start_s)

    def _place_before(self, media_s: Fraction) -> KeyPlace | None:
        """The key frame before a time, in a file whose clock starts anew."""
        if self._places is None:
            broadcast = is_broadcast(self._container)
            self._places = key_places(self._path, 1 / self.fps) if broadcast else ()
        number = bisect_right(self._places, media_s, key=lambda place: place.media_s)
        return self._places[number - 1] if number else None


def _rounding_s(fps: Fraction, time_base: Fraction | None) -> Fraction:
    """How much earlier than noted a picture may be meant, where ticks do not divide frames."""
    if time_base is None or (1 / fps / time_base).denominator == 1:
        return Fraction(0)
    # one tick: both the picture and the first one, from which all are counted, are rounded
    return min(time_base, _MOST_TOLERANCE / fps)
