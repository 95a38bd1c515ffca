"""Scene stream: motion on a grid, cuts and mean colour of whole pictures."""

from collections import deque

import numpy as np

from cass_core.clips import FloatArray
from cass_core.visual.faces.face_geometry import Picture
from cass_core.visual.feature_layout import CUT, MOTION_GRID, NUM_SCENE_FEATURES
from cass_core.visual.native_libraries import import_cv2

_WIDTH, _HEIGHT = 96, 54
_MOTION_GAIN = 100.0  # a mean change of 1/100 of full scale gives 0.15, all of it gives 1
_HISTORY = 12  # frames that say how much motion is usual
_COLOUR_STEPS = 8  # a channel; histograms are joint over the three channels
# a cut stands out of the frames before it; the less the colours change the more it must
_CUT_CHANGE, _CUT_RATIO, _CUT_COLOURS = 0.08, 5.0, 0.1
_COLOUR_CUT_CHANGE, _COLOUR_CUT_RATIO, _COLOUR_CUT_COLOURS = 0.06, 2.5, 0.35
_LEAST_USUAL = 0.008
_AFTER_CUT = 3  # frames; a flash or a short dissolve is one cut


class SceneStream:
    """Turns pictures into rows of scene features; knows only the picture before."""

    def __init__(self) -> None:
        self._before: FloatArray | None = None
        self._colours: FloatArray | None = None
        self._changes: deque[float] = deque(maxlen=_HISTORY)
        self._since_cut = _AFTER_CUT

    def step(self, picture: Picture) -> FloatArray:
        """The next picture's (scene column,) row.

        The first picture has no motion and is no cut; a cut has no motion of its own, for what
        changed there did not move.
        """
        small = _small(picture)
        grey = small.mean(axis=2)  # (54, 96)
        colours = _histogram(small)
        row = np.zeros(NUM_SCENE_FEATURES, np.float32)
        row[-3:] = small.mean(axis=(0, 1))
        if self._before is not None and self._colours is not None:
            change = np.abs(grey - self._before)
            row[CUT] = self._is_cut(float(change.mean()), _distance(colours, self._colours))
            if not row[CUT]:
                row[:CUT] = motion_energy(change)
                self._changes.append(float(change.mean()))
        self._before, self._colours = grey, colours
        return row

    def _is_cut(self, change: float, colour_distance: float) -> bool:
        self._since_cut += 1
        usual = max(float(np.median(self._changes)) if self._changes else 0.0, _LEAST_USUAL)
        ratio = change / usual
        sudden = change > _CUT_CHANGE and ratio > _CUT_RATIO
        recoloured = change > _COLOUR_CUT_CHANGE and ratio > _COLOUR_CUT_RATIO
        found = (sudden and colour_distance > _CUT_COLOURS) or (
            recoloured and colour_distance > _COLOUR_CUT_COLOURS
        )
        if not found or self._since_cut < _AFTER_CUT:
            return False
        self._since_cut = 0
        self._changes.clear()
        return True


def motion_energy(change: FloatArray) -> FloatArray:
    """Mean change in each cell of the grid, compressed to about 0..1.

    Args:
        change: (row, column), absolute difference of two grey pictures, full scale is 1.

    Returns:
        (MOTION_GRID * MOTION_GRID,), row by row from the top left.
    """
    cells = [
        cell.mean()
        for band in np.array_split(change, MOTION_GRID, axis=0)
        for cell in np.array_split(band, MOTION_GRID, axis=1)
    ]
    energy = np.log1p(_MOTION_GAIN * np.array(cells)) / np.log1p(_MOTION_GAIN)
    return np.asarray(energy, np.float32)


def _small(picture: Picture) -> FloatArray:
    """(54, 96, RGB), full scale is 1; the shape of the picture is not kept."""
    cv2 = import_cv2()
    stride = max(min(picture.shape[0] // (2 * _HEIGHT), picture.shape[1] // (2 * _WIDTH)), 1)
    sparse = np.ascontiguousarray(picture[::stride, ::stride])
    small = cv2.resize(sparse, (_WIDTH, _HEIGHT), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32) / 255.0


def _histogram(small: FloatArray) -> FloatArray:
    """Share of the pixels in each colour cell, (steps ** 3,)."""
    steps = np.minimum((small * _COLOUR_STEPS).astype(np.int64), _COLOUR_STEPS - 1)
    cell = (steps[..., 0] * _COLOUR_STEPS + steps[..., 1]) * _COLOUR_STEPS + steps[..., 2]
    counts = np.bincount(cell.ravel(), minlength=_COLOUR_STEPS**3)
    return np.asarray(counts / cell.size, np.float32)


def _distance(a: FloatArray, b: FloatArray) -> float:
    """Share of the pixels that changed colour, 0..1."""
    return float(np.abs(a - b).sum() / 2)
