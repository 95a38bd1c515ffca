"""A stretch of a score set for other instruments, with tempo, key and dynamics drawn by chance."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import mido
import numpy as np

from cass_core.synthesis.music.score_reader import Note

TICKS = 480  # a quarter note
_DRUMS = 9  # the channel that General MIDI keeps for drums
_EXPRESSION, _VOLUME, _PAN = 11, 7, 10
_SWELL_S = 0.25  # between two steps of a swell

# programmes of General MIDI from the highest part to the lowest; one of each row is drawn
_ENSEMBLES: dict[str, tuple[tuple[int, ...], ...]] = {
    "orchestra": ((40, 48, 68, 73, 71), (48, 41, 71, 60), (42, 49, 60, 70), (43, 42, 70, 58)),
    "strings": ((48, 49, 40), (48, 49, 41), (49, 42), (43, 42)),
    "brass": ((56, 60, 61), (60, 61), (57, 60), (58, 57)),
    "winds": ((73, 68, 75), (71, 68), (69, 71), (70,)),
    "choir": ((52, 53), (52,), (52, 19), (19, 52)),
    "piano": ((0,),),
    "harp and bells": ((46, 10, 8, 11), (46, 14), (46,), (46, 42)),
    "guitar": ((24, 25), (24,), (24,), (32, 24)),
    "synthesiser": ((50, 88, 91, 95), (89, 51, 94), (95, 50), (38, 39, 87)),
}
ENSEMBLES = tuple(_ENSEMBLES)


@dataclass(frozen=True)
class Arrangement:
    """How a stretch of a score is played.

    Attributes:
        notes: those of the stretch, beginning at 0.
        programmes: instruments of each part in the numbers of General MIDI; several play together.
        quarters_a_minute: tempo.
        transposed: in semitones.
        swells: loudness from 0 to 1 at even distances over the stretch.
        seed: of the small differences between notes.
        timpani: whether a roll supports the loud places.
    """

    notes: tuple[Note, ...]
    programmes: tuple[tuple[int, ...], ...]
    quarters_a_minute: float
    transposed: int
    swells: tuple[float, ...]
    seed: int
    timpani: bool = False


def draw_arrangement(
    score: Sequence[Note], ensemble: str, seconds: float, rng: np.random.Generator
) -> Arrangement:
    """Choose a stretch and how it is played.

    Args:
        score: all notes, by their beginnings.
        ensemble: one of `ENSEMBLES`.
        seconds: length of the stretch, less where the score is shorter.
        rng: where all chance comes from.

    Returns:
        An arrangement of a stretch that begins with a note.
    """
    tempo = float(np.exp(rng.uniform(np.log(45), np.log(130))))
    quarters = seconds * tempo / 60
    end = max(note.start + note.length for note in score)
    first = float(rng.uniform(0, max(end - quarters, 0.0)))
    begun = next((note.start for note in score if note.start >= first), 0.0)
    notes = tuple(
        Note(note.part, note.start - begun, min(note.length, quarters), note.pitch)
        for note in score
        if begun <= note.start < begun + quarters
    )
    num_parts = max((note.part for note in notes), default=0) + 1
    return Arrangement(
        notes,
        tuple(_part_programmes(ensemble, part, num_parts, rng) for part in range(num_parts)),
        tempo,
        int(rng.integers(-7, 6)),
        tuple(float(v) for v in np.clip(rng.normal(0.65, 0.25, 9), 0.15, 1.0)),
        int(rng.integers(2**31)),
        ensemble in ("orchestra", "brass") and rng.random() < 0.4,
    )


def _part_programmes(
    ensemble: str, part: int, num_parts: int, rng: np.random.Generator
) -> tuple[int, ...]:
    rows = _ENSEMBLES[ensemble]
    row = rows[min(part * len(rows) // num_parts, len(rows) - 1)]
    count = 2 if ensemble == "orchestra" and rng.random() < 0.5 else 1
    chosen = rng.choice(len(row), min(count, len(row)), replace=False)
    return tuple(row[int(place)] for place in chosen)


def midi_bytes(arrangement: Arrangement) -> bytes:
    """The arrangement as a standard MIDI file."""
    rng = np.random.default_rng(arrangement.seed)
    file = mido.MidiFile(ticks_per_beat=TICKS)
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
            file.tracks.append(_track(arrangement, _roll(arrangement), channel, 47, rng))
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
        start = max(0, round((note.start + rng.normal(0, 0.012)) * TICKS))
        stop = start + max(30, round(note.length * TICKS * rng.uniform(0.85, 1.05)))
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
        (round(time * TICKS), _control(channel, _EXPRESSION, round(float(level) * 127)))
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
