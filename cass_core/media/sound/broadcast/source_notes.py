"""What a recorder, a camera or an editor noted in a file, carried over to what is made of it."""

from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, XMLParser

from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.sound_chunks import chunk_text

_DESCRIPTION = slice(0, 256)
_ORIGINATOR = slice(256, 288)
_HISTORY_AT = 602


@dataclass(frozen=True)
class SourceNotes:
    """Notes of a source, each empty where it has none.

    Attributes:
        project: name of the project.
        scene: scene.
        take: take.
        tape: name of the tape or the reel.
        note: what somebody wrote about it.
        description: of its `bext` chunk.
        originator: who made it.
        coding_history: how it was stored before, a line for each step.
        has_adm: whether it says where its sounds are in the room (ADM), which is not carried over.
    """

    project: str = ""
    scene: str = ""
    take: str = ""
    tape: str = ""
    note: str = ""
    description: str = ""
    originator: str = ""
    coding_history: str = ""
    has_adm: bool = False


def source_notes(path: Path, info: MediaInfo | None = None) -> SourceNotes:
    """The notes of a file; one that cannot be read has none.

    Args:
        path: any file.
        info: what a movie says about itself; None where nobody has asked it.

    Returns:
        What the `bext` and `iXML` chunks of a sound file say, else the tags of a movie.
    """
    own = _chunk_notes(path)
    if info is None:
        return own
    return replace(
        own,
        scene=own.scene or info.scene,
        take=own.take or info.take,
        tape=own.tape or info.tape,
        note=own.note or own.description or info.comment,
    )


def _chunk_notes(path: Path) -> SourceNotes:
    found = chunk_text(path, (b"bext", b"iXML", b"chna"))
    root = _parsed(found.get(b"iXML", ""))
    bext = found.get(b"bext", "")

    def said(name: str) -> str:
        child = None if root is None else root.find(name)
        return "" if child is None else (child.text or "").strip()

    return SourceNotes(
        project=said("PROJECT"),
        scene=said("SCENE"),
        take=said("TAKE"),
        tape=said("TAPE"),
        note=said("NOTE"),
        description=_words(bext[_DESCRIPTION]),
        originator=_words(bext[_ORIGINATOR]),
        coding_history=_words(bext[_HISTORY_AT:]),
        has_adm=b"chna" in found,
    )


def _words(text: str) -> str:
    return text.split("\0", 1)[0].strip()


def _parsed(text: str) -> Element | None:
    """The root of the notes; None where they are no XML or define entities of their own."""
    text = text.strip("\0 \r\n\t\ufeff")
    if not text or "<!DOCTYPE" in text:  # no recorder writes one, and it can be made to grow
        return None
    parser = XMLParser()
    try:
        parser.feed(text.encode("utf-8", "replace"))
        return parser.close()
    except (ParseError, ValueError):
        return None
