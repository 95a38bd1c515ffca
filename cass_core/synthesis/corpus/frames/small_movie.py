"""A clip's frames as encoders of frames want them, packed as a small movie."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.error import FFmpegError

from cass_core.errors import MediaError
from cass_core.media.picture.video_reader import ByteImage
from cass_core.stem_names import Stem
from cass_core.visual.faces.face_stream import CROP_SIDE
from cass_core.visual.feature_layout import FEATURE_FPS, SCENE_FRAME_FPS
from cass_core.visual.picture_pass import SCENE_FRAME_SIDE

_OPTIONS = {"crf": "18", "preset": "veryfast", "threads": "1"}
_KEY_EVERY_S = 2
_NO_COLOUR = 128


@dataclass(frozen=True)
class FrameKind:
    """The frames of one picture stream.

    Attributes:
        name: of the stream.
        fps: frames a second; frame 0 is at the clip's first sample.
        side: pixels of each side.
        is_grey: whether they have no colour.
    """

    name: str
    fps: int
    side: int
    is_grey: bool

    @property
    def shape(self) -> tuple[int, ...]:
        """Of one frame: (row, column), with colour (row, column, RGB)."""
        return (self.side, self.side) if self.is_grey else (self.side, self.side, 3)


FRAME_KINDS: dict[Stem, FrameKind] = {
    Stem.DX: FrameKind("face", int(FEATURE_FPS), CROP_SIDE, is_grey=True),
    Stem.FX: FrameKind("scene", int(SCENE_FRAME_FPS), SCENE_FRAME_SIDE, is_grey=False),
}
"""What is kept of the movie of a clip: the face that talks, the place where something sounds."""


def encoded(images: Iterable[ByteImage], kind: FrameKind) -> bytes:
    """Pack frames.

    Args:
        images: (side, side), with colour (side, side, RGB), one after the other.
        kind: of frames.

    Returns:
        A movie of H.264, with a key frame every two seconds.
    """
    content = io.BytesIO()
    with av.open(content, "w", format="mp4") as output:
        options = _OPTIONS | {"g": str(_KEY_EVERY_S * kind.fps)}
        stream: Any = output.add_stream("libx264", rate=kind.fps, options=options)
        stream.width = stream.height = kind.side
        stream.pix_fmt = "yuv420p"
        for number, image in enumerate(images):
            frame = _grey_frame(image) if kind.is_grey else av.VideoFrame.from_ndarray(image)
            frame.pts, frame.time_base = number, Fraction(1, kind.fps)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return content.getvalue()


def decoded(content: bytes, kind: FrameKind, first: int, stop: int) -> ByteImage:
    """Unpack the frames [first, stop).

    Args:
        content: from `encoded`.
        kind: of frames.
        first: number of the first frame.
        stop: number of the frame after the last.

    Returns:
        (frame, *kind.shape).

    Raises:
        MediaError: it does not hold all of them.
    """
    images = np.zeros((stop - first, *kind.shape), np.uint8)
    missing = stop - first
    try:
        with av.open(io.BytesIO(content), "r") as source:
            stream: Any = source.streams.video[0]
            source.seek(int(Fraction(first, kind.fps) / stream.time_base), stream=stream)
            for frame in source.decode(stream):
                number = round(frame.pts * frame.time_base * kind.fps)
                if number >= stop:
                    break
                if number >= first:
                    images[number - first] = _image(frame, kind)
                    missing -= 1
    except (FFmpegError, IndexError, TypeError) as error:
        raise MediaError("Frames of a clip are damaged; add its set again.") from error
    if missing:
        raise MediaError("Frames of a clip are missing; add its set again.")
    return images


def _grey_frame(image: ByteImage) -> av.VideoFrame:
    """Grey as the brightness itself: a conversion would narrow its range."""
    colour = np.full((len(image) // 2, image.shape[1]), _NO_COLOUR, np.uint8)
    return av.VideoFrame.from_ndarray(np.concatenate([image, colour]), "yuv420p")


def _image(frame: Any, kind: FrameKind) -> ByteImage:  # noqa: ANN401 as PyAV gives it
    if kind.is_grey:
        return frame.to_ndarray(format="yuv420p")[: kind.side]
    return frame.to_ndarray(format="rgb24")
