"""Sessions as AAF, the exchange format of Pro Tools, Media Composer, Nuendo and Resolve.

One composition holds everything: a timecode track, and one mono sound track a channel, because
that is what Pro Tools reads. Each channel comes from a master mob, that one from the mob of its
file, and that one from a tape whose timecode is the programme's. Edit rates of sound are samples.

Sound is linked, where Pro Tools wants mono files, or embedded, where every channel becomes mono.
"""

from pathlib import Path
from typing import Any

import aaf2
from aaf2.rational import AAFRational

from cass_core.delivery.sessions.aaf.gain import AafGain
from cass_core.delivery.sessions.aaf.sound import embedded_sound, linked_sound
from cass_core.delivery.sessions.session import Session

_EVENT_KIND = "DescriptiveMetadata"


def write_linked_aaf(session: Session, path: Path) -> None:
    """Write an AAF that names the sound files where they stand."""
    _write(session, path, is_embedded=False)


def write_embedded_aaf(session: Session, path: Path) -> None:
    """Write an AAF that holds all sound, each channel in 24 bits."""
    _write(session, path, is_embedded=True)


def _write(session: Session, path: Path, *, is_embedded: bool) -> None:
    with aaf2.open(str(path), "w") as file:
        tape = _tape(file, session)
        sounds = (embedded_sound if is_embedded else linked_sound)(file, session, tape)
        composition = file.create.CompositionMob(session.name)
        composition.usage = "Usage_TopLevel"
        file.content.mobs.append(composition)
        _add_timecode(file, composition, session)
        gain = AafGain(file)
        for number, (track, channel, name) in enumerate(session.channels, 1):
            master, slot_id = sounds[track.file.path, channel]
            clip = master.create_source_clip(
                slot_id, start=0, length=session.num_samples, media_kind="sound"
            )
            slot = composition.create_sound_slot(edit_rate=session.rate_hz)
            slot.name = name
            slot["PhysicalTrackNumber"].value = number
            _fill(file, slot.segment, session, gain.applied(clip, track.envelope))
        _add_markers(file, composition, session)


def _tape(file: Any, session: Session) -> Any:  # noqa: ANN401 - aaf2 has no types
    """The mob whose timecode says when the programme starts."""
    tape = file.create.SourceMob(session.name)
    tape.descriptor = file.create.TapeDescriptor()
    file.content.mobs.append(tape)
    length = session.lead_samples + session.num_samples
    slot = tape.create_empty_slot(session.rate_hz, "sound", slot_id=1)
    slot.segment.length = length
    _add_timecode(file, tape, session)
    return tape


def _add_timecode(file: Any, mob: Any, session: Session) -> None:  # noqa: ANN401
    """A track that counts frames from the one in which the files start."""
    rate = session.delivered.timecode_rate
    slot = mob.create_timeline_slot(edit_rate=_rational(rate.fps))
    slot.name = "TC"
    timecode = file.create.Timecode(rate.nominal, drop=rate.drop_frame, length=session.num_frames)
    timecode.start = session.first_frame
    slot.segment = timecode


def _fill(file: Any, sequence: Any, session: Session, clip: Any) -> None:  # noqa: ANN401
    """Put a clip where the files start, which may be inside of a frame."""
    if session.lead_samples:
        sequence.components.append(file.create.Filler("sound", session.lead_samples))
    sequence.components.append(clip)
    sequence.length = session.lead_samples + session.num_samples


def _add_markers(file: Any, composition: Any, session: Session) -> None:  # noqa: ANN401
    if not session.shown_markers:
        return
    rate = session.delivered.timecode_rate
    slot = file.create.EventMobSlot()
    slot["EditRate"].value = _rational(rate.fps)
    slot["SlotID"].value = len(list(composition.slots)) + 1
    slot["SlotName"].value = "Markers"
    slot["PhysicalTrackNumber"].value = 1
    sequence = file.create.Sequence(media_kind=_EVENT_KIND)
    slot.segment = sequence
    clock = session.delivered.clock
    zero = clock.frame_at(session.span.start)
    for marker in session.shown_markers:
        event = file.create.DescriptiveMarker()
        event.media_kind = _EVENT_KIND
        frame = clock.frame_at(marker.sample)
        event["Position"].value = frame - zero
        event["Length"].value = max(clock.frame_at(marker.stop) - frame, 1)
        event["Comment"].value = marker.name
        event["DescribedSlots"].value = {1}
        sequence.components.append(event)
    sequence.length = session.num_frames
    composition.slots.append(slot)


def _rational(value: Any) -> AAFRational:  # noqa: ANN401
    return AAFRational(value.numerator, value.denominator)
