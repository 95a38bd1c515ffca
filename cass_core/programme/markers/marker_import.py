"""Reading a file of markers for a programme that is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.markers.found_marker import Found
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.marker_lists import found_markers
from cass_core.programme.markers.table_text import list_text
from cass_core.shown_text import shown

_HOUR_S, _DAY_S = 3600, 86_400


@dataclass(frozen=True)
class ImportedMarkers:
    """What a file holds for a programme.

    Attributes:
        markers: inside the programme, in rising order.
        notices: what the user must know, a sentence each.
    """

    markers: tuple[Marker, ...]
    notices: tuple[str, ...] = ()


def import_markers(path: Path, clock: ProgrammeClock, num_samples: int) -> ImportedMarkers:
    """Read a list of markers, regions or dialogue.

    Args:
        path: CSV of Premiere, Reaper or this program, EDL, Audacity's labels, Pro Tools' text,
            SRT or VTT, told apart by what they hold.
        clock: of the programme.
        num_samples: its length.

    Returns:
        At least one marker.

    Raises:
        MediaError: the file cannot be read, or holds no marker of the programme.
    """
    axis = MarkerAxis(clock, SampleSpan(0, num_samples))
    found = found_markers(list_text(path), axis)
    markers = [_named(one.marker) for one in found if one.marker is not None]
    if not markers:
        raise MediaError(
            f"{path.name} holds no markers that can be read; export them as CSV, EDL, Audacity "
            "labels, Pro Tools text, SRT or VTT."
        )
    placed, moved = placed_markers(markers, clock, num_samples)
    inside = [one for one in placed if 0 <= one.sample < num_samples]
    if not inside:
        first = min(markers)
        raise MediaError(
            f"All markers of {path.name} lie outside of the programme, the first at "
            f"{clock.timecode_at(first.sample)}; see whether list and movie start alike."
        )
    kept = {replace(one, length=min(one.length, num_samples - one.sample)) for one in inside}
    notices = (*moved, *_unread(path, found), *_outside(len(placed) - len(inside), len(placed)))
    return ImportedMarkers(tuple(sorted(kept)), notices)


def _named(marker: Marker) -> Marker:
    return replace(marker, name=shown(" ".join(marker.name.split())))


def placed_markers(
    markers: Sequence[Marker], clock: ProgrammeClock, num_samples: int
) -> tuple[list[Marker], tuple[str, ...]]:
    """The markers as they lie in the programme; a list may count from another start.

    Subtitles may hold times of day, and edit lists start at an hour where a movie has no timecode.

    Args:
        markers: as a list counts, at least one.
        clock: of the programme.
        num_samples: its length.

    Returns:
        The markers in the same order, inside the programme where any shift brings one there; and
        what the user must know, a sentence each.
    """
    earliest = min(markers).sample
    day = _DAY_S * clock.rate_hz
    hours = earliest // (_HOUR_S * clock.rate_hz) * _HOUR_S * clock.rate_hz
    for shift, words in (
        (0, ""),
        (day, ""),
        (-clock.reference if clock.is_stated else -hours, "start"),
    ):
        moved = [replace(one, sample=one.sample + shift) for one in markers]
        if any(0 <= one.sample < num_samples for one in moved):
            start = clock.timecode_at(-shift) if words else ""
            said = f"The list counts from {start}, which was taken for the programme's start."
            return moved, (said,) if words else ()
    return list(markers), ()


def _unread(path: Path, found: Sequence[Found]) -> tuple[str, ...]:
    unread = [one.line for one in found if one.marker is None]
    if not unread:
        return ()
    return (
        f"{len(unread)} of {len(found)} entries of {path.name} could not be read, the first in "
        f"line {unread[0]}.",
    )


def _outside(num_outside: int, num_all: int) -> tuple[str, ...]:
    if not num_outside:
        return ()
    return (f"{num_outside} of {num_all} markers lie outside of the programme and were left out.",)
