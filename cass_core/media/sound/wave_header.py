"""The header of a WAV whose length is known before the first sample.

One and two channels have the plain format, which old programs and Python's own `wave` read; more
have WAVE_FORMAT_EXTENSIBLE, which names them.
"""

import struct
from enum import Enum
from uuid import UUID

import av

from cass_core.errors import OutputError

_LARGEST_RIFF = 0xFFFFFFFF
_EXTENSIBLE = 0xFFFE
_PLAIN_MASKS = {1: 0x4, 2: 0x3}  # what one and two channels are without a mask

# speaker positions of the WAVE format, bit 0 first, under FFmpeg's names
_SPEAKERS = (
    *("FL", "FR", "FC", "LFE", "BL", "BR", "FLC", "FRC", "BC"),
    *("SL", "SR", "TC", "TFL", "TFC", "TFR", "TBL", "TBC", "TBR"),
)


class WaveEncoding(Enum):
    """How a sample is stored; the value is what an editor reads."""

    PCM_16 = "16-bit PCM"
    PCM_24 = "24-bit PCM"
    FLOAT_32 = "32-bit float"

    @property
    def num_bytes(self) -> int:
        """Bytes of one sample."""
        return {WaveEncoding.PCM_16: 2, WaveEncoding.PCM_24: 3}.get(self, 4)

    @property
    def is_integer(self) -> bool:
        """Whether samples are whole steps, which end at full scale."""
        return self is not WaveEncoding.FLOAT_32

    @property
    def tag(self) -> int:
        """The number of the format in the plain header."""
        return 1 if self.is_integer else 3

    @property
    def guid(self) -> bytes:
        """The sub-format of the extensible header."""
        return UUID(f"{self.tag:08x}-0000-0010-8000-00aa00389b71").bytes_le


def channel_mask(layout: str) -> int:
    """The speaker mask of a layout; 0 says that the channels have no fixed place.

    Args:
        layout: FFmpeg's name of the channel layout.

    Returns:
        Bit 0 is front left, as the WAVE format numbers its speakers.
    """
    try:
        names = [channel.name for channel in av.AudioLayout(layout).channels]
    except ValueError:
        return 0
    if not set(names) <= set(_SPEAKERS):
        return 0
    bits = [_SPEAKERS.index(name) for name in names]
    # the format stores channels in the order of the bits, so any other order has no mask
    return sum(1 << bit for bit in bits) if bits == sorted(set(bits)) else 0


def wave_header(
    encoding: WaveEncoding,
    rate_hz: int,
    layout: str,
    num_channels: int,
    num_samples: int,
    further: bytes = b"",
) -> bytes:
    """Everything before the first sample: RIFF, or RF64 where the file passes 4 GiB.

    Args:
        encoding: how a sample is stored.
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_channels: channels of the layout.
        num_samples: samples of each channel.
        further: whole chunks to stand before the format, such as a Broadcast WAV's.

    Returns:
        The bytes; the samples follow them at once.
    """
    if num_channels * encoding.num_bytes > 0xFFFF:
        raise OutputError(f"A WAV file cannot hold {num_channels} channels; export fewer channels.")
    format_chunk = further + _format_chunk(encoding, rate_hz, channel_mask(layout), num_channels)
    fact = struct.pack("<4sII", b"fact", 4, min(num_samples, _LARGEST_RIFF))
    data_bytes = num_samples * num_channels * encoding.num_bytes
    plain_size = 4 + len(format_chunk) + len(fact) + 8 + data_bytes + data_bytes % 2
    if plain_size <= _LARGEST_RIFF:
        start = struct.pack("<4sI4s", b"RIFF", plain_size, b"WAVE")
        return start + format_chunk + fact + struct.pack("<4sI", b"data", data_bytes)
    size_chunk = struct.pack("<4sIQQQI", b"ds64", 28, plain_size + 36, data_bytes, num_samples, 0)
    start = struct.pack("<4sI4s", b"RF64", _LARGEST_RIFF, b"WAVE")
    data = struct.pack("<4sI", b"data", _LARGEST_RIFF)
    return start + size_chunk + format_chunk + fact + data


def _format_chunk(encoding: WaveEncoding, rate_hz: int, mask: int, num_channels: int) -> bytes:
    bits = 8 * encoding.num_bytes
    block = num_channels * encoding.num_bytes
    fields = (num_channels, rate_hz, rate_hz * block, block, bits)
    if num_channels <= 2 and mask in (0, _PLAIN_MASKS[num_channels]):
        if encoding.is_integer:
            return struct.pack("<4sIHHIIHH", b"fmt ", 16, encoding.tag, *fields)
        return struct.pack("<4sIHHIIHHH", b"fmt ", 18, encoding.tag, *fields, 0)
    return (
        struct.pack("<4sIHHIIHH", b"fmt ", 40, _EXTENSIBLE, *fields)
        + struct.pack("<HHI", 22, bits, mask)
        + encoding.guid
    )
