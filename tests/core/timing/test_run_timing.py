"""A run's events become progress for its user and speeds for the next run."""

import pytest

from cass_core.clips import SampleSpan
from cass_core.request.events import ChunkWritten, PhaseShare, RunBegun, StepDone
from cass_core.request.settings import SeparationSettings
from cass_core.timing.expected_cost import Estimate, Work, estimate
from cass_core.timing.run_timing import RunTiming
from cass_core.timing.speed_book import SpeedBook

SETTINGS = SeparationSettings(steps=2)
BEGUN = RunBegun("cpu", "CPU (2 cores)", 1000, 2, 40.0, 20.0, "640x360")
WORK = Work.of("starter", SETTINGS, BEGUN)


@pytest.fixture
def book(tmp_path):
    return SpeedBook(tmp_path / "speeds.json")


def run(book, *, looks_s=4.0, chunks=20):
    """Twenty chunks of a second of sound, each 0.1 s and two steps of 0.2 s; yields the timing."""
    timing, now_s = RunTiming("starter", SETTINGS, book, is_decoded=True), 0.0
    timing.add(PhaseShare("load", 0.0), now_s)
    timing.add(BEGUN, now_s)
    for part in range(11):
        timing.add(PhaseShare("picture", part / 10), now_s + part * looks_s / 10)
        yield timing
    now_s += looks_s
    timing.add(PhaseShare("separate", 0.0), now_s)
    for number in range(chunks):
        for _ in range(2):
            now_s += 0.2
            timing.add(StepDone((number + 0.5) / 20), now_s)
            yield timing
        now_s += 0.1
        timing.add(ChunkWritten(SampleSpan(number * 1000, (number + 1) * 1000), (number + 1) / 20),
                   now_s)  # fmt: skip
        yield timing


def finished(book, **values):
    *_, timing = run(book, **values)
    timing.keep()
    return timing


def test_a_first_run_promises_nothing_that_it_does_not_know(book):
    steps = run(book)
    told = [(timing.phase, timing.remaining_s) for timing in steps]
    assert all(seconds is None for phase, seconds in told if phase == "picture")
    assert told[-1] == ("separate", pytest.approx(0.0, abs=0.01))
    assert estimate(WORK, book) == Estimate(None)


def test_the_next_run_knows_what_the_first_has_taken(book):
    finished(book)
    assert estimate(WORK, book).seconds == pytest.approx(20 * 0.5 + 4.0, rel=0.02)
    assert estimate(WORK, book, is_seen=True).seconds == pytest.approx(20 * 0.5, rel=0.02)
    told = [timing.remaining_s for timing in run(book) if timing.phase == "picture"]
    assert told[5] == pytest.approx(2.0 + 10.0, rel=0.02)


def test_a_run_that_was_stopped_is_kept_as_well(book):
    finished(book, chunks=4)
    assert estimate(WORK, book, is_seen=True).seconds == pytest.approx(20 * 0.5, rel=0.02)


def test_shares_of_two_runs_agree_once_the_costs_are_known(book):
    finished(book)
    timing = finished(book)
    assert timing.share == pytest.approx(1.0)
    shares = [timing.share for timing in run(book)]
    assert shares == sorted(shares)
    assert shares[10] == pytest.approx(4 / 14, abs=0.02)


def test_a_picture_that_was_kept_is_no_measurement(book):
    finished(book)
    timing = RunTiming("starter", SETTINGS, book, is_decoded=True)
    timing.add(BEGUN, 0.0)
    timing.add(PhaseShare("picture", 1.0), 0.01)
    timing.keep()
    assert book.picture_s("640x360", 40.0) == pytest.approx(4.0)
