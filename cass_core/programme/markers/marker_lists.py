"""The kinds of marker lists: which can be written, and which a file is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cass_core.programme.markers.audacity_labels import is_labels, read_labels, write_labels
from cass_core.programme.markers.csv_list import read_csv, write_csv
from cass_core.programme.markers.edl import is_edl, read_edl, write_edl
from cass_core.programme.markers.found_marker import Found
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.pro_tools_text import (
    is_pro_tools,
    read_pro_tools,
    write_pro_tools,
)
from cass_core.programme.markers.subtitles import is_subtitles, read_subtitles

Reader = Callable[[str, MarkerAxis], Iterator[Found]]
Writer = Callable[[Sequence[Marker], MarkerAxis], str]

SUFFIXES = (".csv", ".tsv", ".edl", ".txt", ".srt", ".vtt")
"""Endings of lists that can be read."""

# tried in this order: what each looks like, and who reads it; a table may look like anything
_READERS: tuple[tuple[Callable[[str], bool], Reader], ...] = (
    (is_subtitles, read_subtitles),
    (is_pro_tools, read_pro_tools),
    (is_edl, read_edl),
    (is_labels, read_labels),
    (lambda _text: True, read_csv),
)


@dataclass(frozen=True)
class MarkerList:
    """A kind of list that can be written.

    Attributes:
        suffix: ending of the file, with its dot.
        write: makes the text.
    """

    suffix: str
    write: Writer


def marker_list(key: str, title: str) -> MarkerList:
    """A kind of list by its key: "csv", "edl", "protools" or "audacity".

    Args:
        key: of the kind.
        title: of the programme, for kinds that have one.

    Returns:
        The kind.
    """
    return {
        "csv": MarkerList(".csv", write_csv),
        "edl": MarkerList(".edl", partial(write_edl, title=title)),
        "protools": MarkerList(".txt", partial(write_pro_tools, title=title)),
        "audacity": MarkerList(".txt", write_labels),
    }[key]


def found_markers(text: str, axis: MarkerAxis) -> list[Found]:
    """All lines of a list that should be markers, whichever kind it is."""
    reader = next(read for is_it, read in _READERS if is_it(text))
    return list(reader(text, axis))
