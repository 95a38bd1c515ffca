"""What is seen in the box: pictures on the audio's clock, cut out, and what they show."""

from collections.abc import Generator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor

from cass_core.errors import MediaError
from cass_core.isolation.isolated import isolated_steps
from cass_core.media.picture.video_reader import ByteImage, PictureRate, read_frames
from cass_core.model.clip_image import clip_pixels
from cass_core.model.davis.network import DavisNetwork
from cass_core.request.object_query import PictureBox

_WIDEST = 1280  # pixels of the whole picture; an encoder looks at 224
_TOGETHER = 8


def features_seen(
    network: DavisNetwork,
    path: Path,
    box: PictureBox,
    audio_start_s: Fraction,
    span_s: tuple[float, float],
    fps: float,
) -> Generator[float, None, tuple[list[float], Tensor]]:
    """Look at what is in a box.

    Args:
        network: whose picture encoder looks.
        path: of the movie.
        box: on the picture.
        audio_start_s: media time of the sound's first sample.
        span_s: part of the audio's clock.
        fps: pictures a second.

    Returns:
        A generator of the share that is done, which returns times in seconds, and (picture,
        feature), both in order.

    Raises:
        MediaError: the movie has no picture, or none there.
    """
    side, device = network.config.clip.side, next(network.parameters()).device
    times: list[float] = []
    waiting: list[ByteImage] = []
    rows: list[Tensor] = []

    def look() -> None:
        with torch.inference_mode():
            rows.append(network.clip(clip_pixels(np.stack(waiting), side).to(device)).cpu())
        waiting.clear()

    steps = isolated_steps(path.name, _cut_out, path, box, audio_start_s, span_s, fps, side)
    with closing(steps):
        for time_s, image in steps:
            times.append(time_s)
            waiting.append(image)
            if len(waiting) == _TOGETHER:
                look()
            yield min(max((time_s - span_s[0]) / (span_s[1] - span_s[0]), 0.0), 1.0)
    if not times:
        raise MediaError(f"{path.name} shows no picture in this span; choose another span.")
    if waiting:
        look()
    return times, torch.cat(rows)


def _cut_out(
    path: Path,
    box: PictureBox,
    audio_start_s: Fraction,
    span_s: tuple[float, float],
    fps: float,
    side: int,
) -> Generator[tuple[float, ByteImage], None, None]:
    """The box of each picture, small."""
    rate = PictureRate("box", fps, _WIDEST)
    with closing(read_frames(path, [rate], audio_start_s, span_s)) as frames:
        for frame in frames:
            yield frame.time_s, cut_out(frame.image, box, side)


def cut_out(image: ByteImage, box: PictureBox, side: int) -> ByteImage:
    """The box of a picture, stretched to a square.

    Args:
        image: (height, width, 3).
        box: what of it.
        side: pixels of the square.

    Returns:
        (side, side, 3).
    """
    height, width = image.shape[:2]
    left, top = int(box.left * width), int(box.top * height)
    right = max(round((box.left + box.width) * width), left + 1)
    bottom = max(round((box.top + box.height) * height), top + 1)
    part = np.ascontiguousarray(image[top:bottom, left:right])
    way = cv2.INTER_AREA if min(part.shape[:2]) > side else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(part, (side, side), interpolation=way), np.uint8)
