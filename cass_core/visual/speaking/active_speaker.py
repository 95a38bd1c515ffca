"""Which face speaks, and which one a model sees: mouth and sound agree."""

from collections.abc import Generator, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from cass_core.clips import AudioSource, FloatArray
from cass_core.visual.faces.face_tracks import FaceTable
from cass_core.visual.speaking.agreement import Curve, agreement, heard_curves
from cass_core.visual.speaking.mouth import Mouth, mouths
from cass_core.visual.speaking.speaker_path import NOBODY, likeliest
from cass_core.visual.speaking.voice_levels import VOICE, voice_levels

Indices = npt.NDArray[np.int32]

_LEAST_AGREEMENT = 0.17  # from here on it is likelier that a face speaks
_LEAST_POWER = 1e-6  # -60 dBFS over a third of a second
_POWER_ROWS = 9
_SILENT = -1.0  # score of every face where nothing is heard


def chosen_speakers(
    records: FaceTable, num_rows: int, source: AudioSource | None, start_s: float
) -> Generator[int, None, tuple[Indices, Indices]]:
    """Pick the face that speaks in each row.

    Args:
        records: table of FACE_RECORD, by rising row.
        num_rows: rows of the film.
        source: the programme; without any nobody speaks.
        start_s: time of row 0 in it.

    Returns:
        A generator that yields the rows of the film that were listened to so far and returns
        `speaking_records` and `held_records`.
    """
    faces = list(mouths(records))
    if source is None or not faces:
        nobody = np.full(num_rows, NOBODY, np.int32)
        return nobody, nobody
    levels = yield from voice_levels(source, start_s, num_rows)
    speaker = speaking_records(faces, levels)
    return speaker, held_records(faces, speaker)


def speaking_records(faces: Sequence[Mouth], levels: FloatArray) -> Indices:
    """Who speaks.

    Args:
        faces: of the film.
        levels: (band, row) from `voice_levels`.

    Returns:
        (row,) index of the record of the face that speaks, -1 where none does or is seen.
    """
    faces = sorted(faces, key=lambda face: face.first_row)
    heard, is_quiet = heard_curves(levels), _is_quiet(levels[VOICE])
    scores = [_scores(face, heard, is_quiet) for face in faces]
    speaker = np.full(levels.shape[1], NOBODY, np.int32)
    for row, number in enumerate(likeliest(_by_row(faces, scores, len(speaker)))):
        if number != NOBODY:
            speaker[row] = faces[number].records[row - faces[number].first_row]
    return speaker


def held_records(faces: Sequence[Mouth], speaker: Indices) -> Indices:
    """Who was last seen to speak, or will be next; a face that never speaks is nobody.

    Args:
        faces: of the film.
        speaker: from `speaking_records`.

    Returns:
        (row,) index of a record: in pauses it is the face that spoke before them, before somebody's
        first word it is theirs, as long as it is seen; -1 elsewhere.
    """
    owners = np.zeros(max(int(face.records.max()) for face in faces) + 1, np.int32)
    for number, face in enumerate(faces):
        owners[face.records[face.is_seen]] = number
    held = speaker.copy()
    for rows in (range(len(held)), range(len(held) - 1, -1, -1)):
        last: Mouth | None = None
        for row in rows:
            if held[row] != NOBODY:
                last = faces[owners[held[row]]]
            elif last is not None and last.rows.start <= row < last.rows.stop:
                held[row] = last.records[row - last.first_row]
    return held


def _is_quiet(voice: FloatArray) -> npt.NDArray[np.bool_]:
    """(row,) whether nobody can be heard."""
    kernel = np.ones(_POWER_ROWS) / _POWER_ROWS
    power = np.convolve(np.square(voice), kernel)[_POWER_ROWS // 2 :][: len(voice)]
    return np.asarray(power < _LEAST_POWER)


def _scores(face: Mouth, heard: Curve, is_quiet: npt.NDArray[np.bool_]) -> FloatArray:
    """(row of the face,) above 0 where it rather speaks; 0 where it is not seen."""
    scores = agreement(face, heard) - _LEAST_AGREEMENT
    scores[is_quiet[face.rows]] = _SILENT
    return np.where(face.is_seen, scores, np.float32(0))


def _by_row(
    faces: Sequence[Mouth], scores: Sequence[FloatArray], num_rows: int
) -> Iterator[dict[int, float]]:
    """The scores of the faces that are there in each row."""
    there: list[int] = []
    waiting = list(range(len(faces)))[::-1]
    for row in range(num_rows):
        there = [number for number in there if row < faces[number].rows.stop]
        while waiting and faces[waiting[-1]].first_row <= row:
            there.append(waiting.pop())
        yield {number: float(scores[number][row - faces[number].first_row]) for number in there}
