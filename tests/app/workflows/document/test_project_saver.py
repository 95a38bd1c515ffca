"""Projects come back from their files, and Saving knows what those do not hold."""

import os
from dataclasses import replace

import pytest

from app.commands.mix_commands import SetMute, SetStemGain
from app.commands.timeline_commands import AddMarker
from app.project.project_file import load_document, save_document
from app.project.versions import Version
from app.workflows.document import document_writer
from app.workflows.document.documents import with_media
from cass_core.errors import OutputError
from cass_core.stem_names import Stem
from tests.helpers.project.documents import take_on_disk
from tests.helpers.project.open_project import OpenProject


@pytest.fixture
def opened(qapp, settings, tmp_path):
    opened = OpenProject(settings)
    opened.open(tmp_path / "stems")
    yield opened
    opened.saver.stop(keep_changes=False)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Szene ä.cass"


def edit(opened, gain_db=-4.0):
    opened.undo.push(SetStemGain(opened.project.mix, Stem.DX, gain_db))


def saved(qtbot, opened, path):
    with qtbot.waitSignal(opened.saver.saved) as signal:
        opened.saver.save_as(path)
    return signal.args[0]


def test_nothing_to_save_at_first(opened):
    assert not opened.saver.modified
    assert opened.saver.title == "movie.mov[*] – Cass Studio"
    assert opened.saver.suggested_path.name == "movie.cass"
    assert not opened.saver.save()


def test_nothing_open(qapp, settings):
    empty = OpenProject(settings)
    assert (empty.saver.modified, empty.saver.title) == (False, "Cass Studio")
    assert not empty.saver.save()
    empty.saver.stop()


def test_save_and_open(qtbot, opened, settings, path, tmp_path):
    edit(opened)
    opened.undo.push(AddMarker(opened.project.timeline, 500, "Tür"))
    assert opened.saver.modified
    with qtbot.waitSignals([opened.saver.saved, opened.saver.modified_changed]):
        opened.saver.save_as(path.with_suffix(""))
    assert (opened.saver.modified, opened.project.path) == (False, path)
    assert opened.saver.title == "Szene ä[*] – Cass Studio"
    assert settings.recent() == (path,)
    other = OpenProject(settings)
    with qtbot.waitSignal(other.saver.opened) as signal:
        other.saver.open(path)
    other.open(tmp_path)
    other.saver.restore(signal.args[0])
    assert not other.saver.modified
    assert other.document == opened.document
    assert other.undo.count() == 0
    other.saver.stop()


def test_undo_back_to_what_was_saved(qtbot, opened, path):
    edit(opened)
    saved(qtbot, opened, path)
    said = []
    opened.saver.modified_changed.connect(said.append)
    edit(opened, 3.0)
    opened.undo.undo()
    opened.undo.undo()
    opened.undo.redo()
    assert said == [True, False, True, False]
    assert not opened.saver.modified


def test_an_edit_while_the_file_is_written_is_not_saved_yet(qtbot, opened, path):
    edit(opened)
    with qtbot.waitSignal(opened.saver.saved):
        opened.saver.save_as(path)
        edit(opened, 5.0)
    assert opened.saver.modified
    assert load_document(path).rebalance[Stem.DX].gain_db == -4
    with qtbot.waitSignal(opened.saver.saved):
        assert opened.saver.save()
    assert not opened.saver.modified
    assert load_document(path).rebalance[Stem.DX].gain_db == 5


def test_a_merged_edit_while_the_file_is_written(qtbot, opened, path):
    opened.undo.push(SetStemGain(opened.project.mix, Stem.DX, 1.0, gesture=7))
    with qtbot.waitSignal(opened.saver.saved):
        opened.saver.save_as(path)
        opened.undo.push(SetStemGain(opened.project.mix, Stem.DX, 2.0, gesture=7))
    assert opened.saver.modified


def test_new_takes_count_as_changes_and_the_heard_version_does_not(qtbot, opened, path, tmp_path):
    take = take_on_disk(tmp_path / "stems", "take 001")
    versions = opened.project.versions
    versions.put_take(take)
    versions.set_versions((Version("first", (take.name,)), Version("second", ())), "first")
    assert opened.saver.modified
    saved(qtbot, opened, path)
    versions.set_position(take.name, 500)
    versions.set_versions(versions.versions, "second")
    assert not opened.saver.modified
    versions.set_versions(versions.versions, "second", trial="second")
    assert opened.saver.modified


def test_a_save_that_ends_when_something_else_is_open(qtbot, opened, path, tmp_path):
    edit(opened)
    with qtbot.waitSignal(opened.saver.saved):
        opened.saver.save_as(path)
        opened.open(tmp_path / "other stems")
        edit(opened)
    assert path.exists()
    assert opened.project.path is None
    assert opened.saver.modified


def test_a_failed_save_can_be_repeated(qtbot, opened, path, monkeypatch):
    edit(opened)
    saved(qtbot, opened, path)
    edit(opened, 2.0)

    def fail(*_):
        raise OutputError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(document_writer, "save_document", fail)
        with qtbot.waitSignal(opened.saver.failed) as signal:
            opened.saver.save()
    assert signal.args == ["The disk is full."]
    assert opened.saver.modified
    assert load_document(path).rebalance[Stem.DX].gain_db == -4
    with qtbot.waitSignal(opened.saver.saved):
        opened.saver.save()
    assert not opened.saver.modified


def test_changes_of_another_program_are_not_replaced_unasked(qtbot, opened, path):
    edit(opened)
    saved(qtbot, opened, path)
    theirs = replace(load_document(path), looping=True, current="theirs")
    save_document(path, theirs)
    edit(opened, 2.0)
    with qtbot.waitSignal(opened.saver.failed) as signal:
        opened.saver.save()
    assert "changed by another program" in signal.args[0]
    assert load_document(path) == theirs
    with qtbot.waitSignal(opened.saver.saved):
        opened.saver.save()
    assert load_document(path).rebalance[Stem.DX].gain_db == 2


def test_open_what_is_no_project(qtbot, opened, tmp_path):
    edit(opened)
    with qtbot.waitSignal(opened.saver.failed) as signal:
        opened.saver.open(tmp_path / "nothing.cass")
    assert "nothing.cass" in signal.args[0]
    assert opened.saver.modified


def test_missing_takes_are_left_out_and_the_rest_opens(qtbot, opened, path, tmp_path):
    folder = tmp_path / "stems"
    kept, gone, broken = (take_on_disk(folder, f"take {n}", position=400) for n in (1, 2, 3))
    versions = opened.project.versions
    for take in (kept, gone, broken):
        versions.put_take(replace(take, position=100))
    both, only = Version("both", (kept.name, gone.name)), Version("only", (gone.name,))
    versions.set_versions((both, only), "only", "only")
    edit(opened)
    saved(qtbot, opened, path)
    (gone.folder / "manifest.json").unlink()
    (broken.folder / "manifest.json").write_text("{")
    notices = []
    opened.saver.noticed.connect(notices.append)
    with qtbot.waitSignal(opened.saver.opened) as signal:
        opened.saver.open(path)
    (notice,), document = notices, signal.args[0]
    assert notice.startswith("2 of the project's separations")
    assert str(gone.folder) in notice
    assert document.takes == (kept,)  # and it is as far as its manifest says
    assert document.versions == (Version("both", (kept.name,)),)
    assert (document.current, document.trial) == ("both", "")
    assert document.rebalance[Stem.DX].gain_db == -4


def test_a_model_that_is_not_on_this_computer_is_told_by_its_checksum(
    qtbot, opened, path, tmp_path, monkeypatch
):
    take = take_on_disk(tmp_path / "stems", "take 1")
    opened.project.versions.put_take(take)
    opened.project.versions.set_versions((Version("one", (take.name,)),), "one")
    saved(qtbot, opened, path)
    assert take.model_sha256 in path.read_text("utf-8")
    known = "app.workflows.document.project_reader.checksums_at_hand"
    for here, said in ((frozenset([take.model_sha256]), []), (frozenset(), [take.model])):
        monkeypatch.setattr(known, lambda here=here: here)
        notices = []
        opened.saver.noticed.connect(notices.append)
        with qtbot.waitSignal(opened.saver.opened):
            opened.saver.open(path)
        opened.saver.noticed.disconnect()
        assert len(notices) == len(said)
        for notice in notices:
            assert "models that are not on this computer: av_cass_starter (cdcdcdcd)" in notice


@pytest.mark.parametrize(
    "made_from", [{"media_name": "other.mov"}, {"audio_stream": 1}, {"channels": (0,)}]
)
def test_takes_of_another_movie_are_left_out_and_it_is_said(
    qtbot, opened, path, tmp_path, made_from
):
    kept = take_on_disk(tmp_path / "stems", "take 1")
    foreign = take_on_disk(tmp_path / "stems", "take 2", **made_from)
    for take in (kept, foreign):
        opened.project.versions.put_take(take)
    both = Version("both", (kept.name, foreign.name))
    opened.project.versions.set_versions((both,), "both")
    saved(qtbot, opened, path)
    notices = []
    opened.saver.noticed.connect(notices.append)
    with qtbot.waitSignal(opened.saver.opened) as signal:
        opened.saver.open(path)
    (notice,) = notices
    assert notice.startswith("1 of the project's separations were made of another movie")
    assert str(foreign.folder) in notice
    assert signal.args[0].takes == (kept,)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_no_project(qtbot, opened, tmp_path):
    os.mkfifo(tmp_path / "pipe.cass")
    with qtbot.waitSignal(opened.saver.failed) as signal:
        opened.saver.open(tmp_path / "pipe.cass")
    assert "is no file; choose a project" in signal.args[0]


def test_a_movie_located_elsewhere_is_worth_saving(qtbot, opened, path, tmp_path):
    edit(opened)
    saved(qtbot, opened, path)
    with qtbot.waitSignal(opened.saver.opened) as signal:
        opened.saver.open(path)
    document = signal.args[0]
    opened.open(tmp_path)
    opened.saver.restore(with_media(document, tmp_path / "movie.mov", "cd"))
    assert not opened.saver.modified
    opened.open(tmp_path)
    opened.saver.restore(with_media(document, tmp_path / "far" / "movie.mov", "cd"))
    assert opened.saver.modified


def test_opening_another_movie_starts_clean(opened, tmp_path):
    edit(opened)
    opened.undo.push(SetMute(opened.project.mix, Stem.FX, True))
    opened.open(tmp_path)
    assert opened.undo.count() == 0
    assert not opened.saver.modified


@pytest.mark.parametrize("modified", [True, False])
def test_a_movie_located_while_its_project_is_open(qtbot, opened, path, tmp_path, modified):
    edit(opened)
    saved(qtbot, opened, path)
    if modified:
        edit(opened, 2.0)
    document = opened.saver.document
    opened.open(tmp_path)
    opened.saver.restore(with_media(document, tmp_path / "movie.mov", "cd"))
    assert opened.project.mix.gain(Stem.DX).gain_db == (2.0 if modified else -4.0)
    assert opened.project.path == path
    assert opened.saver.modified == modified


def test_a_name_without_its_ending_replaces_nothing_unasked(qtbot, opened, path):
    edit(opened)
    saved(qtbot, opened, path)
    before = path.read_bytes()
    edit(opened, 2.0)
    with qtbot.waitSignal(opened.saver.failed) as signal:
        opened.saver.save_as(path.with_suffix(""))
    assert "exists already" in signal.args[0]
    assert path.read_bytes() == before
    saved(qtbot, opened, path)
    assert path.read_bytes() != before
