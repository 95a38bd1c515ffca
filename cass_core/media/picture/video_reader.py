"""Decoding the picture once and delivering it at several rates and sizes on the audio's clock."""

import logging
import math
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation
from av.video.stream import VideoStream

from cass_core.errors import MediaError
from cass_core.media.files.container import decode_frames, open_media, picture_streams
from cass_core.media.files.picture_rate import nominal_fps

_log = logging.getLogger(__name__)

ByteImage = npt.NDArray[np.uint8]

SEEK_MARGIN_S = 2
RESTART_BACK_S = 1
FALLBACK_FPS = Fraction(25)


@dataclass(frozen=True)
class PictureRate:
    """One request: a name, a rate and a size.

    Attributes:
        name: comes back in each frame.
        fps: frames a second of the grid.
        size: (width, height) exactly, resized bicubically as encoders are used to, or the largest
            width of the upright picture, never enlarged.
    """

    name: str
    fps: float | Fraction
    size: tuple[int, int] | int


@dataclass(frozen=True)
class PictureFrame:
    """One picture of one request.

    Attributes:
        name: of the request.
        index: number on the grid; its time on the audio's clock is `index / fps` seconds and may
            be negative.
        time_s: that time.
        source_time_s: when the file shows this picture, on the audio's clock.
        image: (height, width, 3) RGB, upright.
    """

    name: str
    index: int
    time_s: float
    source_time_s: float
    image: ByteImage


def read_frames(
    path: str | Path,
    rates: Sequence[PictureRate],
    audio_start_s: Fraction = Fraction(0),
    span_s: tuple[float | None, float | None] = (None, None),
) -> Generator[PictureFrame, None, None]:
    """Decode the picture once and resample it to every requested rate.

    Each grid time k / fps gets the picture on screen, or the next one if that is due within half a
    step of the faster of both rates; so a picture that lasts long is held until the next is due.
    Frames of one name come in rising order of `index`, without holes, from the first picture to
    the end of the last.

    Args:
        path: a movie.
        rates: the requests.
        audio_start_s: media time of the sound's first sample; it is 0 s on the grid.
        span_s: part of the audio's clock to deliver; None on a side that has no end.

    Yields:
        PictureFrame: frames in the order in which the file shows them.

    Raises:
        MediaError: the file cannot be read or has no picture.
    """
    with open_media(path) as container:
        stream = _picture_stream(container, path)
        start_s, stop_s = (None if edge is None else Fraction(edge) for edge in span_s)
        if start_s is not None:
            _seek(container, stream, start_s + audio_start_s - SEEK_MARGIN_S)
        fps = nominal_fps(stream) or FALLBACK_FPS
        grids = [_Grid(rate, fps, start_s, stop_s) for rate in rates]
        shown: _Shown | None = None
        for frame, media_s, length_s in _timed_frames(container, stream, path, 1 / fps):
            time_s = media_s - audio_start_s
            if shown is not None:
                for grid in grids:
                    yield from grid.until(time_s, shown)
            if all(grid.finished for grid in grids):
                return
            shown = _Shown(frame, time_s, time_s + length_s, stream)
        if shown is None:
            raise MediaError(f"The picture of {Path(path).name} cannot be decoded; convert it.")
        for grid in grids:
            yield from grid.to_end(shown)


class _Shown:
    """The picture on screen, converted at most once for each size."""

    def __init__(
        self, frame: VideoFrame, time_s: Fraction, end_s: Fraction, stream: VideoStream
    ) -> None:
        self.time_s, self.end_s = time_s, end_s
        self._frame = frame
        self._turns = round(frame.rotation / 90) % 4
        self._aspect = stream.sample_aspect_ratio or Fraction(1)
        self._images: dict[tuple[int, int], ByteImage] = {}

    def image(self, size: tuple[int, int], way: Interpolation) -> ByteImage:
        """The picture upright at (width, height)."""
        if size not in self._images:
            width, height = size[::-1] if self._turns % 2 else size
            scaled = self._frame.reformat(
                width=width, height=height, format="rgb24", interpolation=way
            )
            turned = np.rot90(scaled.to_ndarray(), self._turns)
            self._images[size] = np.ascontiguousarray(turned, dtype=np.uint8)
        return self._images[size]

    def fitted(self, request: tuple[int, int] | int) -> tuple[int, int]:
        """The requested size with the shape that the picture is meant to have."""
        if isinstance(request, tuple):
            return request
        width, height = self._frame.width * self._aspect, Fraction(self._frame.height)
        if self._turns % 2:
            width, height = height, width
        scale = min(request / width, Fraction(1))
        return max(round(width * scale), 2), max(round(height * scale), 2)


class _Grid:
    """Where one request stands on its grid of times."""

    def __init__(
        self,
        rate: PictureRate,
        source_fps: Fraction,
        start_s: Fraction | None,
        stop_s: Fraction | None,
    ) -> None:
        self._rate = rate
        self._fps = Fraction(rate.fps).limit_denominator(100_000)
        # a picture may come this early: the nearest at equal rates, no guess in long pauses
        self._early_s = min(1 / source_fps, 1 / self._fps) / 2
        self._index: int | None = None
        self._start_s, self._stop_s = start_s, stop_s
        self._size = (0, 0)
        exactly = isinstance(rate.size, tuple)
        self._way = Interpolation.BICUBIC if exactly else Interpolation.BILINEAR

    @property
    def finished(self) -> bool:
        """Whether the end of the span is reached."""
        return (
            self._stop_s is not None
            and self._index is not None
            and self._index / self._fps >= self._stop_s
        )

    def until(self, next_s: Fraction, shown: _Shown) -> Iterator[PictureFrame]:
        """Frames whose time comes before the next picture is due; a tie stays with this one."""
        last = math.floor((next_s - self._early_s) * self._fps)
        return self._deliver(last, shown)

    def to_end(self, shown: _Shown) -> Iterator[PictureFrame]:
        """Frames during the last picture."""
        return self._deliver(math.ceil(shown.end_s * self._fps) - 1, shown)

    def _deliver(self, last: int, shown: _Shown) -> Iterator[PictureFrame]:
        """Frames up to grid number `last`."""
        if self._index is None:
            self._index = math.floor((shown.time_s - self._early_s) * self._fps) + 1
            if self._start_s is not None:
                self._index = max(self._index, math.ceil(self._start_s * self._fps))
            self._size = shown.fitted(self._rate.size)
        while self._index <= last and not self.finished:
            yield PictureFrame(
                name=self._rate.name,
                index=self._index,
                time_s=float(self._index / self._fps),
                source_time_s=float(shown.time_s),
                image=shown.image(self._size, self._way),
            )
            self._index += 1


def _picture_stream(container: InputContainer, path: str | Path) -> VideoStream:
    """The first moving picture, set up for fast decoding."""
    streams = picture_streams(container)
    if not streams:
        raise MediaError(f"{Path(path).name} has no picture: work with its sound alone.")
    streams[0].thread_type = "AUTO"
    return streams[0]


def _seek(container: InputContainer, stream: VideoStream, time_s: Fraction) -> None:
    """Go to a key frame before a media time; a file that cannot seek is read from its start."""
    if stream.time_base is None or time_s <= 0:
        return
    with suppress(FFmpegError):
        container.seek(int(time_s / stream.time_base), stream=stream)


def _timed_frames(
    container: InputContainer, stream: VideoStream, path: str | Path, nominal_s: Fraction
) -> Iterator[tuple[VideoFrame, Fraction, Fraction]]:
    """Frames with their media time and length in seconds; times always rise."""
    last_s: Fraction | None = None
    shift_s = Fraction(0)
    num_restarts = 0
    for frame in decode_frames(container, stream, path):
        if not isinstance(frame, VideoFrame):
            continue
        base = frame.time_base or stream.time_base or Fraction(0)
        length_s = frame.duration * base if frame.duration else nominal_s
        expected_s = Fraction(0) if last_s is None else last_s + nominal_s
        time_s = expected_s if frame.pts is None else frame.pts * base + shift_s
        if last_s is not None and time_s < last_s - RESTART_BACK_S:
            shift_s += expected_s - time_s
            time_s = expected_s
            num_restarts += 1
        if last_s is not None and time_s <= last_s:
            continue
        last_s = time_s
        yield frame, time_s, length_s
    if num_restarts:
        _log.warning("%s: the picture's clock starts anew %d times.", Path(path).name, num_restarts)
