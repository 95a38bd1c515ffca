"""The sound of an AAF: mobs that name files, or that hold what is in them."""

from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from aaf2.ama import create_network_locator

from cass_core.delivery.sessions.session import Session, SessionTrack
from cass_core.media.files.sound_chunks import chunks
from cass_core.media.sound.sound_file_name import sound_file_name

_BLOCK_SAMPLES = 1 << 16
_BYTES = 3  # of a sample of 24 bits
_ANY_SIZE = b"\xff\xff\xff\xff"  # of a file whose length the descriptor says

Sounds = dict[tuple[Path, int], tuple[Any, int]]
"""Master mob and number of its slot, by file and channel."""


def linked_sound(file: Any, session: Session, tape: Any) -> Sounds:  # noqa: ANN401
    """Mobs that name the files.

    Args:
        file: the AAF.
        session: what is linked.
        tape: mob whose first slot is the time of all sound.

    Returns:
        Where each channel is found.
    """
    found: Sounds = {}
    for track in session.tracks:
        path, name = track.file.path, track.file.path.stem
        descriptor = file.create.WAVEDescriptor()
        descriptor["SampleRate"].value = session.rate_hz
        descriptor["Summary"].value = _summary(session.place(track.file))
        descriptor["Length"].value = session.num_samples
        descriptor["ContainerFormat"].value = file.dictionary.lookup_containerdef("AAF")
        descriptor["Locator"].append(create_network_locator(file, str(path.absolute())))
        source = file.create.SourceMob(name)
        source.descriptor = descriptor
        file.content.mobs.append(source)
        master = file.create.MasterMob(name)
        file.content.mobs.append(master)
        for channel in range(track.file.num_channels):
            _from(source, session, tape, 1, session.lead_samples, channel)
            slot = _from(master, session, source, channel + 1, 0, channel)
            found[path, channel] = master, slot.slot_id
    return found


def _summary(path: Path) -> bytearray:
    """The head of a WAV file up to its format; of large files as if they were small ones."""
    with path.open("rb") as stream:
        form = next(chunk for chunk in chunks(stream) if chunk.kind == b"fmt ")
        stream.seek(form.start)
        content = stream.read(form.size)
    size = form.size.to_bytes(4, "little")
    return bytearray(b"RIFF" + _ANY_SIZE + b"WAVEfmt " + size + content)


def embedded_sound(file: Any, session: Session, tape: Any) -> Sounds:  # noqa: ANN401
    """Mobs that hold each channel as mono sound of 24 bits.

    Args:
        file: the AAF.
        session: what is embedded.
        tape: mob whose first slot is the time of all sound.

    Returns:
        Where each channel is found.
    """
    found: Sounds = {}
    for track, channel, name in session.channels:
        title = f"{session.name} {name}"
        master = file.create.MasterMob(title)
        file.content.mobs.append(master)
        source = file.create.SourceMob(title)
        file.content.mobs.append(source)
        essence, slot = source.create_essence(session.rate_hz, "sound")
        slot.segment = _clip(session, tape, 1, session.lead_samples)
        source.descriptor = _pcm(file, session)
        stream = essence.open("w")
        _copy(session, track, channel, stream)
        found[track.file.path, channel] = master, _from(master, session, source, 1, 0, 0).slot_id
    return found


def _from(mob: Any, session: Session, source: Any, slot_id: int, start: int, channel: int) -> Any:  # noqa: ANN401
    """A slot of a mob that plays a slot of another."""
    slot = mob.create_timeline_slot(edit_rate=session.rate_hz)
    slot["PhysicalTrackNumber"].value = channel + 1
    slot.segment = _clip(session, source, slot_id, start)
    return slot


def _clip(session: Session, source: Any, slot_id: int, start: int) -> Any:  # noqa: ANN401
    return source.create_source_clip(
        slot_id, start=start, length=session.num_samples, media_kind="sound"
    )


def _pcm(file: Any, session: Session) -> Any:  # noqa: ANN401
    descriptor = file.create.PCMDescriptor()
    for key, value in (
        ("Channels", 1),
        ("BlockAlign", _BYTES),
        ("SampleRate", session.rate_hz),
        ("AverageBPS", session.rate_hz * _BYTES),
        ("QuantizationBits", 8 * _BYTES),
        ("AudioSamplingRate", session.rate_hz),
        ("Length", session.num_samples),
    ):
        descriptor[key].value = value
    return descriptor


def _copy(session: Session, track: SessionTrack, channel: int, stream: Any) -> None:  # noqa: ANN401
    """One channel's samples, as they are stored."""
    with soundfile.SoundFile(sound_file_name(session.place(track.file))) as sound:
        while len(block := sound.read(_BLOCK_SAMPLES, dtype="int32", always_2d=True)):
            steps = np.ascontiguousarray(block[:, channel]).astype("<i4")
            # integers come in the upper bits of 32
            stream.write(steps.view(np.uint8).reshape(-1, 4)[:, 1:].tobytes())
