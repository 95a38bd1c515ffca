"""The window without a screen, with a model of a few thousand weights and settings of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings

from app.settings import Settings
from app.theme import follow_desktop
from tests.helpers.movies import Picture, Sound, noise, write_movie


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Nothing of the user's is read or written."""
    for name in ("CASS_DATA", "CASS_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    import torch

    from tests.helpers.tiny_model import write_tiny_model

    torch.set_num_threads(1)
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qtbot, qapp, settings, model):
    from app.main_window import MainWindow

    follow_desktop(qapp)
    window = MainWindow(settings, str(model))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.session.stop()
    qtbot.waitUntil(lambda: not window.session.running)


@pytest.fixture
def movie(tmp_path):
    picture = Picture(3.0, flashes_s=(1.0,))
    return write_movie(tmp_path / "scene.mov", picture, [Sound(noise(3.0))], timecode="01:00:00:00")


@pytest.fixture
def long_sound(tmp_path):
    """Some chunks of work for the tiny model."""
    return write_movie(tmp_path / "long.wav", None, [Sound(noise(45.0, 16_000, 1), 16_000, "mono")])
