"""Versions at one key, and files that are deleted only when nothing can bring them back."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack

from app.project.project import Project
from app.project.versions import Take
from app.workflows.separation.version_controller import VersionController
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.stems.manifest import MANIFEST_NAME
from tests.helpers.project.programmes import programme

PART = SampleSpan(1000, 2000)


@pytest.fixture
def project(tmp_path):
    project = Project()
    project.open(programme(length_s=10.0), tmp_path)
    return project


@pytest.fixture
def undo():
    return QUndoStack()


@pytest.fixture
def version_controller(qapp, project, undo):
    version_controller = VersionController(project, undo)
    yield version_controller
    version_controller.stop()


def place(version_controller, project, steps, span=None, **values):
    """A take with files, in its version."""
    span = span or project.whole
    name = project.versions.free_take_name()
    folder = project.folder / "takes" / name
    folder.mkdir(parents=True)
    for file in (MANIFEST_NAME, "mixture.wav", "DX.wav"):
        (folder / file).write_text("sound")
    choice = SeparationSettings(steps=steps)
    take = replace(Take(name, folder, span, choice, "starter", span.stop), **values)
    version_controller.place(take)
    return take


def current(project):
    return project.versions.current.name


def test_next_goes_round_and_compare_goes_back(version_controller, project):
    for steps in (1, 2, 16):
        place(version_controller, project, steps)
    assert current(project) == "16 steps"
    version_controller.next_version()
    assert current(project) == "1 step"
    version_controller.compare()
    assert current(project) == "16 steps"
    version_controller.compare()
    assert current(project) == "1 step"


def test_hearing_another_version_is_no_step_of_undo(version_controller, project, undo):
    place(version_controller, project, 1)
    place(version_controller, project, 2)
    version_controller.next_version()
    version_controller.compare()
    assert undo.count() == 2


def test_compare_without_another_version_stays(version_controller, project):
    version_controller.compare()
    place(version_controller, project, 1)
    version_controller.compare()
    assert current(project) == "1 step"


def test_a_trial_is_compared_with_what_it_lies_over(version_controller, project):
    place(version_controller, project, 1)
    place(version_controller, project, 2)
    place(version_controller, project, 16, PART)
    assert version_controller.other.name == "2 steps"
    version_controller.compare()
    assert current(project) == "2 steps"
    version_controller.compare()
    assert current(project) == "Trial: 16 steps"


@pytest.mark.parametrize(("keep", "takes"), [(True, 2), (False, 1)])
def test_keep_and_discard_with_undo_and_redo(version_controller, project, undo, keep, takes):
    place(version_controller, project, 2)
    place(version_controller, project, 16, PART)
    (version_controller.keep_trial if keep else version_controller.discard_trial)()
    assert current(project) == "2 steps"
    assert len(project.versions.current.takes) == takes
    undo.undo()
    assert project.versions.trial.name == current(project) == "Trial: 16 steps"
    undo.redo()
    assert len(project.versions.current.takes) == takes
    assert project.versions.trial is None


def rows(project):
    return {version.name: version.takes for version in project.versions.versions}


def test_each_trial_has_a_row_and_says_what_it_holds(version_controller, project):
    place(version_controller, project, 2)
    place(version_controller, project, 16, PART)
    place(version_controller, project, 32, PART)
    assert rows(project) == {
        "2 steps": ("take 001",),
        "Trial: 16 steps": ("take 001", "take 002"),
        "Trial: 32 steps": ("take 001", "take 003"),
    }
    version_controller.keep_trial()
    assert current(project) == "2 steps"
    assert rows(project) == {
        "2 steps": ("take 001", "take 003"),
        "Trial: 16 steps": ("take 001", "take 002"),
    }


def test_the_trial_that_is_heard_is_kept_or_discarded(version_controller, project, undo):
    place(version_controller, project, 2)
    place(version_controller, project, 16, PART)
    place(version_controller, project, 32, PART)
    version_controller.make_current("Trial: 16 steps")
    version_controller.discard_trial()
    assert list(rows(project)) == ["2 steps", "Trial: 32 steps"]
    undo.undo()
    version_controller.make_current("Trial: 16 steps")
    version_controller.keep_trial()
    assert rows(project)["2 steps"] == ("take 001", "take 002")
    version_controller.make_current("Trial: 32 steps")
    version_controller.keep_trial()  # over what was kept before
    assert rows(project) == {"2 steps": ("take 001", "take 003")}


def test_trials_of_two_parts_are_both_kept(version_controller, project):
    start = PART.stop
    other = SampleSpan(start, start + PART.num_samples)
    place(version_controller, project, 2)
    place(version_controller, project, 16, PART)
    place(version_controller, project, 32, other)
    assert rows(project)["Trial: 32 steps"] == ("take 001", "take 002", "take 003")
    version_controller.keep_trial()
    assert rows(project)["2 steps"] == ("take 001", "take 002", "take 003")


def test_files_stay_as_long_as_undo_can_bring_them_back(version_controller, project, undo):
    kept, removed = place(version_controller, project, 1), place(version_controller, project, 2)
    version_controller.remove("2 steps")
    version_controller.clean_up()
    version_controller.stop()
    assert (removed.folder / "DX.wav").exists()
    undo.clear()
    (removed.folder / "notes.txt").write_text("the user's own")
    version_controller.clean_up()
    version_controller.stop()
    assert (kept.folder / "DX.wav").exists()
    assert [path.name for path in removed.folder.iterdir()] == ["notes.txt"]
    assert sorted(path.name for path in removed.folder.parent.iterdir()) == ["take 001", "take 002"]


def test_a_deleted_take_leaves_nothing(version_controller, project, undo):
    removed = place(version_controller, project, 2)
    version_controller.remove("2 steps")
    undo.clear()
    version_controller.clean_up()
    version_controller.stop()
    assert list(removed.folder.parent.iterdir()) == []


def test_files_of_the_saved_project_stay(version_controller, project, undo):
    removed = place(version_controller, project, 2)
    version_controller.remove("2 steps")
    undo.clear()
    version_controller.clean_up(keep={removed.name})
    version_controller.stop()
    assert (removed.folder / "DX.wav").exists()


def test_names_say_how_it_was_made(version_controller, project):
    choice = SeparationSettings(steps=16, picture=False, render="generated")
    place(version_controller, project, 16, choice=choice)
    assert current(project) == "16 steps, no picture, generated"
