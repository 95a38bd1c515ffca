"""Chunks for WAV files, as recorders write them beside the sound."""

import struct
from pathlib import Path


def with_chunk(path: Path, kind: bytes, content: bytes) -> Path:
    """Put a chunk before the others of a WAV; the path."""
    data = path.read_bytes()
    chunk = struct.pack("<4sI", kind, len(content)) + content + b"\0" * (len(content) % 2)
    size = struct.unpack("<I", data[4:8])[0] + len(chunk)
    path.write_bytes(data[:4] + struct.pack("<I", size) + data[8:12] + chunk + data[12:])
    return path


def ixml(rate: str, flag: str = "NDF") -> bytes:
    """Notes of a recorder about its timecode."""
    speed = f"<TIMECODE_RATE>{rate}</TIMECODE_RATE><TIMECODE_FLAG>{flag}</TIMECODE_FLAG>"
    return f"<?xml?><BWFXML><SPEED>{speed}</SPEED></BWFXML>".encode()


def bext(time_reference: int, description: str = "") -> bytes:
    """A Broadcast WAV's chunk, without what no test asks for."""
    return (
        struct.pack("<256s32s32s18sQH", description.encode(), b"", b"", b"", time_reference, 1)
        + b"\0" * 254
    )
