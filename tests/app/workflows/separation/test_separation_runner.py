"""What is asked for, what runs and what is left of it, with a process that only pretends."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack

from app.environment.settings import SeparationChoice
from app.jobs.separating.separation_session import SeparationSession
from app.project.project import Project
from app.workflows.separation.run_state import RunState, Wish
from app.workflows.separation.separation_runner import Separating
from cass_core.clips import SampleSpan
from tests.helpers.project.programmes import programme
from tests.helpers.separation.fake_worker import CPU, fake_serve

TWO, SIXTEEN = SeparationChoice(steps=2), SeparationChoice(steps=16)
PART = SampleSpan(48_000, 96_000)


@pytest.fixture
def project(tmp_path):
    project = Project()
    project.open(programme(length_s=10.0), tmp_path / "project")
    project.set_decoded(480_000, True)
    return project


@pytest.fixture
def undo():
    return QUndoStack()


@pytest.fixture
def separating(qtbot, project, settings, undo):
    session = SeparationSession(target=fake_serve)
    separating = Separating(project, settings, undo, session=session)
    separating.order_of_ends, separating.sentences = [], []
    separating.finished.connect(separating.order_of_ends.append)
    separating.failed.connect(separating.sentences.append)
    yield separating
    separating.stop()
    qtbot.waitUntil(lambda: not session.busy)


def wait(qtbot, separating):
    qtbot.waitUntil(lambda: not separating.busy and not separating._session.busy, timeout=15_000)


def run(qtbot, separating, *arguments):
    separating.start(*arguments)
    wait(qtbot, separating)


def until_it_grows(qtbot, separating):
    with qtbot.waitSignal(separating.take_grew, timeout=10_000):
        pass


def shown(project):
    """Versions as name -> takes, the current one, the trial."""
    versions = project.versions
    names = [each.name if each else "" for each in (versions.current, versions.trial)]
    return {version.name: version.takes for version in versions.versions}, *names


def test_a_whole_run_is_a_version_with_one_take(qtbot, separating, project):
    run(qtbot, separating, TWO, None, "steady")
    assert shown(project) == ({"2 steps": ("take 001",)}, "2 steps", "")
    take = project.versions.take("take 001")
    assert take.is_complete
    assert take.span == project.whole
    assert take.folder == project.folder / "takes" / "take 001"
    assert separating.order_of_ends == ["take 001"]
    assert separating.state is RunState.IDLE
    assert separating.report.notices == ("No face was found.",)
    assert separating.device.device == CPU


def test_a_take_grows_while_the_rest_is_running(qtbot, separating, project):
    separating.start(TWO, None, "slow")
    assert separating.state is RunState.RUNNING
    until_it_grows(qtbot, separating)
    take = project.versions.take("take 001")
    assert 0 < take.position < take.span.stop
    assert project.versions.current_takes == (take,)


def test_nothing_starts_before_the_sound_is_decoded(qtbot, separating, project):
    project.open(programme(length_s=10.0), project.folder)
    separating.start(TWO, None, "steady")
    assert separating.state is RunState.STARTING
    assert project.versions.takes == ()
    project.set_decoded(479_000, True)  # shorter than the header said
    wait(qtbot, separating)
    assert project.versions.take("take 001").span == SampleSpan(0, 479_000)


def test_cancel_keeps_what_is_finished_and_resume_goes_on(qtbot, separating, project):
    separating.start(TWO, None, "slow")
    until_it_grows(qtbot, separating)
    separating.cancel()
    assert separating.state is RunState.STOPPING
    wait(qtbot, separating)
    take = separating.resumable
    assert take.name == "take 001"
    assert take.position > 0
    separating.resume("take 001")
    wait(qtbot, separating)
    assert project.versions.take("take 001").is_complete
    assert separating.resumable is None


def test_separating_the_same_again_goes_on_with_what_was_stopped(qtbot, separating, project):
    separating.start(TWO, None, "slow")
    until_it_grows(qtbot, separating)
    separating.cancel()
    wait(qtbot, separating)
    run(qtbot, separating, TWO, None, "slow")
    assert [take.name for take in project.versions.takes] == ["take 001"]


def test_cancel_before_the_first_window_leaves_no_trace(qtbot, separating, project, undo):
    separating.start(TWO, None, "slow")
    separating.cancel()
    wait(qtbot, separating)
    assert shown(project) == ({}, "", "")
    assert (project.versions.takes, undo.count()) == ((), 0)
    separating.desk.stop()
    assert not list((project.folder / "takes").iterdir())


def test_pause_and_go_on(qtbot, separating):
    separating.start(TWO, None, "slow")
    until_it_grows(qtbot, separating)
    separating.pause()
    assert separating.state is RunState.PAUSING
    qtbot.waitUntil(lambda: separating.state is RunState.PAUSED, timeout=1000)
    separating.go_on()
    wait(qtbot, separating)
    assert separating.order_of_ends == ["take 001"]


def test_a_selection_goes_first_and_the_whole_goes_on(qtbot, separating, project):
    separating.start(TWO, None, "slow")
    until_it_grows(qtbot, separating)
    separating.start(TWO, PART, "slow")
    wait(qtbot, separating)
    assert separating.order_of_ends == ["take 002", "take 001"]
    # made in the same way, so there is nothing to decide about
    assert shown(project) == ({"2 steps": ("take 001", "take 002")}, "2 steps", "")


def test_a_selection_first_then_the_whole_is_one_version(qtbot, separating, project):
    separating.start(TWO, PART, "steady")
    separating.start(TWO, None, "steady")
    wait(qtbot, separating)
    assert separating.order_of_ends == ["take 001", "take 002"]
    assert shown(project) == ({"2 steps": ("take 002", "take 001")}, "2 steps", "")


def test_a_selection_made_otherwise_is_a_trial_over_the_version(qtbot, separating, project):
    run(qtbot, separating, TWO, None, "steady")
    run(qtbot, separating, SIXTEEN, PART, "steady")
    trial = "Trial: 16 steps"
    assert shown(project) == (
        {"2 steps": ("take 001",), trial: ("take 001", "take 002")},
        trial,
        trial,
    )


def test_several_whole_runs_are_several_versions(qtbot, separating, project):
    run(qtbot, separating, TWO, None, "steady")
    run(qtbot, separating, replace(SIXTEEN, picture=False), None, "steady")
    run(qtbot, separating, TWO, None, "steady")
    versions, current, _ = shown(project)
    assert list(versions) == ["2 steps", "16 steps, no picture", "2 steps 2"]
    assert current == "2 steps 2"


def test_undo_during_the_run_ends_it_and_redo_offers_to_resume(qtbot, separating, project, undo):
    separating.start(TWO, None, "slow")
    until_it_grows(qtbot, separating)
    undo.undo()
    assert separating.state is RunState.STOPPING
    wait(qtbot, separating)
    assert shown(project) == ({}, "", "")
    undo.redo()
    assert separating.resumable.name == "take 001"
    assert separating.resumable.folder.is_dir()


def test_a_killed_process_keeps_the_take_and_offers_to_try_again(qtbot, separating, project):
    run(qtbot, separating, TWO, None, "killed")
    assert separating.state is RunState.FAILED
    assert "SIGKILL" in separating.report.problem
    assert separating.sentences == [separating.report.problem]
    take = project.versions.take("take 001")
    assert take.position == 240_000
    project.versions.put_take(replace(take, model="steady"))
    separating.retry()
    wait(qtbot, separating)
    assert project.versions.take("take 001").is_complete
    assert (separating.state, separating.report.problem) == (RunState.IDLE, "")


def test_a_full_disk_is_one_sentence(qtbot, separating):
    run(qtbot, separating, TWO, None, "full")
    assert separating.report.problem == "The disk is full: make room and resume."
    assert separating.can_retry


def test_a_run_that_fails_at_once_leaves_no_version(qtbot, separating, project, undo):
    run(qtbot, separating, TWO, None, "refused")
    assert separating.state is RunState.FAILED
    assert shown(project) == ({}, "", "")
    assert undo.count() == 0
    separating.retry()
    wait(qtbot, separating)
    assert len(separating.sentences) == 2


def test_a_folder_that_cannot_be_written_is_one_sentence_with_a_way_out(
    qtbot, separating, project, tmp_path
):
    (tmp_path / "project").write_text("a file is in the way")
    run(qtbot, separating, TWO, None, "steady")
    assert separating.state is RunState.FAILED
    assert "cannot be kept in" in separating.report.problem
    assert separating.proposed_folder.name == "movie.mov"
    separating.use_proposed_folder()
    wait(qtbot, separating)
    assert project.versions.take("take 001").folder.is_relative_to(project.folder)
    assert separating.state is RunState.IDLE
    assert separating.proposed_folder is None


def test_a_folder_of_an_earlier_session_is_left_alone(qtbot, separating, project):
    (project.folder / "takes" / "take 001").mkdir(parents=True)
    run(qtbot, separating, TWO, None, "steady")
    assert [take.name for take in project.versions.takes] == ["take 002"]


def test_another_movie_ends_the_run(qtbot, separating, project, tmp_path):
    separating.start(TWO, None, "slow")
    until_it_grows(qtbot, separating)
    project.open(programme(length_s=5.0), tmp_path / "other")
    wait(qtbot, separating)
    assert (separating.state, separating.report.problem) == (RunState.IDLE, "")
    assert project.versions.takes == ()


def test_estimates_are_measured_never_guessed(qtbot, separating, project):
    wish = Wish(SIXTEEN, None, "steady")
    assert separating.costs.estimate(wish).seconds is None
    run(qtbot, separating, TWO, None, "steady")
    estimate = separating.costs.estimate(wish)
    assert estimate.seconds == pytest.approx(10.0 * (0.02 + 16 * 0.05))
    assert not estimate.picture_unknown  # it was looked at in that run
    part = separating.costs.estimate(Wish(TWO, PART, "steady"))
    assert part.seconds == pytest.approx(0.02 + 2 * 0.05)


def test_a_speed_is_measured_on_request(qtbot, separating, project):
    separating.device.ask()
    qtbot.waitUntil(lambda: separating.device.device is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not separating._session.busy)
    wish = Wish(replace(TWO, picture=False), None, "steady")
    with qtbot.waitSignal(separating.costs.changed, timeout=10_000):
        separating.costs.measure(wish)
    assert separating.costs.estimate(wish).seconds == pytest.approx(10.0 * 0.12)
    assert project.versions.takes == ()


def test_asking_for_the_device_does_not_stand_in_the_way(qtbot, separating):
    separating.device.ask()
    separating.start(TWO, None, "steady")
    assert separating.state is RunState.STARTING
    wait(qtbot, separating)
    assert separating.order_of_ends == ["take 001"]
