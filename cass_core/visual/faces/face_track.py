"""One face from picture to picture, seen through a square window of the picture."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from cass_core.visual.faces.face_geometry import Box, Picture, Square
from cass_core.visual.faces.face_landmarker import FaceShape
from cass_core.visual.native_libraries import import_cv2

_VIEW_SIDE = 512  # pixels; a face of a third of the window has about what the network takes in
_WINDOW = 3.4  # side of a face's window, in sizes of the face
_WINDOW_RANGE = (2.0, 6.0)  # outside these sizes the window is laid anew
_WINDOW_MARGIN = 0.08  # in sides of the window
_SHOWN_FIRST = 1.9  # in sizes of the face: what is shown of a new window
_SHOWN_MORE = 0.1  # of that, for each picture since the face was lost
_JUMP = 0.6  # in sizes of the face: a box that moves further belongs to another face


class Follower(Protocol):
    """Follows one face through pictures of the same window."""

    def follow(self, picture: Picture) -> FaceShape | None:
        """The face in the next picture."""

    def forget(self) -> None:
        """Start anew."""


@dataclass(frozen=True)
class TrackedFace:
    """A face in one picture.

    Attributes:
        track: number of the track, the same from picture to picture.
        shape: its shape; the box is in pixels of the whole picture.
    """

    track: int
    shape: FaceShape


class FaceTrack:
    """A known face; its window stays put while the face stays well inside."""

    def __init__(self, number: int, box: Box, follower: Follower) -> None:
        self.number = number
        self.follower = follower
        self.num_lost = 0
        self.expect(box)

    def expect(self, box: Box) -> None:
        """Look for the face at this place from now on."""
        self.box = box
        self._lay_window()

    def look(self, picture: Picture) -> TrackedFace | None:
        """The face in the next picture, or None where it is not seen."""
        shape = self._see(picture)
        if shape is None:
            self.num_lost += 1
            self._lay_window()
            return None
        self.num_lost = 0
        self.box = shape.box
        sides = self._window.side / max(self.box.size, 1.0)
        inside = self._window.margin(self.box) > _WINDOW_MARGIN
        if not (inside and _WINDOW_RANGE[0] < sides < _WINDOW_RANGE[1]):
            self._lay_window()
        return TrackedFace(self.number, shape)

    def _lay_window(self) -> None:
        self._window = Square.around(self.box.centre, _WINDOW * self.box.size)
        self._is_new_window = True

    def _see(self, picture: Picture) -> FaceShape | None:
        """The face through the window, if it is where this face can be."""
        view = square_view(picture, self._window, _VIEW_SIDE)
        scale = self._window.side / len(view)
        if self._is_new_window:
            self.follower.forget()
            view = self._shown_alone(view, scale)
        shape = self.follower.follow(view)
        if shape is None:
            return None
        box = shape.box.moved(self._window.left, self._window.top, scale)
        if box.distance(self.box) > _JUMP:
            return None
        self._is_new_window = False
        return FaceShape(shape.blendshapes, shape.pose, box)

    def _shown_alone(self, view: Picture, scale: float) -> Picture:
        """The window with all but the expected place black, lest a neighbour is taken."""
        reach = _SHOWN_FIRST * (1 + _SHOWN_MORE * self.num_lost)
        side = reach * self.box.size / scale
        place = Square.around((len(view) / 2, len(view) / 2), side)
        rows = slice(max(place.top, 0), place.top + place.side)
        columns = slice(max(place.left, 0), place.left + place.side)
        alone = np.zeros_like(view)
        alone[rows, columns] = view[rows, columns]
        return alone


def square_view(picture: Picture, square: Square, side: int) -> Picture:
    """What a square shows, black beyond the picture's edges, at no more than `side` pixels.

    Args:
        picture: (row, column, RGB).
        square: part of the picture; may reach beyond it.
        side: largest side of the result.

    Returns:
        (side, side, RGB), or smaller where the square is.
    """
    if square.side <= side:
        return square.cut(picture)
    cv2 = import_cv2()
    height, width = picture.shape[:2]
    left, top = max(square.left, 0), max(square.top, 0)
    right, bottom = min(square.left + square.side, width), min(square.top + square.side, height)
    view: Picture = np.zeros((side, side, 3), np.uint8)
    if left >= right or top >= bottom:
        return view
    scale = side / square.side
    columns = [round((edge - square.left) * scale) for edge in (left, right)]
    rows = [round((edge - square.top) * scale) for edge in (top, bottom)]
    size = (max(columns[1] - columns[0], 1), max(rows[1] - rows[0], 1))
    # averaging over an area takes longer and only pays when much is thrown away
    method = cv2.INTER_AREA if scale < 0.45 else cv2.INTER_LINEAR
    small = cv2.resize(picture[top:bottom, left:right], size, interpolation=method)
    part = view[rows[0] : rows[0] + size[1], columns[0] : columns[0] + size[0]]
    part[:] = small[: part.shape[0], : part.shape[1]]
    return view
