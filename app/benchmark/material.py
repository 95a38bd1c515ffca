"""Films to measure with: their length counts, not what they show."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from cass_core.clips import FloatArray, SampleSpan
from cass_core.media.files.layout_names import channel_names
from cass_core.stem_names import STEMS, Stem

FPS, RATE_HZ = 25, 48_000
_SIZE = (1920, 1080)
_SCENE_S = 10
_BLOCK = 1024


def write_film(path: Path, length_s: int) -> None:
    """Write a 1080p film: ten seconds of picture, encoded once and repeated, and sound.

    Args:
        path: the file, MP4.
        length_s: a multiple of ten.
    """
    with av.open(str(path), "w") as container:
        video = container.add_stream(
            "libx264", rate=FPS, options={"preset": "ultrafast", "g": "50"}
        )
        video.width, video.height, video.pix_fmt = *_SIZE, "yuv420p"
        sound = container.add_stream("aac", rate=RATE_HZ, layout="stereo")
        scene = [packet for frame in _pictures() for packet in video.encode(frame)]
        scene += video.encode(None)
        blocks = _encoded_sound(sound, length_s)
        for repeat in range(length_s // _SCENE_S):
            for picture in scene:
                container.mux(later(picture, video, Fraction(repeat * _SCENE_S)))
            for block in blocks:
                container.mux(block)
                if (block.pts or 0) >= (repeat + 1) * _SCENE_S * RATE_HZ:
                    break
        for block in blocks:
            container.mux(block)


def later(packet: "Packet[VideoStream]", stream: VideoStream, shift_s: Fraction) -> "Packet[Any]":
    """A copy of a packet that is shown so much later."""
    assert packet.pts is not None
    assert packet.dts is not None
    shift = round(shift_s / packet.time_base)
    copy: Packet[Any] = Packet(bytes(packet))
    copy.stream, copy.time_base = stream, packet.time_base
    copy.pts, copy.dts = packet.pts + shift, packet.dts + shift
    copy.is_keyframe = packet.is_keyframe
    return copy


def _encoded_sound(stream: AudioStream, length_s: int) -> "Iterator[Packet[AudioStream]]":
    for frame in _sounds(length_s):
        yield from stream.encode(frame)
    yield from stream.encode(None)


class RepeatedSound:
    """A programme of any length that repeats a minute of noise and tones; an `AudioSource`."""

    rate_hz = RATE_HZ

    def __init__(self, length_s: int, seed: int, layout: str = "stereo") -> None:
        """Make the minute.

        Args:
            length_s: of the programme.
            seed: of the noise.
            layout: of an even number of channels, pairs of which are alike.
        """
        self.num_samples = length_s * RATE_HZ
        self.layout, self.num_channels = layout, len(channel_names(layout))
        self._minute = np.tile(_music(60 * RATE_HZ, seed), (self.num_channels // 2, 1))

    def read(self, span: SampleSpan) -> FloatArray:
        """Samples of the span as (channel, sample); zeros outside the programme."""
        block = np.zeros((self.num_channels, span.num_samples), np.float32)
        size, at = self._minute.shape[1], max(span.start, 0)
        while at < min(span.stop, self.num_samples):
            count = min(size - at % size, min(span.stop, self.num_samples) - at)
            minute = self._minute[:, at % size : at % size + count]
            block[:, at - span.start : at - span.start + count] = minute
            at += count
        return block


class RepeatedStems:
    """Stems of a programme of any length, for reading; they are no shares of its mixture."""

    identities = ()

    def __init__(self, sounds: Sequence[RepeatedSound]) -> None:
        """Take sounds for stems.

        Args:
            sounds: in the order of `STEMS`.
        """
        self._sounds = dict(zip(STEMS, sounds, strict=True))
        first = sounds[0]
        self.rate_hz, self.layout = first.rate_hz, first.layout
        self.num_channels, self.num_samples = first.num_channels, first.num_samples
        self.covered = (SampleSpan(0, first.num_samples),)

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples as (channel, sample)."""
        return self._sounds[stem].read(span)

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """Their sum."""
        return np.sum([sound.read(span) for sound in self._sounds.values()], axis=0)

    def refresh(self) -> bool:
        """Nothing grows."""
        return False

    def close(self) -> None:
        """Nothing is open."""


def _music(num_samples: int, seed: int) -> FloatArray:
    """Noise and a tone that come and go; (channel, sample)."""
    rng = np.random.default_rng(seed)
    time_s = np.arange(num_samples, dtype=np.float32) / RATE_HZ
    swell = 0.5 + 0.5 * np.sin(2 * np.pi * time_s / 7)
    tone = 0.1 * np.sin(2 * np.pi * (220 + 110 * seed) * time_s)
    noise = rng.standard_normal((2, num_samples), np.float32)
    return np.asarray(0.05 * noise * swell + tone, np.float32)


def _pictures() -> Iterator[VideoFrame]:
    """A bright bar that wanders over a slope."""
    width, height = _SIZE
    slope = np.linspace(0, 120, width, dtype=np.uint8)
    for number in range(_SCENE_S * FPS):
        image = np.repeat(slope[None, :, None], height, axis=0).repeat(3, axis=2)
        left = number * (width - 80) // (_SCENE_S * FPS)
        image[:, left : left + 80] = 230
        frame = VideoFrame.from_ndarray(image, format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, FPS)
        yield frame


def _sounds(length_s: int) -> Iterator[AudioFrame]:
    samples = _music(60 * RATE_HZ, 1)
    for start in range(0, length_s * RATE_HZ, _BLOCK):
        where = np.arange(start, start + _BLOCK) % samples.shape[1]
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(samples[:, where]), format="fltp", layout="stereo"
        )
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, start, Fraction(1, RATE_HZ)
        yield frame
