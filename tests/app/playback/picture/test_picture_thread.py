from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from app.playback.picture.picture_thread import PictureRequest, PictureThread
from cass_core.media.picture.frame_cache import SeekedFrame

ROOM = (64, 36)


class Seeker:
    """A picture every 0.1 s."""

    def __init__(self):
        self.goals = []

    def frame_at(self, goal_s, _room, _is_wanted, _skip):
        self.goals.append(goal_s)
        number = int(goal_s * 10)
        start, stop = Fraction(number, 10), Fraction(number + 1, 10)
        return SeekedFrame(np.zeros((36, 64, 4), np.uint8), start, start, stop, number, ROOM)


@pytest.fixture
def thread(qapp):
    """Not started: the test takes the steps."""
    return PictureThread(Path("film.mov"), Fraction(0))


def request(time_s):
    return PictureRequest(Fraction(time_s), ROOM, playing=True)


def test_a_wish_that_was_overtaken_does_not_bring_an_older_picture_back(thread):
    seeker, early, late = Seeker(), request("0.19"), request("0.21")
    thread.request(early)
    for _ in range(2):
        thread._follow(seeker, early)
    assert thread.pick(early.time_s).number == 1
    thread.request(late)
    assert thread.pick(late.time_s).number == 2
    thread._follow(seeker, early)
    thread._follow(seeker, late)
    assert [int(goal_s * 10) for goal_s in seeker.goals] == [1, 2, 3]
    assert thread.pick(late.time_s).number == 2


def test_a_jump_back_begins_anew(thread):
    seeker, late, early = Seeker(), request("0.55"), request("0.15")
    for one in (late, early):
        thread.request(one)
        thread._follow(seeker, one)
        assert thread.pick(one.time_s).number == int(one.time_s * 10)
