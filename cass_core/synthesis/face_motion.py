"""Blendshapes and head of one made face: speaking, listening or saying something else."""

import numpy as np

from cass_core.clips import FloatArray
from cass_core.visual.feature_layout import (
    BLENDSHAPES,
    FACE_COLUMNS,
    FEATURE_FPS,
    NUM_FACE_FEATURES,
    PRESENCE,
)

# how far each blendshape goes with the four movements of a speaking mouth
_MOVEMENTS: dict[str, tuple[float, float, float, float]] = {  # open, round, spread, closed
    "jawOpen": (0.45, 0.0, 0.0, 0.0),
    "mouthLowerDownLeft": (0.35, 0.0, 0.15, 0.0),
    "mouthLowerDownRight": (0.35, 0.0, 0.15, 0.0),
    "mouthUpperUpLeft": (0.2, 0.0, 0.1, 0.0),
    "mouthUpperUpRight": (0.2, 0.0, 0.1, 0.0),
    "mouthFunnel": (0.04, 0.2, 0.0, 0.0),
    "mouthPucker": (-0.1, 0.5, -0.2, 0.05),
    "mouthClose": (-0.01, 0.03, 0.0, 0.05),
    "mouthPressLeft": (-0.08, 0.0, 0.03, 0.2),
    "mouthPressRight": (-0.08, 0.0, 0.03, 0.2),
    "mouthRollLower": (-0.06, 0.0, 0.0, 0.2),
    "mouthRollUpper": (-0.03, 0.0, 0.0, 0.12),
    "mouthShrugLower": (0.0, 0.08, 0.0, 0.15),
    "mouthShrugUpper": (0.0, 0.05, 0.0, 0.1),
    "mouthStretchLeft": (0.03, 0.0, 0.15, 0.0),
    "mouthStretchRight": (0.03, 0.0, 0.15, 0.0),
    "mouthSmileLeft": (0.0, -0.05, 0.2, 0.0),
    "mouthSmileRight": (0.0, -0.05, 0.2, 0.0),
    "mouthDimpleLeft": (0.0, 0.0, 0.04, 0.03),
    "mouthDimpleRight": (0.0, 0.0, 0.04, 0.03),
}
# mean of the other expressions of a face at rest; those not named stay near 0
_AT_REST: dict[str, float] = {
    "browDownLeft": 0.12, "browDownRight": 0.12, "browInnerUp": 0.08, "browOuterUpLeft": 0.06,
    "browOuterUpRight": 0.06, "eyeBlinkLeft": 0.12, "eyeBlinkRight": 0.12,
    "eyeLookDownLeft": 0.2, "eyeLookDownRight": 0.2, "eyeLookInLeft": 0.1, "eyeLookInRight": 0.1,
    "eyeLookOutLeft": 0.12, "eyeLookOutRight": 0.12, "eyeLookUpLeft": 0.06,
    "eyeLookUpRight": 0.06, "eyeSquintLeft": 0.35, "eyeSquintRight": 0.35,
    "mouthPressLeft": 0.1, "mouthPressRight": 0.1, "mouthPucker": 0.2, "mouthRollLower": 0.06,
    "mouthRollUpper": 0.04, "mouthShrugLower": 0.1, "mouthShrugUpper": 0.06,
    "mouthSmileLeft": 0.1, "mouthSmileRight": 0.1,
}  # fmt: skip
_NUM_SHAPES = len(BLENDSHAPES)
_WEIGHTS = np.array([_MOVEMENTS.get(name, (0.0,) * 4) for name in BLENDSHAPES], np.float32).T
_REST = np.array([_AT_REST.get(name, 0.01) for name in BLENDSHAPES], np.float32)
_BLINKS = [BLENDSHAPES.index("eyeBlinkLeft"), BLENDSHAPES.index("eyeBlinkRight")]
_POSE = slice(FACE_COLUMNS.index("yaw"), FACE_COLUMNS.index("roll") + 1)
_BLINK_SHAPE = np.array([0.3, 0.8, 0.9, 0.6, 0.2], np.float32)
_BLINKS_A_SECOND = 0.3
_SYLLABLE_FRAMES = 4


class FaceMotion:
    """One face with its own habits; each method gives rows of zeros-free face columns."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._rest = _REST * np.exp(0.6 * rng.standard_normal(_NUM_SHAPES)).astype(np.float32)
        gains = np.exp(0.35 * rng.standard_normal(_WEIGHTS.shape)).astype(np.float32)
        self._weights = _WEIGHTS * gains * np.float32(np.exp(0.4 * rng.standard_normal()))
        self._lag = int(rng.choice(4, p=(0.15, 0.45, 0.3, 0.1))) - 1  # frames after the sound
        self._looseness = rng.uniform(0.4, 1.1)
        self._smoothing = rng.uniform(0.1, 0.45)

    def speaking(self, loudness: FloatArray, start: int, stop: int) -> FloatArray:
        """(frame, face column) of frames [start, stop) of a mouth that makes the sound.

        Args:
            loudness: (frame, band) of the whole scene from 0 to 1, three bands.
            start: first frame.
            stop: frame after the last.
        """
        frames = np.clip(np.arange(start, stop) - self._lag, 0, len(loudness) - 1)
        return self._rows(self._movements(loudness[frames]))

    def babbling(self, num_frames: int) -> FloatArray:
        """(frame, face column) of a mouth that speaks, but not what is heard."""
        phrases = self._held(num_frames, 30)[:, 0] > -0.3
        loudness = 0.75 + 0.25 * self._held(num_frames, _SYLLABLE_FRAMES, 3)
        return self._rows(self._movements(np.clip(loudness * phrases[:, None], 0, 1)))

    def listening(self, num_frames: int) -> FloatArray:
        """(frame, face column) of a mouth that is still, or nearly so."""
        movements = np.zeros((num_frames, 4), np.float32)
        movements[:, 2] = np.clip(0.3 * self._slow(num_frames)[:, 0], 0, 1)  # a smile now and then
        if self._rng.random() < 0.2:
            movements[:, 0] = self._rng.uniform(0.1, 0.4)  # an open mouth
        return self._rows(movements)

    def _movements(self, loudness: FloatArray) -> FloatArray:
        """(frame, movement) of a mouth from (frame, band) of loudness."""
        num_frames = len(loudness)
        voiced, open_vowel, sibilant = loudness.T
        # which sound a syllable holds is not in its loudness, so chance decides its shape
        shape = self._held(num_frames, _SYLLABLE_FRAMES, 4)
        vowel = np.clip(0.35 * voiced + 0.65 * open_vowel, 0, 1) ** 1.5
        opening = vowel * np.clip(1 + self._looseness * shape[:, 0], 0, 2.2)
        rounding = vowel * np.clip(0.3 + 0.5 * shape[:, 1], 0, 1)
        spread = np.clip(0.4 * sibilant + 0.3 * vowel * shape[:, 2], 0, 1)
        speaking = _smooth((voiced > 0.3).astype(np.float32)[:, None], 0.7)[:, 0]
        closed = speaking * (1 - vowel) * np.clip(0.4 + 0.6 * shape[:, 3], 0, 1)
        opening = opening * (1 - 0.6 * sibilant * (sibilant > open_vowel))
        movements = np.stack([opening, rounding, spread, closed], axis=1)
        return _smooth(movements.astype(np.float32), self._smoothing)

    def _rows(self, movements: FloatArray) -> FloatArray:
        num_frames = len(movements)
        rows = np.zeros((num_frames, NUM_FACE_FEATURES), np.float32)
        shapes = self._rest * np.exp(0.25 * self._slow(num_frames, _NUM_SHAPES))
        shapes += movements @ self._weights
        jitter = self._rng.standard_normal(shapes.shape, dtype=np.float32)
        shapes *= 1 + np.float32(0.06) * jitter
        self._blink(shapes)
        rows[:, :_NUM_SHAPES] = np.clip(shapes, 0, 1)
        rows[:, PRESENCE] = 1
        posture = self._rng.standard_normal(3) * (0.3, 0.12, 0.08)
        sway = self._slow(num_frames, 3) * self._rng.uniform(0.02, 0.15)
        rows[:, _POSE] = posture + sway
        return rows

    def _blink(self, shapes: FloatArray) -> None:
        count = self._rng.poisson(_BLINKS_A_SECOND * len(shapes) / FEATURE_FPS)
        for start in self._rng.integers(len(shapes), size=count):
            length = min(len(_BLINK_SHAPE), len(shapes) - start)
            blink = shapes[start : start + length, _BLINKS]
            shapes[start : start + length, _BLINKS] = np.maximum(
                blink, _BLINK_SHAPE[:length, None] * self._rng.uniform(0.6, 1.0)
            )

    def _slow(self, num_frames: int, columns: int = 1) -> FloatArray:
        """Slow random curves around 0, (frame, column)."""
        return self._held(num_frames, 20, columns)

    def _held(self, num_frames: int, period: int, columns: int = 1) -> FloatArray:
        """Random curves that take a new value every `period` frames or so, (frame, column)."""
        points = self._rng.standard_normal((num_frames // period + 3, columns), dtype=np.float32)
        at = np.arange(num_frames) / period + self._rng.random()
        before = at.astype(np.int64)
        share = (at - before).astype(np.float32)[:, None]
        return points[before] * (1 - share) + points[before + 1] * share


def _smooth(curves: FloatArray, memory: float) -> FloatArray:
    """Average (frame, column) with its two neighbours."""
    side = np.float32(memory / 2)
    padded = np.concatenate([curves[:1], curves, curves[-1:]])
    smoothed: FloatArray = (1 - 2 * side) * curves + side * (padded[:-2] + padded[2:])
    return smoothed
