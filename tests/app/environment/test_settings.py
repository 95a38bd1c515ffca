"""Preferences survive the program, and nonsense in their file does not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.environment.settings import Settings, stored_settings
from cass_core.request.settings import SeparationSettings


def again(settings):
    """The same file, read as the next start of the program reads it."""
    settings._store.sync()
    return Settings(QSettings(settings._store.fileName(), QSettings.Format.IniFormat))


def test_first_start(settings):
    assert settings.choice == SeparationSettings()
    assert settings.last_folder == Path.home()
    assert settings.window_geometry.isEmpty()


@pytest.mark.parametrize("picture", [True, False])
def test_what_was_chosen_is_found_again(settings, tmp_path, picture):
    folder = tmp_path / "Szene – ä"
    folder.mkdir()
    choice = SeparationSettings(steps=32, picture=picture, render="generated")
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
    assert read.choice == SeparationSettings()
    assert read.last_folder == Path.home()
    assert read.window_geometry.isEmpty()


def test_file_lies_in_the_users_data_folder(tmp_path):
    stored = stored_settings()
    stored.choice = SeparationSettings(steps=2)
    stored._store.sync()
    assert (tmp_path / "cass_data" / "settings.ini").is_file()


@pytest.mark.parametrize(
    "value",
    [True, False, 0, -5, 2.5, 1e-9, "", 'a, b; [c] = \\ "ä', "@ByteArray(x)", "true", [], ["one"]]
    + [["a, b", "", "ü\n"], ["\udcff"]],
)
def test_values_of_any_type_are_found_again(settings, value):
    settings.set_value("some/key", value)
    other = {bool: not value, int: 77, float: 7.5, str: "other", list: ["other"]}[type(value)]
    for read in (settings, again(settings)):
        found = read.value("some/key", other)
        assert found == value
        assert type(found) is type(value)


@pytest.mark.parametrize(
    "stored", ["", "nonsense", "nan", "inf", "9" * 5000, "[1]", "{}", "[" * 9999]
)
@pytest.mark.parametrize("default", [True, 3, 0.5, ["kept"]])
def test_a_value_of_another_type_becomes_the_default(settings, stored, default):
    if stored == "9" * 5000 and isinstance(default, float):
        stored = "1e999"
    settings._store.setValue("some/key", stored)
    for read in (settings, again(settings)):
        assert read.value("some/key", default) == default


def test_a_value_that_was_never_set(settings):
    assert settings.value("no/such", "default") == "default"
    assert settings.value("no/such", [""]) == [""]


def test_text_with_commas_typed_into_the_file(settings):
    settings._store.setValue("some/key", ["a", "b"])
    assert again(settings).value("some/key", "") == "a, b"


def test_recent_files(settings, tmp_path):
    files = [tmp_path / f"Szene {number} – ä, b.cass" for number in range(15)]
    for path in files:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(files[5])
    newest = [files[5], *reversed(files[6:]), files[4], files[3], files[2]][:12]
    assert list(settings.recent()) == newest
    assert list(again(settings).recent()) == newest
    files[14].unlink()
    assert files[14] not in settings.recent()
    assert len(settings.recent()) == 11


def test_recent_files_from_nonsense(settings):
    settings.set_value("recent_files", ["", "\0", "/no/such/file", "x" * 9999])
    assert settings.recent() == ()


def test_window_state(settings):
    assert settings.window_state.isEmpty()
    settings.window_state = QByteArray(b"\x02\x00state")
    assert again(settings).window_state == QByteArray(b"\x02\x00state")
