"""Sessions as `.fcpxml`, the XML of Final Cut Pro and of Logic Pro.

All times are fractions of a second. Sound hangs below the picture, or below a gap where there is
none; a stem is a role, so that Final Cut can mute and export it by name.
"""

from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from cass_core.delivery.sessions.session import Session, SessionTrack
from cass_core.delivery.sessions.xml_text import xml_text

_ROLES = {"DX": "dialogue", "FX": "effects", "MX": "music"}
_LOWEST_DB = -96.0


def write_final_cut(session: Session, path: Path) -> None:
    """Write a project of version 1.9, which programs since 2020 open."""
    path.write_bytes(xml_text(_Document(session).root, "<!DOCTYPE fcpxml>"))


class _Document:
    """One document, made from top to bottom."""

    def __init__(self, session: Session) -> None:
        self._session = session
        rate = session.delivered.timecode_rate
        self._frame = 1 / rate.fps
        self._start = session.first_frame * self._frame
        self._length = session.num_frames * self._frame
        self._layout = "DF" if rate.drop_frame else "NDF"
        self.root = Element("fcpxml", version="1.9")
        self._resources = SubElement(self.root, "resources")
        self._add_format()
        self._add_assets()
        self._add_project()

    def _add_format(self) -> None:
        width, height = self._session.picture.size if self._session.picture else (1920, 1080)
        SubElement(
            self._resources,
            "format",
            id="r1",
            name="FFVideoFormatRateUndefined",
            frameDuration=_time(self._frame),
            width=str(width),
            height=str(height),
        )

    def _add_assets(self) -> None:
        session = self._session
        length = Fraction(session.num_samples, session.rate_hz)
        for number, track in enumerate(session.tracks, 2):
            asset = SubElement(
                self._resources,
                "asset",
                id=f"r{number}",
                name=track.file.path.stem,
                start=_time(self._sound_start),
                duration=_time(length),
                hasAudio="1",
                audioSources="1",
                audioChannels=str(track.file.num_channels),
                audioRate=str(session.rate_hz),
            )
            uri = track.file.path.absolute().as_uri()
            SubElement(asset, "media-rep", kind="original-media", src=uri)
        if session.picture:
            asset = SubElement(
                self._resources,
                "asset",
                id="r0",
                name=session.picture.path.stem,
                start=_time(self._picture_start),
                duration=_time(session.picture.duration_s),
                hasVideo="1",
                format="r1",
            )
            uri = session.picture.path.absolute().as_uri()
            SubElement(asset, "media-rep", kind="original-media", src=uri)

    @property
    def _sound_start(self) -> Fraction:
        return Fraction(self._session.delivered.time_reference, self._session.rate_hz)

    @property
    def _picture_start(self) -> Fraction:
        return self._session.delivered.clock.first_frame * self._frame

    def _add_project(self) -> None:
        library = SubElement(self.root, "library")
        event = SubElement(library, "event", name=self._session.name)
        project = SubElement(event, "project", name=self._session.name)
        sequence = SubElement(
            project,
            "sequence",
            format="r1",
            tcStart=_time(self._start),
            tcFormat=self._layout,
            duration=_time(self._length),
            audioRate=_audio_rate(self._session.rate_hz),
        )
        spine = SubElement(sequence, "spine")
        base = SubElement(
            spine,
            "gap",
            name=self._session.name,
            offset=_time(self._start),
            start=_time(self._start),
            duration=_time(self._length),
        )
        self._add_picture(base)
        for number, track in enumerate(self._session.tracks):
            self._add_sound(base, number, track)
        self._add_markers(base)

    def _add_picture(self, base: Element) -> None:
        """The part of the picture that lies beside the sound, above everything."""
        session = self._session
        if session.picture is None:
            return
        place = Fraction(session.picture_sample + session.lead_samples, session.rate_hz)
        skipped = round(max(-place, Fraction(0)) / self._frame) * self._frame
        begin = round(max(place, Fraction(0)) / self._frame) * self._frame
        length = min(session.picture.duration_s - skipped, self._length - begin)
        length = (length / self._frame).__floor__() * self._frame
        if length > 0:
            SubElement(
                base,
                "asset-clip",
                ref="r0",
                lane="1",
                name=session.picture.path.stem,
                offset=_time(self._start + begin),
                start=_time(self._picture_start + skipped),
                duration=_time(length),
            )

    def _add_sound(self, base: Element, number: int, track: SessionTrack) -> None:
        session = self._session
        lead = Fraction(session.lead_samples, session.rate_hz)
        role = _ROLES.get(track.code, track.code.lower())
        clip = SubElement(
            base,
            "asset-clip",
            ref=f"r{number + 2}",
            lane=str(-number - 1),
            name=track.name,
            offset=_time(self._start + lead),
            start=_time(self._sound_start),
            duration=_time(Fraction(session.num_samples, session.rate_hz)),
            audioRole=f"{role}.{track.name}",
        )
        if track.is_muted:
            clip.set("enabled", "0")
        self._add_level(clip, track)

    def _add_level(self, clip: Element, track: SessionTrack) -> None:
        envelope = track.envelope
        if envelope.is_neutral:
            return
        volume = SubElement(clip, "adjust-volume")
        if not envelope.points:
            volume.set("amount", _decibels(envelope.gain_db))
            return
        parameter = SubElement(volume, "param", name="amount")
        curve = SubElement(parameter, "keyframeAnimation")
        for point in envelope.points:
            time = self._sound_start + Fraction(point.sample, self._session.rate_hz)
            SubElement(curve, "keyframe", time=_time(time), value=_decibels(point.gain_db))

    def _add_markers(self, base: Element) -> None:
        clock = self._session.delivered.clock
        zero = clock.frame_at(self._session.span.start)
        for marker in self._session.shown_markers:
            frame = clock.frame_at(marker.sample)
            length = max(clock.frame_at(marker.stop) - frame, 1)
            SubElement(
                base,
                "marker",
                start=_time(self._start + (frame - zero) * self._frame),
                duration=_time(length * self._frame),
                value=marker.name or "Marker",
            )


def _time(value: Fraction) -> str:
    """A time as the format writes it: "1001/24000s", "5s"."""
    value = Fraction(value)
    if value.denominator == 1:
        return f"{value.numerator}s"
    return f"{value.numerator}/{value.denominator}s"


def _decibels(gain_db: float) -> str:
    return f"{max(gain_db, _LOWEST_DB):.3f}dB"


def _audio_rate(rate_hz: int) -> str:
    """The nearest word that the format has."""
    words = {32000: "32k", 44100: "44.1k", 48000: "48k", 88200: "88.2k", 96000: "96k"}
    words |= {176400: "176.4k", 192000: "192k"}
    return words.get(rate_hz, "48k")
