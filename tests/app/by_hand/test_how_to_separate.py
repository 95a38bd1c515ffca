"""How to separate belongs to the movie, and keys that navigate go on navigating."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox

from tests.helpers.media.movies import Sound, noise, write_movie
from tests.helpers.window.editor import answering

pytestmark = pytest.mark.media

KEY = Qt.Key


@pytest.fixture
def next_movie(tmp_path):
    return write_movie(tmp_path / "next.wav", None, [Sound(noise(2.0))])


def open_instead(editor, path):
    with answering("Don’t save", if_asked=True):
        editor.open(path)


def test_steps_of_a_trial_are_not_for_the_next_movie(editor, movie, next_movie, tmp_path):
    quality = editor.window.separation_panel.form.quality
    editor.open(movie)
    usual = quality.steps
    assert "recommended" in quality.slider.accessibleName()
    editor.separate(steps=48)
    project = tmp_path / "scene.cass"
    editor.save(project)
    assert (quality.steps, usual) == (48, 1)
    open_instead(editor, next_movie)
    assert quality.steps == usual
    assert editor.window.separation_panel.choice.steps == usual
    open_instead(editor, project)
    assert quality.steps == editor.window.separation_panel.choice.steps == 48


def test_first_movie_begins_with_the_models_steps(editor, settings, movie):
    from dataclasses import replace

    settings.choice = replace(settings.choice, steps=128)
    editor.open(movie)
    assert editor.window.separation_panel.choice.steps == 1


def test_home_and_end_move_the_playhead_after_a_click_on_the_slider(separated):
    slider = separated.window.separation_panel.form.quality.slider
    separated.take_keyboard()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    chosen = slider.value()
    for key, place in ((KEY.Key_End, separated.project.whole.stop), (KEY.Key_Home, 0)):
        separated.press(key)
        assert (slider.value(), separated.transport.position) == (chosen, place)
    separated.press(KEY.Key_Right)
    assert slider.value() == chosen
    assert separated.transport.position > 0


def test_keys_change_the_slider_that_was_tabbed_to(separated):
    slider = separated.window.separation_panel.form.quality.slider
    separated.take_keyboard()
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    chosen = slider.value()
    separated.press(KEY.Key_Right)
    assert slider.value() == chosen + 1
    separated.press(KEY.Key_End)
    assert slider.value() == chosen + 1
    assert separated.transport.position == separated.project.whole.stop


def test_click_on_a_control_leaves_the_keyboard_with_the_lane(separated):
    canvas = separated.window.lanes.lanes[separated.view.focus].canvas
    canvas.setFocus()
    clicked = 0
    for kind in (QAbstractSlider, QComboBox, QAbstractButton):
        for control in separated.window.findChildren(kind):
            if not control.isVisible() or not control.isEnabled():
                continue
            QTest.mousePress(control, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
            assert QApplication.focusWidget() is canvas or QApplication.activePopupWidget()
            if popup := QApplication.activePopupWidget():
                popup.close()
                separated.window.activateWindow()
                separated.wait(lambda: canvas.hasFocus())
            # let go beside it: nothing is done
            QTest.mouseRelease(control, Qt.MouseButton.LeftButton, pos=QPoint(-500, -500))
            separated.settle()
            assert QApplication.focusWidget() is canvas, control.accessibleName()
            clicked += 1
    assert clicked > 15
