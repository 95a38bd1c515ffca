"""The session's states, with steps that stand where a test wants them."""

import threading
from pathlib import Path

import pytest

from app.jobs import separation_session
from app.jobs.separation_job import Notice, Progress, Separated, SeparationOrder
from app.jobs.separation_session import RunState, SeparationSession
from app.settings import SeparationChoice

ORDER = SeparationOrder(Path("a.mov"), Path("out"), SeparationChoice())
RESULT = Separated((), Path("out"), True, -200.0)


@pytest.fixture
def session(qtbot):
    session = SeparationSession()
    yield session
    session.stop()
    qtbot.waitUntil(lambda: not session.running)


class Steps:
    """Takes its first step, then waits for `gate` inside the second."""

    def __init__(self, *later):
        self.inside, self.gate, self.later = threading.Event(), threading.Event(), later

    def __call__(self, order):
        yield Progress("load", 0.0, None)
        self.inside.set()
        self.gate.wait(20)
        yield from self.later


def begin(monkeypatch, session, *later):
    steps = Steps(*later)
    monkeypatch.setattr(separation_session, "separation_steps", steps)
    session.start(ORDER)
    assert steps.inside.wait(20)
    return steps


def wait_for_end(qtbot, session):
    qtbot.waitUntil(lambda: not session.running)


def test_cancel_stops_within_the_step(qtbot, monkeypatch, session):
    steps = begin(monkeypatch, session, None, RESULT)
    session.cancel()
    assert session.state is RunState.STOPPING
    steps.gate.set()
    wait_for_end(qtbot, session)
    assert (session.state, session.result) == (RunState.STOPPED, None)


def test_cancel_that_comes_too_late_does_not_hide_the_result(qtbot, monkeypatch, session):
    steps = begin(monkeypatch, session, RESULT, None)
    session.cancel()
    steps.gate.set()
    wait_for_end(qtbot, session)
    assert (session.state, session.result) == (RunState.DONE, RESULT)


def test_each_notice_is_said_once_and_a_new_run_forgets(qtbot, monkeypatch, session):
    said = [Notice("No face."), Notice("No card."), Notice("No face."), RESULT]
    begin(monkeypatch, session, *said).gate.set()
    wait_for_end(qtbot, session)
    assert session.notices == ("No face.", "No card.")
    steps = begin(monkeypatch, session)
    assert (session.notices, session.result) == ((), None)
    session.clear()  # a running one is kept
    assert session.state is RunState.RUNNING
    steps.gate.set()
    wait_for_end(qtbot, session)


def test_clear_forgets_what_ended(qtbot, monkeypatch, session):
    begin(monkeypatch, session, RESULT).gate.set()
    wait_for_end(qtbot, session)
    session.clear()
    assert (session.state, session.result) == (RunState.IDLE, None)
