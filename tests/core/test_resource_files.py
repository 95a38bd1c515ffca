"""The folder for what can be made again is one that can be written."""

import os
import subprocess
import sys

import platformdirs
import pytest

from cass_core import resource_files
from cass_core.resource_files import user_cache_folder


@pytest.fixture(autouse=True)
def usual(monkeypatch, tmp_path):
    folder = tmp_path / "home" / ".cache" / "cass-studio"
    folder.parents[1].mkdir()
    monkeypatch.delenv("CASS_CACHE", raising=False)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: folder)
    monkeypatch.setattr(resource_files.atexit, "register", lambda *_, **__: None)
    monkeypatch.setattr(resource_files.tempfile, "tempdir", str(tmp_path))
    return folder


def test_it_is_the_usual_one_and_is_not_made_by_asking(usual):
    assert user_cache_folder() == usual
    assert not usual.exists()


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_home_that_is_read_only_costs_no_work(monkeypatch, tmp_path, usual, caplog, is_folder):
    if is_folder:
        home = usual.parents[1]
        monkeypatch.setattr(os, "access", lambda place, _: place != home)
    else:
        usual.parent.touch()

    folder = user_cache_folder()

    assert folder.parent == tmp_path
    assert user_cache_folder() == folder
    assert caplog.text.count("cannot be written") == 1
    told = subprocess.run(
        [sys.executable, "-c", "import os; print(os.environ['CASS_CACHE'])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str(folder), "processes that are started share it"


def test_a_folder_that_was_chosen_stays_chosen(monkeypatch, tmp_path):
    tmp_path.joinpath("file").touch()
    monkeypatch.setenv("CASS_CACHE", str(tmp_path / "file" / "cache"))
    assert user_cache_folder() == tmp_path / "file" / "cache"
