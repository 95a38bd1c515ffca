"""The timecode of MXF files: how it counts, which FFmpeg does not tell."""

import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from cass_core.errors import SettingsError
from cass_core.media.files.picture_rate import is_sensible
from cass_core.media.files.timecode import TimecodeRate

_HEAD_BYTES = 4 << 20  # the header's metadata stand at the start
_SET = bytes.fromhex("060e2b34025301010d0101010101")
_TIMECODE, _TRACK, _SEQUENCE = b"\x14\x00", b"\x3b\x00", b"\x0f\x00"
_ITSELF, _BASE, _IS_DROP = 0x3C0A, 0x1502, 0x1503
_EDIT_RATE, _TRACKS_SEQUENCE, _COMPONENTS = 0x4B01, 0x4803, 0x1001

_Set = dict[int, bytes]


def mxf_rate(path: Path) -> TimecodeRate | None:
    """How the first timecode of a file counts its frames.

    Args:
        path: an MXF file.

    Returns:
        Rate and drop flag; None where there is no timecode or it makes no sense.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return None
    for component in _sets(head, _TIMECODE):
        base, is_drop = component.get(_BASE, b""), component.get(_IS_DROP, b"")
        fps = _edit_rate(head, component.get(_ITSELF, b""))
        if len(base) != 2 or fps is None:
            continue
        try:
            rate = TimecodeRate(fps, is_drop == b"\x01")
        except SettingsError:
            continue
        if rate.nominal == int.from_bytes(base):
            return rate
    return None


def _edit_rate(head: bytes, component: bytes) -> Fraction | None:
    """Edits a second of the track whose sequence holds a component."""
    for sequence in _sets(head, _SEQUENCE):
        if not component or component not in sequence.get(_COMPONENTS, b""):
            continue
        for track in _sets(head, _TRACK):
            rate = track.get(_EDIT_RATE, b"")
            if track.get(_TRACKS_SEQUENCE) == sequence.get(_ITSELF) and len(rate) == 8:
                return _sensible(*struct.unpack(">II", rate))
    return None


def _sensible(numerator: int, denominator: int) -> Fraction | None:
    fps = Fraction(numerator, denominator) if denominator else Fraction(0)
    return fps if is_sensible(fps) else None


def _sets(head: bytes, kind: bytes) -> Iterator[_Set]:
    """All sets of a kind, as their values by tag."""
    place = head.find(_SET + kind)
    while place >= 0:
        start = place + len(_SET) + len(kind)
        yield _values(_value(head, start))
        place = head.find(_SET + kind, start)


def _value(head: bytes, start: int) -> bytes:
    """The bytes behind a length as KLV writes it."""
    length = head[start] if start < len(head) else 0
    start += 1
    if length & 0x80:
        num_bytes = length & 0x7F
        length = int.from_bytes(head[start : start + num_bytes])
        start += num_bytes
    return head[start : start + length]


def _values(content: bytes) -> _Set:
    """The values of a set by tag; what is cut off is left out."""
    values: _Set = {}
    place = 0
    while place + 4 <= len(content):
        tag, length = struct.unpack_from(">HH", content, place)
        values[tag] = content[place + 4 : place + 4 + length]
        place += 4 + length
    return values
