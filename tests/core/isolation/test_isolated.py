"""Calls in a process of their own: the same results, and one sentence whatever happens there."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.isolation import isolated
from cass_core.isolation.isolated import (
    end_idle,
    isolated_call,
    isolated_steps,
    lent_worker,
    start_idle,
)
from cass_core.relayed import result_of
from tests.helpers import isolated_functions as child

NAME = "a.mov"


@pytest.fixture(autouse=True)
def fresh():
    end_idle()
    yield
    end_idle()


def test_result_and_large_arrays_come_back():
    assert isolated_call(NAME, child.doubled, 21) == 42
    found = isolated_call(NAME, child.array, 3_000_000)
    np.testing.assert_array_equal(found, np.arange(3_000_000, dtype=np.float32))
    found[0] = 1  # it is the caller's own


def test_it_is_another_process_and_the_same_one_again():
    first = isolated_call(NAME, child.own_pid)
    assert first != os.getpid()
    assert isolated_call(NAME, child.own_pid) == first


def test_a_process_that_was_started_early_takes_the_next_call():
    module = "cass_core.programme.opened_movie"
    assert not isolated_call(NAME, child.has_loaded, module)
    end_idle()
    start_idle(module)
    with lent_worker() as worker:
        pid = worker.pid
    assert isolated_call(NAME, child.own_pid) == pid
    assert isolated_call(NAME, child.has_loaded, module)


def test_the_folder_and_our_variables_are_those_of_the_call(tmp_path, monkeypatch):
    pid = isolated_call(NAME, child.own_pid)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CASS_CACHE", "here")
    assert isolated_call(NAME, child.surroundings) == (str(tmp_path), "here")
    monkeypatch.delenv("CASS_CACHE")
    assert isolated_call(NAME, child.surroundings) == (str(tmp_path), None)
    assert isolated_call(NAME, child.own_pid) == pid


def test_what_libraries_print_goes_nowhere(capfd):
    assert isolated_call(NAME, child.noisy, 7) == 7
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (child.crash, "a.mov makes the decoder fail; convert it"),
        (child.leave, "a.mov makes the decoder fail; convert it"),
        (child.eat_memory, "a.mov needs more memory than it may have"),
        (child.fail, "a.mov makes the decoder fail"),
        (child.refuse, "The file is empty; choose another one."),
    ],
)
def test_whatever_happens_is_one_sentence_and_the_next_call_works(function, words):
    if function is child.eat_memory and sys.platform != "linux":
        pytest.skip("only Linux limits the memory of a process")
    with pytest.raises(MediaError, match=words):
        isolated_call(NAME, function)
    assert isolated_call(NAME, child.doubled, 4) == 8


def test_a_hang_is_ended(monkeypatch):
    pid = isolated_call(NAME, child.own_pid)
    monkeypatch.setattr(isolated, "OPEN_PATIENCE_S", 0.5)
    with pytest.raises(MediaError, match="keeps the decoder busy without end"):
        isolated_call(NAME, child.hang)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_steps_and_their_result(tmp_path):
    steps = isolated_steps(NAME, child.counted, 4, tmp_path)
    assert [next(steps) for _ in range(4)] == [0, 1, 2, 3]
    assert result_of(isolated_steps(NAME, child.counted, 4, tmp_path)) == 6


def test_closing_closes_the_generator_and_keeps_the_process(tmp_path):
    pid = isolated_call(NAME, child.own_pid)
    steps = isolated_steps(NAME, child.counted, 10, tmp_path)
    assert next(steps) == 0
    assert not (tmp_path / "closed").exists()
    steps.close()
    assert (tmp_path / "closed").exists()
    assert isolated_call(NAME, child.own_pid) == pid


def test_closing_says_nothing_of_a_process_that_is_gone(tmp_path):
    pid = isolated_call(NAME, child.own_pid)
    steps = isolated_steps(NAME, child.counted, 10, tmp_path)
    next(steps)
    os.kill(pid, signal.SIGABRT)
    steps.close()
    assert isolated_call(NAME, child.own_pid) != pid


@pytest.mark.parametrize(
    ("fault", "words"), [("crash", "makes the decoder fail"), ("refuse", "The file is empty")]
)
def test_steps_that_end_badly(tmp_path, fault, words):
    steps = isolated_steps(NAME, child.counted, 10, tmp_path, fault)
    assert [next(steps), next(steps)] == [0, 1]
    with pytest.raises(MediaError, match=words):
        next(steps)
    assert isolated_call(NAME, child.doubled, 4) == 8


def test_two_at_once_have_a_process_each(tmp_path):
    steps = isolated_steps(NAME, child.counted, 3, tmp_path)
    assert next(steps) == 0
    assert isolated_call(NAME, child.doubled, 4) == 8
    assert list(steps) == [1, 2]


def test_a_search_is_given_up_when_nobody_wants_it():
    with lent_worker() as worker:
        worker.call(child.search, ())
        until = time.monotonic() + 0.2
        answer = worker.answer(NAME, 10.0, lambda: time.monotonic() < until)
    assert answer == ("return", "given up")


def test_an_interrupted_wait_leaves_no_half_used_process():
    with suppress(KeyboardInterrupt), lent_worker() as worker:
        worker.call(child.hang, ())
        raise KeyboardInterrupt
    assert not worker.is_alive
    assert isolated_call(NAME, child.doubled, 4) == 8


def test_the_child_ends_with_its_parent():
    program = (
        "import os\n"
        "from cass_core.isolation.isolated import isolated_call\n"
        "from tests.helpers.isolated_functions import own_pid\n"
        "print(isolated_call('a', own_pid), flush=True)\n"
        "os._exit(1)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    pid = int(done.stdout)
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    pytest.fail("the child is still there")


def test_what_the_child_said_last_is_in_the_log(caplog):
    caplog.set_level("INFO")
    with pytest.raises(MediaError):
        isolated_call(NAME, child.fail)
    assert "a fault of ours" in caplog.text
