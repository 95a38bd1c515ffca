"""Markers in Pro Tools' "Session Info as Text".

Written are the heading and the markers' listing; read is the listing, wherever it stands.
"""

import re
from collections.abc import Iterator, Sequence

from cass_core.programme.markers.found_marker import Found
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis

_TITLE = "M A R K E R S  L I S T I N G"
_HEADING = re.compile(r"#\s+LOCATION\s+TIME REFERENCE\s+UNITS\s+NAME")


def is_pro_tools(text: str) -> bool:
    """Whether a text is one that Pro Tools exports."""
    return text.startswith("SESSION NAME:") or _TITLE in text


def write_pro_tools(markers: Sequence[Marker], axis: MarkerAxis, title: str = "Markers") -> str:
    """The session's heading and its markers, in columns separated by tabs."""
    clock = axis.clock
    start = axis.timecode(axis.span.start)
    counting = " Drop" if axis.rate.drop_frame else ""
    lines = [
        f"SESSION NAME:\t{' '.join(title.split())}",
        f"SAMPLE RATE:\t{clock.rate_hz:.6f}",
        f"SESSION START TIMECODE:\t{start}",
        f"TIMECODE FORMAT:\t{float(axis.rate.fps):.5g}{counting} Frame",
        "",
        "",
        _TITLE,
        f"{'#':<4}\t{'LOCATION':<13}\t{'TIME REFERENCE':<18}\t{'UNITS':<9}\t{'NAME':<33}\tCOMMENTS",
    ]
    for number, marker in enumerate(markers, 1):
        place = marker.sample - axis.span.start
        name = " ".join(marker.name.split())
        lines.append(
            f"{number:<4}\t{axis.timecode(marker.sample):<13}\t{place:<18}\tSamples  \t{name:<33}\t"
        )
    return "\r\n".join((*lines, ""))


def read_pro_tools(text: str, axis: MarkerAxis) -> Iterator[Found]:
    """Markers of the listing; a session that drops frame numbers says so in its heading."""
    counted = re.search(r"^TIMECODE FORMAT:\s*(.*)$", text, re.MULTILINE)
    if counted:
        axis = axis.counting(drop_frame="drop" in counted[1].casefold().replace("non-drop", ""))
    begun = False
    for number, line in enumerate(text.splitlines(), 1):
        if _HEADING.match(line):
            begun = True
        elif begun and not line.strip():
            begun = False
        elif begun:
            yield Found.read(number, _marker, line, axis)


def _marker(line: str, axis: MarkerAxis) -> Marker:
    _, location, _, _, name, *_ = (*map(str.strip, line.split("\t")), "")
    return Marker(axis.sample_of(location), name)
