"""How far a run is and how long it takes, on a clock of the test's own."""

import pytest

from cass_core.request.events import PHASES
from cass_core.timing.expected_cost import PhaseCost
from cass_core.timing.remaining import Remaining

COSTS = {"load": 1e-3, "sound": 10.0, "picture": 60.0, "separate": 20.0, "write": 10.0}


def begun(*guesses, time_s=100.0):
    costs = {phase: PhaseCost(cost, phase in guesses) for phase, cost in COSTS.items()}
    return Remaining(costs, time_s)


def told(remaining, phase, times_and_shares, skipped=0.0):
    seconds = []
    for time_s, share in times_and_shares:
        remaining.add(phase, share, 100.0 + time_s, skipped)
        seconds.append(remaining.seconds)
    return seconds


def test_share_follows_the_costs_when_they_are_right():
    run, now_s, shares = begun(), 100.0, []
    for phase, cost in zip(PHASES[1:], (10, 60, 20, 10), strict=True):
        for part in range(1, 5):
            now_s += cost / 4
            run.add(phase, part / 4, now_s)
            shares.append(run.share)
    expected = [0.025, 0.05, 0.075, 0.1, 0.25, 0.4, 0.55, 0.7, 0.75, 0.8, 0.85, 0.9]
    assert shares[:12] == pytest.approx(expected, abs=1e-4)
    assert shares[-1] == pytest.approx(1.0)


def test_picture_that_was_kept_is_no_leap():
    run = begun()
    told(run, "sound", [(10, 1.0)])
    told(run, "picture", [(10, 1.0)])
    assert run.share == pytest.approx(0.25, abs=0.01)


def test_phase_that_is_left_out_is_no_leap():
    run = begun()
    told(run, "sound", [(10, 1.0)])
    told(run, "separate", [(15, 0.25)])
    assert run.share == pytest.approx(15 / 40, abs=0.01)


def test_share_never_falls():
    run, last, now_s = begun(), 0.0, 100.0
    for phase in PHASES:
        for part in range(11):
            now_s += 30
            run.add(phase, part / 10, now_s)
            assert last <= run.share <= 1.0
            last = run.share


def test_the_rest_is_unknown_until_the_speed_is():
    steady = [(float(n), n / 10) for n in range(11)]
    estimates = told(begun("separate"), "separate", steady)
    assert estimates[:2] == [None, None]
    assert estimates[2:] == pytest.approx([20.0 - n for n in range(2, 11)])  # and the writing


def test_what_earlier_runs_took_is_said_until_the_speed_is_known():
    told_s = told(begun(), "separate", [(0.0, 0.0), (1.0, 0.1), (2.0, 0.2)])
    assert told_s == pytest.approx([20.0 + 10.0, 18.0 + 10.0, 8.0 + 10.0])


def test_one_slow_chunk_does_not_shake_the_estimate():
    shares = [(0, 0.0), (1, 0.1), (2, 0.2), (12, 0.3), (13, 0.4)]
    assert told(begun(), "separate", shares)[-1] == pytest.approx(6.0 + 10.0)


def test_a_resumed_run_is_judged_by_its_own_part():
    run = begun()
    shares = [(0, 0.5), (1, 0.6), (2, 0.7)]
    assert told(run, "separate", shares, skipped=0.5)[-1] == pytest.approx(3.0 + 10.0)
    assert run.share == pytest.approx(1 - 13 / 20, abs=0.01)


def test_a_phase_says_nothing_about_what_follows_unless_that_is_known():
    shares = [(0, 0.0), (1, 0.25), (2, 0.5)]
    assert told(begun("separate"), "picture", shares)[-1] is None
    assert told(begun("picture"), "picture", shares)[-1] == pytest.approx(2.0 + 20.0 + 10.0)
