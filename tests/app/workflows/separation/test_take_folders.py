"""Folders of takes: one window's own, and never taken from under a running separation."""

from app.project.project import Project
from app.workflows.separation.take_folders import delete_takes, new_take_folder, set_aside
from cass_core.stems.manifest import MANIFEST_NAME
from cass_core.stems.stem_set import stems_lock


def test_two_windows_choose_two_folders(tmp_path):
    here, there = Project().versions, Project().versions
    folders = {new_take_folder(tmp_path, versions) for versions in (here, there, here)}
    assert len(folders) == 3


def test_an_empty_folder_is_given_back(tmp_path):
    folder = new_take_folder(tmp_path, Project().versions)
    assert set_aside(folder) is None
    assert not folder.exists()
    assert set_aside(folder) is None


def test_what_is_being_written_is_not_deleted(tmp_path):
    folder = new_take_folder(tmp_path, Project().versions)
    (folder / MANIFEST_NAME).write_text("{}")
    with stems_lock(folder).claim(folder):
        assert set_aside(folder) is None
        assert (folder / MANIFEST_NAME).exists()
    aside = set_aside(folder)
    assert aside is not None
    delete_takes([aside])
    assert not list(folder.parent.iterdir())


def test_the_lock_of_a_killed_separation_does_not_stay(tmp_path):
    folder = new_take_folder(tmp_path, Project().versions)
    (folder / MANIFEST_NAME).write_text("{}")
    stems_lock(folder).path.write_text("4711\n")
    delete_takes([set_aside(folder)])
    assert not list(folder.parent.iterdir())
