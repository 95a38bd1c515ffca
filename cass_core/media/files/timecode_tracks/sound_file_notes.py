"""What recorders write into sound files about their timecode: iXML, and lines in `bext`."""

import re
from fractions import Fraction
from pathlib import Path

from cass_core.errors import SettingsError
from cass_core.media.files.picture_rate import is_sensible, standard_rate
from cass_core.media.files.sound_chunks import chunk_text
from cass_core.media.files.timecode import TimecodeRate, can_drop_frames

_DESCRIPTION_BYTES = 256
_XML_RATE = re.compile(r"<TIMECODE_RATE>\s*(\d+)(?:/(\d+)|(\.\d+))?\s*</TIMECODE_RATE>")
_XML_FLAG = re.compile(r"<TIMECODE_FLAG>\s*(\w+)\s*</TIMECODE_FLAG>")
_LINE = re.compile(r"SPEED=(\d{1,3}(?:\.\d+)?)-?([A-Z]*)")


def noted_rate(path: Path) -> TimecodeRate | None:
    """How the timecode of a sound file counts its frames.

    Args:
        path: a WAV of any size.

    Returns:
        What iXML says, else what recorders write into the description of `bext`; None where
        neither says it.
    """
    notes = chunk_text(path, (b"iXML", b"bext"))
    return _rate_of_xml(notes.get(b"iXML", "")) or _rate_of_lines(notes.get(b"bext", ""))


def _rate_of_xml(text: str) -> TimecodeRate | None:
    match, flag = _XML_RATE.search(text), _XML_FLAG.search(text)
    if not match:
        return None
    number = Fraction(match[1] + (match[3] or ""))
    below = int(match[2] or 1)
    return _rate(number / below if below else Fraction(0), flag[1] if flag else "")


def _rate_of_lines(text: str) -> TimecodeRate | None:
    match = _LINE.search(text[:_DESCRIPTION_BYTES])
    return _rate(Fraction(match[1]), match[2]) if match else None


def _rate(fps: Fraction, flag: str) -> TimecodeRate | None:
    """The exact rate of what was written with a few digits."""
    if not is_sensible(fps):
        return None
    exact = standard_rate(fps)
    is_drop = flag.upper() in ("DF", "D") and can_drop_frames(exact)
    try:
        return TimecodeRate(exact, is_drop)
    except SettingsError:
        return None
