"""Sessions for Reaper: plain text, a line a value, blocks between `<` and `>`.

Reaper's own time runs in seconds from the start of the project; `PROJOFFS` says where that is on
the day's clock.
"""

from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cass_core.delivery.sessions.session import Session, SessionTrack
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.media.files.timecode import TimecodeRate

_COLOUR_IS_SET = 0x1000000
_WITHOUT_DROPPING, _PULLED_DOWN = 0, 2  # how Reaper marks 24, 25, 30 and 23.976, 29.97


def write_reaper(session: Session, path: Path) -> None:
    """Write a project whose files lie beside it."""
    path.write_text("\n".join(_project(session)) + "\n", encoding="utf-8", newline="\n")


def _project(session: Session) -> Iterator[str]:
    offset_s = session.delivered.time_reference / session.rate_hz
    rate = session.delivered.timecode_rate
    yield '<REAPER_PROJECT 0.1 "7.0" 0'
    yield f"  PROJOFFS {offset_s:.10f} 0 0"
    yield f"  TIMEMODE 5 5 -1 {rate.nominal} {_counting(rate)} 0 -1"
    yield f"  SAMPLERATE {session.rate_hz} 1 0"
    yield "  TEMPO 120 4 4"
    yield f"  TITLE {_quoted(session.name)}"
    yield from _markers(session)
    if session.picture:
        yield from _picture(session, session.picture)
    for track in session.tracks:
        yield from _track(session, track)
    yield ">"


def _counting(rate: TimecodeRate) -> int:
    if rate.drop_frame:
        return 1
    return _WITHOUT_DROPPING if rate.fps.denominator == 1 else _PULLED_DOWN


def _markers(session: Session) -> Iterator[str]:
    for number, marker in enumerate(session.shown_markers, 1):
        start, stop = session.seconds(marker.sample), session.seconds(marker.stop)
        is_region = int(marker.length > 0)
        yield f"  MARKER {number} {start:.10f} {_quoted(marker.name)} {is_region}"
        if is_region:
            yield f'  MARKER {number} {stop:.10f} "" 1'


def _picture(session: Session, picture: DeliveredPicture) -> Iterator[str]:
    """A track with the movie, of which only the picture is wanted."""
    start_s = session.picture_sample / session.rate_hz
    skipped_s = max(-start_s, 0.0)
    yield f"  <TRACK {_identity(session, 'picture')}"
    yield '    NAME "Picture"'
    yield "    VOLPAN 0 0 -1 -1 1"
    yield "    <ITEM"
    yield f"      POSITION {max(start_s, 0.0):.10f}"
    yield f"      LENGTH {max(float(picture.duration_s) - skipped_s, 0.0):.10f}"
    yield "      LOOP 0"
    yield f"      NAME {_quoted(picture.path.name)}"
    yield f"      SOFFS {skipped_s:.10f}"
    yield "      <SOURCE VIDEO"
    yield f"        FILE {_quoted(str(picture.path))}"
    yield "        AUDIO 0"
    yield from ("      >", "    >", "  >")


def _track(session: Session, track: SessionTrack) -> Iterator[str]:
    channels = max(track.file.num_channels + track.file.num_channels % 2, 2)
    envelope = track.envelope
    fader = 1.0 if envelope.points else envelope.amplitude
    yield f"  <TRACK {_identity(session, track.name)}"
    yield f"    NAME {_quoted(track.name)}"
    yield f"    PEAKCOL {_colour(track.colour)}"
    yield f"    VOLPAN {fader:.10g} {track.pan:g} -1 -1 1"
    yield f"    MUTESOLO {int(track.is_muted)} 0 0"
    yield f"    NCHAN {channels}"
    if envelope.points:
        yield "    <VOLENV2"
        yield from ("      ACT 1 -1", "      VIS 1 1 1", "      ARM 0")
        for point in envelope.dense():
            yield f"      PT {point.sample / session.rate_hz:.10f} {point.amplitude:.10g} 0"
        yield "    >"
    yield "    <ITEM"
    yield "      POSITION 0"
    yield f"      LENGTH {session.num_samples / session.rate_hz:.10f}"
    yield "      LOOP 0"
    yield f"      NAME {_quoted(track.file.path.name)}"
    yield "      SOFFS 0"
    yield f"      <SOURCE {_kind(track.file.path)}"
    yield f"        FILE {_quoted(track.file.path.name)}"
    yield from ("      >", "    >", "  >")


def _kind(path: Path) -> str:
    return "FLAC" if path.suffix.lower() == ".flac" else "WAVE"


def _colour(text: str) -> int:
    red, green, blue = (int(text[place : place + 2], 16) for place in (1, 3, 5))
    return _COLOUR_IS_SET | red | green << 8 | blue << 16


def _identity(session: Session, name: str) -> str:
    """The same for the same track, so that the same session is the same file."""
    return "{" + str(uuid5(NAMESPACE_URL, f"{session.name}/{name}")).upper() + "}"


def _quoted(text: str) -> str:
    """A text between the first marks that it does not contain itself."""
    line = " ".join(text.split())
    for mark in ('"', "'", "`"):
        if mark not in line:
            return f"{mark}{line}{mark}"
    return "`" + line.replace("`", "'") + "`"
