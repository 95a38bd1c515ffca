"""The chunk that makes a WAV file a Broadcast WAV: where on the day's clock it starts."""

import struct
from dataclasses import dataclass
from datetime import datetime

_FIXED = struct.Struct("<256s32s32s10s8sQH64s190s")
_VERSION = 1


@dataclass(frozen=True)
class BroadcastInfo:
    """What an editing program reads beside the sound (EBU Tech 3285).

    Attributes:
        time_reference: samples since midnight of the first sample.
        description: what the sound is; cut to 256 bytes.
        originator: the program that made it; cut to 32 bytes.
        made: when; None leaves date and time empty.
        coding_history: how it is stored, a line for each step.
    """

    time_reference: int
    description: str = ""
    originator: str = "Cass Studio"
    made: datetime | None = None
    coding_history: str = ""


def broadcast_chunk(info: BroadcastInfo) -> bytes:
    """The whole `bext` chunk, padded to an even length.

    Args:
        info: what to write; letters outside ASCII lose their accents to question marks.

    Returns:
        The bytes, ready to stand between the RIFF head and the format.
    """
    date = info.made.strftime("%Y-%m-%d") if info.made else ""
    time = info.made.strftime("%H:%M:%S") if info.made else ""
    fixed = _FIXED.pack(
        _ascii(info.description, 256),
        _ascii(info.originator, 32),
        b"",
        _ascii(date, 10),
        _ascii(time, 8),
        info.time_reference,
        _VERSION,
        b"",
        b"",
    )
    body = fixed + _ascii(info.coding_history, 1 << 16)
    return struct.pack("<4sI", b"bext", len(body)) + body + b"\0" * (len(body) % 2)


def _ascii(text: str, most_bytes: int) -> bytes:
    return text.encode("ascii", "replace")[:most_bytes]
