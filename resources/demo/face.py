"""The talking face: painted once, then given eyes, brows and a mouth for each frame."""

from dataclasses import dataclass

import numpy as np
from paint import Picture, Point, blend, canvas, curve, ellipse_mask, polygon_mask, stroke_mask

WIDTH, HEIGHT = 460, 600
_SKIN, _SHADE, _LIGHT = (138, 172, 226), (88, 116, 178), (176, 205, 244)
_HAIR, _LIP, _DARK = (26, 34, 48), (96, 96, 190), (28, 22, 48)
_MIDDLE = WIDTH / 2
_EYE_Y, _NOSE_Y, _MOUTH_Y = 262.0, 352.0, 424.0
_NECK: list[Point] = [
    (168, 420),
    (292, 420),
    (300, 530),
    (322, 560),
    (230, 596),
    (138, 560),
    (160, 530),
]
_EYES_X = (_MIDDLE - 66, _MIDDLE + 66)


@dataclass(frozen=True)
class Expression:
    """What the face does in one frame, each from 0 to 1 but for the gaze (-1 to 1)."""

    opening: float
    rounding: float
    blink: float
    brows: float
    gaze: float


class Face:
    """A painted head and shoulders; `cover` (row, column) says where it hides the scene, 0 to 1."""

    def __init__(self) -> None:
        self._base = canvas(WIDTH, HEIGHT, _HAIR)
        self.cover = _silhouette(self._base)
        _paint_body(self._base)
        _paint_head(self._base)
        _paint_nose(self._base)
        _paint_hair(self._base)

    def drawn(self, expression: Expression) -> Picture:
        """The face with an expression; (row, column, 3)."""
        picture = self._base.copy()
        for x in _EYES_X:
            _paint_eye(picture, x, expression)
            _paint_brow(picture, x, expression.brows)
        _paint_mouth(picture, expression)
        return picture


def _head_outline() -> list[Point]:
    """Forehead, temples, cheeks and chin."""
    half = [(0, 96), (88, 120), (130, 190), (134, 280), (122, 370), (92, 444), (44, 494), (0, 504)]
    right = [(_MIDDLE + x, float(y)) for x, y in half]
    left = [(_MIDDLE - x, float(y)) for x, y in half[-2:0:-1]]
    return curve([*right, *left, right[0]])


def _hair_outline() -> list[Point]:
    half = [(0, 56), (92, 72), (148, 140), (158, 230), (147, 310), (128, 300)]
    right = [(_MIDDLE + x, float(y)) for x, y in half]
    left = [(_MIDDLE - x, float(y)) for x, y in half[::-1]]
    return curve([*left, *right[1:]])


def _silhouette(picture: Picture) -> Picture:
    shoulders = [
        (10.0, HEIGHT),
        (40.0, 560.0),
        (170.0, 520.0),
        (290.0, 520.0),
        (420.0, 560.0),
        (450.0, HEIGHT),
    ]
    masks = [
        polygon_mask(picture, _head_outline(), 1),
        polygon_mask(picture, _hair_outline(), 1),
        polygon_mask(picture, shoulders, 1),
        polygon_mask(picture, _NECK, 2),
        ellipse_mask(picture, (_MIDDLE - 137, 296), (18, 38), 1),
        ellipse_mask(picture, (_MIDDLE + 137, 296), (18, 38), 1),
    ]
    return np.max(masks, axis=0)


def _paint_body(picture: Picture) -> None:
    blend(
        picture,
        polygon_mask(picture, [(0, 520), (WIDTH, 520), (WIDTH, HEIGHT), (0, HEIGHT)]),
        (92, 70, 44),
    )
    blend(picture, polygon_mask(picture, _NECK, 3), _SHADE)
    blend(picture, ellipse_mask(picture, (_MIDDLE, 566), (66, 34), 10), _SKIN, 0.7)
    for side in (-1, 1):
        collar = [
            (_MIDDLE, 592),
            (_MIDDLE + side * 92, 528),
            (_MIDDLE + side * 112, HEIGHT),
            (_MIDDLE, HEIGHT),
        ]
        blend(picture, polygon_mask(picture, collar, 1), (120, 92, 58))
        blend(picture, ellipse_mask(picture, (_MIDDLE + side * 137, 296), (17, 37), 1), _SHADE)
        blend(picture, ellipse_mask(picture, (_MIDDLE + side * 137, 292), (11, 27), 4), _SKIN)


def _paint_head(picture: Picture) -> None:
    """Skin, lit from the upper left."""
    head = polygon_mask(picture, _head_outline(), 1)
    blend(picture, head, _SHADE)
    blend(picture, head * ellipse_mask(picture, (_MIDDLE - 8, 286), (108, 196), 26), _SKIN)
    blend(picture, head * ellipse_mask(picture, (_MIDDLE - 26, 186), (70, 44), 24), _LIGHT, 0.7)
    for x, strength in ((_MIDDLE - 78, 0.6), (_MIDDLE + 72, 0.35)):
        blend(picture, head * ellipse_mask(picture, (x, 340), (30, 28), 14), _LIGHT, strength)
        blend(picture, head * ellipse_mask(picture, (x, 366), (34, 24), 16), (120, 130, 226), 0.35)
    blend(picture, head * ellipse_mask(picture, (_MIDDLE - 4, 478), (32, 16), 10), _LIGHT, 0.5)
    blend(picture, head * ellipse_mask(picture, (_MIDDLE, 452), (40, 7), 7), _SHADE, 0.5)
    for x in _EYES_X:
        blend(picture, ellipse_mask(picture, (x, _EYE_Y - 6), (46, 26), 10), _SHADE, 0.55)


def _paint_nose(picture: Picture) -> None:
    side = [(_MIDDLE + 14, 262), (_MIDDLE + 18, 300), (_MIDDLE + 30, 344), (_MIDDLE + 12, 352)]
    blend(picture, polygon_mask(picture, curve(side), 6), _SHADE, 0.75)
    blend(
        picture,
        polygon_mask(
            picture,
            [(_MIDDLE - 8, 250), (_MIDDLE + 5, 250), (_MIDDLE + 9, 340), (_MIDDLE - 13, 340)],
            5,
        ),
        _LIGHT,
        0.75,
    )
    blend(picture, ellipse_mask(picture, (_MIDDLE - 1, 340), (17, 15), 6), _LIGHT, 0.8)
    for side_sign in (-1, 1):
        wing = (_MIDDLE + side_sign * 25, _NOSE_Y - 8)
        blend(picture, ellipse_mask(picture, wing, (10, 12), 4), _SHADE, 0.6)
        blend(
            picture,
            ellipse_mask(picture, (_MIDDLE + side_sign * 13, _NOSE_Y + 3), (8, 4), 1.5),
            (48, 52, 96),
            0.9,
        )
    blend(picture, ellipse_mask(picture, (_MIDDLE, _NOSE_Y + 12), (26, 6), 5), _SHADE, 0.6)


def _paint_hair(picture: Picture) -> None:
    half = [(0, 150), (60, 146), (104, 178), (124, 250), (128, 300)]
    inner = [(_MIDDLE + x, float(y)) for x, y in half[::-1]] + [
        (_MIDDLE - x, float(y)) for x, y in half[1:]
    ]
    fringe = [*_hair_outline(), *curve(inner)]
    blend(picture, polygon_mask(picture, fringe, 1.5), _HAIR)
    for k in range(9):
        x = _MIDDLE - 96 + 22 * k
        strand = curve([(_MIDDLE - 20 + 3 * k, 66), (x, 104), (x + (k - 4) * 4, 150)])
        blend(picture, stroke_mask(picture, strand, 3, 2), (66, 84, 112), 0.5)


def _paint_eye(picture: Picture, x: float, expression: Expression) -> None:
    """White, iris, pupil and lids; the lids close with the blink."""
    y, high = _EYE_Y, 15.0 * (1 - expression.blink) + 0.8
    upper = curve([(x - 33, y + 4), (x - 14, y - high * 0.9), (x + 10, y - high), (x + 33, y + 3)])
    lower = curve(
        [(x + 33, y + 3), (x + 12, y + high * 0.72), (x - 14, y + high * 0.7), (x - 33, y + 4)]
    )
    opening = polygon_mask(picture, [*upper, *lower], 0.8)
    blend(picture, opening, (226, 230, 236))
    iris = (x + 5 * expression.gaze, y - 2)
    for axes, colour in (
        ((14.5, 14.5), (52, 66, 84)),
        ((12, 12), (84, 110, 128)),
        ((6.5, 6.5), (14, 12, 16)),
    ):
        blend(picture, opening * ellipse_mask(picture, iris, axes, 0.8), colour)
    blend(picture, opening * ellipse_mask(picture, (x, y - 14), (34, 8), 4), (90, 90, 110), 0.55)
    blend(
        picture,
        opening * ellipse_mask(picture, (iris[0] - 4, iris[1] - 5), (3, 3), 0.7),
        (255, 255, 255),
    )
    blend(picture, stroke_mask(picture, upper, 4, 0.7), (24, 22, 34))
    blend(picture, stroke_mask(picture, lower, 2, 0.9), (70, 84, 140), 0.8)
    crease = [(px, py - 8 + 4 * expression.blink) for px, py in upper]
    blend(picture, stroke_mask(picture, crease, 2, 1.2), (62, 84, 136), 0.7)


def _paint_brow(picture: Picture, x: float, lift: float) -> None:
    side = np.sign(x - _MIDDLE)
    y = _EYE_Y - 40 - 12 * lift
    line = [
        (x - side * 36, y + 7),
        (x - side * 6, y - 4),
        (x + side * 24, y - 5),
        (x + side * 44, y + 8),
    ]
    under = [(px, py + 10 - 2 * k) for k, (px, py) in enumerate(line)]
    blend(
        picture, polygon_mask(picture, [*curve(line), *curve(under)[::-1]], 1.6), (34, 44, 62), 0.92
    )


def _paint_mouth(picture: Picture, expression: Expression) -> None:
    """Lips around a dark opening with teeth and tongue; the jaw goes down as it opens."""
    width = 50 - 22 * expression.rounding + 4 * expression.opening
    gap = 30.0 * expression.opening
    top, low = _MOUTH_Y - 0.25 * gap, _MOUTH_Y + 0.75 * gap
    corner = _MOUTH_Y + 0.2 * gap
    left, right = (_MIDDLE - width, corner), (_MIDDLE + width, corner)
    bow = [left, (_MIDDLE - 16, top - 12), (_MIDDLE, top - 8), (_MIDDLE + 16, top - 12), right]
    lower_edge = [
        right,
        (_MIDDLE + 22, low + 15),
        (_MIDDLE, low + 18),
        (_MIDDLE - 22, low + 15),
        left,
    ]
    lips = polygon_mask(picture, [*curve(bow), *curve(lower_edge)], 1.2)
    blend(picture, ellipse_mask(picture, (_MIDDLE, low + 26), (30, 7), 5), _SHADE, 0.6)
    blend(picture, lips, _LIP)
    blend(
        picture,
        lips * ellipse_mask(picture, (_MIDDLE - 6, low + 8), (20, 5), 3),
        (150, 150, 226),
        0.7,
    )
    inner_left, inner_right = (left[0] + 7, corner), (right[0] - 7, corner)
    roof = curve(
        [
            inner_left,
            (_MIDDLE - 16, top - 0.5),
            (_MIDDLE, top + 1),
            (_MIDDLE + 16, top - 0.5),
            inner_right,
        ]
    )
    floor = curve(
        [inner_right, (_MIDDLE + 18, low), (_MIDDLE, low + 1.5), (_MIDDLE - 18, low), inner_left]
    )
    mouth = polygon_mask(picture, [*roof, *floor], 0.8)
    blend(picture, mouth, _DARK)
    blend(
        picture, mouth * ellipse_mask(picture, (_MIDDLE, low + 4), (24, 11), 3), (84, 76, 168), 0.8
    )
    blend(
        picture,
        mouth * ellipse_mask(picture, (_MIDDLE, top - 2), (30, 9), 1),
        (214, 224, 230),
        0.95,
    )
    if gap < 4:
        blend(picture, stroke_mask(picture, roof, 2, 0.8), (44, 40, 96), 0.9)
