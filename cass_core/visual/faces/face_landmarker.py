"""MediaPipe behind two small classes: find faces in a square, follow one face in a window."""

import zipfile
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import ModelError
from cass_core.visual.faces.face_geometry import Box, Picture, head_angles
from cass_core.visual.feature_layout import BLENDSHAPES
from cass_core.visual.native_libraries import import_mediapipe, silent_stderr

_DETECTOR = "face_detector.tflite"  # inside the .task archive
_COLUMNS = {name: column for column, name in enumerate(BLENDSHAPES)}
_FRAME_MS = 40
_BLANK: Picture = np.zeros((64, 64, 3), np.uint8)


@dataclass(frozen=True)
class FaceShape:
    """What is known of one face in one picture.

    Attributes:
        blendshapes: (52,) in the order of `BLENDSHAPES`, each 0 to 1.
        pose: (3,) yaw, pitch, roll in radians.
        box: around the face's landmarks.
    """

    blendshapes: FloatArray
    pose: FloatArray
    box: Box


class FaceFinder:
    """Finds faces in a picture; sees none smaller than a tenth of the picture's side."""

    def __init__(self, model: Path) -> None:
        mediapipe = import_mediapipe()
        vision = mediapipe.tasks.vision
        options = vision.FaceDetectorOptions(
            base_options=mediapipe.tasks.BaseOptions(model_asset_buffer=_detector_of(model)),
            running_mode=vision.RunningMode.IMAGE,
        )
        self._detector = _create(vision.FaceDetector, options, model)
        with silent_stderr():
            self.find(_BLANK)

    def find(self, picture: Picture) -> list[Box]:
        """Boxes of the faces in a picture, in its pixels, most certain first."""
        found = self._detector.detect(_as_image(picture)).detections
        found = sorted(found, key=lambda face: -face.categories[0].score)
        return [_detected_box(face.bounding_box) for face in found]

    def close(self) -> None:
        """Free the native graph."""
        with silent_stderr():
            self._detector.close()


class FaceFollower:
    """Follows one face through pictures of the same window; may lose it, never raises for that."""

    def __init__(self, model: Path) -> None:
        mediapipe = import_mediapipe()
        vision = mediapipe.tasks.vision
        options = vision.FaceLandmarkerOptions(
            base_options=mediapipe.tasks.BaseOptions(model_asset_buffer=model.read_bytes()),
            running_mode=vision.RunningMode.VIDEO,
            num_faces=1,
            output_face_blendshapes=True,
            output_facial_transformation_matrixes=True,
        )
        self._landmarker = _create(vision.FaceLandmarker, options, model)
        self._time_ms = 0
        self._has_seen = False
        self.forget()

    def follow(self, picture: Picture) -> FaceShape | None:
        """The face in the next picture of the window, or None."""
        # the networks behind the detector log when they first run, which a blank cannot provoke
        with nullcontext() if self._has_seen else silent_stderr():
            result = self._landmarker.detect_for_video(_as_image(picture), self._time_ms)
        self._time_ms += _FRAME_MS
        if not (result.face_landmarks and result.face_blendshapes):
            return None
        self._has_seen = True
        height, width = picture.shape[:2]
        return FaceShape(
            _blendshapes(result.face_blendshapes[0]),
            head_angles(np.asarray(result.facial_transformation_matrixes[0], np.float32)),
            _landmark_box(result.face_landmarks[0], width, height),
        )

    def forget(self) -> None:
        """Start anew: the next picture is searched as if it were the first."""
        # in an empty picture the graph drops the region that it carries from picture to picture
        self.follow(_BLANK)

    def close(self) -> None:
        """Free the native graph."""
        with silent_stderr():
            self._landmarker.close()


def _detector_of(model: Path) -> bytes:
    """The detector's own file inside the model archive."""
    try:
        with zipfile.ZipFile(model) as archive:
            return archive.read(_DETECTOR)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise _unusable(model) from error


def _create(kind: Any, options: Any, model: Path) -> Any:  # noqa: ANN401 MediaPipe has no types
    """A MediaPipe task, without its lines on stderr."""
    try:
        with silent_stderr():
            return kind.create_from_options(options)
    except (RuntimeError, ValueError, OSError) as error:
        raise _unusable(model) from error


def _unusable(model: Path) -> ModelError:
    return ModelError(f"The face model {model} cannot be used; replace it by a fresh copy.")


def _as_image(picture: Picture) -> Any:  # noqa: ANN401 MediaPipe has no types
    mediapipe = import_mediapipe()
    return mediapipe.Image(
        image_format=mediapipe.ImageFormat.SRGB, data=np.ascontiguousarray(picture)
    )


def _blendshapes(categories: Any) -> FloatArray:  # noqa: ANN401 MediaPipe has no types
    values = np.zeros(len(BLENDSHAPES), np.float32)
    for category in categories:
        values[_COLUMNS[category.category_name]] = category.score
    return values


def _detected_box(box: Any) -> Box:  # noqa: ANN401 MediaPipe has no types
    return Box(box.origin_x, box.origin_y, box.origin_x + box.width, box.origin_y + box.height)


def _landmark_box(points: Any, width: int, height: int) -> Box:  # noqa: ANN401 MediaPipe has no types
    columns = [point.x for point in points]
    rows = [point.y for point in points]
    return Box(min(columns) * width, min(rows) * height, max(columns) * width, max(rows) * height)
