import pytest

from cass_core.separation.movie.work_plan import PHASES, WorkPlan


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on when the test says so."""
    time = [100.0]
    monkeypatch.setattr("cass_core.separation.movie.work_plan.time.monotonic", lambda: time[0])

    def wait(seconds):
        time[0] += seconds

    return wait


def plan():
    return WorkPlan({"sound": 10.0, "picture": 60.0, "separate": 20.0, "write": 10.0})


def test_share_follows_the_costs_when_they_are_guessed_right(clock):
    work, shares = plan(), []
    for phase, cost in zip(PHASES, (10, 60, 20, 10), strict=True):
        for part in range(1, 5):
            clock(cost / 4)
            shares.append(work.progress(phase, part / 4).share)
    expected = [0.025, 0.05, 0.075, 0.1, 0.25, 0.4, 0.55, 0.7, 0.75, 0.8, 0.85, 0.9]
    assert shares[:12] == pytest.approx(expected)
    assert shares[-1] == 1.0


def test_remaining_time_learns_from_what_a_phase_takes(clock):
    work = plan()
    clock(10)
    assert work.progress("sound", 0.5).remaining_s == pytest.approx(10 + 90)
    clock(10)
    assert work.progress("sound", 1.0).remaining_s == pytest.approx(90)


def test_picture_that_was_kept_is_no_leap(clock):
    work = plan()
    clock(10)
    work.progress("sound", 1.0)
    assert work.progress("picture", 1.0).share == pytest.approx(0.25, abs=0.01)


def test_phase_that_is_left_out_is_no_leap(clock):
    work = plan()
    clock(10)
    work.progress("sound", 1.0)
    clock(5)
    report = work.progress("separate", 0.25)
    assert report.share == pytest.approx(15 / 40, abs=0.01)
    assert report.remaining_s == pytest.approx(25)


def test_resumed_phase_is_judged_by_its_new_part(clock):
    work = plan()
    work.progress("separate", 0.5, 0.5)
    clock(10)
    assert work.progress("separate", 0.75, 0.5).remaining_s == pytest.approx(10 + 10)


def test_share_never_falls(clock):
    work, last = plan(), 0.0
    for phase in PHASES:
        for part in range(0, 11):
            clock(30)
            report = work.progress(phase, part / 10)
            assert last <= report.share <= 1.0
            last = report.share


def test_sentence_is_said_once():
    work = plan()
    said = [event.sentence for event in work.warn(["One.", "Two.", "One."])]
    assert said == ["One.", "Two."]
    assert work.warnings == ["One.", "Two."]
