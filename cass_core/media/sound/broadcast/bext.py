"""The `bext` chunk, version 2, that makes a WAV file a Broadcast WAV (EBU Tech 3285)."""

import struct
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cass_core.media.files.sound_chunks import chunks

_FIXED = struct.Struct("<256s32s32s10s8sQH64s5h180x")
_VERSION = 2
_LOUDNESS = struct.Struct("<5h")
_LOUDNESS_AT = 412  # bytes from the start of the content
_UNKNOWN = 0x7FFF  # outside of what a loudness may be
_MOST_HISTORY = 1 << 16
# the label of SMPTE 330M for material of no stated kind whose number is a UUID, and its length
_UMID_LABEL = bytes.fromhex("060a2b340101010501010f2013000000")


@dataclass(frozen=True)
class BroadcastLoudness:
    """What version 2 says of the loudness; None where it was not measured.

    Attributes:
        integrated_lufs: of the whole file.
        range_lu: loudness range.
        true_peak_dbtp: highest true peak.
        momentary_lufs: highest momentary loudness.
        short_term_lufs: highest short-term loudness.
    """

    integrated_lufs: float | None = None
    range_lu: float | None = None
    true_peak_dbtp: float | None = None
    momentary_lufs: float | None = None
    short_term_lufs: float | None = None

    def packed(self) -> bytes:
        """Ten bytes: whole hundredths."""
        values = (
            self.integrated_lufs,
            self.range_lu,
            self.true_peak_dbtp,
            self.momentary_lufs,
            self.short_term_lufs,
        )
        return _LOUDNESS.pack(*map(_hundredths, values))


@dataclass(frozen=True)
class BroadcastInfo:
    """What an editing program reads beside the sound.

    Attributes:
        time_reference: samples since midnight of the first sample.
        description: what the sound is; cut to 256 bytes.
        originator: the program that made it; cut to 32 bytes.
        reference: names the file without doubt; cut to 32 bytes.
        made: when; None leaves date and time empty.
        material: 16 bytes of a UUID for the UMID; empty for none.
        coding_history: how it is stored, a line for each step.
        loudness: as far as it is known.
    """

    time_reference: int
    description: str = ""
    originator: str = "Cass Studio"
    reference: str = ""
    made: datetime | None = None
    material: bytes = b""
    coding_history: str = ""
    loudness: BroadcastLoudness = BroadcastLoudness()


def bext_chunk(info: BroadcastInfo) -> bytes:
    """The whole chunk, padded to an even length.

    Args:
        info: what to write; letters outside ASCII lose their accents to question marks.

    Returns:
        The bytes, ready to stand between the RIFF head and the format.
    """
    fixed = _FIXED.pack(
        _ascii(info.description, 256),
        _ascii(info.originator, 32),
        _ascii(info.reference, 32),
        _ascii(info.made.strftime("%Y-%m-%d") if info.made else "", 10),
        _ascii(info.made.strftime("%H:%M:%S") if info.made else "", 8),
        info.time_reference,
        _VERSION,
        _UMID_LABEL + info.material if info.material else b"",
        *_LOUDNESS.unpack(info.loudness.packed()),
    )
    return padded_chunk(b"bext", fixed + _ascii(info.coding_history, _MOST_HISTORY))


def padded_chunk(kind: bytes, content: bytes, filler: bytes = b"\0") -> bytes:
    """A chunk of a RIFF file whose content is made even in length.

    The format's own padding, a byte that the length does not count, is overlooked by libsndfile
    in RF64 files.

    Args:
        kind: four letters.
        content: of any length.
        filler: a byte that means nothing at the content's end.

    Returns:
        Letters, length and content.
    """
    content += filler * (len(content) % 2)
    return struct.pack("<4sI", kind, len(content)) + content


def note_loudness(path: Path, loudness: BroadcastLoudness) -> bool:
    """Put what was measured of a written file into its `bext` chunk.

    Args:
        path: a file that nobody reads yet.
        loudness: what was measured.

    Returns:
        False where the file has no such chunk. Errors of the system go through.
    """
    with path.open("r+b") as file:
        found = next((chunk for chunk in chunks(file) if chunk.kind == b"bext"), None)
        if found is None:
            return False
        file.seek(found.start + _LOUDNESS_AT)
        file.write(loudness.packed())
    return True


def _hundredths(value: float | None) -> int:
    if value is None or not abs(value) < _UNKNOWN / 100:
        return _UNKNOWN
    return round(100 * value)


def _ascii(text: str, most_bytes: int) -> bytes:
    return text.encode("ascii", "replace")[:most_bytes]
