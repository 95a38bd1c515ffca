"""Decoded frames as upright pictures with square pixels, ready for a screen."""

from fractions import Fraction

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation

ByteImage = npt.NDArray[np.uint8]

_UNSPECIFIED = 2  # of FFmpeg's colour spaces
_LEAST_HD_HEIGHT = 720  # untagged pictures this high are meant for HD's colours


def upright_size(frame: VideoFrame, pixel_aspect: Fraction) -> tuple[int, int]:
    """(width, height) that a frame is meant to have: square pixels, turned upright."""
    width, height = max(round(frame.width * pixel_aspect), 1), frame.height
    return (height, width) if _quarter_turns(frame) % 2 else (width, height)


def fitted_size(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """The largest (width, height) of the same shape inside a room, never enlarged."""
    scale = min(Fraction(room[0], size[0]), Fraction(room[1], size[1]), Fraction(1))
    return max(round(size[0] * scale), 2), max(round(size[1] * scale), 2)


def upright_bgra(frame: VideoFrame, size: tuple[int, int]) -> ByteImage:
    """Scale a frame, turn it upright and make its colours those of a screen.

    Args:
        frame: as decoded.
        size: (width, height) of the result.

    Returns:
        (height, width, 4) bytes blue, green, red, 255; contiguous.
    """
    turns = _quarter_turns(frame)
    width, height = size[::-1] if turns % 2 else size
    scaled = frame.reformat(
        width=width,
        height=height,
        format="bgra",
        src_colorspace=_colour_space(frame),
        interpolation=Interpolation.BILINEAR,
        threads=1,
    )
    image = scaled.to_ndarray()
    return np.ascontiguousarray(np.rot90(image, turns) if turns else image, dtype=np.uint8)


def _quarter_turns(frame: VideoFrame) -> int:
    """Anticlockwise quarter turns that show the picture upright."""
    return round(frame.rotation / 90) % 4


def _colour_space(frame: VideoFrame) -> Colorspace | None:
    """What an untagged picture is meant to be; None lets the tag decide."""
    if frame.colorspace != _UNSPECIFIED:
        return None
    return Colorspace.ITU709 if frame.height >= _LEAST_HD_HEIGHT else Colorspace.ITU601
