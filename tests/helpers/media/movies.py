"""Small movies with known content: flashes and beeps at known times, any codec, rate and layout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

BEEP_HZ = 1000.0
BEEP_S = 0.05
_MICROSECOND = Fraction(1, 1_000_000)
# sample formats that the encoders take; 16-bit where none is named
_FORMATS = {
    "aac": "fltp", "libmp3lame": "fltp", "libopus": "flt", "libvorbis": "fltp", "ac3": "fltp",
    "eac3": "fltp", "pcm_s24le": "s32", "pcm_s24be": "s32", "pcm_s32le": "s32",
    "pcm_f32le": "flt", "pcm_f64le": "dbl", "pcm_u8": "u8", "flac": "s32", "alac": "s32p",
    "mp2": "s16",
}  # fmt: skip
_INTEGERS = {"u8": 8, "s16": 16, "s32": 32}


@dataclass(frozen=True)
class Sound:
    """One audio stream.

    Attributes:
        samples: (channel, sample), full scale 1.0.
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        codec: FFmpeg's name of the encoder.
        start_s: media time of the first sample.
        holes: spans [start, stop) in samples whose packets are lost, so that timestamps jump.
        language: three-letter code.
        title: the stream's title.
    """

    samples: np.ndarray
    rate_hz: int = 48000
    layout: str = "stereo"
    codec: str = "pcm_s16le"
    start_s: Fraction = Fraction(0)
    holes: tuple[tuple[int, int], ...] = ()
    language: str = ""
    title: str = ""


@dataclass(frozen=True)
class Picture:
    """The video stream: black, white during flashes, and an orange top left corner.

    Attributes:
        duration_s: length.
        fps: frames a second.
        size: (width, height).
        flashes_s: times, from the picture's start, of frames that are white.
        codec: FFmpeg's name of the encoder.
        start_s: media time of the first frame.
        times_s: times of all frames from the start, for a variable rate; replaces `fps`.
        rotation_deg: anticlockwise turn that players shall show.
        options: for the encoder.
        still: what all frames show instead, (height, width, 3) of the size.
    """

    duration_s: float = 2.0
    fps: Fraction = Fraction(25)
    size: tuple[int, int] = (160, 90)
    flashes_s: tuple[float, ...] = ()
    codec: str = "mpeg4"
    start_s: Fraction = Fraction(0)
    times_s: tuple[Fraction, ...] | None = None
    rotation_deg: int = 0
    options: dict[str, str] = field(default_factory=dict)
    still: np.ndarray | None = None

    @property
    def frame_times_s(self) -> list[Fraction]:
        """Times of all frames from the picture's start."""
        if self.times_s is not None:
            return list(self.times_s)
        return [k / self.fps for k in range(round(self.duration_s * self.fps))]


def beeps(
    times_s: Sequence[float], duration_s: float, rate_hz: int = 48000, channels: int = 2
) -> np.ndarray:
    """Silence with short 1 kHz beeps that start at full level, as (channel, sample)."""
    samples = np.zeros(round(duration_s * rate_hz), np.float32)
    beep = 0.5 * np.cos(2 * np.pi * BEEP_HZ * np.arange(round(BEEP_S * rate_hz)) / rate_hz)
    for time_s in times_s:
        start = round(time_s * rate_hz)
        place = samples[start : start + len(beep)]
        place += beep[: len(place)].astype(np.float32)
    return np.tile(samples, (channels, 1))


def noise(duration_s: float, rate_hz: int = 48000, channels: int = 2, seed: int = 0) -> np.ndarray:
    """Quiet white noise, different in each channel."""
    shape = (channels, round(duration_s * rate_hz))
    return (0.1 * np.random.default_rng(seed).standard_normal(shape)).astype(np.float32)


def tones(duration_s: float, rate_hz: int, channels: int) -> np.ndarray:
    """A tone of its own in each channel: 200 Hz, 300 Hz and so on."""
    time = np.arange(round(duration_s * rate_hz)) / rate_hz
    rows = [0.3 * np.sin(2 * np.pi * (200 + 100 * k) * time) for k in range(channels)]
    return np.stack(rows).astype(np.float32)


def write_movie(
    path: Path,
    picture: Picture | None = None,
    sounds: Sequence[Sound] = (),
    timecode: str | None = None,
    container: str | None = None,
    options: dict[str, str] | None = None,
) -> Path:
    """Write a movie, or a sound file where there is no picture.

    Args:
        path: target; its ending chooses the container unless `container` names one.
        picture: the video stream.
        sounds: the audio streams in order.
        timecode: start timecode for the container.
        container: FFmpeg's name of the container.
        options: for the container.

    Returns:
        The path.
    """
    with av.open(str(path), "w", format=container, options=options or {}) as output:
        if timecode:
            output.metadata["timecode"] = timecode
        video = _add_picture(output, picture, timecode) if picture else None
        audio = [_add_sound(output, sound) for sound in sounds]
        packets: list[Any] = []
        if picture and video:
            packets += _picture_packets(video, picture)
        for stream, sound in zip(audio, sounds, strict=True):
            packets += _sound_packets(stream, sound)
        packets.sort(key=lambda packet: float((packet.dts or 0) * packet.time_base))
        output.mux(packets)
    return path


def _add_picture(output: Any, picture: Picture, timecode: str | None) -> Any:
    stream = output.add_stream(picture.codec, rate=picture.fps, options=picture.options)
    stream.width, stream.height = picture.size
    stream.pix_fmt = "yuv420p"
    # mpeg4 takes denominators up to 65535 only
    tick = Fraction(1, 60000) if picture.times_s else 1 / Fraction(picture.fps)
    stream.time_base = stream.codec_context.time_base = tick
    if picture.rotation_deg:
        stream.set_display_rotation(picture.rotation_deg)
    if timecode:
        stream.metadata["timecode"] = timecode
    return stream


def _picture_packets(stream: Any, picture: Picture) -> Iterator[Any]:
    flashes = {round(time * 1000) for time in picture.flashes_s}
    tick = stream.codec_context.time_base
    for time_s in picture.frame_times_s:
        white = round(time_s * 1000) in flashes
        image = _image(picture.size, white) if picture.still is None else picture.still
        frame = av.VideoFrame.from_ndarray(image, "rgb24")
        frame.time_base = tick
        frame.pts = round((picture.start_s + time_s) / tick)
        yield from stream.encode(frame)
    yield from stream.encode(None)


def _image(size: tuple[int, int], white: bool) -> np.ndarray:
    image = np.full((size[1], size[0], 3), 255 if white else 0, np.uint8)
    image[: size[1] // 4, : size[0] // 4] = (255, 128, 0)
    return image


def _add_sound(output: Any, sound: Sound) -> Any:
    stream = output.add_stream(sound.codec, rate=sound.rate_hz)
    stream.layout = sound.layout
    stream.format = _FORMATS.get(sound.codec, "s16")
    stream.time_base = Fraction(1, sound.rate_hz)
    for key in ("language", "title"):
        if getattr(sound, key):
            stream.metadata[key] = getattr(sound, key)
    return stream


def _sound_packets(stream: Any, sound: Sound) -> Iterator[Any]:
    for packet in _all_sound_packets(stream, sound):
        if not any(begin <= (packet.pts or 0) < end for begin, end in sound.holes):
            yield packet


def _all_sound_packets(stream: Any, sound: Sound) -> Iterator[Any]:
    start = round(sound.start_s * sound.rate_hz)
    total = sound.samples.shape[1]
    for first in range(0, total, 1024):
        kind = stream.format.name
        data = _encoded_samples(sound.samples[:, first : first + 1024], kind)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(data), kind, sound.layout)
        frame.sample_rate = sound.rate_hz
        frame.time_base = Fraction(1, sound.rate_hz)
        frame.pts = start + first
        yield from stream.encode(frame)
    yield from stream.encode(None)


def _encoded_samples(samples: np.ndarray, kind: str) -> np.ndarray:
    """Samples in FFmpeg's sample format, planar (channel, sample) or packed (1, all)."""
    packed = not kind.endswith("p")
    bits = _INTEGERS.get(kind.removesuffix("p"))
    data: np.ndarray = samples.T.reshape(1, -1) if packed else samples
    if bits is None:
        return data.astype(np.float64 if kind.startswith("dbl") else np.float32)
    scale = 2.0 ** (bits - 1)
    whole = np.clip(np.round(data.astype(np.float64) * scale), -scale, scale - 1)
    return (whole + 128).astype(np.uint8) if bits == 8 else whole.astype(f"i{bits // 8}")
