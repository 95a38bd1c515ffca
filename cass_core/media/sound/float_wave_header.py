"""The 4096 bytes before the first sample of a float wave: RF64 with room to grow."""

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cass_core.errors import MediaError
from cass_core.media.files.layout_names import layout_of_mask, num_channels
from cass_core.media.sound.wave_header import WaveEncoding, channel_mask

DATA_OFFSET = 4096
_BYTES = 4  # a sample
_IN_DS64 = 0xFFFFFFFF
_EXTENSIBLE = 0xFFFE
# RIFF head; ds64 with the three 64-bit sizes; fmt; JUNK; all little-endian
_HEAD = struct.Struct("<4sI4s4sIQQQI4sIHHIIHHHHI16s4sI")
_DATA = struct.Struct("<4sI")
_LAYOUT_ROOM = 64  # the layout's exact name stands at the start of JUNK


@dataclass(frozen=True)
class WaveShape:
    """What the header of a float wave says.

    Attributes:
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_samples: length in samples.
    """

    rate_hz: int
    layout: str
    num_samples: int

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return num_channels(self.layout)

    @property
    def sample_bytes(self) -> int:
        """Bytes that one sample of all channels takes."""
        return self.num_channels * _BYTES

    @property
    def file_bytes(self) -> int:
        """Bytes of the whole file."""
        return DATA_OFFSET + self.num_samples * self.sample_bytes


def read_shape(path: Path, file: IO[bytes]) -> WaveShape:
    """Read and check a float wave's header.

    Args:
        path: the file, for messages.
        file: the same file, open for reading.

    Returns:
        Rate, layout and length.

    Raises:
        MediaError: it is no float wave of ours, or cut off.
    """
    file.seek(0)
    head = file.read(DATA_OFFSET)
    if len(head) < DATA_OFFSET or head[DATA_OFFSET - 8 : DATA_OFFSET - 4] != b"data":
        raise MediaError(f"{path} is no float wave file of Cass Studio; make it again.")
    fields = _HEAD.unpack_from(head)
    riff, data_bytes, tag, channels, rate_hz = fields[0], fields[6], fields[11], *fields[12:14]
    if riff != b"RF64" or tag != _EXTENSIBLE or not channels:
        raise MediaError(f"{path} is no float wave file of Cass Studio; make it again.")
    name = head[_HEAD.size : _HEAD.size + _LAYOUT_ROOM].rstrip(b"\0").decode("ascii", "replace")
    layout = name or layout_of_mask(fields[19], channels)
    shape = WaveShape(rate_hz, layout, data_bytes // (channels * _BYTES))
    if file.seek(0, os.SEEK_END) < shape.file_bytes:
        raise MediaError(f"{path} is cut off; make it again.")
    return shape


def header_bytes(shape: WaveShape) -> bytes:
    """The 4096 bytes before the first sample."""
    block = shape.sample_bytes
    head = _HEAD.pack(
        b"RF64", _IN_DS64, b"WAVE",
        b"ds64", 28, shape.file_bytes - 8, shape.num_samples * block, shape.num_samples, 0,
        b"fmt ", 40, _EXTENSIBLE, shape.num_channels, shape.rate_hz, shape.rate_hz * block, block,
        8 * _BYTES, 22, 8 * _BYTES, channel_mask(shape.layout), WaveEncoding.FLOAT_32.guid,
        b"JUNK", DATA_OFFSET - _HEAD.size - _DATA.size,
    )  # fmt: skip
    name = shape.layout.encode("ascii")[:_LAYOUT_ROOM]
    room = DATA_OFFSET - _DATA.size - _HEAD.size
    return head + name.ljust(room, b"\0") + _DATA.pack(b"data", _IN_DS64)
