"""Write small movies: drawn pictures beside a mono sound."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

FPS = 25
SIDE = 96


def face(openness: np.ndarray) -> np.ndarray:
    """(frame, height, width, 3): a face whose mouth opens with (frame,) from 0 to 1."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] / SIDE - 0.5
    picture = np.full((SIDE, SIDE, 3), (60, 70, 90), np.uint8)
    picture[(rows / 0.42) ** 2 + (columns / 0.32) ** 2 < 1] = (225, 180, 150)
    for side in (-0.13, 0.13):
        picture[((rows + 0.12) / 0.04) ** 2 + ((columns - side) / 0.06) ** 2 < 1] = (30, 30, 40)
    frames = np.repeat(picture[None], len(openness), axis=0)
    for frame, wide in zip(frames, openness, strict=True):
        height = 0.015 + 0.09 * wide
        frame[((rows - 0.2) / height) ** 2 + (columns / 0.12) ** 2 < 1] = (110, 30, 40)
    return frames


def ball(loudness: np.ndarray) -> np.ndarray:
    """(frame, height, width, 3): a ball that jumps with (frame,) from 0 to 1."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    frames = np.full((len(loudness), SIDE, SIDE, 3), (40, 80, 50), np.uint8)
    for frame, height in zip(frames, loudness, strict=True):
        frame[(rows - 0.8 + 0.6 * height) ** 2 + (columns - 0.5) ** 2 < 0.01] = (240, 200, 60)
    return frames


def write_movie(path: Path, frames: np.ndarray, samples: np.ndarray, rate_hz: int) -> None:
    """Write an MP4.

    Args:
        path: the file.
        frames: (frame, height, width, 3) of bytes, 25 a second.
        samples: (sample,) of floats.
        rate_hz: samples a second.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as output:
        video: Any = output.add_stream("libx264", rate=FPS, options={"preset": "ultrafast"})
        video.height, video.width = frames.shape[1:3]
        video.pix_fmt = "yuv420p"
        audio: Any = output.add_stream("aac", rate=rate_hz, layout="mono")
        for number, image in enumerate(frames):
            picture = av.VideoFrame.from_ndarray(image, "rgb24")
            picture.pts, picture.time_base = number, Fraction(1, FPS)
            output.mux(video.encode(picture))
        output.mux(video.encode(None))
        _encode(output, audio, samples, rate_hz)


def write_mp3(path: Path, samples: np.ndarray, rate_hz: int) -> None:
    """Write (sample,) as an MP3."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as output:
        _encode(output, output.add_stream("libmp3lame", rate=rate_hz, layout="mono"),
                samples, rate_hz)  # fmt: skip


def _encode(output: Any, stream: Any, samples: np.ndarray, rate_hz: int) -> None:  # noqa: ANN401
    sound = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(samples[None], np.float32), "fltp", "mono"
    )
    sound.sample_rate, sound.pts, sound.time_base = rate_hz, 0, Fraction(1, rate_hz)
    fifo = av.AudioFifo()
    fifo.write(sound)
    while (part := fifo.read(stream.codec_context.frame_size or 1024, partial=True)) is not None:
        output.mux(stream.encode(part))
    output.mux(stream.encode(None))
