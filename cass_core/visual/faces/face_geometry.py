"""Boxes, square windows and head angles: plain geometry of faces in pictures."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray

Picture = npt.NDArray[np.uint8]  # (row, column, RGB)


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of a picture; may reach beyond its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The longer side."""
        return max(self.right - self.left, self.bottom - self.top)

    @property
    def centre(self) -> tuple[float, float]:
        """Column and row of the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def distance(self, other: "Box") -> float:
        """Distance of the centres, in sizes of the larger box."""
        (x_a, y_a), (x_b, y_b) = self.centre, other.centre
        return float(np.hypot(x_a - x_b, y_a - y_b)) / max(self.size, other.size, 1e-6)

    def overlap(self, other: "Box") -> float:
        """Area in common, as a share of the smaller box."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min(self._area, other._area)
        return max(width, 0.0) * max(height, 0.0) / max(smaller, 1e-6)

    @property
    def _area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)

    def moved(self, right: float, down: float, scale: float = 1.0) -> "Box":
        """The box scaled about the origin, then shifted by pixels."""
        return Box(
            self.left * scale + right,
            self.top * scale + down,
            self.right * scale + right,
            self.bottom * scale + down,
        )

    def relative(self, width: int, height: int) -> FloatArray:
        """Left, top, right, bottom as shares of the picture, clipped to [0, 1]."""
        shares = (self.left / width, self.top / height, self.right / width, self.bottom / height)
        return np.clip(np.array(shares, np.float32), 0.0, 1.0)


@dataclass(frozen=True)
class Square:
    """A square of whole pixels; may reach beyond the picture's edges."""

    left: int
    top: int
    side: int

    @classmethod
    def around(cls, centre: tuple[float, float], side: float) -> "Square":
        """Square of about this side around a column and row."""
        whole = max(int(round(side)), 2)
        return cls(int(round(centre[0] - whole / 2)), int(round(centre[1] - whole / 2)), whole)

    def margin(self, box: Box) -> float:
        """Smallest distance from the box to the edges, in sides; negative when outside."""
        right, bottom = self.left + self.side, self.top + self.side
        gaps = (box.left - self.left, box.top - self.top, right - box.right, bottom - box.bottom)
        return min(gaps) / self.side

    def cut(self, picture: Picture) -> Picture:
        """(side, side, ...) pixels under the square, black beyond the picture's edges."""
        height, width = picture.shape[:2]
        rows = slice(max(self.top, 0), min(self.top + self.side, height))
        columns = slice(max(self.left, 0), min(self.left + self.side, width))
        inside = picture[rows, columns]
        if inside.shape[:2] == (self.side, self.side):
            return np.ascontiguousarray(inside)
        crop = np.zeros((self.side, self.side, *picture.shape[2:]), np.uint8)
        if inside.size:
            down, right = rows.start - self.top, columns.start - self.left
            crop[down : down + inside.shape[0], right : right + inside.shape[1]] = inside
        return crop


def head_angles(matrix: FloatArray) -> FloatArray:
    """Where a head is turned.

    Args:
        matrix: (4, 4), facial transformation from the canonical face to the camera.

    Returns:
        (3,) yaw, pitch and roll in radians, 0 when looking into the camera; yaw is positive when
        the face turns to the picture's right, pitch when it looks down, roll when the head tilts
        to the picture's left.
    """
    rotation = matrix[:3, :3] / np.maximum(np.linalg.norm(matrix[:3, :3], axis=0), 1e-9)
    yaw = np.arctan2(rotation[0, 2], rotation[2, 2])
    pitch = -np.arcsin(np.clip(rotation[1, 2], -1.0, 1.0))
    roll = np.arctan2(rotation[1, 0], rotation[1, 1])
    return np.array([yaw, pitch, roll], np.float32)
