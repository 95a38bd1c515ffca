"""All faces of a film as one table, and the face stream that is picked from it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.visual.faces.face_track import TrackedFace
from cass_core.visual.feature_layout import NUM_FACE_FEATURES

FaceTable = npt.NDArray[Any]  # of FACE_RECORD

FACE_RECORD = np.dtype(
    [
        ("row", "<i4"),  # picture row at FEATURE_FPS, rising through the table
        ("track", "<i4"),  # number of the face
        ("box", "<f4", (4,)),  # left, top, right, bottom as shares of the picture
        ("face", "<f4", (NUM_FACE_FEATURES,)),  # the columns of the face stream
    ]
)


@dataclass(frozen=True)
class FaceTracks:
    """Every face of a film and who of them speaks.

    Attributes:
        records: table of FACE_RECORD, by rising row.
        speaker: (row,) index into `records` of the face that speaks, -1 where there is none.
        start_s: time of row 0 on the audio's clock.
    """

    records: FaceTable
    speaker: npt.NDArray[np.int32]
    start_s: float

    def at(self, row: int) -> FaceTable:
        """The records of one row."""
        first, last = np.searchsorted(self.records["row"], [row, row + 1])
        return self.records[first:last]

    def speaking_track(self, row: int) -> int | None:
        """Number of the face that speaks in one row."""
        if not 0 <= row < len(self.speaker) or self.speaker[row] < 0:
            return None
        return int(self.records["track"][self.speaker[row]])


def face_record(row: int, face: TrackedFace, width: int, height: int) -> FaceTable:
    """Write a face down.

    Args:
        row: picture row.
        face: the face in that picture.
        width: of the picture in pixels.
        height: of the picture in pixels.

    Returns:
        Table of one FACE_RECORD.
    """
    table = np.zeros(1, FACE_RECORD)
    shape = face.shape
    table["row"], table["track"] = row, face.track
    table["box"] = shape.box.relative(width, height)
    table["face"] = np.concatenate([shape.blendshapes, np.ones(1, np.float32), shape.pose])
    return table


def face_rows(records: FaceTable, chosen: npt.NDArray[np.int32]) -> FloatArray:
    """Rows of the face stream.

    Args:
        records: table of FACE_RECORD.
        chosen: (row,) index of the record that is shown, -1 for none.

    Returns:
        (row, face column), zeros where nobody is shown.
    """
    faces = np.zeros((len(chosen), NUM_FACE_FEATURES), np.float32)
    faces[chosen >= 0] = records["face"][chosen[chosen >= 0]]
    return faces
