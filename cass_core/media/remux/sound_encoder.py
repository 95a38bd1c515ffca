"""New sound for a movie: encoded block by block, beside the packets that are copied."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
import numpy.typing as npt
from av.container import OutputContainer
from av.error import FFmpegError
from av.packet import Packet

from cass_core.clips import SampleSpan
from cass_core.errors import OutputError
from cass_core.media.files.layout_names import spelled_layout
from cass_core.media.remux.movie_formats import MOVIE_FORMATS, MovieFormat
from cass_core.media.remux.trial import trial_file

_BLOCK_SAMPLES = 8192
_AAC_BITS_A_CHANNEL = 160_000
# AAC has one 5.1, whose surrounds FFmpeg names as backs; others get a private table of channels,
# which few players read
_STANDARD_AAC = {"5.1(side)": "5.1", "5.0(side)": "5.0"}
# sample formats that the encoders take
_KINDS = {"pcm_s24le": "s32", "pcm_f32le": "flt", "flac": "s32", "alac": "s32p", "aac": "fltp"}


@dataclass(frozen=True)
class NewSound:
    """A movie's new sound.

    Attributes:
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_channels: channels of the layout.
        num_samples: length.
        start_s: media time of the first sample.
        read: (channel, sample) of a span that starts with 0: whole steps where the format has
            integers, else float32.
        title: what the stream is called; empty for what the movie's own was called.
        language: three letters; empty for that of the movie's own.
    """

    rate_hz: int
    layout: str
    num_channels: int
    num_samples: int
    start_s: Fraction
    read: Callable[[SampleSpan], npt.NDArray[Any]]
    title: str = ""
    language: str = ""

    @property
    def start_sample(self) -> int:
        """Time of the first sample in samples, the nearest that there is."""
        return round(self.start_s * self.rate_hz)


class SoundEncoder:
    """Encodes a sound from its start to its end."""

    def __init__(self, output: OutputContainer, sound: NewSound, chosen: MovieFormat) -> None:
        """Add the stream.

        Args:
            output: the new file.
            sound: what is encoded.
            chosen: how.
        """
        self._sound = sound
        self._bits = chosen.bits
        self._kind = _KINDS[chosen.codec]
        stream: Any = output.add_stream(chosen.codec, rate=sound.rate_hz)
        layout = _STANDARD_AAC.get(sound.layout, sound.layout)
        self._layout = spelled_layout(layout if chosen.codec == "aac" else sound.layout)
        stream.layout = self._layout
        stream.format = self._kind
        stream.time_base = Fraction(1, sound.rate_hz)
        if chosen.codec == "aac":
            stream.bit_rate = _AAC_BITS_A_CHANNEL * sound.num_channels
        self.stream = stream
        self.position = 0

    def is_due(self, time_s: Fraction | None) -> bool:
        """Whether sound is left before a media time, or before the end."""
        sound = self._sound
        if self.position >= sound.num_samples:
            return False
        return time_s is None or sound.start_s + self.position / sound.rate_hz <= time_s

    def next_packets(self) -> Iterator["Packet[Any]"]:
        """Encode the next block."""
        stop = min(self.position + _BLOCK_SAMPLES, self._sound.num_samples)
        frame = self._frame(self._sound.read(SampleSpan(self.position, stop)))
        self.position = stop
        yield from self.stream.encode(frame)

    def _frame(self, block: npt.NDArray[Any]) -> av.AudioFrame:
        """A block as the encoder takes it."""
        if self._bits:
            # encoders read integers of 24 bits from the upper bits of 32
            block = (block << (32 - self._bits)).astype(np.int32)
        # packed for planar encoders too, which get it converted: eight planes are too many here
        packed = np.ascontiguousarray(block.T).reshape(1, -1)
        kind = self._kind.removesuffix("p")
        frame = av.AudioFrame.from_ndarray(packed, kind, self._layout)
        frame.sample_rate = self._sound.rate_hz
        frame.time_base = Fraction(1, self._sound.rate_hz)
        frame.pts = self._sound.start_sample + self.position
        return frame


def packets_until(
    encoders: Sequence[SoundEncoder], time_s: Fraction | None
) -> Iterator["Packet[Any]"]:
    """Encode all sounds up to a media time, or to the end, a block of each in turn."""
    while due := [encoder for encoder in encoders if encoder.is_due(time_s)]:
        for encoder in due:
            yield from encoder.next_packets()
    if time_s is None:
        for encoder in encoders:
            yield from encoder.stream.encode(None)


def refuse_unknown_sound(sound: NewSound, chosen: MovieFormat) -> None:
    """Raise `OutputError` where an encoder or a container does not take a sound's shape."""
    error = _refusal(sound, chosen)
    if error is None:
        return
    taking = [each.name for each in MOVIE_FORMATS if _refusal(sound, each) is None]
    remedy = f"choose {' or '.join(dict.fromkeys(taking))}" if taking else "export it as WAV"
    raise OutputError(
        f"{chosen.label} cannot hold {sound.layout} sound at {sound.rate_hz} Hz; {remedy}."
    ) from error


def _refusal(sound: NewSound, chosen: MovieFormat) -> Exception | None:
    """Why a format does not take a sound; None where it does."""
    with trial_file(chosen, has_picture=False) as output:
        try:
            SoundEncoder(output, sound, chosen)
            output.start_encoding()
        except (FFmpegError, ValueError, OSError) as error:
            return error
    return None
