"""Preferences survive the program, and nonsense in their file does not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.settings import SeparationChoice, Settings, stored_settings


def again(settings):
    """The same file, read as the next start of the program reads it."""
    settings._store.sync()
    return Settings(QSettings(settings._store.fileName(), QSettings.Format.IniFormat))


def test_first_start(settings):
    assert settings.choice == SeparationChoice()
    assert settings.last_folder == Path.home()
    assert settings.window_geometry.isEmpty()


@pytest.mark.parametrize("picture", [True, False])
def test_what_was_chosen_is_found_again(settings, tmp_path, picture):
    folder = tmp_path / "Szene – ä"
    folder.mkdir()
    choice = SeparationChoice(steps=32, picture=picture, render="generated")
    settings.choice, settings.last_folder = choice, folder
    settings.window_geometry = QByteArray(b"\x01\x00geometry")
    for read in (settings, again(settings)):
        assert read.choice == choice
        assert read.last_folder == folder
        assert read.window_geometry == QByteArray(b"\x01\x00geometry")


@pytest.mark.parametrize("steps", ["0", "-4", "129", "many", "", "4.5", "9" * 40])
def test_nonsense_becomes_the_usual(settings, steps):
    settings._store.setValue("separation/steps", steps)
    settings._store.setValue("separation/render", "loud")
    settings._store.setValue("window/geometry", "wide")
    settings._store.setValue("last_folder", "/no/such/folder")
    read = again(settings)
    assert read.choice == SeparationChoice()
    assert read.last_folder == Path.home()
    assert read.window_geometry.isEmpty()


def test_file_lies_in_the_users_data_folder(tmp_path):
    stored = stored_settings()
    stored.choice = SeparationChoice(steps=2)
    stored._store.sync()
    assert (tmp_path / "cass_data" / "settings.ini").is_file()
