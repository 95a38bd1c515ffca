"""Which face speaks: the one whose mouth moves most, and it keeps the word for a while."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.visual.faces.face_tracks import FaceTable
from cass_core.visual.feature_layout import BLENDSHAPES

MOUTH_COLUMNS: tuple[int, ...] = tuple(
    index
    for index, name in enumerate(BLENDSHAPES)
    if name.startswith(("jawOpen", "mouth")) and "Smile" not in name and "Frown" not in name
)
_SMOOTH_ROWS = 13  # half a second
_LEAD = 1.5  # a challenger's mouth must move this much more than the speaker's
_LEAST_LEAD = 0.002  # mean change of a blendshape from row to row
_LEAD_ROWS = 5  # for so many rows
_MIN_TRACK_ROWS = 5  # shorter tracks are mistakes of the finder
_FULL_SIZE = 0.15  # of the picture's width; smaller faces tremble more than they speak


def speaking_records(records: FaceTable, num_rows: int) -> npt.NDArray[np.int32]:
    """Pick the face that speaks in each row.

    Args:
        records: table of FACE_RECORD, by rising row.
        num_rows: rows of the film.

    Returns:
        (row,) index of its record, -1 where there is none.
    """
    speaker = np.full(num_rows, -1, np.int32)
    activity = mouth_activity(records)
    tracks = np.asarray(records["track"])
    choice = _Choice()
    for row, indices in _records_by_row(records, activity):
        candidates = {int(tracks[index]): float(activity[index]) for index in indices}
        chosen = choice.step(candidates)
        speaker[row] = next(index for index in indices if tracks[index] == chosen)
    return speaker


def mouth_activity(records: FaceTable) -> FloatArray:
    """Motion of each record's mouth, smoothed along its track; -1 for tracks that are too short.

    Args:
        records: table of FACE_RECORD, by rising row.

    Returns:
        (record,) mean change of the mouth's blendshapes from row to row, less for small faces.
    """
    activity = np.full(len(records), -1.0, np.float32)
    tracks = np.asarray(records["track"])
    order = np.argsort(tracks, kind="stable")
    borders = np.flatnonzero(np.diff(tracks[order])) + 1
    for indices in np.split(order, borders):
        if len(indices) >= _MIN_TRACK_ROWS:
            activity[indices] = _track_activity(records, indices)
    return activity


def _track_activity(records: FaceTable, indices: npt.NDArray[np.int64]) -> FloatArray:
    mouth = records["face"][indices][:, MOUTH_COLUMNS]
    motion = np.abs(np.diff(mouth, axis=0, prepend=mouth[:1])).mean(axis=1)
    gaps = np.diff(records["row"][indices], prepend=records["row"][indices[0]] - 1) > 1
    motion[gaps] = 0.0  # a face that was lost comes back with another mouth
    motion[0] = motion[1]
    kernel = np.ones(min(_SMOOTH_ROWS, len(motion)), np.float32)
    smooth = np.convolve(motion, kernel, "same") / np.convolve(np.ones_like(motion), kernel, "same")
    boxes = records["box"][indices]
    weight = np.sqrt(np.clip((boxes[:, 2] - boxes[:, 0]) / _FULL_SIZE, 0.0, 1.0))
    return np.asarray(smooth * weight, np.float32)


def _records_by_row(
    records: FaceTable, activity: FloatArray
) -> Iterator[tuple[int, npt.NDArray[np.int64]]]:
    """Each row that has faces worth looking at, with the indices of their records."""
    usable = np.flatnonzero(activity >= 0)
    rows = np.asarray(records["row"])[usable]
    borders = np.flatnonzero(np.diff(rows)) + 1
    for indices in np.split(usable, borders) if len(usable) else []:
        yield int(records["row"][indices[0]]), indices


class _Choice:
    """Remembers who has the word and who is about to take it."""

    def __init__(self) -> None:
        self._speaker: int | None = None
        self._challenger: int | None = None
        self._num_rows = 0

    def step(self, activity: dict[int, float]) -> int:
        """The track that speaks in the next row, among those given with their activity."""
        best = max(activity, key=lambda track: activity[track])
        if self._speaker is None or self._speaker not in activity:
            return self._give_to(best)
        if activity[best] <= _LEAD * activity[self._speaker] + _LEAST_LEAD:
            self._challenger = None
            return self._speaker
        if best != self._challenger:
            self._challenger, self._num_rows = best, 0
        self._num_rows += 1
        return self._give_to(best) if self._num_rows >= _LEAD_ROWS else self._speaker

    def _give_to(self, track: int) -> int:
        self._speaker, self._challenger = track, None
        return track
