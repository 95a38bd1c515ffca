"""What of a project is not saved, and when it is said."""

import pytest
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.project.project import Project
from app.workflows.document.unsaved_changes import UnsavedChanges
from tests.helpers.project.programmes import programme


@pytest.fixture
def undo(qapp):
    return QUndoStack()


@pytest.fixture
def changes(undo, tmp_path):
    project = Project()
    watched = UnsavedChanges(project, undo)
    project.open(programme(), tmp_path)
    watched.begin_anew()
    yield watched
    watched.stop()


def told(changes):
    said = []
    changes.modified_changed.connect(said.append)
    return said


def test_an_edit_is_unsaved_until_it_is_accepted(changes, undo):
    said, before = told(changes), changes.edit
    undo.push(QUndoCommand())
    assert changes.modified
    assert changes.edit > before
    changes.accept()
    assert not changes.modified
    undo.undo()
    assert changes.modified
    undo.redo()
    assert not changes.modified
    assert said == [True, False, True, False]


@pytest.mark.parametrize("is_modified", [False, True])
def test_what_is_restored_is_no_edit(changes, undo, is_modified):
    edited = []
    with changes.restoring(is_modified):
        changes.edited.connect(lambda: edited.append("within"))
        undo.push(QUndoCommand())
        assert not edited
    assert changes.modified is is_modified
    assert undo.count() == 0


def test_edits_of_another_programme_are_told_apart(changes, undo):
    undo.push(QUndoCommand())
    former = changes.edit
    assert changes.is_of_what_is_open(former)
    changes.begin_anew()
    assert not changes.is_of_what_is_open(former)
    assert not changes.modified


def test_nothing_is_said_once_it_has_stopped(undo, tmp_path):
    watched = UnsavedChanges(Project(), undo)
    before = watched.edit
    watched.stop()
    undo.push(QUndoCommand())
    assert watched.edit == before
