"""Notes of a MusicXML score, packed or not."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from cass_core.errors import MediaError

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


@dataclass(frozen=True)
class Note:
    """A note of a score.

    Attributes:
        part: number of the part, the highest one first.
        start: in quarter notes from the beginning.
        length: in quarter notes.
        pitch: 60 is the middle C.
    """

    part: int
    start: float
    length: float
    pitch: int


def read_score(path: Path) -> tuple[Note, ...]:
    """The notes of all parts in the order of their beginnings; repeats are played once.

    Args:
        path: `.mxl`, `.xml` or `.musicxml`.

    Returns:
        Tied notes are one; grace notes are left out. MediaError where the file is no such score.
    """
    try:
        root = ElementTree.fromstring(_content(path))
        parts = [list(_part_notes(part, row)) for row, part in enumerate(root.findall("part"))]
    except (OSError, ElementTree.ParseError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise MediaError(f"The score {path} cannot be read; leave it out.") from error
    notes = (note for part in parts for note in _tied(part))
    return tuple(sorted(notes, key=lambda note: (note.start, note.part, note.pitch)))


def _content(path: Path) -> bytes:
    if path.suffix != ".mxl":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        container = ElementTree.fromstring(archive.read("META-INF/container.xml"))
        inner = container.find(".//{*}rootfile")
        return archive.read(inner.attrib["full-path"] if inner is not None else "")


def _part_notes(part: Element, row: int) -> Iterator[tuple[Note, bool]]:
    """Each note, and whether a tie leads to it."""
    divisions, transposed, at, begun = 1.0, 0, 0.0, 0.0
    for element in part.iterfind("measure/*"):
        length = float(element.findtext("duration") or 0) / divisions
        if element.tag == "attributes":
            divisions = float(element.findtext("divisions") or divisions)
            transposed = int(element.findtext("transpose/chromatic") or transposed)
        elif element.tag == "backup":
            at -= length
        elif element.tag == "forward":
            at += length
        elif element.tag == "note" and element.find("grace") is None:
            begun = begun if element.find("chord") is not None else at
            pitch = element.find("pitch")
            if pitch is not None and length > 0:
                is_tied = any(tie.get("type") == "stop" for tie in element.iterfind("tie"))
                yield Note(row, begun, length, _number(pitch) + transposed), is_tied
            at = max(at, begun + length)


def _number(pitch: Element) -> int:
    step = _STEPS[pitch.findtext("step") or ""]
    alter = round(float(pitch.findtext("alter") or 0))
    return 12 * (int(pitch.findtext("octave") or 4) + 1) + step + alter


def _tied(notes: list[tuple[Note, bool]]) -> Iterator[Note]:
    sounding: dict[int, Note] = {}
    for note, is_tied in sorted(notes, key=lambda item: item[0].start):
        held = sounding.get(note.pitch)
        if is_tied and held is not None:
            length = note.start + note.length - held.start
            sounding[note.pitch] = Note(held.part, held.start, length, held.pitch)
            continue
        if held is not None:
            yield held
        sounding[note.pitch] = note
    yield from sounding.values()
