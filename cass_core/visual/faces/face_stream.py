"""Face stream: every face of each picture as records, with crops of them where asked."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.visual.faces.face_geometry import Box, Picture, Square
from cass_core.visual.faces.face_landmarker import FaceFinder, FaceFollower
from cass_core.visual.faces.face_track import TrackedFace
from cass_core.visual.faces.face_tracker import FaceTracker
from cass_core.visual.faces.face_tracks import FACE_RECORD, FaceTable, face_record
from cass_core.visual.native_libraries import import_cv2

CROP_SIDE = 112  # pixels
TRACK_SIDE = 224  # pixels; a face track of LRS3, which the encoder's frames are made of
# such a track shows more than the face: this share of it, its centre a little below the face's own
_CROP_SHARE, _CROP_DROP = 1.4, 0.2
_CROP_INERTIA = 0.7  # boxes tremble; the crop follows them slowly


class FaceStream:
    """Turns pictures into face records; owns the native graphs until it is closed."""

    def __init__(self, model: Path, max_faces: int) -> None:
        """Load the model.

        Args:
            model: MediaPipe's face model.
            max_faces: faces followed at the same time.

        Raises:
            ImportError: MediaPipe cannot be loaded on this machine.
            ModelError: the file is not such a model.
        """
        self._model = model
        self._finder = FaceFinder(model)
        self._followers: list[FaceFollower] = []
        self._pool = ThreadPoolExecutor(max_faces, thread_name_prefix="face")
        self._tracker = FaceTracker(self._finder, self._new_follower, max_faces, self._pool)
        self._places: dict[int, Box] = {}

    def close(self) -> None:
        """Free the native graphs."""
        self._pool.shutdown()
        self._finder.close()
        for follower in self._followers:
            follower.close()

    def step(
        self, row: int, picture: Picture, is_cut: bool, with_crops: bool = False
    ) -> tuple[FaceTable, npt.NDArray[np.uint8]]:
        """The faces of the next picture.

        Args:
            row: number of the picture, written into the records.
            picture: (row, column, RGB).
            is_cut: whether the picture has nothing to do with the one before.
            with_crops: also cut out each face.

        Returns:
            Table of FACE_RECORD and the crops, (face, 112, 112) grey, or (0, 112, 112).
        """
        faces = self._tracker.step(picture, is_cut)
        height, width = picture.shape[:2]
        records = [face_record(row, face, width, height) for face in faces]
        crops = [self._crop(picture, face) for face in faces] if with_crops else []
        return (
            np.concatenate([np.zeros(0, FACE_RECORD), *records]),
            np.array(crops, np.uint8).reshape(-1, CROP_SIDE, CROP_SIDE),
        )

    def _new_follower(self) -> FaceFollower:
        self._followers.append(FaceFollower(self._model))
        return self._followers[-1]

    def _crop(self, picture: Picture, face: TrackedFace) -> npt.NDArray[np.uint8]:
        before = self._places.get(face.track, face.shape.box)
        place = _between(face.shape.box, before, _CROP_INERTIA)
        self._places = {**self._places, face.track: place}
        return face_crop(picture, place)


def face_crop(picture: Picture, box: Box) -> npt.NDArray[np.uint8]:
    """Cut out a whole face with what is around it, as the face tracks of LRS3 show it.

    Args:
        picture: (row, column, RGB).
        box: the face.

    Returns:
        (112, 112) grey.
    """
    column, line = box.centre
    square = Square.around((column, line + _CROP_DROP * box.size), _CROP_SHARE * box.size)
    crop = square.cut(picture)
    if square.side > TRACK_SIDE:
        cv2 = import_cv2()
        crop = cv2.resize(crop, (TRACK_SIDE, TRACK_SIDE), interpolation=cv2.INTER_AREA)
    return grey_face(crop)


def grey_face(track: Picture) -> npt.NDArray[np.uint8]:
    """A picture of a face track, (row, column, RGB), as the encoder takes it: (112, 112) grey."""
    cv2 = import_cv2()
    scaled = cv2.resize(track, (CROP_SIDE, CROP_SIDE), interpolation=cv2.INTER_LINEAR)
    grey: npt.NDArray[np.uint8] = cv2.cvtColor(scaled, cv2.COLOR_RGB2GRAY)
    return grey


def _between(new: Box, old: Box, share_of_old: float) -> Box:
    """The box on the way from the new to the old one."""
    mix = [
        share_of_old * getattr(old, side) + (1 - share_of_old) * getattr(new, side)
        for side in ("left", "top", "right", "bottom")
    ]
    return Box(*mix)
