"""Every change of the list of versions comes back by undo and again by redo."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from app.commands.version_commands import (
    AddVersion,
    DiscardTrial,
    ExtendVersion,
    KeepTrial,
    RemoveVersion,
    RenameVersion,
    VersionList,
    base_of,
)
from app.project.versions import Take, Version, Versions
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings

WHOLE, PART = SampleSpan(0, 1000), SampleSpan(200, 300)


def take(name, span=WHOLE, steps=2):
    return Take(name, Path(name), span, SeparationSettings(steps=steps), "starter", span.stop)


@pytest.fixture
def versions():
    return Versions()


@pytest.fixture
def undo():
    return QUndoStack()


@pytest.fixture
def tried(versions, undo):
    """A version A of take 1, and a trial T that lays take 2 over it."""
    undo.push(AddVersion(versions, Version("A", ("1",)), take("1")))
    trial = Version("T", ("1", "2"))
    undo.push(AddVersion(versions, trial, take("2", PART), trial=True))
    return versions


def shown(versions):
    found = VersionList.of(versions)
    return {version.name: version.takes for version in found.versions}, found.current, found.trial


AFTER_TRIAL = ({"A": ("1",), "T": ("1", "2")}, "T", "T")
CASES = [
    (lambda v: KeepTrial(v), ({"A": ("1", "2")}, "A", "")),
    (lambda v: DiscardTrial(v), ({"A": ("1",)}, "A", "")),
    (lambda v: RemoveVersion(v, "T"), ({"A": ("1",)}, "A", "")),
    (lambda v: RemoveVersion(v, "A"), ({"T": ("1", "2")}, "T", "T")),
    (lambda v: RenameVersion(v, "T", "B"), ({"A": ("1",), "B": ("1", "2")}, "B", "B")),
    (lambda v: RenameVersion(v, "T", " A "), ({"A": ("1",), "A 2": ("1", "2")}, "A 2", "A 2")),
    (
        lambda v: ExtendVersion(v, v.version("A"), ("1", "3"), take("3", PART)),
        ({"A": ("1", "3"), "T": ("1", "2")}, "A", "T"),
    ),
    (
        lambda v: AddVersion(v, Version("B", ("3",)), take("3")),
        ({"A": ("1",), "T": ("1", "2"), "B": ("3",)}, "B", "T"),
    ),
]


@pytest.mark.parametrize(("make", "after"), CASES)
def test_each_command_and_its_undo(tried, undo, make, after):
    assert shown(tried) == AFTER_TRIAL
    undo.push(make(tried))
    assert shown(tried) == after
    undo.undo()
    assert shown(tried) == AFTER_TRIAL
    undo.redo()
    assert shown(tried) == after


def test_undo_of_everything_keeps_the_takes(tried, undo):
    while undo.canUndo():
        undo.undo()
    assert shown(tried) == ({}, "", "")
    assert [each.name for each in tried.takes] == ["1", "2"]


@pytest.mark.parametrize("name", ["", "T", "  "])
def test_a_name_that_is_none_leaves_no_step(tried, undo, name):
    undo.push(RenameVersion(tried, "T", name))
    assert undo.count() == 2


def test_keep_drops_what_cannot_be_heard_any_more(tried, undo):
    undo.push(
        ExtendVersion(tried, tried.trial, ("1", "2", "3"), take("3", SampleSpan(100, 400), 16))
    )
    undo.push(KeepTrial(tried))
    assert shown(tried)[0] == {"A": ("1", "3")}


def test_keep_drops_nothing_for_a_take_that_is_not_complete(tried, undo):
    unfinished = replace(take("3", SampleSpan(100, 400)), position=250)
    undo.push(ExtendVersion(tried, tried.trial, ("1", "2", "3"), unfinished))
    undo.push(KeepTrial(tried))
    assert shown(tried)[0] == {"A": ("1", "2", "3")}


def test_a_trial_over_nothing_becomes_a_version(versions, undo):
    undo.push(AddVersion(versions, Version("T", ("1",)), take("1", PART), trial=True))
    assert base_of(versions, versions.trial) is None
    undo.push(KeepTrial(versions))
    assert shown(versions) == ({"T": ("1",)}, "T", "")


def test_commands_name_the_takes_that_undo_can_bring_back(tried, undo):
    undo.push(DiscardTrial(tried))
    assert undo.command(2).takes == {"1", "2"}
