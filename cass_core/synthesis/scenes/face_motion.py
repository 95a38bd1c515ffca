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

# sizes after MediaPipe's blendshapes of real talking faces: how far each one goes with
# the four movements of a speaking mouth
_MOVEMENTS: dict[str, tuple[float, float, float, float]] = {  # open, round, spread, closed
    "jawOpen": (0.2, 0.0, 0.0, 0.0),
    "mouthLowerDownLeft": (0.13, 0.0, 0.04, 0.0),
    "mouthLowerDownRight": (0.13, 0.0, 0.04, 0.0),
    "mouthUpperUpLeft": (0.16, 0.0, 0.1, 0.0),
    "mouthUpperUpRight": (0.16, 0.0, 0.1, 0.0),
    "mouthFunnel": (0.01, 0.09, 0.0, 0.0),
    "mouthPucker": (-0.1, 1.0, -0.2, 0.1),
    "mouthClose": (0.0, 0.02, 0.0, 0.02),
    "mouthPressLeft": (-0.08, 0.0, 0.03, 0.25),
    "mouthPressRight": (-0.08, 0.0, 0.03, 0.25),
    "mouthRollLower": (-0.04, 0.0, 0.0, 0.15),
    "mouthRollUpper": (-0.04, 0.0, 0.0, 0.15),
    "mouthShrugLower": (0.0, 0.03, 0.0, 0.1),
    "mouthShrugUpper": (0.0, 0.03, 0.0, 0.1),
    "mouthStretchLeft": (0.01, 0.0, 0.06, 0.0),
    "mouthStretchRight": (0.01, 0.0, 0.06, 0.0),
    "mouthSmileLeft": (0.03, -0.2, 0.5, 0.0),
    "mouthSmileRight": (0.03, -0.2, 0.5, 0.0),
    "mouthDimpleLeft": (0.0, 0.0, 0.04, 0.02),
    "mouthDimpleRight": (0.0, 0.0, 0.04, 0.02),
}
# how far each goes in a face at rest; those not named hardly move
_AT_REST: dict[str, float] = {
    "browDownLeft": 0.05, "browDownRight": 0.05, "browInnerUp": 0.12, "browOuterUpLeft": 0.1,
    "browOuterUpRight": 0.1, "eyeBlinkLeft": 0.15, "eyeBlinkRight": 0.15,
    "eyeLookDownLeft": 0.26, "eyeLookDownRight": 0.26, "eyeLookInLeft": 0.1,
    "eyeLookInRight": 0.1, "eyeLookOutLeft": 0.08, "eyeLookOutRight": 0.08,
    "eyeLookUpLeft": 0.03, "eyeLookUpRight": 0.03, "eyeSquintLeft": 0.28,
    "eyeSquintRight": 0.28, "eyeWideLeft": 0.008, "eyeWideRight": 0.008, "jawLeft": 0.004,
    "jawOpen": 0.01, "mouthDimpleLeft": 0.006, "mouthDimpleRight": 0.006, "mouthLeft": 0.005,
    "mouthFrownLeft": 0.002, "mouthFrownRight": 0.002,
    "mouthLowerDownLeft": 0.01, "mouthLowerDownRight": 0.01, "mouthPressLeft": 0.03,
    "mouthPressRight": 0.03, "mouthPucker": 0.03, "mouthRight": 0.003, "mouthRollLower": 0.01,
    "mouthRollUpper": 0.015, "mouthShrugLower": 0.01, "mouthShrugUpper": 0.015,
    "mouthSmileLeft": 0.04, "mouthSmileRight": 0.04, "mouthStretchLeft": 0.008,
    "mouthStretchRight": 0.008, "mouthUpperUpLeft": 0.02, "mouthUpperUpRight": 0.02,
}  # fmt: skip
_HARDLY = 0.0005
# how far a face's own rest wanders while it is seen; the mouth's shapes hardly do by themselves
_LIVELY: dict[str, float] = {"brow": 0.75, "eyeLook": 0.55, "eyeSquint": 0.35, "mouthFrown": 1.2}
_CALM = 0.3
_NUM_SHAPES = len(BLENDSHAPES)
_WEIGHTS = np.array([_MOVEMENTS.get(name, (0.0,) * 4) for name in BLENDSHAPES], np.float32).T
_REST = np.array([_AT_REST.get(name, _HARDLY) for name in BLENDSHAPES], np.float32)
_LIVELINESS = np.array(
    [next((x for part, x in _LIVELY.items() if n.startswith(part)), _CALM) for n in BLENDSHAPES],
    np.float32,
)
_LOOKS_DOWN = [BLENDSHAPES.index("eyeLookDownLeft"), BLENDSHAPES.index("eyeLookDownRight")]
_BLINKS = [BLENDSHAPES.index("eyeBlinkLeft"), BLENDSHAPES.index("eyeBlinkRight")]
_POSE = slice(FACE_COLUMNS.index("yaw"), FACE_COLUMNS.index("roll") + 1)
_BLINK_SHAPE = np.array([0.3, 0.8, 0.9, 0.6, 0.2], np.float32)
_BLINKS_A_SECOND = 0.42
_SYLLABLE_FRAMES = 4
_POSTURE = (0.25, 0.12, 0.08)  # yaw, pitch, roll: spread from face to face, radians
_SWAY = (1.7, 1.0, 0.8)  # and against each other while a face is seen
_NOD = (0.002, 0.005, 0.003)
_SMALL_SHARE, _AJAR_SHARE = 0.2, 0.35


class FaceMotion:
    """One face with its own habits; no row that it gives is all zeros."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._rest = _REST * np.exp(0.6 * rng.standard_normal(_NUM_SHAPES)).astype(np.float32)
        gains = np.exp(0.35 * rng.standard_normal(_WEIGHTS.shape)).astype(np.float32)
        self._weights = _WEIGHTS * gains * np.float32(np.exp(0.45 * rng.standard_normal()))
        self._lag = int(rng.choice(5, p=(0.15, 0.4, 0.3, 0.1, 0.05))) - 1  # frames after the sound
        self._looseness = rng.uniform(0.6, 1.6)
        self._smoothing = rng.uniform(0.1, 0.45)
        self._coupling = 0.6 * rng.random() ** 2  # how far opening follows loudness
        self._rests = rng.uniform(0.1, 0.9)  # how still it is in pauses
        self._idle = rng.uniform(0.0, 0.8)  # how much the mouth moves without a sound
        self._ajar = rng.uniform(0.0, 0.5) if rng.random() < _AJAR_SHARE else 0.0  # in pauses
        # a small face is measured badly: its shapes tremble, and reach less far
        is_small = rng.random() < _SMALL_SHARE
        self._tremble = rng.uniform(0.1, 0.3) if is_small else 0.06
        if is_small:
            self._weights *= np.float32(rng.uniform(0.3, 0.8))

    def speaking(self, loudness: FloatArray, start: int, stop: int) -> FloatArray:
        """The (frame, face column) rows of a mouth that makes the sound, frames [start, stop).

        Args:
            loudness: (frame, band) of the whole scene from 0 to 1, three bands.
            start: first frame.
            stop: frame after the last.

        Returns:
            A row a frame.
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
        speaking = _smooth((voiced > 0.3).astype(np.float32)[:, None], 0.7)[:, 0]
        heard = np.clip(0.35 * voiced + 0.65 * open_vowel, 0, 1) ** 1.5
        moving = 1 - self._rests * (1 - speaking)
        loose = 0.6 * moving * np.abs(self._held(num_frames, 3)[:, 0])
        vowel = np.clip(self._coupling * heard + (1 - self._coupling) * loose, 0, 1)
        opening = vowel * np.clip(1 + self._looseness * shape[:, 0], 0, 2.2)
        rounding = vowel * np.clip(0.3 + 0.5 * shape[:, 1], 0, 1)
        spread = np.clip(0.4 * sibilant + 0.3 * vowel * shape[:, 2], 0, 1)
        closed = speaking * (1 - vowel) * np.clip(0.4 + 0.6 * shape[:, 3], 0, 1)
        opening = opening * (1 - 0.6 * sibilant * (sibilant > open_vowel))
        opening = opening + self._ajar * (1 - speaking)
        opening = opening + self._idle * np.clip(self._held(num_frames, 12)[:, 0], 0, 1)
        spread = spread + 0.8 * np.clip(self._slow(num_frames)[:, 0] - 0.5, 0, 1.2)  # a smile
        movements = np.stack([opening, rounding, spread, closed], axis=1)
        return _smooth(movements.astype(np.float32), self._smoothing)

    def _rows(self, movements: FloatArray) -> FloatArray:
        num_frames = len(movements)
        rows = np.zeros((num_frames, NUM_FACE_FEATURES), np.float32)
        shapes = self._rest * np.exp(_LIVELINESS * self._slow(num_frames, _NUM_SHAPES))
        shapes += movements @ self._weights
        jitter = self._rng.standard_normal(shapes.shape, dtype=np.float32)
        shapes *= 1 + np.float32(self._tremble) * jitter
        self._blink(shapes)
        rows[:, :_NUM_SHAPES] = np.clip(shapes, 0, 1)
        rows[:, PRESENCE] = 1
        posture = self._rng.standard_normal(3) * _POSTURE
        sway = self._slow(num_frames, 3) * self._rng.uniform(0.02, 0.15) * _SWAY
        nods = self._held(num_frames, 3, 3) * _NOD
        rows[:, _POSE] = posture + sway + nods
        return rows

    def _blink(self, shapes: FloatArray) -> None:
        count = self._rng.poisson(_BLINKS_A_SECOND * len(shapes) / FEATURE_FPS)
        for start in self._rng.integers(len(shapes), size=count):
            length = min(len(_BLINK_SHAPE), len(shapes) - start)
            shapes[start : start + length, _LOOKS_DOWN] += 0.3 * _BLINK_SHAPE[:length, None]
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
