"""Preferences hold at once, are kept, and follow what menus change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.dialogs.preferences_dialog import PreferencesDialog
from app.environment.translation import chosen_language
from app.jobs.graphics_card.build_getter import BuildGetter
from app.jobs.sound.cache_size import cache_limit_gb
from app.look.theme import DARK, LIGHT, active_theme, apply, chosen_theme
from app.playback.devices.player_events import DelayGrown
from app.playback.playback import Playback
from app.project.project import Project
from app.project.seen.spectrogram_look import SpectrogramLook
from app.project.view_state import TimeFormat, ViewState
from app.workflows.preferences import PreferenceKeeper, take_folder
from tests.helpers.window.controls import nameless_controls, untold_controls


@pytest.fixture
def project(qtbot):
    return Project()


@pytest.fixture
def playback(project):
    playback = Playback(project.mix, project.timeline)
    yield playback
    playback.close()


@pytest.fixture
def view(qtbot):
    return ViewState()


@pytest.fixture
def dialog(qtbot, settings, view, playback):
    dialog = PreferencesDialog(settings, view, playback, BuildGetter())
    qtbot.addWidget(dialog)
    return dialog


def pick(box, name):
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def test_it_does_not_stop_the_window(dialog):
    assert not dialog.isModal()


def test_theme_changes_at_once(dialog, settings, qapp):
    apply(qapp, DARK)
    pick(dialog.general.theme, "light")
    assert active_theme() is LIGHT
    assert chosen_theme(settings) == "light"
    pick(dialog.general.theme, "dark")


def test_language_is_kept_for_the_next_start(dialog, settings):
    assert dialog.general._restart.isHidden()
    pick(dialog.general.language, "de")
    assert chosen_language(settings) == "de"
    assert not dialog.general._restart.isHidden()


def test_transport_and_page_follow_each_other(dialog, playback):
    transport, comparison = playback.transport, playback.comparison
    dialog.playback.returns.click()
    assert transport.return_to_start
    transport.set_return_to_start(False)
    assert not dialog.playback.returns.isChecked()
    dialog.playback.level_match.click()
    assert comparison.level_match
    comparison.set_level_match(False)
    assert not dialog.playback.level_match.isChecked()


def test_look_changes_at_once_and_emits_once(dialog, view, qtbot):
    page = dialog.spectrogram
    changes = []
    view.look_changed.connect(lambda: changes.append(view.look))
    pick(page.scale, "log")
    pick(page.colours, "cividis")
    page.ceiling.setValue(-10)
    page.waveform.click()
    pick(page.length, "512")
    assert changes[-1] == SpectrogramLook(
        "log", SpectrogramLook().floor_db, -10.0, "cividis", False, n_fft=512
    )
    assert len(changes) == 5


@pytest.mark.parametrize(("floor", "ceiling"), [(-10, 0), (-30, -10), (-100, -20)])
def test_there_is_always_a_range_to_draw(dialog, view, floor, ceiling):
    dialog.spectrogram.floor.setValue(floor)
    assert view.look.ceiling_db - view.look.floor_db >= 20
    assert view.look.ceiling_db >= ceiling


def test_page_follows_the_menus(dialog, view):
    view.set_look(SpectrogramLook("linear", -90.0, -5.0, "grey", False))
    view.set_time_format(TimeFormat.SAMPLES)
    page = dialog.spectrogram
    assert (page.scale.currentData(), page.colours.currentData()) == ("linear", "grey")
    assert (page.floor.value(), page.ceiling.value()) == (-90, -5)
    assert page.time_format.currentData() == "samples"
    pick(page.time_format, "minutes")
    assert view.time_format is TimeFormat.MINUTES


def test_folder_for_takes(dialog, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog.separation.choose.click()
    assert take_folder(settings) == tmp_path
    assert dialog.separation.folder.text() == str(tmp_path)
    dialog.separation.beside.click()
    assert take_folder(settings) is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog.separation.choose.click()
    assert take_folder(settings) is None


def test_cache_is_measured_and_cleared_but_for_what_is_in_use(
    qtbot, settings, view, playback, tmp_path
):
    sound = tmp_path / "cass_cache" / "sound"
    sound.mkdir(parents=True)
    for name in ("abc-0.1.wav", "abc-0.json", "old-0.1.wav", "old-0.json"):
        (sound / name).write_bytes(b"0" * 1000)
    dialog = PreferencesDialog(
        settings, view, playback, BuildGetter(), lambda: [sound / "abc-0.1.wav"]
    )
    qtbot.addWidget(dialog)
    dialog._list.setCurrentRow(3)
    dialog.show()
    page = dialog.separation
    qtbot.waitUntil(lambda: "4 files" in page.room.text())
    qtbot.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 files" in page.room.text())
    assert sorted(path.name for path in sound.iterdir()) == ["abc-0.1.wav", "abc-0.json"]
    page.limit.setValue(7)
    assert cache_limit_gb(settings) == 7
    dialog.close()


def test_every_control_can_be_told(dialog):
    assert nameless_controls(dialog) == []
    assert untold_controls(dialog) == []


def test_the_delay_is_chosen_and_follows_what_the_device_needs(dialog, playback):
    assert dialog.playback.delay.currentText() == "100 ms"
    pick(dialog.playback.delay, "0.4")
    assert playback.devices.delays_s == {"": 0.4}
    playback.devices.take(DelayGrown("", 0.2))
    assert dialog.playback.delay.currentText() == "200 ms"


@pytest.mark.parametrize("lines", [["0.3 Interface"], ["nan "], ["", "Interface", "0.1"]])
def test_delays_that_no_device_can_have_are_left_out(settings, view, playback, project, lines):
    settings.set_value("playback/delays", lines)
    PreferenceKeeper(settings, view, playback, project)
    assert set(playback.devices.delays_s.values()) <= {0.1}


class TestPreferenceKeeper:
    def test_what_is_changed_comes_back(self, settings, view, playback, project, qtbot):
        keeper = PreferenceKeeper(settings, view, playback, project)
        look = SpectrogramLook("log", -80.0, -10.0, "grey", False, n_fft=4096)
        view.set_look(look)
        view.set_time_format(TimeFormat.MINUTES)
        view.set_follow(False)
        view.show_lanes({"LUFS"})
        playback.transport.set_return_to_start(True)
        playback.devices.use_delays({"": 0.2, "Interface, left (ALSA)": 0.025})
        again, other = ViewState(), Playback(project.mix, project.timeline)
        later = PreferenceKeeper(settings, again, other, project)
        assert (again.look, again.time_format, again.follow) == (look, TimeFormat.MINUTES, False)
        assert again.shown_lanes == {"LUFS"}
        assert other.transport.return_to_start
        assert other.devices.delays_s == {"": 0.2, "Interface, left (ALSA)": 0.025}
        other.close()
        del keeper, later

    def test_comparing_equally_loud_is_kept_without_anything_else_changing(
        self, settings, view, playback, project
    ):
        PreferenceKeeper(settings, view, playback, project)
        playback.comparison.set_level_match(False)
        assert settings.value("playback/level_match", True) is False

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("look/scale", "bark"),
            ("look/n_fft", 1000),
            ("look/floor_db", 10.0),
            ("time_format", "beats"),
        ],
    )
    def test_what_a_file_cannot_mean_is_left_out(
        self, settings, view, playback, project, key, value
    ):
        settings.set_value(key, value)
        PreferenceKeeper(settings, view, playback, project)
        assert view.look == SpectrogramLook()
        assert view.time_format is TimeFormat.TIMECODE
