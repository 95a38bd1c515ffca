"""The `cue ` chunk and its labels: markers that editing programs show on a WAV file."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from cass_core.media.sound.broadcast.bext import padded_chunk

_MOST_BYTES = 255  # of a label
_LAST = 0xFFFFFFFF  # a cue's place has 32 bits


@dataclass(frozen=True)
class Cue:
    """A marker.

    Attributes:
        sample: from the file's first one.
        name: what it is called.
    """

    sample: int
    name: str = ""


def cue_chunks(cues: Sequence[Cue]) -> bytes:
    """Both chunks, or nothing where there are no markers.

    Args:
        cues: in rising order; those that 32 bits cannot place are left out.

    Returns:
        The bytes, ready to stand before the sound.
    """
    placed = [cue for cue in cues if 0 <= cue.sample <= _LAST]
    if not placed:
        return b""
    points, labels = struct.pack("<I", len(placed)), b"adtl"
    for number, cue in enumerate(placed, 1):
        points += struct.pack("<II4sIII", number, cue.sample, b"data", 0, 0, cue.sample)
        text = cue.name.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
        content = struct.pack("<I", number) + text.encode("utf-8") + b"\0"
        labels += padded_chunk(b"labl", content)
    return padded_chunk(b"cue ", points) + padded_chunk(b"LIST", labels)
