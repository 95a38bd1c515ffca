"""Markers as a table: ours, Premiere's, Reaper's and whatever names its columns alike.

Premiere exports "Marker Name, Description, In, Out, Duration, Marker Type", Reaper's region and
marker manager "#, Name, Start, End, Length".
"""

import csv
import io
from collections.abc import Iterator, Sequence

from cass_core.programme.markers.found_marker import Found
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.table_text import first_of, table_rows

_HEADINGS = ("Number", "Name", "In", "Out", "Start sample", "Length samples")
STARTS = (
    "in", "start", "from", "timecode", "time", "position", "record in", "timecode in", "start time",
)  # fmt: skip
"""Headings above where something begins."""
STOPS = ("out", "end", "to", "record out", "timecode out", "stop", "end time")
"""Headings above where it ends."""
_NAMES = (
    "marker name",
    "name",
    "label",
    "title",
    "kind",
    "description",
    "notes",
    "comment",
    "text",
)


def write_csv(markers: Sequence[Marker], axis: MarkerAxis) -> str:
    """A table that spreadsheets open, in timecodes and in samples of the files."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for number, marker in enumerate(markers, 1):
        begin, end = axis.timecode(marker.sample), axis.timecode_behind(marker.stop)
        place = marker.sample - axis.span.start
        writer.writerow((number, marker.name, begin, end, place, marker.length))
    return text.getvalue()


def read_csv(text: str, axis: MarkerAxis) -> Iterator[Found]:
    """Markers of a table with headings."""
    for number, cells in table_rows(text):
        yield Found.read(number, _marker, cells, axis)


def _marker(cells: dict[str, str], axis: MarkerAxis) -> Marker:
    name = first_of(cells, *_NAMES)
    if sample := cells.get("start sample"):
        place, length = int(sample), int(cells.get("length samples") or 0)
        return Marker(axis.span.start + place, name, max(length, 0))
    start = axis.sample_of(first_of(cells, *STARTS))
    end = first_of(cells, *STOPS)
    return Marker(start, name, max(axis.sample_of(end) - start, 0) if end else 0)
