"""Sessions as DAWproject, the open exchange format of Bitwig, Studio One and Cubase.

A ZIP of two XML files; the sound stays outside, beside it. Times are seconds. The format knows no
timecode, so the start is said in the comment of the song.
"""

import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from cass_core.delivery.sessions.session import Session, SessionTrack
from cass_core.delivery.sessions.xml_text import xml_text

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP knows: the same session is the same file
_MOST = "16"  # amplitude of the fader and the master at their highest


def write_dawproject(session: Session, path: Path) -> None:
    """Write the session; its files lie beside it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root in (("project.xml", _project(session)), ("metadata.xml", _notes(session))):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, xml_text(root))


def _notes(session: Session) -> Element:
    root = Element("MetaData")
    SubElement(root, "Title").text = session.name
    delivered = session.delivered
    SubElement(root, "Comment").text = (
        f"Starts at {delivered.start_timecode}, {float(delivered.timecode_rate.fps):.5g} frames a "
        "second"
    )
    return root


def _project(session: Session) -> Element:
    root = Element("Project", version="1.0")
    SubElement(root, "Application", name="Cass Studio", version="1.0")
    transport = SubElement(root, "Transport")
    SubElement(transport, "Tempo", unit="bpm", value="120.000000", id="tempo")
    SubElement(transport, "TimeSignature", numerator="4", denominator="4", id="meter")
    structure = SubElement(root, "Structure")
    for number, track in enumerate(session.tracks):
        _structure(structure, number, track)
    master = SubElement(structure, "Track", contentType="audio", id="main", name="Main")
    main = _channel(master, "main-channel", "master", 2)
    _volume(main, "main-volume", 1.0)
    arrangement = SubElement(root, "Arrangement", id="arrangement")
    lanes = SubElement(arrangement, "Lanes", timeUnit="seconds", id="lanes")
    for number, track in enumerate(session.tracks):
        _lane(lanes, number, track, session)
    if session.shown_markers:
        markers = SubElement(arrangement, "Markers", timeUnit="seconds", id="markers")
        for marker in session.shown_markers:
            time = f"{session.seconds(marker.sample):.9f}"
            SubElement(markers, "Marker", time=time, name=marker.name)
    return root


def _structure(structure: Element, number: int, track: SessionTrack) -> None:
    entry = SubElement(
        structure,
        "Track",
        contentType="audio",
        loaded="true",
        id=f"track{number}",
        name=track.name,
        color=track.colour,
    )
    channel = _channel(entry, f"channel{number}", "regular", track.file.num_channels)
    channel.set("destination", "main-channel")
    SubElement(channel, "Mute", value=str(track.is_muted).lower(), id=f"mute{number}")
    pan = f"{(track.pan + 1) / 2:.3f}"
    SubElement(channel, "Pan", unit="normalized", min="0", max="1", value=pan, id=f"pan{number}")
    _volume(channel, f"volume{number}", 1.0 if track.envelope.points else track.envelope.amplitude)


def _channel(track: Element, identity: str, role: str, num_channels: int) -> Element:
    channels = str(num_channels)
    return SubElement(
        track, "Channel", audioChannels=channels, role=role, solo="false", id=identity
    )


def _volume(channel: Element, identity: str, amplitude: float) -> None:
    volume = SubElement(channel, "Volume", unit="linear", value=f"{amplitude:.9f}", id=identity)
    volume.attrib |= {"min": "0", "max": _MOST}


def _lane(lanes: Element, number: int, track: SessionTrack, session: Session) -> None:
    lane = SubElement(lanes, "Lanes", track=f"track{number}", id=f"lane{number}")
    clips = SubElement(lane, "Clips", id=f"clips{number}")
    duration = f"{session.num_samples / session.rate_hz:.9f}"
    name = track.file.path.name
    clip = SubElement(clips, "Clip", time="0.0", duration=duration, playStart="0.0", name=name)
    clip.set("contentTimeUnit", "seconds")
    audio = SubElement(
        clip,
        "Audio",
        channels=str(track.file.num_channels),
        sampleRate=str(session.rate_hz),
        duration=duration,
        id=f"audio{number}",
    )
    SubElement(audio, "File", path=name, external="true")
    if track.envelope.points:
        points = SubElement(lane, "Points", unit="linear", timeUnit="seconds", id=f"points{number}")
        SubElement(points, "Target", parameter=f"volume{number}")
        for point in track.envelope.dense():
            time, value = f"{point.sample / session.rate_hz:.9f}", f"{point.amplitude:.9f}"
            SubElement(points, "RealPoint", time=time, value=value, interpolation="linear")
