"""Functions run outside of the window's thread; only the last answer counts."""

import threading

import pytest

from app.workflows.background_call import BackgroundCall
from cass_core.errors import MediaError


@pytest.fixture
def call(qapp):
    call = BackgroundCall()
    yield call
    call.stop()


def test_answer_from_another_thread(qtbot, call):
    with qtbot.waitSignal(call.returned) as signal:
        call.start(threading.get_ident)
        assert call.busy
    assert signal.args[0] != threading.get_ident()
    assert not call.busy


def test_of_several_calls_the_last_one_answers(qtbot, call):
    control, answers = threading.Event(), []
    call.returned.connect(answers.append)
    call.failed.connect(answers.append)

    def first():
        control.wait(5)
        raise MediaError("too late")

    call.start(first)
    call.start(lambda: "second")
    call.start(lambda: "third")
    control.set()
    qtbot.waitUntil(lambda: not call.busy)
    assert answers == ["third"]


@pytest.mark.parametrize("error", [MediaError("One sentence."), ValueError("unforeseen")])
def test_failures_become_sentences(qtbot, call, error):
    def fail():
        raise error

    with qtbot.waitSignal(call.failed) as signal:
        call.start(fail)
    known = isinstance(error, MediaError)
    assert signal.args[0] == "One sentence." if known else "report" in signal.args[0]


def test_stop_drops_the_answer(qtbot, call):
    answers = []
    call.returned.connect(answers.append)
    call.start(lambda: 1)
    call.stop()
    qtbot.wait(50)
    assert answers == []
    with qtbot.waitSignal(call.returned):
        call.start(lambda: 2)
    assert answers == [2]
