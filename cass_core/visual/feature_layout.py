"""The columns of the two picture streams, shared by analysis, training cues and the model."""

from dataclasses import dataclass

import numpy as np

from cass_core.clips import FloatArray

FEATURE_FPS = 25.0
SCENE_FRAME_FPS = 4.0  # whole frames, kept for the paper's scene encoder only

# order of MediaPipe's FaceLandmarker output
BLENDSHAPES: tuple[str, ...] = (
    "_neutral", "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft",
    "browOuterUpRight", "cheekPuff", "cheekSquintLeft", "cheekSquintRight", "eyeBlinkLeft",
    "eyeBlinkRight", "eyeLookDownLeft", "eyeLookDownRight", "eyeLookInLeft", "eyeLookInRight",
    "eyeLookOutLeft", "eyeLookOutRight", "eyeLookUpLeft", "eyeLookUpRight", "eyeSquintLeft",
    "eyeSquintRight", "eyeWideLeft", "eyeWideRight", "jawForward", "jawLeft", "jawOpen",
    "jawRight", "mouthClose", "mouthDimpleLeft", "mouthDimpleRight", "mouthFrownLeft",
    "mouthFrownRight", "mouthFunnel", "mouthLeft", "mouthLowerDownLeft", "mouthLowerDownRight",
    "mouthPressLeft", "mouthPressRight", "mouthPucker", "mouthRight", "mouthRollLower",
    "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper", "mouthSmileLeft", "mouthSmileRight",
    "mouthStretchLeft", "mouthStretchRight", "mouthUpperUpLeft", "mouthUpperUpRight",
    "noseSneerLeft", "noseSneerRight",
)  # fmt: skip

POSE = ("yaw", "pitch", "roll")  # radians, 0 when looking into the camera
FACE_COLUMNS: tuple[str, ...] = (*BLENDSHAPES, "presence", *POSE)

MOTION_GRID = 4  # motion energy on 4 x 4 cells, row by row from the top left
SCENE_COLUMNS: tuple[str, ...] = (
    *(f"motion_{row}{column}" for row in range(MOTION_GRID) for column in range(MOTION_GRID)),
    "cut",
    "red",
    "green",
    "blue",
)

NUM_FACE_FEATURES = len(FACE_COLUMNS)  # 56
NUM_SCENE_FEATURES = len(SCENE_COLUMNS)  # 20
PRESENCE = FACE_COLUMNS.index("presence")
CUT = SCENE_COLUMNS.index("cut")


@dataclass(frozen=True)
class VisualFeatures:
    """Both picture streams of a programme at `FEATURE_FPS`.

    Attributes:
        face: (frame, face column) of the face that speaks; rows of zeros where there is none.
        scene: (frame, scene column).
        start_s: time of row 0 on the audio's clock, where sample 0 is at 0 s; may be negative.
    """

    face: FloatArray
    scene: FloatArray
    start_s: float

    def window(
        self, start_s: float, num_frames: int, fps: float = FEATURE_FPS
    ) -> tuple[FloatArray, FloatArray]:
        """Both streams at `num_frames` times from `start_s`, 1 / `fps` apart.

        Rows are taken from the nearest frame; times outside the picture give zeros.

        Args:
            start_s: the first time, on the audio's clock.
            num_frames: how many.
            fps: how many a second.

        Returns:
            (frame, face column) and (frame, scene column).
        """
        times = start_s + np.arange(num_frames) / fps
        rows = np.floor((times - self.start_s) * FEATURE_FPS + 0.5).astype(np.int64)
        inside = (rows >= 0) & (rows < len(self.scene))
        rows = np.clip(rows, 0, max(len(self.scene) - 1, 0))
        face = np.zeros((num_frames, NUM_FACE_FEATURES), np.float32)
        scene = np.zeros((num_frames, NUM_SCENE_FEATURES), np.float32)
        face[inside] = self.face[rows[inside]]
        scene[inside] = self.scene[rows[inside]]
        return face, scene
