"""The bar shows the transport and drives it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from app.actions.actions import ActionContext, Actions
from app.actions.key_event_filter import KeyEventFilter
from app.playback.devices.output_devices import OutputDevice
from app.playback.devices.player_events import DevicesListed
from app.playback.engine.meter_readings import MeterReadings
from app.playback.playback import Playback
from app.project.project import Project
from app.project.view_state import TimeFormat, ViewState
from app.views.transport.transport_bar import TransportBar, speed_words
from tests.helpers.project.programmes import programme
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
def transport(playback):
    return playback.transport


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window, settings):
    actions = Actions(window, settings)
    actions.update_for(ActionContext(has_programme=True, has_stems=True))
    return actions


@pytest.fixture
def view(qtbot):
    return ViewState()


@pytest.fixture
def bar(window, actions, playback, project, view, qtbot, qapp):
    guard = KeyEventFilter(qapp, actions["play"])  # as in the program: Return is a shortcut too
    bar = TransportBar(actions, playback, project, view)
    window.setCentralWidget(bar)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield bar
    guard.deleteLater()


@pytest.fixture
def opened(bar, project, tmp_path):
    project.open(programme("25", "01:00:00:00"), tmp_path)
    return bar


def test_time_follows_the_position_in_the_chosen_format(opened, transport, view):
    transport.position_changed.emit(48_000)
    assert opened.position.text() == "01:00:01:00"
    view.set_time_format(TimeFormat.SAMPLES)
    assert opened.position.text().replace("\u00a0", "") == "48000"
    view.set_time_format(TimeFormat.MINUTES)
    assert opened.position.text() == "0:01.000"


def test_typed_position_is_gone_to(opened, qtbot):
    opened.position.setFocus()
    opened.position.setText("01:00:02:00")
    with qtbot.waitSignal(opened.position.position_entered) as entered:
        qtbot.keyClick(opened.position, Qt.Key.Key_Return)
    assert entered.args == [96_000]
    assert not opened.position.hasFocus()


def test_typing_is_not_disturbed_by_playing(opened, transport):
    opened.position.setFocus()
    opened.position.setText("01:0")
    transport.position_changed.emit(48_000)
    assert opened.position.text() == "01:0"


def test_escape_gives_up(opened, transport, qtbot):
    transport.position_changed.emit(48_000)
    opened.position.setFocus()
    opened.position.setText("nonsense")
    qtbot.keyClick(opened.position, Qt.Key.Key_Escape)
    assert opened.position.text() == "01:00:01:00"


def test_what_is_no_position_is_refused_in_one_sentence(opened, qtbot):
    opened.position.setFocus()
    opened.position.setText("half past nine")
    with qtbot.waitSignal(opened.refused) as refused:
        qtbot.keyClick(opened.position, Qt.Key.Key_Return)
    assert "half past nine" in refused.args[0]
    assert opened.position.text() == "half past nine"


@pytest.mark.parametrize(
    ("speed", "words"), [(1, "1×"), (2, "2×"), (-8, "−8×"), (0.5, "½×"), (-0.5, "−½×")]
)
def test_speed_in_words(speed, words):
    assert speed_words(speed) == words


def test_nothing_open_shows_dashes(bar):
    assert set(bar.position.text()) <= set("-:. ")
    assert not bar.position.isEnabled()


def test_switch_changes_what_is_heard_and_follows_it(bar, playback, actions):
    bar.monitor.original.click()
    assert playback.comparison.original
    bar.monitor.mix.click()
    assert not playback.comparison.original
    playback.comparison.set_original(True)
    assert bar.monitor.original.isChecked()
    playback.comparison.set_original(False)
    assert bar.monitor.mix.isChecked()
    actions.update_for(ActionContext(has_programme=True))
    assert not bar.monitor.isEnabled()


def test_buttons_follow_their_actions(bar, actions, qtbot):
    actions.update_for(ActionContext())
    assert not bar.play.isEnabled()
    actions.update_for(ActionContext(has_programme=True))
    with qtbot.waitSignal(actions["play"].triggered):
        bar.play.click()
    assert "(Space)" in bar.play.toolTip()


def test_devices_come_and_go(bar, playback, monkeypatch):
    devices = OutputDevice("Desk", 2, True), OutputDevice("Studio", 8, False)
    playback.devices.take(DevicesListed(devices))
    names = [bar.device.itemData(index) for index in range(bar.device.count())]
    assert names == ["", "Desk", "Studio"]
    chosen = []
    monkeypatch.setattr(playback.devices, "use", chosen.append)
    bar.device.setCurrentIndex(2)
    bar.device.activated.emit(2)
    assert chosen == ["Studio"]


def test_a_chosen_device_that_is_gone_is_said_to_be(bar, playback):
    playback.devices.use("Studio")
    playback.devices.take(DevicesListed((OutputDevice("Desk", 2, True),)))
    assert bar.device.currentText() == "Studio (not connected)"


def test_loudness_is_shown_and_a_high_peak_stands_out(bar, playback):
    readings = MeterReadings(
        momentary_lufs=-23.04, short_term_lufs=-22.0, integrated_lufs=-70.0, true_peak_db=-1.1
    )
    playback.meters.show(readings)
    loudness = bar.loudness
    assert loudness.momentary.value.text() == "−23.0"
    assert loudness.integrated.value.text() == "–"
    assert loudness.true_peak.value.property("role") == ""
    playback.meters.show(replace(readings, true_peak_db=-0.9))
    assert loudness.true_peak.value.property("role") == "danger"


def test_meters_can_be_reset_while_nothing_is_heard(bar, playback):
    playback.meters.show(MeterReadings(short_term_lufs=-24.0, integrated_lufs=-20.0))
    bar.loudness.reset.click()
    assert bar.loudness.integrated.value.text() == "–"
    assert bar.loudness.short_term.value.text() == "−24.0"


def test_every_control_can_be_told(bar):
    assert nameless_controls(bar) == []
    assert untold_controls(bar) == []
