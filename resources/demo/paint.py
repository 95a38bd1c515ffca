"""Soft shapes on float pictures: what the demo's scene and face are painted with."""

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
Colour = tuple[float, float, float]
"""Blue, green, red, 0 to 255."""
Point = tuple[float, float]

# 1/16 of a pixel is the unit of cv2's anti-aliased drawing
_SHIFT = 4


def canvas(width: int, height: int, colour: Colour) -> Picture:
    """A picture of one colour; (row, column, 3)."""
    return np.full((height, width, 3), colour, np.float32)


def ellipse_mask(picture: Picture, centre: Point, axes: Point, blur: float = 0.0) -> Picture:
    """Coverage of an ellipse, 0 to 1; (row, column)."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.ellipse(mask, _fixed(centre), _fixed(axes), 0, 0, 360, 255, -1, cv2.LINE_AA, _SHIFT)
    return _softened(mask, blur)


def polygon_mask(picture: Picture, points: list[Point], blur: float = 0.0) -> Picture:
    """Coverage of a polygon, 0 to 1; (row, column)."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.array([_fixed(p) for p in points])], 255, cv2.LINE_AA, _SHIFT)
    return _softened(mask, blur)


def stroke_mask(picture: Picture, points: list[Point], width: int, blur: float = 0.0) -> Picture:
    """Coverage of a line through points, 0 to 1; (row, column)."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    line = np.array([_fixed(p) for p in points])
    cv2.polylines(mask, [line], False, 255, width, cv2.LINE_AA, _SHIFT)
    return _softened(mask, blur)


def blend(picture: Picture, mask: Picture, colour: Colour, strength: float = 1.0) -> None:
    """Lay a colour over a picture where the mask is, in place."""
    part = covered(mask)
    alpha = (mask[part] * strength)[..., None]
    picture[part] += alpha * (np.array(colour, np.float32) - picture[part])


def covered(mask: Picture) -> tuple[slice, slice]:
    """The smallest box of rows and columns outside which a mask is zero."""
    rows = np.flatnonzero(mask.max(axis=1))
    if not len(rows):
        return np.s_[:0, :0]
    high = slice(rows[0], rows[-1] + 1)
    columns = np.flatnonzero(mask[high].max(axis=0))
    return high, slice(columns[0], columns[-1] + 1)


def curve(points: list[Point], count: int = 24) -> list[Point]:
    """A smooth line through points (Catmull-Rom); the ends are kept."""
    padded = np.array([points[0], *points, points[-1]], float)
    before, start, stop, after = (padded[k : len(padded) - 3 + k, None] for k in range(4))
    t = np.linspace(0, 1, count, endpoint=False)[:, None]
    linear = (stop - before) * t + (2 * before - 5 * start + 4 * stop - after) * t**2
    cubic = (3 * start - before - 3 * stop + after) * t**3
    found = (start + 0.5 * (linear + cubic)).reshape(-1, 2)  # from (piece, t, coordinate)
    return [*((x, y) for x, y in found.tolist()), points[-1]]


def _softened(mask: NDArray[np.uint8], blur: float) -> Picture:
    """Coverage as float, drawn soft; only the part that is covered costs time."""
    cover = np.zeros(mask.shape, np.float32)
    x, y, width, height = cv2.boundingRect(mask)
    margin = round(3 * blur) + 1
    part = np.s_[max(0, y - margin) : y + height + margin, max(0, x - margin) : x + width + margin]
    if width and height:
        sharp = mask[part].astype(np.float32) / 255
        cover[part] = cv2.GaussianBlur(sharp, (0, 0), blur) if blur > 0 else sharp
    return cover


def _fixed(point: Point) -> tuple[int, int]:
    return round(point[0] * 2**_SHIFT), round(point[1] * 2**_SHIFT)
