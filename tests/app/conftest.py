"""The window without a screen, with separations in no time and settings of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from tests.helpers.media.movies import Picture, Sound, noise, write_movie


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Nothing of the user's is read or written."""
    for name in ("CASS_DATA", "CASS_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def kept_workers(monkeypatch):
    """What reads one test's movie does not end with its window: the next test has it."""
    monkeypatch.setattr("cass_core.isolation.isolated._MOST_IDLE", 3)
    monkeypatch.setattr("app.workflows.app_context.end_idle", lambda: None)


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    import torch

    from tests.helpers.separation.tiny_model import write_tiny_model

    torch.set_num_threads(1)
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def settings(tmp_path):
    return Settings(SettingsStore(tmp_path / "settings.json"))


@pytest.fixture
def editor(qtbot, qapp, settings, monkeypatch):
    """The real window; only the network is replaced."""
    from tests.helpers.window.editor import Editor, serve_quickly

    serve_quickly(monkeypatch)
    editor = Editor(qtbot, settings)
    yield editor
    editor.close()


@pytest.fixture
def movie(tmp_path):
    picture = Picture(3.0, flashes_s=(1.0,))
    return write_movie(tmp_path / "scene.mov", picture, [Sound(noise(3.0))], timecode="01:00:00:00")


@pytest.fixture
def long_sound(tmp_path):
    """Some chunks of work for the tiny model."""
    return write_movie(tmp_path / "long.wav", None, [Sound(noise(45.0, 16_000, 1), 16_000, "mono")])


@pytest.fixture
def separated(editor, movie):
    """A movie of three seconds with stems, the keyboard in the lanes."""
    editor.open(movie)
    editor.separate(steps=1)
    editor.window.lanes.lanes["DX"].canvas.setFocus()
    editor.settle()
    return editor
