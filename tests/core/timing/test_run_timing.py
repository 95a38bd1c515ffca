"""A run's events become progress for its user and speeds for the next run."""

from dataclasses import replace

import pytest

from cass_core.clips import SampleSpan
from cass_core.request.events import ChunkWritten, Grain, PhaseShare, RunBegun, StepDone
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


def test_a_short_selection_promises_the_whole_within_a_little(book):
    """A network that hears 24 seconds at once: 3 s a step and batch, 0.05 s a second of stems."""
    heard = replace(BEGUN, length_s=240.0, grain=Grain(3.0, 8), picture_size="")

    def done(start_s, stop_s):
        part_s, first, last = stop_s - start_s, int(start_s // 24), -int(-stop_s // 24)
        begun = replace(heard, part_s=part_s, start_s=start_s)
        promise = estimate(Work.of("starter", SETTINGS, begun), book).seconds
        timing, now_s = RunTiming("starter", SETTINGS, book, is_decoded=True), 2.0
        timing.add(PhaseShare("load", 0.0), 0.0)
        timing.add(begun, now_s)
        timing.add(PhaseShare("separate", 0.0), now_s)
        told = [timing.remaining_s]
        for batch in range(first, last):
            start, stop = max(start_s, 24 * batch), min(stop_s, 24 * batch + 24)
            done = (batch - first) / (last - first)
            for _ in range(SETTINGS.steps):
                now_s += 3.0
                timing.add(StepDone(done), now_s)
            now_s += 0.05 * (stop - start)
            span = SampleSpan(round(start * 1000), round(stop * 1000))
            timing.add(ChunkWritten(span, (batch + 1 - first) / (last - first)), now_s)
        timing.keep()
        return promise, told[0], now_s

    done(30.0, 35.0)
    promise, told_s, took_s = done(0.0, 240.0)
    assert promise == pytest.approx(took_s, rel=0.02)
    assert told_s == pytest.approx(promise - 2.0, rel=0.02)  # the run itself says the same
    promise, _, took_s = done(50.0, 52.0)
    assert promise == pytest.approx(took_s, rel=0.02)
