"""The chunks of sound files, walked without a decoder: WAV of all sizes, Wave64, AIFF, CAF."""

import struct
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cass_core.errors import MediaError
from cass_core.media.files.recording_list import first_chapter

_MOST_CHUNKS = 1000  # a damaged file may claim any number
_MOST_TEXT = 1 << 20  # bytes
_IN_DS64 = 0xFFFFFFFF
_UNKNOWN = -1


@dataclass(frozen=True)
class Chunk:
    """A part of a file.

    Attributes:
        kind: four letters.
        start: its first byte behind the head.
        size: bytes that it claims; negative where its head does not say.
    """

    kind: bytes
    start: int
    size: int


@dataclass(frozen=True)
class _Form:
    """How a family of files writes its chunks."""

    first: int
    head: struct.Struct
    step: int = 1  # the next one begins at a multiple of it
    counts_head: bool = False  # whether the size is that of head and content


_WAVE = _Form(12, struct.Struct("<4sI"), 2)
_WAVE_64 = _Form(40, struct.Struct("<4s12xq"), 8, counts_head=True)
_AIFF = _Form(12, struct.Struct(">4sI"), 2)
_CAF = _Form(8, struct.Struct(">4sq"))
_SOUND = (b"data", b"SSND")
_WAVE_64_HEAD = b"riff" + bytes.fromhex("2e91cf11a5d628db")  # of its identifier


def chunks(file: IO[bytes]) -> Iterator[Chunk]:
    """The chunks of a sound file in their order; nothing where it is another kind of file.

    Args:
        file: open for reading; may be sought in between.

    Yields:
        Chunk: up to the end of the file.
    """
    file.seek(0)
    form = _form(file.read(12))
    place, data_size = form.first if form else 0, _UNKNOWN
    for _ in range(_MOST_CHUNKS if form else 0):
        assert form is not None
        file.seek(place)
        head = file.read(form.head.size)
        if len(head) < form.head.size:
            return
        kind, size = form.head.unpack(head)
        place += form.head.size
        size -= form.head.size if form.counts_head else 0
        if kind == b"ds64":
            data_size = int.from_bytes(file.read(16)[8:], "little")
        if kind == b"data" and size == _IN_DS64 and form is _WAVE:
            size = data_size
        yield Chunk(kind, place, size)
        if size < 0:
            return
        place += -(-size // form.step) * form.step


def chunk_text(path: Path, kinds: Collection[bytes]) -> dict[bytes, str]:
    """What chunks of notes say.

    Args:
        path: any file; of a recording in chapters the first one is read.
        kinds: the chunks that are wanted, by their four letters.

    Returns:
        The text of each kind that the file holds, at most a MiB.
    """
    found: dict[bytes, str] = {}
    with suppress(OSError, MediaError), first_chapter(path).open("rb") as file:
        for chunk in chunks(file):
            if chunk.kind in kinds:
                file.seek(chunk.start)
                content = file.read(min(chunk.size, _MOST_TEXT))
                found[chunk.kind] = content.decode("utf-8", "replace")
    return found


def share_there(path: Path) -> float:
    """Which part of its sound a file really holds, 1 where it is whole or does not say.

    Args:
        path: any file.

    Returns:
        Under 1 for a file that was cut off.
    """
    try:
        with path.open("rb") as file:
            sound = next((chunk for chunk in chunks(file) if chunk.kind in _SOUND), None)
            there = path.stat().st_size - (sound.start if sound else 0)
    except OSError:
        return 1.0
    # programs that write into a pipe cannot go back and leave 0 or the largest number
    if sound is None or sound.size <= 0 or sound.size >= _IN_DS64 - 0xFFFF > there:
        return 1.0
    return min(max(there, 0) / sound.size, 1.0)


def _form(head: bytes) -> _Form | None:
    if head[:4] in (b"RIFF", b"RF64", b"BW64") and head[8:] == b"WAVE":
        return _WAVE
    if head == _WAVE_64_HEAD:
        return _WAVE_64
    if head[:4] == b"FORM" and head[8:] in (b"AIFF", b"AIFC"):
        return _AIFF
    return _CAF if head[:4] == b"caff" else None
