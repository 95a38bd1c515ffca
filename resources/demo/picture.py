"""The picture: a room on a stormy evening, somebody who talks, and what makes the noises."""

from collections.abc import Iterator

import cv2
import face
import numpy as np
from face import Expression, Face
from numpy.typing import NDArray
from paint import Picture, blend, canvas, covered, ellipse_mask, polygon_mask, stroke_mask
from timeline import (
    BOUNCES_S,
    DOOR_S,
    DURATION_S,
    FPS,
    HEIGHT,
    LIGHTNING_S,
    NUM_FRAMES,
    PHRASE_STARTS_S,
    PLANE_S,
    WIDTH,
)
from voice import Performance

_WINDOW = (70, 90, 360, 400)
"""Left, top, right and bottom of the window."""
_DOOR = (1010, 120, 1210, 620)
_FLOOR_Y = 612
_BLINKS_S = (0.5, 2.6, 4.7, 6.6, 8.4, 9.82, 11.3)


def frames(performance: Performance, rng: np.random.Generator) -> Iterator[NDArray[np.uint8]]:
    """All frames of the movie as (row, column, 3), blue first."""
    room, head = _room(), Face()
    drops = rng.uniform(size=(90, 3))
    for number in range(NUM_FRAMES):
        time_s = (number + 0.5) / FPS
        picture = room.copy()
        _draw_rain(picture, drops, time_s)
        _draw_door(picture, time_s)
        _draw_head(picture, head, performance, time_s)
        _draw_ball(picture, time_s)
        _draw_plane(picture, time_s)
        picture *= 1 + 0.4 * _flash(time_s)
        yield np.clip(picture, 0, 255).astype(np.uint8)


def _room() -> Picture:
    """Wall, floor, lamp light and window frame; what never moves."""
    picture = canvas(WIDTH, HEIGHT, (62, 70, 92))
    blend(picture, ellipse_mask(picture, (660, 250), (420, 330), 110), (104, 134, 172), 0.75)
    floor = [(0, _FLOOR_Y), (WIDTH, _FLOOR_Y), (WIDTH, HEIGHT), (0, HEIGHT)]
    blend(picture, polygon_mask(picture, floor), (42, 58, 84))
    for x in range(-400, 1700, 110):
        seam = [(640 + (x - 640) * 0.8, _FLOOR_Y), (x, HEIGHT)]
        blend(picture, stroke_mask(picture, seam, 2), (28, 40, 62), 0.6)
    blend(
        picture,
        polygon_mask(
            picture, [(0, _FLOOR_Y - 14), (WIDTH, _FLOOR_Y - 14), (WIDTH, _FLOOR_Y), (0, _FLOOR_Y)]
        ),
        (40, 48, 66),
    )
    blend(picture, _box_mask(picture, _WINDOW, 16), (54, 76, 110))
    return picture


def _box_mask(picture: Picture, box: tuple[int, int, int, int], margin: float) -> Picture:
    left, top, right, bottom = box
    corners = [(left - margin, top - margin), (right + margin, top - margin)]
    corners += [(right + margin, bottom + margin), (left - margin, bottom + margin)]
    return polygon_mask(picture, corners)


def _draw_rain(picture: Picture, drops: NDArray[np.float64], time_s: float) -> None:
    """The night behind the glass, lit by the lightning, with rain."""
    left, top, right, bottom = _WINDOW
    glass = picture[top:bottom, left:right]
    glass[:] = np.array((72, 48, 34), np.float32) + 150 * _flash(time_s)
    blend(glass, ellipse_mask(glass, (60, 330), (150, 90), 20), (40, 34, 26), 0.9)
    height, width = glass.shape[:2]
    for x, phase, speed in drops:
        y = (phase + time_s * (1.6 + speed)) % 1.0 * (height + 60) - 30
        start = (x * (width + 40) - y * 0.08, y)
        stop = (start[0] - 3, y + 22 + 14 * speed)
        points = [tuple(round(v) for v in point) for point in (start, stop)]
        cv2.line(glass, points[0], points[1], (138, 118, 104), 1, cv2.LINE_AA)
    if _flash(time_s) > 0.4:
        bolt = [(205, 0), (180, 90), (214, 100), (170, 190), (196, 196), (150, 290)]
        blend(glass, stroke_mask(glass, bolt, 5, 1.5), (255, 250, 245))
    for bar in (((width // 2, 0), (width // 2, height)), ((0, height // 2), (width, height // 2))):
        cv2.line(glass, bar[0], bar[1], (54, 76, 110), 10, cv2.LINE_AA)


def _draw_door(picture: Picture, time_s: float) -> None:
    """A door that stands open, then falls shut and trembles."""
    left, top, right, bottom = _DOOR
    blend(picture, _box_mask(picture, _DOOR, 14), (40, 56, 84))
    blend(picture, _box_mask(picture, _DOOR, 0), (26, 20, 16))
    closing = np.clip((time_s - (DOOR_S - 0.32)) / 0.32, 0, 1) ** 2
    tremble = 5 * np.sin(70 * (time_s - DOOR_S)) * np.exp(-9 * (time_s - DOOR_S))
    turn = (1 - closing) * (1.05 + 0.06 * np.sin(2.2 * time_s))
    edge = right - (right - left) * np.cos(turn) + (tremble if time_s >= DOOR_S else 0.0)
    lean = 60 * np.sin(turn)
    leaf = [(right, top), (edge, top - lean), (edge, bottom + lean), (right, bottom)]
    blend(
        picture,
        polygon_mask(picture, leaf, 0.7),
        (58 + 22 * closing, 86 + 26 * closing, 128 + 30 * closing),
    )
    for low, high in ((0.08, 0.45), (0.55, 0.92)):
        panel = [
            _on_leaf(leaf, 0.18, low),
            _on_leaf(leaf, 0.82, low),
            _on_leaf(leaf, 0.82, high),
            _on_leaf(leaf, 0.18, high),
        ]
        blend(picture, polygon_mask(picture, panel, 1), (46, 70, 106))
    blend(picture, ellipse_mask(picture, _on_leaf(leaf, 0.9, 0.52), (7, 7), 1), (110, 190, 220))


def _on_leaf(leaf: list[tuple[float, float]], across: float, down: float) -> tuple[float, float]:
    """A point of the door's leaf by its shares of width (from the hinge) and height."""
    (hinge_x, hinge_top), (edge_x, edge_top), (_, edge_low), (_, hinge_low) = leaf
    upper, lower = (
        hinge_top + across * (edge_top - hinge_top),
        hinge_low + across * (edge_low - hinge_low),
    )
    return hinge_x + across * (edge_x - hinge_x), upper + down * (lower - upper)


def _draw_head(picture: Picture, head: Face, performance: Performance, time_s: float) -> None:
    """The face, swaying a little, a little more while it talks."""
    point = min(int(time_s * 400), len(performance.opening) - 1)
    opening, rounding = performance.opening[point], performance.rounding[point]
    blink = max(np.clip(1 - abs(time_s - start) / 0.1, 0, 1) for start in _BLINKS_S)
    startle = np.clip((time_s - LIGHTNING_S) / 0.12, 0, 1) * np.exp(
        -max(0, time_s - LIGHTNING_S) / 1.2
    )
    talk = sum(
        0.45 * (start < time_s < start + 2.6) * (0.5 + 0.5 * np.sin(5 * time_s))
        for start in PHRASE_STARTS_S
    )
    ball = 3.6 < time_s < 5.9
    sprite = head.drawn(
        Expression(
            opening, rounding, blink, max(startle, talk), -0.9 if ball else 0.25 * np.sin(time_s)
        )
    )
    angle = 1.6 * np.sin(1.3 * time_s) + 1.2 * np.sin(3.1 * time_s) * talk
    matrix = cv2.getRotationMatrix2D((face.WIDTH / 2, face.HEIGHT), angle, 1.04)
    matrix[:, 2] += (
        640 - face.WIDTH / 2 + 5 * np.sin(0.9 * time_s),
        HEIGHT + 4 - face.HEIGHT + 3 * np.sin(1.9 * time_s),
    )
    area = (WIDTH, HEIGHT)
    cover = cv2.warpAffine(head.cover, matrix, area, flags=cv2.INTER_LINEAR)
    moved = cv2.warpAffine(sprite, matrix, area, flags=cv2.INTER_LINEAR)
    part = covered(cover)
    picture[part] += cover[part][..., None] * (moved[part] - picture[part])


def _draw_ball(picture: Picture, time_s: float) -> None:
    """A red ball that falls in from the left, bounces ever lower and lies still."""
    marks = (BOUNCES_S[0] - 0.55, *BOUNCES_S, DURATION_S)
    if time_s < marks[0]:
        return
    leap = int(np.searchsorted(marks, time_s, side="right")) - 1
    length = marks[leap + 1] - marks[leap]
    share = (time_s - marks[leap]) / length
    # half the gravity, in pixels a second squared, that fits leaps of the heard lengths
    height = 1200 * length**2 * share * (1 - share) if leap < len(marks) - 2 else 0.0
    if leap == 0:
        height = 560 * (1 - share**2)
    centre = (60 + 300 * (1 - np.exp((marks[0] - time_s) / 2.0)), _FLOOR_Y + 60 - 30 - height)
    blend(picture, ellipse_mask(picture, (centre[0], _FLOOR_Y + 62), (34, 8), 5), (12, 16, 26), 0.6)
    blend(picture, ellipse_mask(picture, centre, (30, 30), 1), (42, 44, 196))
    blend(
        picture,
        ellipse_mask(picture, (centre[0] - 9, centre[1] - 10), (11, 9), 5),
        (170, 170, 250),
        0.8,
    )


def _draw_plane(picture: Picture, time_s: float) -> None:
    """A paper plane that crosses the picture from the right to the left."""
    share = (time_s - PLANE_S[0]) / (PLANE_S[1] - PLANE_S[0])
    if not 0 <= share <= 1:
        return
    x, y = WIDTH + 80 - share * (WIDTH + 160), 150 + 90 * np.sin(2.4 * share * np.pi)
    tail = -70 * np.cos(2.4 * share * np.pi) * 0.35
    wing = [(x - 70, y), (x + 60, y - 46 - tail), (x + 44, y - 6 - tail)]
    keel = [(x - 70, y), (x + 44, y - 6 - tail), (x + 58, y + 24 - tail)]
    blend(picture, polygon_mask(picture, wing, 0.8), (236, 240, 244))
    blend(picture, polygon_mask(picture, keel, 0.8), (176, 186, 198))


def _flash(time_s: float) -> float:
    """Brightness of the lightning, which flickers once."""
    after = time_s - LIGHTNING_S
    if after < 0:
        return 0.0
    return float(np.exp(-after / 0.09) + 0.7 * (after > 0.16) * np.exp(-(after - 0.16) / 0.12))
