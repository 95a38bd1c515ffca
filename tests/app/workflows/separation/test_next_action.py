"""What is done next about the queue, for each state of the queue, the process and the sound."""

import subprocess
import sys
from dataclasses import replace

import pytest

from app.workflows.separation.known_takes import KnownTakes
from app.workflows.separation.next_action import (
    BeginTake,
    GiveWay,
    GoOn,
    MakeTake,
    ProcessState,
    RefuseRequest,
    Rest,
    StopRun,
    next_action,
)
from app.workflows.separation.run_state import QueuedSeparation, RunState
from app.workflows.separation.separation_queue import SeparationQueue
from cass_core.request.settings import SeparationSettings

FIRST = QueuedSeparation(SeparationSettings(steps=2), None, "steady")
SECOND = QueuedSeparation(SeparationSettings(steps=16), None, "steady")
TAKES = KnownTakes(
    parts=frozenset({"part", "other part"}),
    wholes=frozenset({"whole"}),
    wanted=frozenset({"part", "other part", "whole"}),
)
UNWANTED = replace(TAKES, wanted=frozenset())
FREE = ProcessState()
MAKES_WHOLE = ProcessState(RunState.RUNNING, "whole", is_busy=True)
MAKES_PART = replace(MAKES_WHOLE, running="part")
DECODED = 480_000


def waiting(*takes):
    return SeparationQueue(takes=takes)


def requested(*requests):
    return SeparationQueue(requests=requests)


def test_decisions_are_made_without_qt():
    code = "import sys, app.workflows.separation.next_action; assert 'PySide6' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("process", [FREE, ProcessState(is_busy=True)])
def test_a_request_waits_for_the_sound(process):
    assert next_action(requested(FIRST), TAKES, process, None) == Rest(
        RunState.STARTING, forgets=not process.is_busy
    )


def test_once_the_sound_is_decoded_the_oldest_request_becomes_a_take():
    assert next_action(requested(FIRST, SECOND), TAKES, FREE, DECODED) == MakeTake(FIRST)
    left = requested(FIRST, SECOND).without_request()
    assert next_action(left, TAKES, FREE, DECODED) == MakeTake(SECOND)


def test_a_request_becomes_a_take_while_another_one_is_made():
    assert next_action(requested(FIRST), TAKES, MAKES_WHOLE, DECODED) == MakeTake(FIRST)


def test_sound_that_could_not_be_decoded_refuses_every_request():
    assert next_action(requested(FIRST), TAKES, FREE, 0) == RefuseRequest(FIRST)
    failed = ProcessState(RunState.FAILED)
    assert next_action(requested(SECOND), TAKES, failed, 0) == RefuseRequest(SECOND)


def test_a_take_of_a_saved_project_needs_no_further_decoding():
    assert next_action(waiting("whole"), TAKES, FREE, None) == BeginTake("whole")


def test_parts_wait_before_wholes_in_the_order_of_asking():
    queue = SeparationQueue()
    for name in ("whole", "part", "other part"):
        queue = queue.with_take(name, TAKES.parts)
    assert queue.takes == ("part", "other part", "whole")
    assert next_action(queue, TAKES, FREE, DECODED) == BeginTake("part")
    assert queue.behind("part").takes == ("other part", "whole")


def test_a_take_that_waits_already_waits_once():
    assert waiting("part", "other part").with_take("part", TAKES.parts).takes == (
        "other part",
        "part",
    )


def test_a_take_that_is_resumed_goes_before_all_others():
    assert waiting("part", "whole").with_next("whole").takes == ("whole", "part")


def test_a_running_whole_gives_way_to_a_part_and_goes_on_afterwards():
    queue = waiting("part")
    assert next_action(queue, TAKES, MAKES_WHOLE, DECODED) == GiveWay("whole")
    queue = queue.with_take("whole", TAKES.parts)
    asked = replace(MAKES_WHOLE, gives_way=True)
    assert next_action(queue, TAKES, asked, DECODED) == GoOn()  # it was told already
    assert next_action(queue, TAKES, FREE, DECODED) == BeginTake("part")
    queue = queue.behind("part")
    assert next_action(queue, TAKES, MAKES_PART, DECODED) == GoOn()
    assert next_action(queue, TAKES, FREE, DECODED) == BeginTake("whole")
    queue = queue.behind("whole")
    assert next_action(queue, TAKES, FREE, DECODED) == Rest(RunState.IDLE, forgets=True)


@pytest.mark.parametrize(
    ("queue", "process"),
    [
        (waiting("other part"), MAKES_PART),
        (waiting("whole"), MAKES_PART),
        (waiting("whole", "part"), MAKES_WHOLE),
        (SeparationQueue(), MAKES_WHOLE),
    ],
)
def test_nothing_else_interrupts_a_run(queue, process):
    assert next_action(queue, TAKES, process, DECODED) == GoOn()


def test_after_a_failure_what_waits_stays_until_the_user_asks_again():
    failed = ProcessState(RunState.FAILED)
    assert next_action(waiting("part"), TAKES, failed, DECODED) == GoOn()
    assert next_action(waiting("part"), TAKES, FREE, DECODED) == BeginTake("part")


@pytest.mark.parametrize("gives_way", [False, True])
def test_a_running_take_that_undo_took_away_is_stopped_once(gives_way):
    process = replace(MAKES_WHOLE, gives_way=gives_way)
    queue = SeparationQueue((FIRST,), ("part",))
    assert next_action(queue, UNWANTED, process, DECODED) == StopRun()
    stopping = replace(MAKES_WHOLE, state=RunState.STOPPING)
    assert next_action(SeparationQueue(), UNWANTED, stopping, DECODED) == GoOn()


def test_takes_that_undo_took_away_or_that_are_complete_are_passed_over():
    takes = replace(TAKES, wanted=TAKES.wanted - {"part"}, complete=frozenset({"other part"}))
    queue = waiting("part", "other part", "whole")
    assert next_action(queue, takes, FREE, DECODED) == BeginTake("whole")
    assert queue.behind("whole") == SeparationQueue()
    assert next_action(waiting("part"), takes, FREE, DECODED) == Rest(RunState.IDLE, forgets=True)


def test_another_order_of_the_process_is_waited_for():
    measuring = ProcessState(RunState.STARTING, is_busy=True)
    assert next_action(waiting("whole"), TAKES, measuring, DECODED) == Rest(RunState.STARTING)
    assert next_action(SeparationQueue(), TAKES, measuring, DECODED) == Rest(RunState.IDLE)


def test_a_run_that_was_cancelled_ends_before_anything_else_is_done():
    stopping = replace(MAKES_WHOLE, state=RunState.STOPPING)
    assert next_action(waiting("part"), TAKES, stopping, DECODED) == GoOn()
    assert next_action(requested(FIRST), TAKES, stopping, DECODED) == GoOn()
