"""Sessions as OpenTimelineIO, and through it as the XML of Final Cut Pro 7.

Premiere, Resolve, Vegas and others open that XML; its clips stand on whole frames.
"""

from pathlib import Path
from urllib.parse import quote

import opentimelineio as otio
from opentimelineio.opentime import RationalTime, TimeRange

from cass_core.delivery.sessions.session import Session, SessionTrack
from cass_core.delivery.sets.delivered_picture import DeliveredPicture

_XML_ADAPTER = "fcp_xml"


def write_timeline(session: Session, path: Path) -> None:
    """Write a timeline of OpenTimelineIO, whose sound stands on the sample."""
    fps = float(session.delivered.timecode_rate.fps)
    timeline = _timeline(session, session.rate_hz, fps)
    path.write_text(otio.adapters.write_to_string(timeline, "otio_json"), encoding="utf-8")


def write_final_cut_7(session: Session, path: Path) -> None:
    """Write the XML of Final Cut Pro 7, whose sound stands on whole frames."""
    fps = float(session.delivered.timecode_rate.fps)
    timeline = _timeline(session, fps, fps)
    path.write_text(otio.adapters.write_to_string(timeline, _XML_ADAPTER), encoding="utf-8")


def _timeline(session: Session, sound_rate: float, fps: float) -> otio.schema.Timeline:
    timeline = otio.schema.Timeline(session.name)
    timeline.global_start_time = RationalTime(session.first_frame, fps)
    timeline.metadata["cass_studio"] = {
        "start_timecode": session.delivered.start_timecode,
        "sample_rate": session.rate_hz,
    }
    if session.picture:
        timeline.tracks.append(_picture_track(session, session.picture, fps))
    for track in session.tracks:
        timeline.tracks.append(_sound_track(session, track, sound_rate))
    timeline.tracks.markers.extend(_markers(session, fps))
    return timeline


def _sound_track(session: Session, track: SessionTrack, rate: float) -> otio.schema.Track:
    scale = rate / session.rate_hz
    lead, length = (n * scale for n in (session.lead_samples, session.num_samples))
    if rate != session.rate_hz:
        lead, length = round(lead), session.num_frames
    available = TimeRange(_start(session, rate), RationalTime(length, rate))
    # beside the session, so that the folder can be moved
    media = otio.schema.ExternalReference(quote(track.file.path.name), available)
    media.metadata["channels"] = list(track.file.speakers)
    clip = otio.schema.Clip(track.file.path.name, media, available)
    clip.enabled = not track.is_muted
    found = otio.schema.Track(track.name, kind=otio.schema.TrackKind.Audio)
    if lead:
        found.append(otio.schema.Gap(duration=RationalTime(lead, rate)))
    found.append(clip)
    return found


def _start(session: Session, rate: float) -> RationalTime:
    """Where the files begin on the day's clock."""
    if rate == session.rate_hz:
        return RationalTime(session.delivered.time_reference, rate)
    return RationalTime(session.first_frame, rate)


def _picture_track(session: Session, picture: DeliveredPicture, fps: float) -> otio.schema.Track:
    place_s = session.picture_sample / session.rate_hz
    skipped = round(max(-place_s, 0.0) * fps)
    lead = round(max(place_s, 0.0) * fps)
    whole = round(float(picture.duration_s) * fps)
    length = max(min(whole - skipped, session.num_frames - lead), 0)
    begin = session.delivered.clock.first_frame
    media = otio.schema.ExternalReference(
        picture.path.absolute().as_uri(),
        TimeRange(RationalTime(begin, fps), RationalTime(whole, fps)),
    )
    source = TimeRange(RationalTime(begin + skipped, fps), RationalTime(length, fps))
    track = otio.schema.Track("Picture", kind=otio.schema.TrackKind.Video)
    if lead:
        track.append(otio.schema.Gap(duration=RationalTime(lead, fps)))
    track.append(otio.schema.Clip(picture.path.name, media, source))
    return track


def _markers(session: Session, fps: float) -> list[otio.schema.Marker]:
    clock = session.delivered.clock
    zero = clock.frame_at(session.span.start)
    found = []
    for marker in session.shown_markers:
        frame = clock.frame_at(marker.sample)
        length = clock.frame_at(marker.stop) - frame
        place = TimeRange(RationalTime(frame - zero, fps), RationalTime(length, fps))
        found.append(otio.schema.Marker(name=marker.name, marked_range=place))
    return found
