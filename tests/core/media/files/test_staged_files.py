"""Staged files and a process that is killed while it gives the names."""

import json
import os
from itertools import count

import pytest

from cass_core.errors import OutputError
from cass_core.media.files.staged_files import StagedFiles, restore_interrupted
from tests.helpers.killed_process import killed_before_call

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def publish(folder, names, content):
    with StagedFiles([folder / name for name in names]) as files:
        for name in names:
            files.temporary(folder / name).write_bytes(content)
        files.publish()


def contents(folder):
    """Files by name, locks left out: a killed program leaves those without holding them."""
    found = (path for path in folder.iterdir() if path.suffix != ".lock")
    return {path.name: path.read_bytes() for path in found}


def without_links(*_args, **_named):
    raise PermissionError(1, "no links here")


@pytest.mark.parametrize("names", [["a"], ["a", "b", "c"]])
def test_a_kill_never_loses_a_name(tmp_path, names):
    for number in count():
        folder = tmp_path / str(number)
        folder.mkdir()
        publish(folder, names, b"old")
        is_killed = killed_before_call(number, lambda at=folder: publish(at, names, b"new"))
        assert all((folder / name).read_bytes() in (b"old", b"new") for name in names)
        publish(folder, names, b"later")
        assert contents(folder) == dict.fromkeys(names, b"later")
        if not is_killed:
            break
    assert number >= len(names)


@pytest.mark.parametrize("with_links", [True, False])
def test_who_writes_next_finds_all_old_or_all_new(tmp_path, monkeypatch, with_links):
    names = ["a", "b", "c"]
    if not with_links:
        monkeypatch.setattr(os, "link", without_links)
    for number in count():
        folder = tmp_path / str(number)
        folder.mkdir()
        publish(folder, names, b"old")
        is_killed = killed_before_call(number, lambda at=folder: publish(at, names, b"new"))
        with StagedFiles([folder / name for name in names]):
            found = contents(folder)
        assert found in (dict.fromkeys(names, b"old"), dict.fromkeys(names, b"new"))
        if not is_killed:
            break


@pytest.mark.parametrize("old", [True, False])
def test_the_next_start_finds_all_old_or_all_new_before_anything_is_staged(tmp_path, old):
    names = ["a", "b", "c"]
    found_new = 0
    for number in count():
        folder = tmp_path / str(number)
        folder.mkdir()
        if old:
            publish(folder, names, b"old")
        is_killed = killed_before_call(number, lambda at=folder: publish(at, names, b"new"))
        restore_interrupted(folder)
        found = {name: content for name, content in contents(folder).items() if name in names}
        former = dict.fromkeys(names, b"old") if old else {}
        assert found in (former, dict.fromkeys(names, b"new"))
        found_new += found != former
        if not is_killed:
            break
    assert number > 2 * len(names)
    assert 0 < found_new < number


def test_a_kill_while_a_kill_is_undone(tmp_path):
    names = ["a", "b", "c"]
    for number in count():
        folder = tmp_path / str(number)
        folder.mkdir()
        publish(folder, names, b"old")
        assert killed_before_call(9, lambda at=folder: publish(at, names, b"new"))
        is_killed = killed_before_call(number, lambda at=folder: restore_interrupted(at))
        restore_interrupted(folder)
        found = {name: content for name, content in contents(folder).items() if name in names}
        assert found == dict.fromkeys(names, b"old")
        if not is_killed:
            break
    assert number > 3


def test_what_somebody_else_wrote_meanwhile_stays(tmp_path):
    names = ["a", "b", "c"]
    assert killed_before_call(7, lambda: publish(tmp_path, names, b"new"))
    named = [name for name in names if (tmp_path / name).exists()]
    assert named
    (tmp_path / named[0]).write_bytes(b"of another program")
    restore_interrupted(tmp_path)
    assert (tmp_path / named[0]).read_bytes() == b"of another program"


def test_a_journal_never_reaches_out_of_its_folder(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    kept = tmp_path / "kept"
    kept.write_bytes(b"mine")
    told = kept.stat()
    row = {"name": "../kept", "replaces": False, "size": 4, "modified_ns": told.st_mtime_ns}
    (inner / ".a.123.naming").write_text(json.dumps([row]))
    restore_interrupted(inner)
    assert kept.read_bytes() == b"mine"


def test_two_at_the_same_files(tmp_path):
    paths = [tmp_path / "a", tmp_path / "b"]
    with StagedFiles(paths) as first:
        first.temporary(paths[0]).write_bytes(b"1")
        first.temporary(paths[1]).write_bytes(b"2")
        words = rf"b is being written by another Cass Studio \(process {os.getpid()}\); wait"
        with pytest.raises(OutputError, match=words), StagedFiles([tmp_path / "c", paths[1]]):
            pass
        with StagedFiles([tmp_path / "c"]):
            pass
        first.publish()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
