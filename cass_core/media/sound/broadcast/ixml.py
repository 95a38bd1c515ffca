"""The `iXML` chunk: tracks, timecode rate, project, scene, take and tape (iXML 2.10)."""

from dataclasses import dataclass, field
from fractions import Fraction
from xml.etree.ElementTree import Element, SubElement, tostring

from cass_core.media.files.timecode import TimecodeRate
from cass_core.media.sound.broadcast.bext import padded_chunk
from cass_core.media.sound.broadcast.source_notes import SourceNotes

_VERSION = "2.10"
_LOW_32 = 0xFFFFFFFF


@dataclass(frozen=True)
class IxmlTrack:
    """One channel of the file.

    Attributes:
        name: what an editor sees, such as "DX Ls".
        function: the loudspeaker, such as "Ls", or empty.
    """

    name: str
    function: str = ""


@dataclass(frozen=True)
class IxmlInfo:
    """What the chunk says.

    Attributes:
        tracks: the file's channels in their order.
        rate_hz: samples a second.
        bits: of a sample.
        timecode_rate: how frames are counted.
        time_reference: samples since midnight of the first sample.
        file_uid: names the file without doubt.
        family_uid: names all files of the delivery.
        family_name: what people call the delivery.
        num_files: of the delivery.
        project: what people call the project.
        source: notes of the sound that this was made of.
        note: what the file is, in words.
    """

    tracks: tuple[IxmlTrack, ...]
    rate_hz: int
    bits: int
    timecode_rate: TimecodeRate
    time_reference: int
    file_uid: str = ""
    family_uid: str = ""
    family_name: str = ""
    num_files: int = 1
    project: str = ""
    source: SourceNotes = field(default_factory=SourceNotes)
    note: str = ""


def ixml_chunk(info: IxmlInfo) -> bytes:
    """The whole chunk, padded to an even length; UTF-8, so names keep their letters."""
    root = Element("BWFXML")
    source = info.source
    note = "; ".join(words for words in (info.note, source.note or source.description) if words)
    _add(
        root,
        IXML_VERSION=_VERSION,
        PROJECT=source.project or info.project,
        SCENE=source.scene,
        TAKE=source.take,
        TAPE=source.tape,
        NOTE=note,
        FILE_UID=info.file_uid,
    )
    _add(SubElement(root, "SPEED"), **_speed(info))
    _add(
        SubElement(root, "FILE_SET"),
        TOTAL_FILES=str(info.num_files),
        FAMILY_UID=info.family_uid,
        FAMILY_NAME=info.family_name,
    )
    tracks = SubElement(root, "TRACK_LIST")
    _add(tracks, TRACK_COUNT=str(len(info.tracks)))
    for number, track in enumerate(info.tracks, 1):
        _add(
            SubElement(tracks, "TRACK"),
            CHANNEL_INDEX=str(number),
            INTERLEAVE_INDEX=str(number),
            NAME=track.name,
            FUNCTION=track.function,
        )
    return padded_chunk(b"iXML", tostring(root, encoding="UTF-8", xml_declaration=True), b"\n")


def _speed(info: IxmlInfo) -> dict[str, str]:
    fps = _rate(info.timecode_rate.fps)
    return {
        "MASTER_SPEED": fps,
        "CURRENT_SPEED": fps,
        "TIMECODE_RATE": fps,
        "TIMECODE_FLAG": "DF" if info.timecode_rate.drop_frame else "NDF",
        "FILE_SAMPLE_RATE": str(info.rate_hz),
        "AUDIO_BIT_DEPTH": str(info.bits),
        "DIGITIZER_SAMPLE_RATE": str(info.rate_hz),
        "TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI": str(info.time_reference >> 32),
        "TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO": str(info.time_reference & _LOW_32),
        "TIMESTAMP_SAMPLE_RATE": str(info.rate_hz),
    }


def _rate(fps: Fraction) -> str:
    return f"{fps.numerator}/{fps.denominator}"


def _add(parent: Element, **texts: str) -> None:
    """Children with what is said; nothing for what is not."""
    for name, text in texts.items():
        if text:
            # what XML cannot hold would make the whole chunk unreadable
            SubElement(parent, name).text = "".join(c if c.isprintable() else " " for c in text)
