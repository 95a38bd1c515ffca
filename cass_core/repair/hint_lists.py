"""Hints as people write them: a table, the named regions of another program, or one line.

A table says in each row from when to when, whose sound that is, and in which band, such as

    start,end,stem,low Hz,high Hz
    01:00:10:00,01:00:12:12,FX,200,4000
    15.5,17,DX

The table that a review writes is one: its places are hints. Of a marker list the regions count
whose name begins with a stem, such as "FX door"; Audacity's labels keep their band.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.errors import SettingsError
from cass_core.programme.markers.audacity_labels import is_labels, label_bands
from cass_core.programme.markers.csv_list import STARTS, STOPS
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.marker_import import placed_markers
from cass_core.programme.markers.marker_lists import found_markers
from cass_core.programme.markers.table_text import first_of, list_text, table_rows
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.repair.guides import Guide
from cass_core.repair.region import Region
from cass_core.repair.shapes import Band
from cass_core.stem_names import STEM_CODES, STEMS, Stem

_STEMS = ("stem", "belongs to")
_LOW, _HIGH = ("low hz", "low"), ("high hz", "high")
_COLUMNS = (STARTS[0], STOPS[0], _STEMS[0], _LOW[0], _HIGH[0])
_FEWEST_COLUMNS = 3
_FIRST_WORD = re.compile(r"\W*(\w+)")
_BY_WORD = {word.casefold(): stem for stem in STEMS for word in (stem.code, stem.label)}
_NO_EDGE = -1.0
_DAY_S = 86_400


@dataclass(frozen=True)
class HintList:
    """What a file says about a movie.

    Attributes:
        guides: at least one, in the order of the file.
        notices: what the user must know, a sentence each.
    """

    guides: tuple[Guide, ...]
    notices: tuple[str, ...] = ()


def read_hints(path: Path, movie: OpenedMovie) -> HintList:
    """Read a list of hints.

    Args:
        path: a table with a column "stem", or any list of markers that can be imported.
        movie: what it is about.

    Returns:
        The hints.

    Raises:
        MediaError: the file cannot be read, or is no text.
        SettingsError: a line is no hint, or none is.
    """
    text = list_text(path)
    rows = list(table_rows(text))
    is_table = any(name in cells for _, cells in rows for name in _STEMS)
    found = _of_table(path, rows, movie) if is_table else _of_markers(path, text, movie)
    if not found.guides:
        raise SettingsError(
            f"{path.name} holds no hints; write a table with the columns start, end and stem, or "
            "begin the names of regions with DX, FX or MX."
        )
    return found


def read_hint(text: str, movie: OpenedMovie) -> Guide:
    """Read one hint.

    Args:
        text: such as "12.5,14,FX" or "01:00:10:00,01:00:12:12,FX,200,4000".
        movie: what it is about.

    Returns:
        The hint.

    Raises:
        SettingsError: it is none.
    """
    cells = [cell.strip() for cell in text.split(",")]
    if not _FEWEST_COLUMNS <= len(cells) <= len(_COLUMNS):
        raise SettingsError(
            f"'{text}' is no hint; write start, end and stem with commas between them, such as "
            "12.5,14,FX, and a band in hertz where there is one, such as 12.5,14,FX,200,4000."
        )
    try:
        return _of_cells(dict(zip(_COLUMNS, cells, strict=False)), movie)
    except SettingsError as error:
        raise SettingsError(f"'{text}' is no hint: {error}") from error


def _of_table(
    path: Path, rows: Sequence[tuple[int, dict[str, str]]], movie: OpenedMovie
) -> HintList:
    guides = [_of_line(path, line, partial(_of_cells, cells, movie)) for line, cells in rows]
    return HintList(tuple(guides))


def _of_markers(path: Path, text: str, movie: OpenedMovie) -> HintList:
    """The regions of a list that name a stem; a list may count from another start."""
    found = found_markers(text, MarkerAxis(movie.clock, SampleSpan(0, _length(movie))))
    named = [
        (one.line, one.marker, stem)
        for one in found
        if one.marker is not None and (stem := _stem_named(one.marker.name))
    ]
    if not named:
        return HintList(())
    bands = label_bands(text) if is_labels(text) else {}
    markers = [marker for _, marker, _ in named]
    placed, notices = placed_markers(markers, movie.clock, _length(movie))
    guides = [
        _of_line(path, line, partial(_guide, at.span, bands.get(line), stem, movie))
        for (line, _, stem), at in zip(named, placed, strict=True)
    ]
    others = len(found) - len(named)
    if others:
        said = f"{others} of {len(found)} entries of {path.name} name no stem and are no hints."
        notices = (*notices, said)
    return HintList(tuple(guides), notices)


def _of_line(path: Path, line: int, read: Callable[[], Guide]) -> Guide:
    """A hint, or a sentence that says in which line there is none."""
    try:
        return read()
    except SettingsError as error:
        raise SettingsError(f"Line {line} of {path.name} is no hint: {error}") from error


def _of_cells(cells: dict[str, str], movie: OpenedMovie) -> Guide:
    stem = _BY_WORD.get(first_of(cells, *_STEMS).casefold())
    if stem is None:
        raise SettingsError(
            f"'{first_of(cells, *_STEMS)}' is no stem; choose {', '.join(STEM_CODES)}."
        )
    edges = (first_of(cells, *names) for names in (_LOW, _HIGH))
    low, high = (_number(edge) if edge else _NO_EDGE for edge in edges)
    return _guide(_span(cells, movie), (low, high), stem, movie)


def _span(cells: dict[str, str], movie: OpenedMovie) -> SampleSpan:
    if "start s" in cells:  # a review's: seconds of the sound, finer than its timecodes
        rate_hz = movie.clock.rate_hz
        start, stop = (_number(cells.get(name, "")) * rate_hz for name in ("start s", "end s"))
        return SampleSpan(round(start), round(stop))
    duration_s = movie.info.duration_s or None
    start_text, stop_text = (first_of(cells, *names).replace(",", ".") for names in (STARTS, STOPS))
    return SampleSpan(
        movie.clock.sample_of(start_text, duration_s), movie.clock.sample_of(stop_text, duration_s)
    )


def _guide(span: SampleSpan, band: Band | None, stem: Stem, movie: OpenedMovie) -> Guide:
    """A hint; SettingsError where it covers nothing of the programme."""
    if span.num_samples <= 0:
        raise SettingsError("A hint needs an end behind its start.")
    if span.stop <= 0 or span.start >= _length(movie):
        raise SettingsError(
            "A hint must lie in the programme, which runs from "
            f"{movie.clock.timecode_at(0)} to {movie.clock.timecode_at(_length(movie))}."
        )
    low, high = band or (_NO_EDGE, _NO_EDGE)
    if low < 0 and high < 0:
        return Guide(Region.box(span), stem)
    edges = max(low, 0.0), high if high >= 0 else movie.clock.rate_hz / 2
    if edges[0] >= edges[1]:
        raise SettingsError("The band of a hint needs an upper edge above its lower one.")
    return Guide(Region.box(span, edges), stem)


def _stem_named(name: str) -> Stem | None:
    """The stem that a marker's name begins with."""
    word = _FIRST_WORD.match(name)
    return _BY_WORD.get(word[1].casefold()) if word else None


def _number(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise SettingsError(f"'{text}' is no number from 0.")
    return value


def _length(movie: OpenedMovie) -> int:
    """Samples of the programme as far as headers tell; a day's where they tell nothing."""
    return round((movie.length_s or _DAY_S) * movie.clock.rate_hz)
