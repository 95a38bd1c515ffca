"""An arrangement as a MIDI file, with the small unevenness of players."""

import io
from collections.abc import Sequence

import mido
import numpy as np

from cass_core.synthesis.music.arrangement import Arrangement
from cass_core.synthesis.music.score_reader import Note

_TICKS = 480  # a quarter note
_DRUMS = 9  # the channel that General MIDI keeps for drums
_EXPRESSION, _VOLUME, _PAN = 11, 7, 10
_TIMPANI = 47
_SWELL_S = 0.25  # between two steps of a swell


def midi_bytes(arrangement: Arrangement) -> bytes:
    """The arrangement as a standard MIDI file."""
    rng = np.random.default_rng(arrangement.seed)
    file = mido.MidiFile(ticks_per_beat=_TICKS)
    tempo = mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(arrangement.quarters_a_minute))
    file.tracks.append(mido.MidiTrack([tempo]))
    channels = iter(channel for channel in range(16) if channel != _DRUMS)
    for part, programmes in enumerate(arrangement.programmes):
        notes = [note for note in arrangement.notes if note.part == part]
        for programme in programmes:
            channel = next(channels, None)
            if channel is not None:
                file.tracks.append(_track(arrangement, notes, channel, programme, rng))
    if arrangement.timpani:
        channel = next(channels, None)
        if channel is not None:
            file.tracks.append(_track(arrangement, _roll(arrangement), channel, _TIMPANI, rng))
    content = io.BytesIO()
    file.save(file=content)
    return content.getvalue()


def _track(
    arrangement: Arrangement,
    notes: Sequence[Note],
    channel: int,
    programme: int,
    rng: np.random.Generator,
) -> mido.MidiTrack:
    timed = [
        (0, mido.Message("program_change", channel=channel, program=programme)),
        (0, _control(channel, _PAN, int(rng.integers(20, 108)))),
        (0, _control(channel, _VOLUME, int(rng.integers(80, 128)))),
    ]
    timed += _swell(arrangement, channel)
    for note in notes:
        pitch = min(max(note.pitch + arrangement.transposed, 12), 115)
        start = max(0, round((note.start + rng.normal(0, 0.012)) * _TICKS))
        stop = start + max(30, round(note.length * _TICKS * rng.uniform(0.85, 1.05)))
        velocity = int(np.clip(rng.normal(80, 10), 30, 120))
        kind = {"channel": channel, "note": pitch}
        timed.append((start, mido.Message("note_on", velocity=velocity, **kind)))
        timed.append((stop, mido.Message("note_off", **kind)))
    timed.sort(key=lambda item: item[0])
    track, at = mido.MidiTrack(), 0
    for tick, message in timed:
        track.append(message.copy(time=tick - at))
        at = tick
    return track


def _swell(arrangement: Arrangement, channel: int) -> list[tuple[int, mido.Message]]:
    last = max((note.start + note.length for note in arrangement.notes), default=0.0)
    step = _SWELL_S * arrangement.quarters_a_minute / 60
    times = np.arange(0, last, step)
    places = np.linspace(0, last, len(arrangement.swells))
    levels = np.interp(times, places, arrangement.swells)
    return [
        (round(time * _TICKS), _control(channel, _EXPRESSION, round(float(level) * 127)))
        for time, level in zip(times, levels, strict=True)
    ]


def _roll(arrangement: Arrangement) -> list[Note]:
    """Fast strokes on the root of the lowest voice wherever a swell is high."""
    last = max((note.start + note.length for note in arrangement.notes), default=0.0)
    places = np.linspace(0, last, len(arrangement.swells))
    low = min((note.pitch for note in arrangement.notes), default=48) % 12 + 36
    times = np.arange(0, last, 0.125)
    loud = np.interp(times, places, arrangement.swells) > 0.75
    return [Note(0, float(time), 0.25, low) for time in times[loud]]


def _control(channel: int, control: int, value: int) -> mido.Message:
    return mido.Message("control_change", channel=channel, control=control, value=value)
