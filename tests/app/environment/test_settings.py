"""Preferences survive the program, and nonsense in their file does not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.environment.settings import Settings, stored_settings
from app.environment.settings_store import SettingsStore
from cass_core.request.settings import SeparationSettings


def again(settings):
    """The same file, read as the next start of the program reads it."""

    return Settings(SettingsStore(settings._store.path))


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


@pytest.mark.parametrize("steps", ["0", "-4", "250", "many", "", "4.5", "9" * 40])
def test_nonsense_becomes_the_usual(settings, steps):
    settings._store.set_value("separation/steps", steps)
    settings._store.set_value("separation/render", "loud")
    settings._store.set_value("window/geometry", "wide")
    settings._store.set_value("last_folder", "/no/such/folder")
    read = again(settings)
    assert read.choice == SeparationSettings()
    assert read.last_folder == Path.home()
    assert read.window_geometry.isEmpty()


def test_file_lies_in_the_users_data_folder(tmp_path):
    stored = stored_settings()
    stored.choice = SeparationSettings(steps=2)

    assert (tmp_path / "cass_data" / "settings.json").is_file()


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
    settings._store.set_value("some/key", stored)
    for read in (settings, again(settings)):
        assert read.value("some/key", default) == default


def test_a_value_that_was_never_set(settings):
    assert settings.value("no/such", "default") == "default"
    assert settings.value("no/such", [""]) == [""]


@pytest.mark.parametrize("typed", [["a", "b"], {"a": 1}, [], None])
def test_what_nobody_sets_is_the_usual(settings, typed):
    settings._store.set_value("some/key", typed)
    assert again(settings).value("some/key", "usual") == "usual"


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


class Harm:
    """Leaves a file where somebody builds it anew."""

    def __init__(self, trace):
        self.trace = trace

    def __reduce__(self):
        return (Path.touch, (self.trace,))


def read_everything(settings, keys):
    for key in keys:
        for usual in ("", 0, 0.5, True, ["a"]):
            settings.value(key, usual)
    return settings.choice, settings.last_folder, settings.window_geometry, settings.recent()


@pytest.mark.parametrize(
    "key", ["language", "separation/steps", "window/geometry", "recent_files", "last_folder"]
)
def test_a_settings_file_runs_nothing(tmp_path, key):
    folder, trace = tmp_path / "cass_data", tmp_path / "harm"
    folder.mkdir()
    hostile = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    hostile.setValue(key, Harm(trace))
    hostile.setValue("separation/render", "generated")
    hostile.sync()
    assert b"@Variant" in (folder / "settings.ini").read_bytes()
    trace.unlink(missing_ok=True)
    settings = stored_settings()
    read_everything(settings, [key])
    assert not trace.exists()
    assert settings.choice.render == "generated"  # plain words of earlier programs are kept


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 99_999, b"3"])
def test_a_damaged_file_is_set_aside(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = Settings(SettingsStore(path))
    assert settings.set_aside == tmp_path / "settings.json.damaged"
    assert settings.set_aside.read_bytes() == content
    assert settings.choice == SeparationSettings()
    settings.set_value("language", "de")
    assert again(settings).value("language", "") == "de"
    assert again(settings).set_aside is None


def test_two_windows_keep_what_the_other_one_set(settings):
    other = again(settings)
    other.set_value("language", "de")
    settings.set_value("theme", "light")
    read = again(settings)
    assert (read.value("language", ""), read.value("theme", "")) == ("de", "light")
