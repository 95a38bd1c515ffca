"""Sessions for Ardour 7 and later: an XML file in a folder of its own, sound linked.

Ardour counts time in superclock ticks. Regions stand where they belong on the day's clock, as its
own import does with the time stamp of a Broadcast WAV, so that timecode needs no offset.
"""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from cass_core.delivery.sessions.session import Session, SessionTrack
from cass_core.delivery.sessions.xml_text import xml_text
from cass_core.media.files.staged_files import final_path
from cass_core.media.files.timecode import TimecodeRate

_TICKS_A_SECOND = 282_240_000
_VERSION, _PROGRAM = "7002", "Ardour 7.3.0"
_OPTIONS = (("native-file-data-format", "FormatFloat"), ("native-file-header-format", "WAVE"))
_FORMATS = {
    "24000/1001": "timecode_23976",
    "24": "timecode_24",
    "25": "timecode_25",
    "30000/1001": "timecode_2997",
    "30": "timecode_30",
    "60000/1001": "timecode_5994",
    "60": "timecode_60",
}


def write_ardour(session: Session, path: Path) -> None:
    """Write the session's file; Ardour makes the folders beside it that it needs."""
    path.write_bytes(xml_text(_Document(session, path).root))


class _Document:
    """One document, made from top to bottom; everything in it has a number of its own."""

    def __init__(self, session: Session, path: Path) -> None:
        self._session, self._last = session, 0
        self._start = session.delivered.time_reference
        self.root = Element("Session", version=_VERSION, name=final_path(path).stem)
        self.root.attrib["sample-rate"] = str(session.rate_hz)
        program = SubElement(self.root, "ProgramVersion")
        program.attrib |= {"created-with": _PROGRAM, "modified-with": _PROGRAM}
        config = SubElement(self.root, "Config")
        counting = _format(session.delivered.timecode_rate)
        for name, value in (("timecode-format", counting), *_OPTIONS):
            SubElement(config, "Option", name=name, value=value)
        SubElement(self.root, "Metadata")
        self._sources = SubElement(self.root, "Sources")
        self._regions = SubElement(self.root, "Regions")
        self._locations = SubElement(self.root, "Locations")
        self._routes = SubElement(self.root, "Routes")
        self._playlists = SubElement(self.root, "Playlists")
        self._add_locations()
        self._add_master()
        for order, track in enumerate(session.tracks):
            self._add_track(order, track)
        for name in ("UnusedPlaylists", "RouteGroups", "Bundles"):
            SubElement(self.root, name)
        self._add_tempo()
        self.root.set("id-counter", self._number())

    def _add_tempo(self) -> None:
        """The bars and beats that Ardour cannot do without."""
        tempo_map = SubElement(self.root, "TempoMap")
        tempo_map.set("superclocks-per-second", str(_TICKS_A_SECOND))
        start = {"sclock": "0", "quarters": "0:0", "bbt": "1|1|0"}
        tempo = SubElement(SubElement(tempo_map, "Tempos"), "Tempo", start)
        tempo.attrib |= {"npm": "120", "enpm": "120", "note-type": "4", "type": "Tempo::Constant"}
        tempo.attrib |= {"active": "1", "locked-to-meter": "0", "continuing": "0", "omega": "0"}
        meter = SubElement(SubElement(tempo_map, "Meters"), "Meter", start)
        meter.attrib |= {"note-value": "4", "divisions-per-bar": "4"}
        SubElement(tempo_map, "MusicTimes")

    def _number(self) -> str:
        self._last += 1
        return str(self._last)

    def _ticks(self, sample: int) -> str:
        return f"a{sample * _TICKS_A_SECOND // self._session.rate_hz}"

    def _add_locations(self) -> None:
        session = self._session
        self._add_location("session", 0, session.num_samples, "IsSessionRange")
        for marker in session.shown_markers:
            start = marker.sample - session.span.start
            kind = "IsRangeMarker" if marker.length else "IsMark"
            self._add_location(marker.name, start, start + marker.length, kind)

    def _add_location(self, name: str, start: int, stop: int, kind: str) -> None:
        SubElement(
            self._locations,
            "Location",
            id=self._number(),
            name=name,
            start=self._ticks(self._start + start),
            end=self._ticks(self._start + stop),
            flags=kind,
            locked="0",
        )

    def _add_master(self) -> None:
        route = self._route("Master", "MasterOut", 0)
        self._add_ports(route, "Master", "Input", ())
        self._add_ports(route, "Master", "Output", ())
        self._processor(route, "Amp", "amp")
        self._processor(route, "Master", "main-outs")

    def _route(self, name: str, flags: str, order: int, colour: str = "0") -> Element:
        route = SubElement(self._routes, "Route", version=_VERSION, id=self._number(), name=name)
        route.attrib |= {"default-type": "audio", "active": "1", "strict-io": "1"}
        SubElement(route, "PresentationInfo", order=str(order), flags=flags, color=colour)
        return route

    def _add_ports(self, route: Element, name: str, way: str, others: tuple[str, ...]) -> None:
        """Two ports of the master bus, or one for each channel of a track."""
        io = SubElement(route, "IO", name=name, id=self._number(), direction=way)
        io.attrib["default-type"] = "audio"
        word = "in" if way == "Input" else "out"
        for number in range(1, 3):
            port = SubElement(io, "Port", type="audio", name=f"{name}/audio_{word} {number}")
            if others:
                SubElement(port, "Connection", other=f"{others[number - 1]}")

    def _add_track(self, order: int, track: SessionTrack) -> None:
        name = track.name
        route = self._route(name, "AudioTrack,OrderSet", order, str(_colour(track.colour)))
        playlist = SubElement(self._playlists, "Playlist", id=self._number(), name=name)
        playlist.attrib |= {"type": "audio", "orig-track-id": route.attrib["id"]}
        route.attrib |= {"mode": "Normal", "audio-playlist": playlist.attrib["id"]}
        self._add_input(route, track)
        self._add_ports(route, name, "Output", ("Master/audio_in 1", "Master/audio_in 2"))
        mute = SubElement(route, "MuteMaster")
        mute.attrib |= {"mute-point": "PreFader,PostFader,Listen,Main"}
        mute.attrib["muted"] = "1" if track.is_muted else "0"
        self._add_level(route, track)
        self._processor(route, name, "main-outs")
        self._add_region(playlist, track)

    def _add_input(self, route: Element, track: SessionTrack) -> None:
        io = SubElement(route, "IO", name=track.name, id=self._number(), direction="Input")
        io.attrib["default-type"] = "audio"
        for number in range(1, track.file.num_channels + 1):
            SubElement(io, "Port", type="audio", name=f"{track.name}/audio_in {number}")

    def _add_level(self, route: Element, track: SessionTrack) -> None:
        """The fader, which the level moves where it is a curve."""
        envelope = track.envelope
        amp = self._processor(route, "Amp", "amp")
        automation = SubElement(amp, "Automation")
        curve = SubElement(automation, "AutomationList", id=self._number())
        curve.attrib |= {"automation-id": "gain", "interpolation-style": "Exponential"}
        curve.attrib |= {"time-domain": "AudioTime", "state": "Play" if envelope.points else "Off"}
        if envelope.points:
            lines = (
                f"{self._ticks(self._start + point.sample)} {point.amplitude:.9g}"
                for point in envelope.dense()
            )
            SubElement(curve, "events").text = "\n".join(("", *lines, ""))
        level = 1.0 if envelope.points else envelope.amplitude
        fader = SubElement(amp, "Controllable", id=self._number(), name="gaincontrol")
        fader.attrib |= {"flags": "GainLike", "value": f"{level:.9g}"}

    def _processor(self, route: Element, name: str, kind: str) -> Element:
        return SubElement(route, "Processor", id=self._number(), name=name, type=kind, active="1")

    def _add_region(self, playlist: Element, track: SessionTrack) -> None:
        """The file on its track, and a source for each of its channels."""
        path = track.file.path.absolute()
        sources = []
        for channel in range(track.file.num_channels):
            source = SubElement(self._sources, "Source", id=self._number(), name=str(path))
            source.attrib |= {"type": "audio", "flags": "", "channel": str(channel), "gain": "1"}
            sources.append(source.attrib["id"])
        whole = SubElement(self._regions, "Region", id=self._number(), name=path.stem)
        placed = SubElement(playlist, "Region", id=self._number(), name=f"{path.stem}.1")
        length = self._ticks(self._session.num_samples)
        for region, is_whole, start in ((whole, "1", 0), (placed, "0", self._start)):
            region.attrib |= {
                "type": "audio",
                "whole-file": is_whole,
                "external": "1",
                "opaque": "1",
                "muted": "0",
                "start": "a0",
                "length": f"{length}@{self._ticks(start)}",
                "channels": str(len(sources)),
                "default-fade-in": "0",
                "default-fade-out": "0",
                "fade-in-active": "0",
                "fade-out-active": "0",
                "scale-amplitude": "1",
                "first-edit": "nothing",
            }
            for number, identity in enumerate(sources):
                for kind in ("source", "master-source"):
                    region.set(f"{kind}-{number}", identity)


def _format(rate: TimecodeRate) -> str:
    """Ardour's word for a rate; the nearest where it has none."""
    word = _FORMATS.get(str(rate.fps), f"timecode_{rate.nominal}")
    if rate.fps.denominator != 1 and rate.drop_frame:
        return f"{word}drop"
    return word


def _colour(text: str) -> int:
    """Red, green, blue and full opacity in 32 bits."""
    return int(text[1:], 16) << 8 | 0xFF
