"""What is typed goes to what has the focus: numbers into fields, choices into lists."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget

from cass_core.stem_names import Stem
from tests.helpers.window import mouse

pytestmark = pytest.mark.media

KEY = Qt.Key
PRESETS = ("cass", "pro tools", "reaper")


def gain_field(editor, lane):
    """The gain of a lane, clicked."""
    field = editor.window.lanes.lanes[lane].header.gain
    mouse.click(field, (10, 10))
    return field


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(
    ("typed", "gain_db"), [("-6", -6.0), ("3", 3.0), ("+4.5", 4.5), (".5", 0.5), ("-1,5", -1.5)]
)
def test_number_is_typed_into_a_gain(separated, preset, typed, gain_db):
    separated.actions.key_map.set_preset(preset)
    gain_field(separated, "MX")
    before = separated.view.visible, separated.view.focus, separated.transport.position
    separated.type(typed)
    separated.press(KEY.Key_Return)
    assert separated.project.mix.gain(Stem.MX).gain_db == gain_db
    now = separated.view.visible, separated.view.focus, separated.transport.position
    assert now == before


def test_gain_field_keeps_its_other_keys(separated):
    field = gain_field(separated, "MIX")
    separated.press(KEY.Key_Up)
    assert separated.project.mix.master_db == 0.5
    separated.press(KEY.Key_Right)
    separated.press(KEY.Key_PageDown)
    assert separated.project.mix.master_db == -2.0
    separated.press(KEY.Key_F2)
    separated.type("1.5")
    separated.press(KEY.Key_Return)
    assert (separated.project.mix.master_db, field.text()) == (1.5, "+1.5 dB")


def test_number_that_is_none_is_said(separated):
    gain_field(separated, "DX")
    separated.type("--6")
    separated.press(KEY.Key_Return)
    assert separated.project.mix.gain(Stem.DX).gain_db == 0.0
    assert "--6" in separated.said
    gain_field(separated, "DX")
    separated.type("-6")
    separated.press(KEY.Key_Return)
    assert (separated.said, separated.project.mix.gain(Stem.DX).gain_db) == ("", -6.0)


def lists(top):
    """All drop-down lists that are seen and offer a choice."""
    return [box for box in top.findChildren(QComboBox) if box.isVisible() and box.count() > 1]


def choose_next(editor, box, key):
    """Open a list with the keyboard, go down, choose."""
    before = box.currentIndex()
    step = KEY.Key_Down if before < box.count() - 1 else KEY.Key_Up
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Down, mouse.ALT)
    editor.wait(box.view().isVisible)
    QTest.keyClick(QApplication.focusWidget(), step)
    QTest.keyClick(QApplication.focusWidget(), key)
    editor.wait(lambda: not box.view().isVisible())
    assert box.currentIndex() == before + (1 if step == KEY.Key_Down else -1), box.accessibleName()


CHOOSE_KEYS = pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])


@CHOOSE_KEYS
def test_keys_choose_in_the_open_lists_of_the_window(editor, movie, key):
    editor.open(movie)
    found = lists(editor.window)
    assert len(found) >= 2
    for box in found:
        choose_next(editor, box, key)
    assert not editor.transport.playing
    editor.wait(lambda: editor.project.is_decoded)  # another channel may have been chosen


@CHOOSE_KEYS
@pytest.mark.parametrize(
    ("action", "name"), [("export", "ExportDialog"), ("export_remux", "ExportDialog")]
)
def test_keys_choose_in_the_open_lists_of_the_export(separated, action, name, key):
    separated.trigger(action)
    dialog = separated.dialog(name)
    for box in lists(dialog):
        choose_next(separated, box, key)
    assert dialog.isVisible()
    dialog.reject()


@CHOOSE_KEYS
def test_keys_choose_in_the_open_lists_of_the_preferences(separated, key):
    separated.trigger("preferences")
    dialog = separated.dialog("PreferencesDialog")
    pages, tried = dialog.findChild(QListWidget), 0
    for number in range(pages.count()):
        pages.setCurrentRow(number)
        for box in lists(dialog):
            choose_next(separated, box, key)
            tried += 1
    assert tried >= 3
    assert dialog.isVisible()
    dialog.reject()


def test_return_opens_a_list_of_the_window_and_letters_search_in_it(separated):
    box = lists(separated.window)[0]
    box.setFocus()
    separated.press(KEY.Key_Return)
    separated.wait(box.view().isVisible)
    before = separated.view.focus, separated.view.visible
    separated.type("3-")
    assert (separated.view.focus, separated.view.visible) == before
    separated.press(KEY.Key_Escape)
    separated.wait(lambda: not box.view().isVisible())
