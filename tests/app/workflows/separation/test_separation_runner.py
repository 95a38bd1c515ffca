"""What is asked for, what runs and what is left of it, with a process that only pretends."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack

from app.jobs.separating.separation_session import SeparationSession
from app.project.project import Project
from app.workflows.separation.run_state import Landing, QueuedSeparation, RunState
from app.workflows.separation.separation_runner import SeparationRunner
from cass_core.clips import SampleSpan
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings
from tests.helpers.project.programmes import programme
from tests.helpers.separation.fake_worker import CPU, fake_serve
from tests.helpers.separation.quick_start import start_quickly

TWO, SIXTEEN = SeparationSettings(steps=2), SeparationSettings(steps=16)
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
def separation(qtbot, project, undo, monkeypatch):
    start_quickly(monkeypatch)
    session = SeparationSession(target=fake_serve)
    separation = SeparationRunner(project, undo, session=session)
    separation.order_of_ends, separation.sentences = [], []
    separation.finished.connect(separation.order_of_ends.append)
    separation.failed.connect(separation.sentences.append)
    yield separation
    separation.stop()
    qtbot.waitUntil(lambda: not session.busy)


def wait(qtbot, separation):
    qtbot.waitUntil(lambda: not separation.busy and not separation._session.busy, timeout=15_000)


def run(qtbot, separation, *arguments):
    separation.start(*arguments)
    wait(qtbot, separation)


def until_it_grows(qtbot, separation):
    with qtbot.waitSignal(separation.take_grew, timeout=10_000):
        pass


def shown(project):
    """Versions as name -> takes, the current one, the trial."""
    versions = project.versions
    names = [each.name if each else "" for each in (versions.current, versions.trial)]
    return {version.name: version.takes for version in versions.versions}, *names


def test_a_whole_run_is_a_version_with_one_take(qtbot, separation, project):
    run(qtbot, separation, TWO, None, "steady")
    assert shown(project) == ({"2 steps": ("take 001",)}, "2 steps", "")
    take = project.versions.take("take 001")
    assert take.is_complete
    assert take.span == project.whole
    assert take.folder == project.folder / "takes" / "take 001"
    assert separation.order_of_ends == ["take 001"]
    assert separation.state is RunState.IDLE
    assert separation.report.notices == ("No face was found.",)
    assert separation.device.device == CPU


def test_a_take_grows_while_the_rest_is_running(qtbot, separation, project):
    separation.start(TWO, None, "slow")
    assert separation.state is RunState.RUNNING
    until_it_grows(qtbot, separation)
    take = project.versions.take("take 001")
    assert 0 < take.position < take.span.stop
    assert project.versions.current_takes == (take,)


def test_nothing_starts_before_the_sound_is_decoded(qtbot, separation, project):
    project.open(programme(length_s=10.0), project.folder)
    separation.start(TWO, None, "steady")
    assert separation.state is RunState.STARTING
    assert project.versions.takes == ()
    project.set_decoded(479_000, True)  # shorter than the header said
    wait(qtbot, separation)
    assert project.versions.take("take 001").span == SampleSpan(0, 479_000)


def test_cancel_keeps_what_is_finished_and_resume_goes_on(qtbot, separation, project):
    separation.start(TWO, None, "slow")
    until_it_grows(qtbot, separation)
    separation.cancel()
    assert separation.state is RunState.STOPPING
    wait(qtbot, separation)
    take = separation.resumable
    assert take.name == "take 001"
    assert take.position > 0
    separation.resume("take 001")
    wait(qtbot, separation)
    assert project.versions.take("take 001").is_complete
    assert separation.resumable is None


def test_separating_the_same_again_goes_on_with_what_was_stopped(qtbot, separation, project):
    separation.start(TWO, None, "slow")
    until_it_grows(qtbot, separation)
    separation.cancel()
    wait(qtbot, separation)
    run(qtbot, separation, TWO, None, "slow")
    assert [take.name for take in project.versions.takes] == ["take 001"]


def test_a_run_that_was_cancelled_does_not_go_on_behind_a_part(qtbot, separation, project):
    separation.start(TWO, None, "slow")
    until_it_grows(qtbot, separation)
    separation.cancel()
    separation.start(TWO, PART, "slow")
    wait(qtbot, separation)
    assert separation.order_of_ends == ["take 002"]
    assert not project.versions.take("take 001").is_complete


@pytest.mark.parametrize("has_grown", [True, False])
def test_what_was_cancelled_can_be_asked_for_again_at_once(qtbot, separation, project, has_grown):
    separation.start(TWO, None, "slow")
    if has_grown:
        until_it_grows(qtbot, separation)
    separation.cancel()
    run(qtbot, separation, TWO, None, "slow")
    assert separation.order_of_ends == ["take 001"]
    assert project.versions.take("take 001").is_complete


def test_cancel_before_the_first_window_leaves_no_trace(qtbot, separation, project, undo):
    separation.start(TWO, None, "slow")
    separation.cancel()
    wait(qtbot, separation)
    assert shown(project) == ({}, "", "")
    assert (project.versions.takes, undo.count()) == ((), 0)
    separation.version_controller.stop()
    assert not list((project.folder / "takes").iterdir())


def test_pause_and_go_on(qtbot, separation):
    separation.start(TWO, None, "slow")
    until_it_grows(qtbot, separation)
    separation.pause()
    assert separation.state is RunState.PAUSING
    qtbot.waitUntil(lambda: separation.state is RunState.PAUSED, timeout=1000)
    separation.go_on()
    wait(qtbot, separation)
    assert separation.order_of_ends == ["take 001"]


def test_a_selection_goes_first_and_the_whole_goes_on(qtbot, separation, project):
    separation.start(TWO, None, "slow")
    until_it_grows(qtbot, separation)
    separation.start(TWO, PART, "slow")
    wait(qtbot, separation)
    assert separation.order_of_ends == ["take 002", "take 001"]
    # made in the same way, so there is nothing to decide about
    assert shown(project) == ({"2 steps": ("take 001", "take 002")}, "2 steps", "")


def test_a_selection_first_then_the_whole_is_one_version(qtbot, separation, project):
    separation.start(TWO, PART, "steady")
    separation.start(TWO, None, "steady")
    wait(qtbot, separation)
    assert separation.order_of_ends == ["take 001", "take 002"]
    assert shown(project) == ({"2 steps": ("take 002", "take 001")}, "2 steps", "")


def test_a_selection_made_otherwise_is_a_trial_over_the_version(qtbot, separation, project):
    run(qtbot, separation, TWO, None, "steady")
    run(qtbot, separation, SIXTEEN, PART, "steady")
    trial = "Trial: 16 steps"
    assert shown(project) == (
        {"2 steps": ("take 001",), trial: ("take 001", "take 002")},
        trial,
        trial,
    )


def test_what_is_separated_again_is_a_repair_and_undo_ends_its_run(
    qtbot, separation, project, undo
):
    run(qtbot, separation, TWO, None, "steady")
    before = shown(project)
    landing = Landing(Region.box(PART), "Again here")
    separation.start(TWO, PART, "slow", landing)
    until_it_grows(qtbot, separation)
    (edit,) = project.repairs.edits
    assert (edit.operation.take, edit.operation.region) == ("take 002", landing.region)
    assert edit.note == "Again here: 2 steps"
    undo.undo()
    wait(qtbot, separation)
    assert not project.versions.take("take 002").is_complete
    separation.version_controller.clean_up()  # redo can still bring it back
    undo.redo()
    assert separation.resumable.name == "take 002"
    separation.resume("take 002")
    wait(qtbot, separation)
    assert project.versions.take("take 002").is_complete
    assert shown(project) == before
    undo.undo()
    undo.clear()
    separation.version_controller.clean_up()
    assert [take.name for take in project.versions.takes] == ["take 001"]


def test_several_whole_runs_are_several_versions(qtbot, separation, project):
    run(qtbot, separation, TWO, None, "steady")
    run(qtbot, separation, replace(SIXTEEN, picture=False), None, "steady")
    run(qtbot, separation, TWO, None, "steady")
    versions, current, _ = shown(project)
    assert list(versions) == ["2 steps", "16 steps, no picture", "2 steps 2"]
    assert current == "2 steps 2"


def test_undo_during_the_run_ends_it_and_redo_offers_to_resume(qtbot, separation, project, undo):
    separation.start(TWO, None, "slow")
    until_it_grows(qtbot, separation)
    undo.undo()
    assert separation.state is RunState.STOPPING
    wait(qtbot, separation)
    assert shown(project) == ({}, "", "")
    undo.redo()
    assert separation.resumable.name == "take 001"
    assert separation.resumable.folder.is_dir()


def test_a_killed_process_keeps_the_take_and_offers_to_try_again(qtbot, separation, project):
    run(qtbot, separation, TWO, None, "killed")
    assert separation.state is RunState.FAILED
    assert "SIGKILL" in separation.report.problem
    assert separation.sentences == [separation.report.problem]
    take = project.versions.take("take 001")
    assert take.position == 240_000
    project.versions.put_take(replace(take, model="steady"))
    separation.retry()
    wait(qtbot, separation)
    assert project.versions.take("take 001").is_complete
    assert (separation.state, separation.report.problem) == (RunState.IDLE, "")


def test_a_full_disk_is_one_sentence(qtbot, separation):
    run(qtbot, separation, TWO, None, "full")
    assert separation.report.problem == "The disk is full: make room and resume."
    assert separation.can_retry


def test_a_run_that_fails_at_once_leaves_no_version(qtbot, separation, project, undo):
    run(qtbot, separation, TWO, None, "refused")
    assert separation.state is RunState.FAILED
    assert shown(project) == ({}, "", "")
    assert undo.count() == 0
    separation.retry()
    wait(qtbot, separation)
    assert len(separation.sentences) == 2


def test_a_folder_that_cannot_be_written_is_one_sentence_with_a_way_out(
    qtbot, separation, project, tmp_path
):
    (tmp_path / "project").write_text("a file is in the way")
    run(qtbot, separation, TWO, None, "steady")
    assert separation.state is RunState.FAILED
    assert "cannot be kept in" in separation.report.problem
    assert separation.proposed_folder.name == "movie.mov"
    separation.use_proposed_folder()
    wait(qtbot, separation)
    assert project.versions.take("take 001").folder.is_relative_to(project.folder)
    assert separation.state is RunState.IDLE
    assert separation.proposed_folder is None


def test_a_folder_of_an_earlier_session_is_left_alone(qtbot, separation, project):
    (project.folder / "takes" / "take 001").mkdir(parents=True)
    run(qtbot, separation, TWO, None, "steady")
    assert [take.name for take in project.versions.takes] == ["take 002"]


def test_another_movie_ends_the_run(qtbot, separation, project, tmp_path):
    separation.start(TWO, None, "slow")
    until_it_grows(qtbot, separation)
    project.open(programme(length_s=5.0), tmp_path / "other")
    wait(qtbot, separation)
    assert (separation.state, separation.report.problem) == (RunState.IDLE, "")
    assert project.versions.takes == ()


def test_estimates_are_measured_never_guessed(qtbot, separation, project):
    request = QueuedSeparation(SIXTEEN, None, "steady")
    assert separation.costs.estimate(request).seconds is None
    run(qtbot, separation, TWO, None, "steady")
    estimate = separation.costs.estimate(request)
    assert estimate.seconds == pytest.approx(10.0 * (0.02 + 16 * 0.05))
    assert not estimate.picture_unknown  # it was looked at in that run
    part = separation.costs.estimate(QueuedSeparation(TWO, PART, "steady"))
    assert part.seconds == pytest.approx(0.02 + 2 * 0.05)


def test_a_speed_is_measured_on_request(qtbot, separation, project):
    separation.device.ask()
    qtbot.waitUntil(lambda: separation.device.device is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not separation._session.busy)
    request = QueuedSeparation(replace(TWO, picture=False), None, "steady")
    with qtbot.waitSignal(separation.costs.changed, timeout=10_000):
        separation.costs.measure(request)
    assert separation.costs.estimate(request).seconds == pytest.approx(10.0 * 0.12)
    assert project.versions.takes == ()


def test_asking_for_the_device_does_not_stand_in_the_way(qtbot, separation):
    separation.device.ask()
    separation.start(TWO, None, "steady")
    assert separation.state is RunState.STARTING
    wait(qtbot, separation)
    assert separation.order_of_ends == ["take 001"]


def test_a_request_waits_for_the_sound_and_not_for_ever(qtbot, separation, project, tmp_path):
    project.open(programme(length_s=10.0), tmp_path)
    separation.start(TWO, None, "steady")
    assert separation.state is RunState.STARTING
    project.set_decoded(24_000, True)  # the decoding ended early
    wait(qtbot, separation)
    assert project.versions.take("take 001").span == SampleSpan(0, 24_000)
    assert separation.sentences == []


def test_sound_that_cannot_be_decoded_is_one_sentence(separation, project, tmp_path):
    project.open(programme(length_s=10.0), tmp_path)
    separation.start(TWO, None, "steady")
    project.set_decoded(0, True)
    assert separation.sentences == ["Nothing of the sound could be decoded; open another file."]
    assert separation.state is RunState.FAILED
