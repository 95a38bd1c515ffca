"""Which loudspeakers the notes of a sound file name for channels that have no labels."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cass_core.errors import MediaError
from cass_core.media.files.recording_list import first_chapter
from cass_core.media.files.sound_chunks import chunk_text

_TRACK = re.compile(r"<TRACK>(.*?)</TRACK>", re.DOTALL)
_FIELD = re.compile(r"<(INTERLEAVE_INDEX|FUNCTION|NAME)>\s*([^<]*?)\s*</")
_LINE = re.compile(r"TRK(\d{1,3})=([^\r\n]*)")  # of a recorder, in the description of `bext`
_DESCRIPTION_BYTES = 256
_EMPTY_MASK = re.compile(rb"WAVEFORMATEXTENSIBLE_CHANNEL_MASK=0x0+(?![0-9A-Fa-f])", re.IGNORECASE)
_COMMENT_BYTES = 1 << 16  # where comments stand

# what people write for a loudspeaker, without case, blanks and dashes, by FFmpeg's name
_SPEAKERS = {
    "FL": ("L", "LEFT", "FL", "FRONTLEFT"),
    "FR": ("R", "RIGHT", "FR", "FRONTRIGHT"),
    "FC": ("C", "CENTER", "CENTRE", "FC", "FRONTCENTER"),
    "LFE": ("LFE", "LF", "SUB", "LOWFREQUENCY"),
    "SL": ("LS", "SL", "LSS", "LEFTSURROUND", "SURROUNDLEFT"),
    "SR": ("RS", "SR", "RSS", "RIGHTSURROUND", "SURROUNDRIGHT"),
    "BL": ("LSR", "LRS", "LB", "BL", "LEFTREARSURROUND"),
    "BR": ("RSR", "RRS", "RB", "BR", "RIGHTREARSURROUND"),
    "BC": ("CS", "BC", "S", "SURROUND", "CENTERSURROUND"),
}
_BY_WORD = {word: speaker for speaker, words in _SPEAKERS.items() for word in words}


def noted_speakers(path: Path, num_channels: int) -> tuple[str, ...]:
    """FFmpeg's names of the loudspeakers, in the order of the file.

    Args:
        path: any file.
        num_channels: channels of its sound.

    Returns:
        A name for each channel where iXML or the description of `bext` gives each one another
        loudspeaker; else nothing, as for the microphones of a recorder.
    """
    notes = chunk_text(path, (b"iXML", b"bext"))
    for words in (_words_of_xml(notes.get(b"iXML", "")), _words_of_lines(notes.get(b"bext", ""))):
        speakers = [_speaker(words.get(number + 1, ())) for number in range(num_channels)]
        if all(speakers) and len(set(speakers)) == num_channels:
            return tuple(speakers)
    return ()


def says_no_speakers(path: Path) -> bool:
    """Whether a FLAC says that its channels have no places, which its number alone would give.

    That is a comment with an empty channel mask (RFC 9639), as for a recorder's tracks.
    """
    with suppress(OSError, MediaError), first_chapter(path).open("rb") as file:
        return file.read(4) == b"fLaC" and bool(_EMPTY_MASK.search(file.read(_COMMENT_BYTES)))
    return False


def _words_of_xml(text: str) -> dict[int, tuple[str, ...]]:
    """Function and name of each track, by the number of its channel."""
    tracks = (dict(_FIELD.findall(track)) for track in _TRACK.findall(text))
    return {
        int(fields["INTERLEAVE_INDEX"]): (fields.get("FUNCTION", ""), fields.get("NAME", ""))
        for fields in tracks
        if fields.get("INTERLEAVE_INDEX", "").isdecimal()
    }


def _words_of_lines(text: str) -> dict[int, tuple[str, ...]]:
    lines: Iterator[tuple[str, str]] = iter(_LINE.findall(text[:_DESCRIPTION_BYTES]))
    return {int(number): (name,) for number, name in lines}


def _speaker(words: tuple[str, ...]) -> str:
    """The loudspeaker that one of the words names; empty where none does."""
    plain = (re.sub(r"[\s_-]", "", word).upper() for word in words)
    return next((_BY_WORD[word] for word in plain if word in _BY_WORD), "")
