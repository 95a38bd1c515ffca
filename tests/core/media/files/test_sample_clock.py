from fractions import Fraction
from itertools import zip_longest

import pytest

from cass_core.media.files.sample_clock import SampleClock

RATE_HZ = 48000
TICK = Fraction(1, 90000)


def place_all(clock, times_s, length=1024):
    return [
        clock.place(time_s, length, TICK, next_s)
        for time_s, next_s in zip_longest(times_s, times_s[1:])
    ]


def test_even_frames_touch_nothing_wherever_the_clock_starts():
    clock = SampleClock(RATE_HZ, broadcast=False)
    times = [Fraction(7, 3) + Fraction(1024 * k, RATE_HZ) for k in range(100)]
    assert set(place_all(clock, times)) == {(0, 0)}
    assert clock.num_samples == 102_400


def test_jitter_of_fourteen_milliseconds_touches_nothing():
    clock = SampleClock(RATE_HZ, broadcast=False)
    times = [Fraction(1024 * k, RATE_HZ) + Fraction(7 * (k % 3), 1000) for k in range(100)]
    assert set(place_all(clock, times)) == {(0, 0)}


def test_a_lost_frame_is_filled_and_a_doubled_one_dropped():
    clock = SampleClock(RATE_HZ, broadcast=False)
    times = [Fraction(1024 * k, RATE_HZ) for k in (0, 1, 3, 4, 4, 5)]
    assert place_all(clock, times) == [(0, 0), (0, 0), (1024, 0), (0, 0), (0, 1024), (0, 0)]
    assert clock.num_samples == 6 * 1024
    assert (clock.num_gaps, clock.gap_samples, clock.num_overlaps) == (1, 1024, 1)


def test_clock_that_starts_anew_loses_no_sound():
    clock = SampleClock(RATE_HZ, broadcast=False)
    hour = [Fraction(3600) + Fraction(1024 * k, RATE_HZ) for k in range(3)]
    anew = [Fraction(1024 * k, RATE_HZ) for k in range(3)]
    assert set(place_all(clock, hour + anew)) == {(0, 0)}
    assert clock.num_restarts == 1


def test_long_pause_is_silence_in_a_movie_and_a_new_clock_in_a_broadcast():
    pause = [Fraction(0), Fraction(60)]
    movie, broadcast = SampleClock(RATE_HZ, False), SampleClock(RATE_HZ, True)
    assert place_all(movie, pause)[1] == (60 * RATE_HZ - 1024, 0)
    assert place_all(broadcast, pause)[1] == (0, 0)
    assert broadcast.num_restarts == 1


def test_frames_without_time_follow_on():
    clock = SampleClock(RATE_HZ, broadcast=False)
    assert set(place_all(clock, [Fraction(1), None, None])) == {(0, 0)}
    assert clock.num_samples == 3 * 1024


@pytest.mark.parametrize("broadcast", [True, False])
@pytest.mark.parametrize("wrong", [5, 3, 4 + 47, 4 - 47, 4 + 48_000, -1])
def test_a_single_time_that_the_next_one_contradicts_is_not_believed(broadcast, wrong):
    clock = SampleClock(RATE_HZ, broadcast)
    times = [Fraction(1024 * k, RATE_HZ) for k in range(10)]
    times[4] = Fraction(1024 * wrong, RATE_HZ)
    assert set(place_all(clock, times)) == {(0, 0)}
    assert (clock.num_gaps, clock.num_overlaps, clock.num_restarts) == (0, 0, 0)


def test_two_times_that_agree_are_believed():
    clock = SampleClock(RATE_HZ, broadcast=True)
    times = [Fraction(1024 * k, RATE_HZ) for k in (0, 1, 3, 4, 2, 3)]
    assert place_all(clock, times)[2] == (1024, 0)
    assert clock.num_gaps == 1
