"""Each command changes what it says, comes back exactly, and joins only its own gesture."""

import gc
import math

import pytest
from PySide6.QtGui import QUndoStack

from app.commands.command_ids import new_gesture
from app.commands.mix_commands import (
    ResetMix,
    SetGainLine,
    SetMasterGain,
    SetMute,
    SetRangeGain,
    SetSolo,
    SetStemGain,
)
from app.project.stem_mix import StemMix
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain

LINE = (LinePoint(100, -3.1), LinePoint(5000, 2.7))
START = Rebalance(
    (StemGain(-1.3, False, True, LINE), StemGain(0.1, True), StemGain(3.0, soloed=True)), -2.2
)
SPAN = SampleSpan(1000, 2000)


@pytest.fixture
def mix(qapp):
    mix = StemMix()
    mix.set_rebalance(START)
    return mix


@pytest.fixture
def undo(qapp):
    return QUndoStack()


CASES = {
    "gain": (
        lambda m: SetStemGain(m, Stem.DX, 4.5),
        "DX gain",
        lambda m: m.gain(Stem.DX).gain_db == 4.5,
    ),
    "gain too high": (
        lambda m: SetStemGain(m, Stem.MX, 99),
        "MX gain",
        lambda m: m.gain(Stem.MX).gain_db == 12,
    ),
    "master": (lambda m: SetMasterGain(m, -7.0), "Master gain", lambda m: m.master_db == -7),
    "mute": (lambda m: SetMute(m, Stem.DX, True), "Mute DX", lambda m: m.gain(Stem.DX).muted),
    "unmute": (
        lambda m: SetMute(m, Stem.FX, False),
        "Unmute FX",
        lambda m: not m.gain(Stem.FX).muted,
    ),
    "solo": (
        lambda m: SetSolo(m, Stem.FX, True),
        "Solo FX",
        lambda m: [m.gain(s).soloed for s in STEMS] == [True, True, True],
    ),
    "solo alone": (
        lambda m: SetSolo(m, Stem.FX, True, exclusive=True),
        "Solo FX",
        lambda m: [m.gain(s).soloed for s in STEMS] == [False, True, False],
    ),
    "end solo": (
        lambda m: SetSolo(m, Stem.DX, False),
        "End solo of DX",
        lambda m: [m.gain(s).soloed for s in STEMS] == [False, False, True],
    ),
    "line": (
        lambda m: SetGainLine(m, Stem.FX, reversed(LINE)),
        "FX gain line",
        lambda m: m.gain(Stem.FX).line == LINE,
    ),
    "no line": (
        lambda m: SetGainLine(m, Stem.DX, ()),
        "DX gain line",
        lambda m: m.gain(Stem.DX).line == (),
    ),
    "range": (
        lambda m: SetRangeGain(m, Stem.MX, SPAN, -6.0, 480),
        "MX clip gain",
        lambda m: m.gain(Stem.MX).line_db_at(1500) == -6 and m.gain(Stem.MX).line_db_at(500) == 0,
    ),
    "reset": (ResetMix, "Reset mix", lambda m: m.rebalance == Rebalance()),
}


@pytest.mark.parametrize("case", CASES)
def test_redo_and_undo(mix, undo, case):
    make, text, holds = CASES[case]
    undo.push(make(mix))
    assert undo.undoText() == text
    assert holds(mix)
    after = mix.rebalance
    assert after != START
    for _ in range(3):
        undo.undo()
        assert mix.rebalance == START
        assert undo.redoText() == text
        undo.redo()
        assert mix.rebalance == after


NOTHING = {
    "same gain": lambda m: SetStemGain(m, Stem.DX, -1.3),
    "no number": lambda m: SetStemGain(m, Stem.DX, math.nan),
    "no number for the sum": lambda m: SetMasterGain(m, math.nan),
    "muted already": lambda m: SetMute(m, Stem.FX, True),
    "soloed already": lambda m: SetSolo(m, Stem.MX, True),
    "same line": lambda m: SetGainLine(m, Stem.DX, LINE),
    "empty range": lambda m: SetRangeGain(m, Stem.DX, SampleSpan(5, 5), -6.0, 10),
    "range as it is": lambda m: SetRangeGain(m, Stem.FX, SPAN, 0.0, 10),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_changes_nothing_leaves_no_step(mix, undo, case):
    changes = []
    mix.changed.connect(changes.append)
    undo.push(NOTHING[case](mix))
    assert (undo.count(), mix.rebalance, changes) == (0, START, [])
    assert undo.isClean()


DRAGS = {
    "stem": (lambda m, v, g: SetStemGain(m, Stem.DX, v, g), lambda m: m.gain(Stem.DX).gain_db),
    "master": (SetMasterGain, lambda m: m.master_db),
    "line": (
        lambda m, v, g: SetGainLine(m, Stem.FX, (LinePoint(7, v),), g),
        lambda m: m.gain(Stem.FX).line_db_at(7),
    ),
    "range": (
        lambda m, v, g: SetRangeGain(m, Stem.MX, SPAN, v, 480, g),
        lambda m: m.gain(Stem.MX).line_db_at(1500),
    ),
}


@pytest.fixture
def only_new_garbage():
    """Collecting looks at nothing that was there before: after other tests that is a lot."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("only_new_garbage")
@pytest.mark.parametrize("drag", DRAGS)
def test_a_drag_is_one_step_and_two_drags_are_two(mix, undo, drag):
    make, value = DRAGS[drag]
    for gesture in (new_gesture(), new_gesture()):
        for step in range(1, 6):
            undo.push(make(mix, float(gesture % 7 + step), gesture))
            gc.collect()  # Qt has deleted the commands that were taken in
    assert undo.count() == 2
    last = value(mix)
    undo.undo()
    middle = value(mix)
    assert middle not in (last, value_at_start(drag))
    undo.undo()
    assert mix.rebalance == START
    undo.redo()
    assert value(mix) == middle
    undo.redo()
    assert value(mix) == last


def value_at_start(drag):
    start = StemMix()
    start.set_rebalance(START)
    return DRAGS[drag][1](start)


def test_other_stems_and_kinds_do_not_join(mix, undo):
    gesture = new_gesture()
    undo.push(SetStemGain(mix, Stem.DX, 1.0, gesture))
    undo.push(SetStemGain(mix, Stem.FX, 1.0, gesture))
    undo.push(SetMasterGain(mix, 1.0, gesture))
    undo.push(SetRangeGain(mix, Stem.DX, SPAN, 1.0, 10, gesture))
    undo.push(SetRangeGain(mix, Stem.DX, SampleSpan(1, 9), 1.0, 10, gesture))
    assert undo.count() == 5


def test_single_changes_never_join(mix, undo):
    for value in (1.0, 2.0, 3.0):
        undo.push(SetStemGain(mix, Stem.DX, value))
    assert undo.count() == 3


def test_a_drag_back_to_where_it_began_leaves_no_step(mix, undo):
    gesture = new_gesture()
    for value in (0.0, 1.0, -1.3):
        undo.push(SetStemGain(mix, Stem.DX, value, gesture))
    assert undo.count() == 0
    assert mix.rebalance == START


def test_nothing_joins_what_was_saved(mix, undo):
    gesture = new_gesture()
    undo.push(SetStemGain(mix, Stem.DX, 1.0, gesture))
    undo.setClean()
    undo.push(SetStemGain(mix, Stem.DX, 2.0, gesture))
    assert undo.count() == 2
    assert not undo.isClean()


def test_two_commands_prepared_before_either_is_done(mix, undo):
    first, second = SetStemGain(mix, Stem.DX, 5.0), SetStemGain(mix, Stem.FX, 6.0)
    undo.push(first)
    undo.push(second)
    assert (mix.gain(Stem.DX).gain_db, mix.gain(Stem.FX).gain_db) == (5, 6)
    undo.undo()
    assert (mix.gain(Stem.DX).gain_db, mix.gain(Stem.FX).gain_db) == (5, 0.1)
