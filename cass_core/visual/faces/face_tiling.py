"""Squares in which faces are looked for: the detector only sees faces that fill a tenth of them."""

import math
from functools import lru_cache

from cass_core.visual.faces.face_geometry import Square

SMALLEST_FACE = 0.04  # of the picture's width
_SEEN_SHARE = 0.11  # smallest face that the detector sees, as a share of a square
_MIN_SIDE = 96


@lru_cache(maxsize=16)
def search_squares(width: int, height: int) -> tuple[Square, ...]:
    """Squares that together show every face down to `SMALLEST_FACE`, coarse ones first.

    The first holds the whole picture. In each finer layer neighbours overlap by the smallest
    face that the layer above could miss, so no face is cut by all of its squares.
    """
    whole = max(width, height)
    squares = [Square((width - whole) // 2, (height - whole) // 2, whole)]
    finest = max(SMALLEST_FACE * width / _SEEN_SHARE, _MIN_SIDE)
    above = whole
    for side in _layer_sides(min(width, height), finest):
        if side < 0.8 * above:
            squares += _layer(width, height, side, overlap=min(_SEEN_SHARE * above, side / 2))
            above = side
    return tuple(squares)


def _layer_sides(shorter: int, finest: float) -> list[int]:
    """Sides of the layers below the whole picture; each about half of the one above."""
    if finest > 0.8 * shorter:
        return [min(round(finest), shorter)]
    steps = max(math.ceil(math.log2(shorter / finest) - 0.3), 1)
    ratio = (finest / shorter) ** (1 / steps)
    return [round(shorter * ratio**step) for step in range(steps + 1)]


def _layer(width: int, height: int, side: int, overlap: float) -> list[Square]:
    """Squares of one side that cover the picture."""
    return [
        Square(left, top, side)
        for top in _starts(height, side, overlap)
        for left in _starts(width, side, overlap)
    ]


def _starts(length: int, side: int, overlap: float) -> list[int]:
    """Evenly spread starts of pieces that cover a length."""
    if side >= length:
        return [(length - side) // 2]
    count = math.ceil((length - side) / max(side - overlap, 1)) + 1
    return [round(index * (length - side) / (count - 1)) for index in range(count)]
