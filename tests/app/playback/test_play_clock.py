import pytest

from app.playback.play_clock import PlayClock
from tests.helpers.playback.playback_rig import RATE_HZ, Rig, noise_stems, tracks_of


class Playback:
    """A clock over a renderer that the test pulls from."""

    def __init__(self):
        self.rig = Rig(tracks_of(noise_stems(RATE_HZ)))
        self.clock = PlayClock(lambda: self.rig.renderer.heard(self.rig.time_s))
        self.clock.set_length(RATE_HZ)
        self.clock.start()

    def order(self, goes_on=False):
        goes_on = self.clock.number_order(goes_on)
        self.rig.play(self.clock.position, goes_on=goes_on)
        return goes_on


@pytest.fixture
def playback():
    return Playback()


@pytest.mark.parametrize(("asked", "position"), [(-5, 0), (10**9, RATE_HZ), (77, 77)])
def test_it_stays_inside_the_programme(playback, asked, position):
    playback.clock.move(asked)
    assert playback.clock.position == position


def test_it_follows_what_is_heard_and_stands_where_it_was_followed_last(playback):
    clock, rig = playback.clock, playback.rig
    playback.order()
    rig.pull(0.1)
    assert clock.position == 4800
    assert clock.follow()
    assert not clock.follow()
    rig.pull(0.1)
    clock.halt()
    assert clock.position == 4800


def test_reading_the_position_changes_nothing(playback):
    clock, rig = playback.clock, playback.rig
    playback.order()
    rig.pull(0.1)
    before = dict(vars(clock))
    assert clock.position == clock.position == 4800
    assert vars(clock) == before


def test_a_jump_is_told_before_it_is_heard(playback):
    clock, rig = playback.clock, playback.rig
    playback.order()
    rig.pull(0.1)
    clock.move(20_000)
    assert clock.position == 20_000
    clock.follow()
    playback.order()
    assert clock.position == 20_000
    rig.pull(0.1)
    assert clock.position == 24_800


def test_a_jump_that_is_not_heard_yet_is_not_forgotten(playback):
    clock, rig = playback.clock, playback.rig
    assert not playback.order(goes_on=True)  # nothing is heard that it could go on from
    rig.pull(0.1)
    assert playback.order(goes_on=True)
    clock.move(20_000)
    assert not playback.order(goes_on=True)
    rig.pull(0.1)
    assert clock.position == 24_800


def test_going_on_and_grains_leave_the_clock_where_it_is(playback):
    clock, rig = playback.clock, playback.rig
    playback.order()
    rig.pull(0.1)
    playback.order(goes_on=True)
    assert clock.position == 4800
    assert clock.number_grain() == clock.serial == 3
    assert clock.position == 4800


def test_the_start_is_the_place_it_was_moved_to(playback):
    clock, rig = playback.clock, playback.rig
    clock.move(1000)
    clock.mark_start()
    playback.order()
    rig.pull(0.1)
    clock.follow()
    assert clock.started_at == 1000
