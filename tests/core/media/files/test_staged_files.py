"""Staged files and a process that is killed while it gives the names."""

import os
from itertools import count

import pytest

from cass_core.media.files.staged_files import StagedFiles
from tests.helpers.killed_process import killed_before_call

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def publish(folder, names, content):
    with StagedFiles([folder / name for name in names]) as files:
        for name in names:
            files.temporary(folder / name).write_bytes(content)
        files.publish()


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


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
