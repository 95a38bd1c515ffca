"""Markers in edit decision lists: CMX 3600 with the notes of Resolve and the locators of Avid.

Resolve writes an event of one frame for each marker and below it `|C:colour |M:name |D:frames`.
Avid writes `* LOC: timecode COLOUR name` below the event that the locator lies in.
"""

import re
from collections.abc import Iterator, Sequence

from cass_core.media.files.timecode import frames_to_timecode
from cass_core.programme.markers.found_marker import Found
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis

_TIMECODE = r"\d{2}:\d{2}:\d{2}[:;]\d{2,3}"
_EVENT = re.compile(
    rf"\s*\d+\s+\S+\s+\S+\s+\S+(?:\s+\d+)?\s+{_TIMECODE}\s+{_TIMECODE}\s+({_TIMECODE})\s+{_TIMECODE}"
)
_NOTE = re.compile(r"[^|]*\|C:(\S*)\s*\|M:(.*?)\s*\|D:(\d+)\s*")
_LOCATOR = re.compile(rf"\s*\*\s*LOC:\s*({_TIMECODE})\s+(\S+)\s*(.*?)\s*")
_COUNTING = re.compile(r"\s*FCM:\s*(NON[- ]DROP|DROP)[- ]FRAME", re.IGNORECASE)
_MOST_EVENTS = 9999


def is_edl(text: str) -> bool:
    """Whether a text looks like an edit decision list."""
    return any(
        line.startswith("TITLE:") or _COUNTING.match(line) or _EVENT.match(line)
        for line in text.splitlines()[:20]
    )


def write_edl(markers: Sequence[Marker], axis: MarkerAxis, title: str = "Markers") -> str:
    """A list that Resolve imports as timeline markers; other programs read its locators."""
    counting = "DROP FRAME" if axis.rate.drop_frame else "NON-DROP FRAME"
    lines = [f"TITLE: {_plain(title)}", f"FCM: {counting}", ""]
    for number, marker in enumerate(markers[:_MOST_EVENTS], 1):
        frame = axis.clock.first_frame + axis.clock.frame_at(marker.sample)
        begin, after = (frames_to_timecode(count, axis.rate) for count in (frame, frame + 1))
        length = max(round(marker.length * axis.rate.fps / axis.clock.rate_hz), 1)
        name = _plain(marker.name)
        lines.append(f"{number:03d}  AX       V     C        {begin} {after} {begin} {after}")
        lines.append(f" |C:ResolveColorBlue |M:{name} |D:{length}")
        lines.append(f"* LOC: {begin} BLUE    {name}")
        lines.append("")
    return "\r\n".join(lines)


def read_edl(text: str, axis: MarkerAxis) -> Iterator[Found]:
    """Markers of a list: Resolve's notes where it has them, else Avid's locators."""
    lines = text.splitlines()
    counted = next(filter(None, map(_COUNTING.match, lines)), None)
    if counted:
        axis = axis.counting(drop_frame=counted[1].upper() == "DROP")
    if any(map(_NOTE.fullmatch, lines)):
        yield from _noted(lines, axis)
        return
    for number, line in enumerate(lines, 1):
        if locator := _LOCATOR.fullmatch(line):
            yield Found.read(number, _at, locator[1], locator[3], 1, axis)


def _noted(lines: list[str], axis: MarkerAxis) -> Iterator[Found]:
    where = ""
    for number, line in enumerate(lines, 1):
        if event := _EVENT.match(line):
            where = event[1]
        elif note := _NOTE.fullmatch(line):
            yield Found.read(number, _at, where, note[2], int(note[3]), axis)


def _at(timecode: str, name: str, num_frames: int, axis: MarkerAxis) -> Marker:
    start = axis.sample_of_timecode(timecode)
    if num_frames < 2:
        return Marker(start, name)
    frame = axis.clock.frame_at(start)
    stop = axis.clock.frame_borders()(frame + num_frames)
    return Marker(start, name, stop - start)


def _plain(text: str) -> str:
    """A text of one line without the sign that ends a name."""
    return " ".join(text.replace("|", "/").split())
