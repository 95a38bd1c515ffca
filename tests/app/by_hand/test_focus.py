"""The keyboard goes back to the lane when what had it goes away or grey."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.project.seen.selection import Selection
from app.workflows.export.export_runner import ExportState
from cass_core.clips import SampleSpan
from tests.helpers.separation.quick_worker import SLOW_STEPS

pytestmark = pytest.mark.media

KEY = Qt.Key


def check_keyboard_is_in_the_lane(editor):
    """The focus is there, and Space plays."""
    editor.settle()
    canvas = editor.window.lanes.lanes[editor.view.focus].canvas
    assert QApplication.focusWidget() is canvas
    editor.press(KEY.Key_Space)
    assert editor.transport.playing
    editor.press(KEY.Key_Space)
    assert not editor.transport.playing


def press_button(editor, button):
    editor.take_keyboard()
    button.setFocus()
    assert button.hasFocus()
    editor.press(KEY.Key_Return)


def test_open_movie_gives_the_keyboard_to_the_lane(editor, movie):
    editor.open(movie)
    check_keyboard_is_in_the_lane(editor)


def test_separate_goes_grey(editor, movie):
    editor.open(movie)
    editor.choose(steps=SLOW_STEPS)
    press_button(editor, editor.window.separation_panel.separate_button)
    assert editor.context.separation.busy
    assert not editor.window.separation_panel.separate_button.isEnabled()
    check_keyboard_is_in_the_lane(editor)
    press_button(editor, editor.window.separation_panel.run.cancel)
    editor.wait_for_run()
    check_keyboard_is_in_the_lane(editor)


def test_measure_is_done_and_goes(editor, movie):
    editor.open(movie)
    measure = editor.window.separation_panel.cost.measure
    press_button(editor, measure)
    editor.wait(measure.isHidden)
    check_keyboard_is_in_the_lane(editor)


def test_report_is_dismissed(separated, tmp_path):
    assert separated.export(tmp_path / "out") is ExportState.DONE
    press_button(separated, separated.window.export_panel.panels[-1].dismiss)
    assert not separated.window.export_panel.isVisible()
    check_keyboard_is_in_the_lane(separated)


def test_trial_is_kept(separated):
    separated.view.select(Selection(SampleSpan(0, 48_000)))
    separated.separate("separate_selection", steps=2)
    assert separated.project.versions.trial is not None
    press_button(separated, separated.window.version_panel.keep)
    assert separated.project.versions.trial is None
    check_keyboard_is_in_the_lane(separated)


def test_lane_that_shows_loudness_is_hidden(separated):
    separated.trigger("show_loudness")
    separated.window.lanes.lanes["LUFS"].canvas.setFocus()
    separated.trigger("show_loudness")
    check_keyboard_is_in_the_lane(separated)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_number_is_typed(separated, key):
    separated.window.lanes.lanes["FX"].header.gain.setFocus()
    separated.type("-3")
    separated.press(key)
    check_keyboard_is_in_the_lane(separated)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_time_is_typed(separated, key):
    separated.window.transport_bar.position.setFocus()
    separated.type("1")
    separated.press(key)
    check_keyboard_is_in_the_lane(separated)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_marker_is_named(separated, key):
    separated.press(KEY.Key_M)
    ruler = separated.window.lanes.ruler
    ruler.setFocus()
    separated.press(KEY.Key_F2)
    separated.type("gun")
    separated.press(key)
    assert separated.project.timeline.markers[0].name == (
        "gun" if key == KEY.Key_Return else "Marker 1"
    )
    check_keyboard_is_in_the_lane(separated)
