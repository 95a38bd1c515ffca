"""Finding one's way in MPEG streams whose clock starts anew, as joined recordings' does."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.video.stream import VideoStream

from cass_core.media.files.container import open_media, picture_streams
from cass_core.media.picture.picture_clock import PictureClock

_NUM_PROBES = 64


@dataclass(frozen=True)
class KeyPlace:
    """Where decoding can start.

    Attributes:
        media_s: time of the key frame on a clock that never starts anew.
        position: of its packet in the file, in bytes.
        shift_s: what is added there to the file's timestamps.
    """

    media_s: Fraction
    position: int
    shift_s: Fraction


def is_broadcast(container: InputContainer) -> bool:
    """Whether it is a container whose clock may jump."""
    return "mpeg" in container.format.name


def key_places(path: Path, nominal_s: Fraction) -> tuple[KeyPlace, ...]:
    """All key frames of a stream whose clock starts anew.

    Args:
        path: an MPEG stream.
        nominal_s: usual time between two pictures.

    Returns:
        By rising time; nothing where the clock seems to run through, so that times can be jumped
        to. Only in the other case the whole file is read.
    """
    with open_media(path) as container:
        stream = picture_streams(container)[0]
        times = list(_probed_times(container, stream, path.stat().st_size))
    if all(early <= late for early, late in pairwise(times)):
        return ()
    with open_media(path) as container:
        return tuple(_places(container, picture_streams(container)[0], nominal_s))


def _probed_times(container: InputContainer, stream: VideoStream, num_bytes: int) -> Iterator[int]:
    """Timestamps at places spread evenly over the file."""
    for number in range(_NUM_PROBES):
        try:
            container.seek(number * num_bytes // _NUM_PROBES, unsupported_byte_offset=True)
            yield next(p.dts for p in container.demux(stream) if p.dts is not None)
        except (FFmpegError, StopIteration):
            return


def _places(
    container: InputContainer, stream: VideoStream, nominal_s: Fraction
) -> Iterator[KeyPlace]:
    clock = PictureClock(nominal_s, broadcast=True, shift_s=Fraction(0))
    base = stream.time_base or Fraction(0)
    for packet in _readable(container, stream):
        if packet.dts is None:
            continue
        # decoding times always rise, so they show where the clock starts anew
        clock.place(packet.dts * base)
        if packet.is_keyframe and packet.pts is not None and packet.pos is not None:
            yield KeyPlace(packet.pts * base + clock.shift_s, packet.pos, clock.shift_s)


def _readable(container: InputContainer, stream: VideoStream) -> "Iterator[Packet[VideoStream]]":
    """Packets up to where the file can be read."""
    try:
        yield from container.demux(stream)
    except FFmpegError:
        return
