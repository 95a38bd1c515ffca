"""A stretch of a score set for other instruments, with tempo, key and dynamics drawn by chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cass_core.synthesis.music.score_reader import Note

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
