"""Markers and loop: each command comes back exactly and joins only its own gesture."""

import pytest
from PySide6.QtGui import QUndoStack

from app.commands.command_ids import new_gesture
from app.commands.timeline_commands import (
    AddMarker,
    MoveMarker,
    RemoveMarker,
    RenameMarker,
    SetLoop,
)
from app.project.timeline import Timeline
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker

FIRST, SECOND, TWIN = Marker(100, "door"), Marker(500, "shot"), Marker(500, "door")
START = (FIRST, TWIN, SECOND)
LOOP = SampleSpan(10, 20)


@pytest.fixture
def timeline(qapp):
    timeline = Timeline()
    timeline.set_markers(START)
    timeline.set_loop(LOOP, True)
    return timeline


@pytest.fixture
def undo(qapp):
    return QUndoStack()


MARKERS = {
    "add": (
        lambda t: AddMarker(t, 300, "x"),
        "Add marker",
        (FIRST, Marker(300, "x"), TWIN, SECOND),
    ),
    "add before the start": (
        lambda t: AddMarker(t, -9, "x"),
        "Add marker",
        (Marker(0, "x"), *START),
    ),
    "move": (
        lambda t: MoveMarker(t, FIRST, 900),
        "Move marker",
        (TWIN, SECOND, Marker(900, "door")),
    ),
    "move far left": (
        lambda t: MoveMarker(t, SECOND, -1),
        "Move marker",
        (Marker(0, "shot"), FIRST, TWIN),
    ),
    "rename": (
        lambda t: RenameMarker(t, FIRST, ""),
        "Rename marker",
        (Marker(100, ""), TWIN, SECOND),
    ),
    "remove": (lambda t: RemoveMarker(t, TWIN), "Remove marker", (FIRST, SECOND)),
}


@pytest.mark.parametrize("case", MARKERS)
def test_markers(timeline, undo, case):
    make, text, expected = MARKERS[case]
    undo.push(make(timeline))
    assert undo.undoText() == text
    for _ in range(2):
        assert timeline.markers == expected
        undo.undo()
        assert timeline.markers == START
        undo.redo()


NOTHING = {
    "add twice": lambda t: AddMarker(t, 100, "door"),
    "move nowhere": lambda t: MoveMarker(t, FIRST, 100),
    "move one that is gone": lambda t: MoveMarker(t, Marker(1, "gone"), 5),
    "same name": lambda t: RenameMarker(t, FIRST, "door"),
    "rename one that is gone": lambda t: RenameMarker(t, Marker(1, "gone"), "x"),
    "remove one that is gone": lambda t: RemoveMarker(t, Marker(1, "gone")),
    "same loop": lambda t: SetLoop(t, LOOP, True),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_changes_nothing_leaves_no_step(timeline, undo, case):
    undo.push(NOTHING[case](timeline))
    assert undo.count() == 0
    assert timeline.markers == START


def test_a_drag_is_one_step_even_across_its_twin(timeline, undo):
    gesture = new_gesture()
    where = 100
    for sample in (300, 500, 700):  # at 500 both markers are equal
        undo.push(MoveMarker(timeline, Marker(where, "door"), sample, gesture))
        where = sample
    assert timeline.markers == (TWIN, SECOND, Marker(700, "door"))
    undo.push(MoveMarker(timeline, Marker(700, "door"), 800, new_gesture()))
    assert undo.count() == 2
    undo.undo()
    undo.undo()
    assert timeline.markers == START


def test_single_changes_never_join(timeline, undo):
    undo.push(AddMarker(timeline, 1, "a"))
    undo.push(AddMarker(timeline, 2, "b"))
    undo.push(RemoveMarker(timeline, FIRST))
    assert undo.count() == 3


LOOPS = {
    "range": (SampleSpan(30, 90), True, (SampleSpan(30, 90), True)),
    "off": (LOOP, False, (LOOP, False)),
    "none": (None, False, (None, False)),
    "empty": (SampleSpan(4, 4), True, (None, False)),
}


@pytest.mark.parametrize("case", LOOPS)
def test_loop(timeline, undo, case):
    loop, looping, expected = LOOPS[case]
    undo.push(SetLoop(timeline, loop, looping))
    assert undo.undoText() == "Loop"
    for _ in range(2):
        assert (timeline.loop, timeline.looping) == expected
        undo.undo()
        assert (timeline.loop, timeline.looping) == (LOOP, True)
        undo.redo()


def test_a_drag_of_the_loop_is_one_step(timeline, undo):
    gesture = new_gesture()
    for stop in (50, 60, 70):
        undo.push(SetLoop(timeline, SampleSpan(0, stop), True, gesture))
    undo.push(SetLoop(timeline, SampleSpan(0, 80), True, new_gesture()))
    undo.undo()
    assert timeline.loop == SampleSpan(0, 70)
    undo.undo()
    assert timeline.loop == LOOP
