"""How the mouth of one face moves while its track lasts."""

from collections.abc import Iterator
from dataclasses import dataclass

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
LIP_COLUMNS: tuple[int, ...] = tuple(
    index
    for index, name in enumerate(BLENDSHAPES)
    if name.startswith(("jawOpen", "mouthLowerDown", "mouthUpperUp"))
)
_MIN_TRACK_ROWS = 5  # shorter tracks are mistakes of the finder
_FULL_SIZE = 0.15  # of the picture's width; smaller faces tremble more than they speak


@dataclass(frozen=True)
class Mouth:
    """One face from the first picture that it is seen in to the last.

    Attributes:
        track: number of the face.
        records: (row,) index of its record, -1 in rows in which it is not seen.
        first_row: picture row of the first.
        motion: (row,) mean change of the mouth's blendshapes from row to row, less for small faces.
        lips: (row,) mean change of how far they are open, likewise.
    """

    track: int
    records: npt.NDArray[np.int32]
    first_row: int
    motion: FloatArray
    lips: FloatArray

    @property
    def rows(self) -> slice:
        """Its place among the rows of the film."""
        return slice(self.first_row, self.first_row + len(self.records))

    @property
    def is_seen(self) -> npt.NDArray[np.bool_]:
        """(row,) whether the face is seen."""
        return self.records >= 0


def mouths(records: FaceTable) -> Iterator[Mouth]:
    """The faces of a film one after the other, without those that are seen for a moment only.

    Args:
        records: table of FACE_RECORD, by rising row.

    Yields:
        Mouth: a face.
    """
    tracks = np.asarray(records["track"])
    order = np.argsort(tracks, kind="stable")
    borders = np.flatnonzero(np.diff(tracks[order])) + 1
    for indices in np.split(order, borders):
        if len(indices) >= _MIN_TRACK_ROWS:
            yield _mouth(records, indices)


def _mouth(records: FaceTable, indices: npt.NDArray[np.int64]) -> Mouth:
    own = records[indices]
    places = own["row"] - own["row"][0]
    weight = np.sqrt(np.clip((own["box"][:, 2] - own["box"][:, 0]) / _FULL_SIZE, 0.0, 1.0))
    all_records = np.full(places[-1] + 1, -1, np.int32)
    all_records[places] = indices
    motion, lips = np.zeros((2, len(all_records)), np.float32)
    shapes = own["face"]
    motion[places] = weight * _change(shapes[:, MOUTH_COLUMNS], places)
    opening = shapes[:, LIP_COLUMNS].mean(axis=1, keepdims=True)
    lips[places] = weight * _change(opening, places)
    return Mouth(int(own["track"][0]), all_records, int(own["row"][0]), motion, lips)


def _change(shapes: FloatArray, places: npt.NDArray[np.int32]) -> FloatArray:
    """(record,) mean change since the row before."""
    change = np.abs(np.diff(shapes, axis=0, prepend=shapes[:1])).mean(axis=1)
    # a face that was lost comes back with another mouth
    change[np.diff(places, prepend=places[0] - 1) > 1] = 0.0
    change[0] = change[1]
    return np.asarray(change, np.float32)
