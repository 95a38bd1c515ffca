"""Which of the waiting pictures is shown."""

from fractions import Fraction

import numpy as np
import pytest

from app.playback.picture.picture_queue import PictureQueue
from cass_core.media.picture.frame_cache import FrameCache, SeekedFrame


def frame(number, length=1, *, is_first=False, is_last=False, side=1):
    """A picture that is on screen from its number on."""
    from_s = Fraction(number)
    return SeekedFrame(
        image=np.zeros((side, side, 4), np.uint8),
        time_s=from_s,
        from_s=None if is_first else from_s,
        until_s=None if is_last else from_s + length,
        number=number,
        full_size=(side, side),
    )


def filled(*frames):
    queue = PictureQueue()
    run = queue.begin_run()
    for one in frames:
        assert queue.put(one, run)
    return queue


@pytest.mark.parametrize(
    ("time_s", "expected"),
    [(2, 2), (Fraction(5, 2), 2), (3, 3), (Fraction(39, 10), 3), (10, 4)],
)
def test_shows_the_last_one_that_is_due(time_s, expected):
    assert filled(frame(2), frame(3), frame(4)).pick(time_s).number == expected


def test_late_pictures_are_dropped():
    queue = filled(frame(2), frame(3), frame(4))
    queue.pick(Fraction(4))
    assert queue.length == 1
    assert queue.newest.number == 4


def test_the_first_and_the_last_have_no_edge():
    assert filled(frame(0, is_first=True), frame(1)).pick(Fraction(-9)).number == 0
    assert filled(frame(0), frame(1, is_last=True)).covers(Fraction(999))


def test_an_answer_is_shown_once_though_the_wish_has_changed():
    queue = filled(frame(5))
    assert queue.pick(Fraction(2)).number == 5
    assert queue.pick(Fraction(2)) is None


def test_pictures_ahead_of_a_loop_are_not_shown_when_it_begins_again():
    queue = filled(frame(8), frame(9), frame(10))
    assert queue.pick(Fraction(8)).number == 8
    assert queue.pick(Fraction(3)) is None


def test_a_picture_of_an_old_run_is_refused():
    queue = PictureQueue()
    old = queue.begin_run()
    queue.begin_run()
    assert not queue.put(frame(1), old)
    assert queue.newest is None


def test_the_cache_forgets_what_was_used_longest_ago():
    cache = FrameCache(3 * 400)
    for number in range(3):
        cache.put(frame(number, side=10), (10, 10))
    assert cache.find(Fraction(0), (10, 10)).number == 0
    cache.put(frame(3, side=10), (10, 10))
    cache.put(frame(3, side=10), (10, 10))  # twice is once
    assert cache.find(Fraction(1), (10, 10)) is None
    assert [cache.find(Fraction(n), (10, 10)).number for n in (0, 2, 3)] == [0, 2, 3]


def test_the_cache_tells_sizes_apart():
    cache = FrameCache(1000)
    cache.put(frame(1), (10, 10))
    assert cache.find(Fraction(1), (20, 20)) is None
