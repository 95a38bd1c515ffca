"""Dialogue lists out of subtitles, SubRip and WebVTT: each line becomes a region with its words."""

import html
import re
from collections.abc import Iterator
from fractions import Fraction

from cass_core.programme.markers.found_marker import Found
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis

_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_CUE = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}.*")
_MARKUP = re.compile(r"<[^>]*>|\{\\[^}]*\}")


def is_subtitles(text: str) -> bool:
    """Whether a text looks like SubRip or WebVTT."""
    return text.startswith("WEBVTT") or any(map(_CUE.match, text.splitlines()[:50]))


def read_subtitles(text: str, axis: MarkerAxis) -> Iterator[Found]:
    """Regions of the cues, in seconds from where plain times of the programme count."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if cue := _CUE.fullmatch(line):
            words = _words(lines[number:])
            yield Found.read(number, _marker, cue, words, axis)


def _words(lines: list[str]) -> str:
    """The text below a cue's times, in one line and without its markup."""
    kept = []
    for line in lines:
        if not line.strip():
            break
        kept.append(line.strip())
    return html.unescape(_MARKUP.sub("", " ".join(kept))).strip()


def _marker(cue: re.Match[str], words: str, axis: MarkerAxis) -> Marker:
    zero = round(axis.clock.plain_zero_s * axis.clock.rate_hz)
    times = cue.groups()[:4], cue.groups()[4:]
    start, stop = (zero + round(_seconds(time) * axis.clock.rate_hz) for time in times)
    return Marker(start, words, max(stop - start, 0))


def _seconds(parts: tuple[str | None, ...]) -> Fraction:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    whole = 3600 * int(hours) + 60 * int(minutes) + int(seconds)
    return whole + Fraction(int(fraction.ljust(3, "0")), 1000)
