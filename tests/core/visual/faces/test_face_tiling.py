import numpy as np
import pytest

from cass_core.visual.faces.face_tiling import SMALLEST_FACE, search_squares

SEEN = 0.11  # of a square's side


@pytest.mark.parametrize(
    "size",
    [(1920, 1080), (1920, 804), (1080, 1920), (1280, 720), (720, 576), (844, 844), (360, 288)],
)
def test_every_face_lies_whole_and_large_enough_in_some_square(size):
    width, height = size
    squares = search_squares(width, height)
    rng = np.random.default_rng(1)
    for _ in range(2000):
        face = max(SMALLEST_FACE * width, 11) * np.exp(rng.uniform(0, 2))
        if face > min(size):
            continue
        left, top = rng.uniform(0, width - face), rng.uniform(0, height - face)
        assert any(
            square.left <= left
            and square.top <= top
            and left + face <= square.left + square.side
            and top + face <= square.top + square.side
            and face >= SEEN * 0.99 * square.side
            for square in squares
        ), (face, left, top)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3, 2), (64, 48), (1280, 200)])
def test_search_stays_cheap(size):
    assert 1 <= len(search_squares(*size)) <= 60


def test_first_square_holds_the_whole_picture():
    square = search_squares(200, 100)[0]
    assert (square.left, square.top, square.side) == (0, -50, 200)
