"""How well a mouth and a sound agree: correlation over two seconds, a little late or early."""

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.visual.speaking.mouth import Mouth
from cass_core.visual.speaking.voice_levels import CONSONANTS, VOICE

Curve = npt.NDArray[np.float64]

_KERNEL = np.hanning(53)[1:-1]  # two seconds, most of it from one
_LAGS = (-2, -1, 0, 1, 2, 3)  # rows by which the picture comes after the sound
_MOTION_ROWS, _LEVEL_ROWS = 5, 3  # over which motion and levels are smoothed
# what trembles less than this says nothing: of a blendshape, and of the root of a level
_LEAST_MOTION, _LEAST_LIPS, _LEAST_LEVEL = 1e-3, 8e-4, 1e-2


def heard_curves(levels: FloatArray) -> Curve:
    """What mouths are compared with: the smoothed roots of (band, row) levels."""
    return np.stack([_smooth(np.sqrt(level, dtype=np.float64), _LEVEL_ROWS) for level in levels])


def agreement(mouth: Mouth, heard: Curve) -> FloatArray:
    """How far a mouth moves with the voice.

    The whole mouth is compared with the voice and the lips' opening with its consonants, each at
    the lag that fits best.

    Args:
        mouth: of a face.
        heard: (band, row of the film) from `heard_curves`.

    Returns:
        (row of the mouth,) from -1 to 1; about 0 where the mouth or the sound is still.
    """
    weights = mouth.is_seen.astype(np.float64)
    whole = _best(mouth, mouth.motion, heard[VOICE], weights, _LEAST_MOTION)
    lips = _best(mouth, mouth.lips, heard[CONSONANTS], weights, _LEAST_LIPS)
    return np.asarray((whole + lips) / 2, np.float32)


def _best(mouth: Mouth, motion: FloatArray, heard: Curve, weights: Curve, least: float) -> Curve:
    """The correlation at the best lag."""
    moves = _smooth(motion.astype(np.float64), _MOTION_ROWS)
    own_mean, own_spread = _moments(moves, weights)
    best = np.full(len(moves), -1.0)
    rows = np.arange(mouth.rows.start, mouth.rows.stop)
    for lag in _LAGS:
        late = heard[np.clip(rows - lag, 0, len(heard) - 1)]
        mean, spread = _moments(late, weights)
        shared = _mean(moves * late, weights) - own_mean * mean
        best = np.maximum(best, shared / ((own_spread + least) * (spread + _LEAST_LEVEL)))
    return best


def _moments(values: Curve, weights: Curve) -> tuple[Curve, Curve]:
    """Mean and standard deviation around each row."""
    mean = _mean(values, weights)
    return mean, np.sqrt(np.maximum(_mean(values * values, weights) - mean * mean, 0.0))


def _mean(values: Curve, weights: Curve) -> Curve:
    return _around(values * weights, _KERNEL) / np.maximum(_around(weights, _KERNEL), 1e-9)


def _smooth(values: Curve, num_rows: int) -> Curve:
    kernel = np.hanning(num_rows + 2)[1:-1]
    return _around(values, kernel) / _around(np.ones(len(values)), kernel)


def _around(values: Curve, kernel: Curve) -> Curve:
    """Weighted sum around each row; nothing counts beyond the ends."""
    half = len(kernel) // 2
    return np.asarray(np.convolve(values, kernel)[half : half + len(values)])
