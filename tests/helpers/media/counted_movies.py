"""Movies whose every picture says its number, so that what is on screen can be read back."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

_CELLS = 4  # the number's bits are drawn as 4 x 4 fields, black or white


@dataclass(frozen=True)
class CountedPicture:
    """A picture that counts from 0.

    Attributes:
        times_s: of all frames from the picture's start.
        fps: what the header says.
        size: (width, height).
        codec: FFmpeg's name of the encoder.
        start_s: media time of the first frame.
        time_base: unit of the timestamps; that of the rate where None.
        pixel_aspect: width of a pixel by its height.
        pixel_format: that the encoder takes.
        first: the number of the first frame.
        options: for the encoder.
    """

    times_s: tuple[Fraction, ...]
    fps: Fraction
    size: tuple[int, int] = (128, 96)
    codec: str = "libx264"
    start_s: Fraction = Fraction(0)
    time_base: Fraction | None = None
    pixel_aspect: Fraction = Fraction(1)
    pixel_format: str = "yuv420p"
    first: int = 0
    options: dict[str, str] = field(default_factory=dict)


def even_times(fps: Fraction, duration_s: float) -> tuple[Fraction, ...]:
    """Times of the frames of a constant rate."""
    return tuple(number / fps for number in range(round(duration_s * fps)))


def write_counted_movie(
    path: Path, picture: CountedPicture, sound_start_s: Fraction | None = None
) -> Path:
    """Write a movie of numbers, with silence beside it.

    Args:
        path: target; its ending chooses the container.
        picture: the numbers.
        sound_start_s: media time of the sound's first sample; no sound where None.

    Returns:
        The path.
    """
    with av.open(str(path), "w") as output:
        video = _video_stream(output, picture)
        audio = (
            output.add_stream("mp2", rate=48000, layout="mono")
            if sound_start_s is not None
            else None
        )
        packets = _video_packets(video, picture)
        if audio is not None and sound_start_s is not None:
            packets += _silence_packets(audio, sound_start_s, float(picture.times_s[-1]))
        packets.sort(key=lambda packet: float((packet.dts or 0) * packet.time_base))
        for packet in packets:
            output.mux(packet)
    return path


def number_on(image: np.ndarray) -> int:
    """The number that a picture (height, width, 4) shows."""
    height, width = image.shape[:2]
    rows = [height * (2 * k + 1) // (2 * _CELLS) for k in range(_CELLS)]
    columns = [width * (2 * k + 1) // (2 * _CELLS) for k in range(_CELLS)]
    bits = image[np.ix_(rows, columns)][..., :3].mean(axis=2).ravel() > 127
    return int(sum(int(bit) << place for place, bit in enumerate(bits)))


def _video_stream(output: Any, picture: CountedPicture) -> Any:
    stream = output.add_stream(picture.codec, rate=picture.fps, options=picture.options)
    stream.width, stream.height = picture.size
    stream.pix_fmt = picture.pixel_format
    tick = picture.time_base or 1 / picture.fps
    stream.time_base = stream.codec_context.time_base = tick
    stream.codec_context.sample_aspect_ratio = picture.pixel_aspect
    return stream


def _video_packets(stream: Any, picture: CountedPicture) -> list[Any]:
    tick = stream.codec_context.time_base
    packets: list[Any] = []
    for number, time_s in enumerate(picture.times_s, picture.first):
        frame = av.VideoFrame.from_ndarray(_drawn(number, picture.size), "gray")
        frame = frame.reformat(format=picture.pixel_format)
        frame.time_base = tick
        frame.pts = round((picture.start_s + time_s) / tick)
        packets += stream.encode(frame)
    return packets + list(stream.encode(None))


def _drawn(number: int, size: tuple[int, int]) -> np.ndarray:
    bits = [number >> place & 1 for place in range(_CELLS * _CELLS)]
    cells = np.array(bits, np.uint8).reshape(_CELLS, _CELLS) * 255
    return np.kron(cells, np.ones((size[1] // _CELLS, size[0] // _CELLS), np.uint8))


def _silence_packets(stream: Any, start_s: Fraction, duration_s: float) -> list[Any]:
    packets: list[Any] = []
    for first in range(0, round(duration_s * 48000), 1152):
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1152), np.int16), "s16", "mono")
        frame.sample_rate, frame.time_base = 48000, Fraction(1, 48000)
        frame.pts = round(start_s * 48000) + first
        packets += stream.encode(frame)
    return packets + list(stream.encode(None))
