"""The tracker with eyes that see coloured squares instead of faces."""

from dataclasses import dataclass

import numpy as np
import pytest

from cass_core.visual.faces.face_geometry import Box
from cass_core.visual.faces.face_landmarker import FaceShape
from cass_core.visual.faces.face_tracker import FaceTracker, found_boxes

WIDTH, HEIGHT = 640, 360
FAR = 0.1  # the finder misses what is smaller than this share of a square


def picture(*faces):
    """Black, with a square per (column, row, size, brightness)."""
    pixels = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    for left, top, size, level in faces:
        pixels[max(top, 0) : top + size, max(left, 0) : left + size] = level
    return pixels


def boxes_in(pixels):
    """Filled squares by brightness; the soft edges of scaled ones are none."""
    grey = pixels[..., 0].astype(int)
    for level in range(50, 256, 50):
        rows, columns = np.nonzero(abs(grey - level) < 8)
        if len(rows):
            box = Box(columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
            if len(rows) > 0.6 * (box.right - box.left) * (box.bottom - box.top):
                yield level, box


class Finder:
    def __init__(self):
        self.num_calls = 0

    def find(self, pixels):
        self.num_calls += 1
        return [box for _, box in boxes_in(pixels) if box.size > FAR * len(pixels)]


@dataclass
class Follower:
    """Takes the brightest at first, then stays with it."""

    level: int | None = None

    def follow(self, pixels):
        seen = dict(boxes_in(pixels))
        if self.level not in seen:
            self.level = max(seen, default=None)
        if self.level is None:
            return None
        mouth = np.full(52, self.level / 255, np.float32)
        return FaceShape(mouth, np.zeros(3, np.float32), seen[self.level])

    def forget(self):
        self.level = None


@pytest.fixture
def finder():
    return Finder()


@pytest.fixture
def tracker(finder):
    return FaceTracker(finder, Follower, max_faces=3)


def levels(faces):
    return {face.track: round(float(face.shape.blendshapes[0]) * 255) for face in faces}


def test_small_face_is_found_and_keeps_its_number_while_it_moves(tracker):
    for step in range(60):
        faces = tracker.step(picture((20 + 8 * step, 150, 28, 200)), False)
        assert [face.track for face in faces] == [0]
        assert faces[0].shape.box.left == pytest.approx(20 + 8 * step, abs=3)


def test_face_may_grow_and_shrink(tracker):
    for size in [*range(30, 300, 6), *range(300, 40, -6)]:
        faces = tracker.step(picture((100, 30, size, 200)), False)
        assert levels(faces) == {0: 200}
        assert faces[0].shape.box.size == pytest.approx(size, rel=0.1)


def test_neighbours_are_not_mistaken_for_each_other(tracker):
    for step in range(40):
        faces = tracker.step(picture((200 + step, 100, 60, 100), (290 + step, 100, 60, 250)), False)
    assert sorted(levels(faces).values()) == [100, 250]
    boxes = {round(face.shape.box.left) for face in faces}
    assert len(boxes) == 2


def test_cut_ends_tracks(tracker):
    before = tracker.step(picture((100, 100, 60, 100)), False)
    after = tracker.step(picture((110, 100, 60, 200)), True)
    assert levels(before) == {0: 100}
    assert levels(after) == {1: 200}


def test_short_loss_keeps_the_number_and_long_loss_ends_the_track(tracker):
    here, gone = picture((300, 100, 60, 100)), picture()
    tracker.step(here, False)
    assert all(tracker.step(gone, False) == [] for _ in range(6))
    assert levels(tracker.step(here, False)) == {0: 100}
    assert all(tracker.step(gone, False) == [] for _ in range(30))
    back = [levels(tracker.step(here, False)) for _ in range(12)]
    assert back[-1] == {1: 100}


def test_second_face_is_noticed_within_a_second(tracker):
    tracker.step(picture((100, 100, 60, 100)), False)
    both = picture((100, 100, 60, 100), (400, 100, 60, 200))
    seen = [len(tracker.step(both, False)) for _ in range(26)]
    assert seen[0] == 1
    assert seen[-1] == 2


def test_no_more_faces_than_asked_for_and_the_largest_first(tracker):
    crowd = [(20 + 150 * k, 100, 40 + 10 * k, 50 + 50 * k) for k in range(4)]
    faces = tracker.step(picture(*crowd), False)
    assert sorted(levels(faces).values()) == [100, 150, 200]


def test_search_is_rare_while_the_face_is_seen(tracker, finder):
    for _ in range(100):
        tracker.step(picture((100, 100, 60, 100)), False)
    per_search = finder.num_calls / 100
    found_boxes(finder, picture())
    squares = finder.num_calls - 100 * per_search
    assert per_search * 100 <= 6 * squares


def test_followers_are_used_again(finder):
    made = []

    def new_follower():
        made.append(Follower())
        return made[-1]

    tracker = FaceTracker(finder, new_follower, max_faces=2)
    for step in range(20):
        tracker.step(picture((100 + 10 * step, 100, 60, 50 + 50 * (step % 4))), True)
    assert len(made) == 1


def test_face_seen_in_many_squares_is_one_box(finder):
    boxes = found_boxes(finder, picture((300, 150, 60, 100), (20, 20, 200, 200)))
    assert len(boxes) == 2
    assert boxes[0].size > boxes[1].size
