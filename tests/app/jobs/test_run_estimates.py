"""Times that are told are measured: of the run that goes on, and of runs to come."""

import pytest

from app.jobs.separating.remaining_time import RemainingTime
from app.jobs.separating.run_events import PhaseProgress, SpeedMeasured
from app.jobs.separating.speed_estimate import SpeedBook, SpeedKey
from app.jobs.separating.step_clock import StepClock

KEY = SpeedKey("CPU (2 cores)", "starter", True, 48_000, 2)


def told(remaining, phase, times_and_shares):
    return [
        remaining.after(PhaseProgress(phase, 0.0, share, time_s))
        for time_s, share in times_and_shares
    ]


def test_the_rest_is_unknown_until_the_speed_is():
    steady = [(float(n), n / 10) for n in range(11)]
    estimates = told(RemainingTime(None), "separate", steady)
    assert estimates[:2] == [None, None]
    assert estimates[2:] == pytest.approx([10.0 - n for n in range(2, 11)])


def test_one_slow_window_does_not_shake_the_estimate():
    shares = [(0, 0.0), (1, 0.1), (2, 0.2), (12, 0.3), (13, 0.4)]
    assert told(RemainingTime(None), "separate", shares)[-1] == pytest.approx(6.0)


def test_a_resumed_run_is_judged_by_its_own_part():
    shares = [(100, 0.5), (101, 0.6), (102, 0.7)]
    assert told(RemainingTime(None), "separate", shares)[-1] == pytest.approx(3.0)


def test_the_picture_says_nothing_about_what_follows_unless_that_is_known():
    shares = [(0, 0.0), (1, 0.25), (2, 0.5)]
    assert told(RemainingTime(None), "picture", shares)[-1] is None
    assert told(RemainingTime(30.0), "picture", shares)[-1] == pytest.approx(32.0)


def test_an_estimate_for_any_number_of_steps(settings):
    book = SpeedBook(settings)
    assert book.separating_s(KEY, 2, 60.0) is None
    book.add(KEY, SpeedMeasured(0.02, 0.05), 2)
    for steps in (1, 2, 16, 128):
        assert book.separating_s(KEY, steps, 60.0) == pytest.approx(60 * (0.02 + steps * 0.05))


def test_one_step_alone_says_nothing_about_more(settings):
    book = SpeedBook(settings)
    book.add(KEY, SpeedMeasured(0.07, None), 1)
    assert book.separating_s(KEY, 1, 10.0) == pytest.approx(0.7)
    assert book.separating_s(KEY, 2, 10.0) is None
    book.add(KEY, SpeedMeasured(0.02, 0.05), 4)
    book.add(KEY, SpeedMeasured(0.09, None), 1)  # the steps' cost is known by now
    assert book.separating_s(KEY, 2, 10.0) == pytest.approx(1.4)


def test_speeds_outlive_the_program_and_nonsense(settings):
    SpeedBook(settings).add(KEY, SpeedMeasured(0.02, 0.05), 2)
    assert SpeedBook(settings).separating_s(KEY, 2, 10.0) == pytest.approx(1.2)
    settings.set_value("speed/separating", [f"{KEY.text}=fast nan", "no line"])
    assert SpeedBook(settings).separating_s(KEY, 2, 10.0) is None


def test_pictures_are_known_by_their_size(settings):
    book = SpeedBook(settings)
    book.add_picture("1920x1080", 0.3)
    assert book.picture_s("1920x1080", 100.0) == pytest.approx(30.0)
    assert book.picture_s("3840x2160", 100.0) is None


def window(clock, now, prepare_s, step_s, steps, rest_s):
    for number in range(steps):
        now[0] += step_s + (prepare_s if number == 0 else 0)
        clock.on_step()
    now[0] += rest_s
    clock.on_window(1000)


@pytest.mark.parametrize("steps", [2, 3, 8])
def test_steps_and_the_rest_are_told_apart(steps):
    now = [5.0]
    clock = StepClock(1000, steps, lambda: now[0])
    window(clock, now, 9.0, 0.5, steps, 9.0)  # what happens once does not count
    for _ in range(3):
        window(clock, now, 0.2, 0.1, steps, 0.3)
    assert clock.speed.step_s == pytest.approx(0.1)
    assert clock.speed.fixed_s == pytest.approx(0.5)


def test_a_single_step_is_not_told_apart():
    now = [0.0]
    clock = StepClock(1000, 1, lambda: now[0])
    assert clock.speed is None
    window(clock, now, 0.2, 0.1, 1, 0.3)
    assert clock.speed == SpeedMeasured(pytest.approx(0.6), None)
