"""The timecode track of QuickTime and MP4 files: how it counts, which FFmpeg does not tell."""

import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import IO

from cass_core.errors import SettingsError
from cass_core.media.files.timecode import TimecodeRate

_WAY = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd")
_ENTRY = struct.Struct(">I4s6xH4xIIIB")  # of `stsd`, behind version and number of entries
_COUNTED_ENTRIES = 8
_DROP_FRAME = 1
_MOST_BOXES = 10_000  # a damaged file may claim any number


def quicktime_rate(path: Path) -> TimecodeRate | None:
    """How the first timecode track counts its frames.

    Args:
        path: a file of QuickTime's kind.

    Returns:
        Rate and drop flag; None where there is no timecode track or it makes no sense.
    """
    try:
        with path.open("rb") as file:
            for start, stop in _boxes(file, _WAY, 0, path.stat().st_size):
                file.seek(start + _COUNTED_ENTRIES)
                entry = file.read(min(stop - start, _ENTRY.size))
                if len(entry) == _ENTRY.size and (rate := _rate(*_ENTRY.unpack(entry))):
                    return rate
    except OSError:
        return None
    return None


def _rate(
    size: int, kind: bytes, reference: int, flags: int, scale: int, duration: int, nominal: int
) -> TimecodeRate | None:
    """What a sample entry says, unless it contradicts itself."""
    del size, reference
    if kind != b"tmcd" or not scale or not duration:
        return None
    try:
        rate = TimecodeRate(Fraction(scale, duration), bool(flags & _DROP_FRAME))
    except SettingsError:
        return None
    return rate if rate.nominal == nominal else None


def _boxes(
    file: IO[bytes], way: tuple[bytes, ...], start: int, stop: int
) -> Iterator[tuple[int, int]]:
    """Where the contents of all boxes at the end of a way of nested boxes lie."""
    for kind, first, last in _children(file, start, stop):
        if kind != way[0]:
            continue
        if len(way) == 1:
            yield first, last
        else:
            yield from _boxes(file, way[1:], first, last)


def _children(file: IO[bytes], start: int, stop: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, first byte and end of the contents of the boxes between two places."""
    for _ in range(_MOST_BOXES):
        file.seek(start)
        head = file.read(16)
        if len(head) < 8 or start + 8 > stop:
            return
        size, kind = struct.unpack(">I4s", head[:8])
        length = 8
        if size == 1 and len(head) == 16:
            size, length = struct.unpack(">Q", head[8:])[0], 16
        end = stop if size == 0 else start + size
        if end < start + length:
            return
        yield kind, start + length, min(end, stop)
        start = end
