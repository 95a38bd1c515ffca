"""The separating process as the app sees it: told in order, stopped in time, missed if it dies."""

import os
import signal
import time
from pathlib import Path

import pytest

from app.jobs.separating.run_events import (
    DeviceOrder,
    OrderCancelled,
    OrderDone,
    OrderFailed,
)
from app.jobs.separating.separation_session import SeparationSession
from cass_core.clips import SampleSpan
from cass_core.request.request import SeparationRequest
from cass_core.timing.speed_book import SpeedBook, SpeedKey
from tests.helpers.separation.fake_worker import CPU, NUM_WINDOWS, fake_serve

LENGTH = 4000


class ReferenceNetwork:
    """All that a session tells."""

    def __init__(self, session):
        self.grown, self.notices, self.paused, self.endings = [], [], [], []
        self.devices, self.progress = [], []
        session.take_grew.connect(self.grown.append)
        session.noticed.connect(self.notices.append)
        session.paused_changed.connect(self.paused.append)
        session.device_found.connect(self.devices.append)
        session.progressed.connect(self.progress.append)
        session.ended.connect(lambda order, ending: self.endings.append(ending))


@pytest.fixture
def session(qtbot):
    session = SeparationSession(target=fake_serve)
    yield session
    session.stop()
    qtbot.waitUntil(lambda: not session.busy)


@pytest.fixture
def heard(session):
    return ReferenceNetwork(session)


def order(tmp_path, model="steady"):
    return SeparationRequest(
        Path("a.mov"), tmp_path / "take", model, span=SampleSpan(0, LENGTH), decoded=Path("a.wav")
    )


def wait_for_end(qtbot, session):
    qtbot.waitUntil(lambda: not session.busy, timeout=10_000)


def until_it_works(qtbot, heard):
    qtbot.waitUntil(lambda: len(heard.grown) > 0, timeout=10_000)


def test_everything_is_told_in_order(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path))
    wait_for_end(qtbot, session)
    assert heard.grown == [LENGTH * n // NUM_WINDOWS for n in range(1, NUM_WINDOWS + 1)]
    assert heard.notices == ["No face was found."]
    assert heard.devices == [CPU]
    key = SpeedKey(CPU.name, "steady", False, 48_000, 2)
    assert SpeedBook().speed(key).seconds(10, 0.0, 1.0, 1.0) == pytest.approx(0.02 + 10 * 0.05)
    assert heard.progress[-1].share == 1.0
    assert heard.endings == [OrderDone()]


def test_the_process_stays_for_the_next_order(qtbot, session, heard, tmp_path):
    session.start(DeviceOrder())
    wait_for_end(qtbot, session)
    before = session.pid
    session.start(order(tmp_path))
    wait_for_end(qtbot, session)
    assert session.pid == before
    assert heard.endings == [OrderDone(), OrderDone()]


def test_a_process_that_has_left_is_replaced(qtbot, session, heard, tmp_path):
    session.start(DeviceOrder())
    wait_for_end(qtbot, session)
    os.kill(session.pid, signal.SIGKILL)
    session.start(order(tmp_path))
    wait_for_end(qtbot, session)
    assert heard.endings[-1] == OrderDone()


def test_pause_stands_still_within_a_second_and_goes_on(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path, "slow"))
    until_it_works(qtbot, heard)
    asked = time.monotonic()
    session.pause()
    qtbot.waitUntil(lambda: heard.paused == [True], timeout=1000)
    assert time.monotonic() - asked < 1.0
    grown = len(heard.grown)
    qtbot.wait(600)
    assert len(heard.grown) == grown
    session.go_on()
    wait_for_end(qtbot, session)
    assert heard.paused == [True, False]
    assert heard.endings == [OrderDone()]


def test_pause_holds_a_step_that_passes_no_gate(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path, "stuck"))
    qtbot.waitUntil(lambda: len(heard.grown) >= 2, timeout=10_000)
    session.pause()
    qtbot.waitUntil(lambda: heard.paused == [True], timeout=1000)
    session.go_on()
    qtbot.waitUntil(lambda: heard.paused == [True, False], timeout=1000)


def test_pause_twice_is_one_pause(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path, "slow"))
    until_it_works(qtbot, heard)
    session.pause()
    qtbot.waitUntil(lambda: heard.paused == [True], timeout=1000)
    session.pause()
    qtbot.wait(100)
    session.go_on()
    wait_for_end(qtbot, session)
    assert heard.paused == [True, False]
    assert heard.endings == [OrderDone()]


@pytest.mark.parametrize("model", ["slow", "stuck"])
def test_cancel_ends_within_a_second_even_inside_a_step(qtbot, session, heard, tmp_path, model):
    session.start(order(tmp_path, model))
    qtbot.waitUntil(lambda: len(heard.grown) >= 2, timeout=10_000)
    asked = time.monotonic()
    session.cancel()
    wait_for_end(qtbot, session)
    assert time.monotonic() - asked < 1.0
    assert heard.endings == [OrderCancelled()]


def test_cancel_while_paused(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path, "slow"))
    until_it_works(qtbot, heard)
    session.pause()
    qtbot.waitUntil(lambda: heard.paused == [True], timeout=1000)
    session.cancel()
    wait_for_end(qtbot, session)
    assert heard.endings == [OrderCancelled()]


def test_a_late_cancel_does_not_meet_the_next_order(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path))
    wait_for_end(qtbot, session)
    session.cancel()
    session.start(order(tmp_path))
    wait_for_end(qtbot, session)
    assert heard.endings == [OrderDone(), OrderDone()]


def test_a_killed_process_is_one_sentence(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path, "killed"))
    wait_for_end(qtbot, session)
    (ending,) = heard.endings
    assert isinstance(ending, OrderFailed)
    assert "SIGKILL" in ending.sentence
    assert "is kept" in ending.sentence
    assert heard.grown == [1000, 2000]
    session.start(order(tmp_path))
    wait_for_end(qtbot, session)
    assert heard.endings[-1] == OrderDone()


@pytest.mark.parametrize(
    ("model", "words"),
    [("full", "The disk is full"), ("broken", "should not have (RuntimeError)")],
)
def test_an_error_is_one_sentence(qtbot, session, heard, tmp_path, model, words, caplog):
    session.start(order(tmp_path, model))
    wait_for_end(qtbot, session)
    (ending,) = heard.endings
    assert words in ending.sentence
    assert ("out of ideas" in caplog.text) == (model == "broken")  # the log has the rest


def test_stop_leaves_no_process(qtbot, session, heard, tmp_path):
    session.start(order(tmp_path, "stuck"))
    qtbot.waitUntil(lambda: len(heard.grown) >= 2, timeout=10_000)
    pid = session.pid
    asked = time.monotonic()
    session.stop()
    assert time.monotonic() - asked < 1.5
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
