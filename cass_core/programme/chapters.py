"""Recordings that a camera or a recorder split into files, found by name and by what they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cass_core.errors import CassError
from cass_core.isolation.isolated import isolated_call
from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.probe import media_hash, probe
from cass_core.media.files.recording_list import Chapter, is_recording, write_recording

_FIRST_OF_GOPRO = re.compile(r"GOPR(\d{4})", re.IGNORECASE)
_MOST_CHAPTERS = 999
_LARGEST = 1_900_000_000  # bytes from which a file looks cut because it was full
_APART_S = Fraction(1, 24)  # by which time stamps may miss each other


@dataclass(frozen=True)
class _Pattern:
    """Names of chapters: what stays, and the number that rises.

    Attributes:
        name: what is before, the number, and what is behind.
        is_sure: whether only chapters are called so; else their time stamps or sizes decide.
    """

    name: re.Pattern[str]
    is_sure: bool = False


_PATTERNS = (
    _Pattern(re.compile(r"(G[HLPSX])(\d\d)(\d{4})", re.IGNORECASE), is_sure=True),  # GoPro
    _Pattern(
        re.compile(r"(ZOOM\d{4}(?:_[A-Za-z0-9]+)?[_-])(\d{4})()", re.IGNORECASE), is_sure=True
    ),
    _Pattern(re.compile(r"(.+[_-])(\d{3,4})()")),  # Zoom, Tascam, Sound Devices and others
)


def may_have_chapters(path: Path) -> bool:
    """Whether a file beside it is called as the next or the former chapter would be."""
    return not is_recording(path) and any(_beside(path, step) for step in (-1, 1))


def chapters_of(path: Path) -> tuple[Path, ...]:
    """The files of a recording, whichever of them is given.

    Args:
        path: a movie or sound file.

    Returns:
        All in their order; the file alone where nothing goes on from it or leads to it.
    """
    if not may_have_chapters(path):
        return (path,)
    return isolated_call(path.name, _chain, path)


def joined_chapters(chapters: tuple[Path, ...]) -> Path:
    """A recording's list, written beside its files, to be opened like one of them.

    Args:
        chapters: of `chapters_of`.

    Returns:
        The list; the file itself where it is alone.

    Raises:
        MediaError: a file cannot be read.
        OutputError: the list cannot be written.
    """
    if len(chapters) < 2:
        return chapters[0]
    return write_recording(isolated_call(chapters[0].name, _measured, chapters))


def _measured(chapters: tuple[Path, ...]) -> tuple[Chapter, ...]:
    return tuple(Chapter(path, _length_s(probe(path)), media_hash(path)) for path in chapters)


def _chain(path: Path) -> tuple[Path, ...]:
    found = [path, *_followed(path, 1)]
    return (*reversed(list(_followed(path, -1))), *found)


def _followed(path: Path, step: int) -> Iterator[Path]:
    """The chapters on one side, as far as each fits to the one before."""
    for _ in range(_MOST_CHAPTERS):
        near = _beside(path, step)
        if near is None:
            return
        other, is_sure = near
        early, late = (path, other) if step > 0 else (other, path)
        if not _continues(early, late, is_sure):
            return
        yield other
        path = other


def _beside(path: Path, step: int) -> tuple[Path, bool] | None:
    """The file whose name is the next or the former chapter's, and whether that name is sure."""
    for name, is_sure in _neighbours(path.stem, step):
        other = path.with_name(name + path.suffix)
        if other.is_file():
            return other, is_sure
    return None


def _neighbours(stem: str, step: int) -> Iterator[tuple[str, bool]]:
    if step > 0 and (first := _FIRST_OF_GOPRO.fullmatch(stem)):
        yield f"GP01{first[1]}", True
        return
    for pattern in _PATTERNS:
        if not (match := pattern.name.fullmatch(stem)):
            continue
        before, number, behind = match.groups()
        wanted = int(number) + step
        if before.upper() == "GP" and wanted == 0:
            yield f"GOPR{behind}", True
        elif wanted >= 0 and len(str(wanted)) <= len(number):
            yield f"{before}{wanted:0{len(number)}d}{behind}", pattern.is_sure
        return


def _continues(early: Path, late: Path, is_sure: bool) -> bool:
    """Whether one file goes on where the other ends."""
    try:
        one, other = probe(early), probe(late)
        if _streams(one) != _streams(other):
            return False
        first_s, second_s = _starts_s(one), _starts_s(other)
        # some recorders stamp all chapters with the start of the first
        if first_s is not None and second_s is not None and first_s != second_s:
            return abs(first_s + _length_s(one) - second_s) <= _APART_S
        return is_sure or early.stat().st_size >= _LARGEST
    except (CassError, OSError):
        return False


def _streams(info: MediaInfo) -> tuple[object, ...]:
    """What all chapters have in common."""
    sounds = tuple((s.codec, s.rate_hz, s.num_channels, s.bits) for s in info.audio)
    pictures = tuple((v.codec, v.width, v.height, v.fps) for v in info.video)
    return info.container, sounds, pictures


def _starts_s(info: MediaInfo) -> Fraction | None:
    """Time of day by the time stamp of a Broadcast WAV; cameras count timecode in other ways."""
    if info.time_reference is None or not info.audio or not info.audio[0].rate_hz:
        return None
    return Fraction(info.time_reference, info.audio[0].rate_hz)


def _length_s(info: MediaInfo) -> Fraction:
    """Length of the sound, which must join to the sample; of the picture where there is none."""
    sound = info.audio[0].duration_s if info.audio else None
    return sound or info.duration_s
