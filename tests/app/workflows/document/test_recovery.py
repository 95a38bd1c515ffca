"""What is not saved survives a crash, and belongs to one program at a time."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.commands.mix_commands import SetStemGain
from app.project.project_file import ProjectFileError, load_document
from app.workflows.document import autosave as autosaving
from app.workflows.document.autosave import AFTER_EDIT_MS, SOON_MS
from app.workflows.document.recovery import Recovery, autosave_folder
from cass_core.stem_names import Stem
from tests.helpers.project.documents import take_on_disk
from tests.helpers.project.open_project import OpenProject

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def opened(qapp, settings, tmp_path):
    opened = OpenProject(settings)
    opened.open(tmp_path / "stems")
    yield opened
    opened.saver.stop(keep_changes=False)


def edit(opened, gain_db=-4.0):
    opened.undo.push(SetStemGain(opened.project.mix, Stem.DX, gain_db))


def autosaved(opened):
    """Write the autosave now, whatever the clock says."""
    opened.saver.autosaving.write()
    opened.saver.autosaving._writer.finish()


def remaining_ms(opened):
    timer = opened.saver.autosaving._timer
    return timer.remainingTime() if timer.isActive() else None


def left_by_a_crash(settings, folder, gain_db=-4.0, path=None):
    """An autosave whose program is gone, as the system leaves it."""
    crashed = OpenProject(settings)
    crashed.open(folder)
    crashed.project.set_path(path)
    edit(crashed, gain_db)
    crashed.saver.stop(keep_changes=True)


def test_an_edit_is_kept_within_twenty_seconds_however_many_follow(qtbot, opened):
    assert AFTER_EDIT_MS <= 20_000
    assert remaining_ms(opened) is None
    edit(opened)
    before = remaining_ms(opened)
    assert AFTER_EDIT_MS - 1000 < before <= AFTER_EDIT_MS + 10
    qtbot.wait(60)
    edit(opened, -5.0)
    assert remaining_ms(opened) <= before - 40


def test_new_takes_are_kept_sooner(opened, tmp_path):
    edit(opened)
    opened.project.versions.put_take(take_on_disk(tmp_path / "stems", "take 001"))
    assert remaining_ms(opened) <= SOON_MS + 10


def test_the_timer_writes(qtbot, opened):
    edit(opened)
    opened.saver.autosaving.remember(10)
    qtbot.waitUntil(lambda: len(list(autosave_folder().glob("*.cass"))) == 1)
    (path,) = autosave_folder().glob("*.cass")
    assert load_document(path) == replace(opened.document, recovered=True, path=None)


def test_a_living_program_keeps_its_own(opened):
    edit(opened)
    autosaved(opened)
    assert list(autosave_folder().glob("*.cass"))
    assert Recovery().found() == ()
    assert list(autosave_folder().glob("*.cass"))


def test_saving_removes_the_autosave(qtbot, opened, tmp_path):
    edit(opened)
    autosaved(opened)
    with qtbot.waitSignal(opened.saver.saved):
        opened.saver.save_as(tmp_path / "a.cass")
    assert not list(autosave_folder().glob("*.cass"))
    opened.saver.stop()
    assert not list(autosave_folder().iterdir())


def test_undoing_everything_removes_the_autosave(opened):
    edit(opened)
    autosaved(opened)
    opened.undo.undo()
    autosaved(opened)
    assert not list(autosave_folder().glob("*.cass"))


@pytest.mark.parametrize("keep", [True, False])
def test_the_end_of_the_program(opened, keep):
    edit(opened)
    opened.saver.stop(keep_changes=keep)
    assert len(Recovery().found()) == keep
    assert not list(autosave_folder().glob("*.lock"))


def test_another_movie_ends_the_autosave(opened, tmp_path):
    edit(opened)
    autosaved(opened)
    opened.open(tmp_path)
    assert not list(autosave_folder().iterdir())


@pytest.mark.parametrize("path", [None, Path("/films/Rolle 3 – ä.cass")])
def test_recover(qtbot, qapp, settings, tmp_path, path):
    left_by_a_crash(settings, tmp_path / "stems", path=path)
    opened = OpenProject(settings)
    (found,) = opened.saver.recovery.found()
    assert found.name == ("Rolle 3 – ä" if path else "movie")
    assert abs(found.saved_at.timestamp() - time.time()) < 60
    with qtbot.waitSignal(opened.saver.opened) as signal:
        opened.saver.recover(found)
    opened.open(tmp_path)
    opened.saver.restore(signal.args[0])
    assert opened.project.mix.gain(Stem.DX).gain_db == -4
    assert opened.project.path == path
    assert opened.saver.modified
    # another crash before the next autosave loses nothing
    assert found.slot.exists()
    assert Recovery().found() == ()
    with qtbot.waitSignal(opened.saver.saved):
        opened.saver.save_as(tmp_path / "a.cass")
    assert not opened.saver.modified
    assert not found.slot.exists()
    opened.saver.stop()
    assert not list(autosave_folder().iterdir())


def test_what_was_taken_and_never_opened_is_offered_again(qtbot, qapp, settings, tmp_path):
    left_by_a_crash(settings, tmp_path)
    opened = OpenProject(settings)
    with qtbot.waitSignal(opened.saver.opened):
        opened.saver.recover(opened.saver.recovery.found()[0])
    assert Recovery().found() == ()
    opened.saver.stop()
    assert len(Recovery().found()) == 1


def test_two_windows_cannot_recover_the_same(qtbot, qapp, settings, tmp_path):
    left_by_a_crash(settings, tmp_path)
    first, second = OpenProject(settings), OpenProject(settings)
    (found,) = Recovery().found()
    first.saver.recover(found)
    with qtbot.waitSignal(second.saver.failed) as signal:
        second.saver.recover(found)
    assert "another window" in signal.args[0]
    Recovery().discard(found)
    assert found.slot.exists()
    for opened in (first, second):
        opened.saver.stop()
    assert len(Recovery().found()) == 1


def test_discard(qapp, settings, tmp_path):
    left_by_a_crash(settings, tmp_path, -1.0)
    left_by_a_crash(settings, tmp_path, -2.0)
    recovery = Recovery()
    later, earlier = recovery.found()
    assert later.saved_at >= earlier.saved_at
    recovery.discard(later)
    assert [project.slot for project in recovery.found()] == [earlier.slot]
    with pytest.raises(ProjectFileError, match="another window"):
        recovery.take(later)


def test_damaged_autosaves_and_idle_locks_do_no_harm(qapp, settings, tmp_path, caplog):
    left_by_a_crash(settings, tmp_path)
    (autosave_folder() / "broken.cass").write_text("{")
    (autosave_folder() / "folder.cass").mkdir()
    (autosave_folder() / "idle.lock").write_text("1\n")
    assert len(Recovery().found()) == 1
    assert "broken.cass" in caplog.text
    assert not (autosave_folder() / "idle.lock").exists()
    assert (autosave_folder() / "broken.cass").exists()


def test_no_place_for_autosaves_is_said_once(qtbot, opened, tmp_path):
    autosave_folder().parent.mkdir(parents=True, exist_ok=True)
    autosave_folder().write_text("in the way")
    notices = []
    opened.saver.noticed.connect(notices.append)
    for gain_db in (1.0, 2.0, 3.0):
        edit(opened, gain_db)
        autosaved(opened)
    assert len(notices) == 1
    assert "save often" in notices[0]
    assert remaining_ms(opened) is not None
    autosave_folder().unlink()
    autosaved(opened)
    assert len(list(autosave_folder().glob("*.cass"))) == 1


def test_a_full_disk_is_said_once_and_tried_again(qtbot, opened, monkeypatch):
    notices = []
    opened.saver.noticed.connect(notices.append)
    edit(opened)
    autosaved(opened)
    (before,) = [path.read_bytes() for path in autosave_folder().glob("*.cass")]

    def full(_handle):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        for gain_db in (1.0, 2.0):
            edit(opened, gain_db)
            autosaved(opened)
    assert len(notices) == 1
    assert "No space left" in notices[0]
    assert [path.read_bytes() for path in autosave_folder().glob("*.cass")] == [before]
    autosaved(opened)
    assert [path.read_bytes() for path in autosave_folder().glob("*.cass")] != [before]


def test_only_the_newest_autosave_waits(qtbot, opened, monkeypatch):
    writer = opened.saver.autosaving._writer
    control, written = threading.Event(), []
    save = autosaving.DocumentWriter._carry_out

    def slow(self, order):
        control.wait(5)
        written.append(order.document.rebalance[Stem.DX].gain_db)
        save(self, order)

    monkeypatch.setattr(autosaving.DocumentWriter, "_carry_out", slow)
    for gain_db in (1.0, 2.0, 3.0, 4.0):
        edit(opened, gain_db)
        opened.saver.autosaving.write()
    control.set()
    qtbot.waitUntil(lambda: not writer.busy)
    assert written == [1, 4]


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_killed_while_editing(qapp, settings, tmp_path):
    """An end without any warning loses what came after the last autosave and nothing else."""
    folder = tmp_path / "Stems ä"
    folder.mkdir()
    command = [sys.executable, "-m", "tests.helpers.window.busy_editor", str(folder), "200"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as editor:
        lines = iter(editor.stdout.readline, "")
        last = next(number for number in map(int, lines) if number >= 60)
        assert Recovery().found() == ()  # it lives
        editor.kill()
        last = max([last, *map(int, lines)])
    (found,) = Recovery().found()
    markers = [marker.sample for marker in found.document.markers]
    assert markers == list(range(1, len(markers) + 1))
    assert last - len(markers) <= 45  # 0.2 s are 10 edits; the rest is for a busy machine
    opened = OpenProject(settings)
    opened.saver.recover(found)
    opened.saver.stop()
