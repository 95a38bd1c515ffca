"""Search an action, press a key, see the clash, move the key."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from app.actions.actions import Actions
from app.actions.keymaps import PRESETS, preset_keys
from app.dialogs.shortcut_editor import ShortcutEditor
from tests.helpers.window.controls import nameless_controls, untold_controls


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window, settings):
    return Actions(window, settings)


@pytest.fixture
def editor(qtbot, actions):
    editor = ShortcutEditor(actions)
    qtbot.addWidget(editor)
    return editor


def record(editor, key):
    editor.recorder.setKeySequence(QKeySequence(key))


def seen(editor):
    table = editor.table
    return [table.item(row, 0).text() for row in range(table.rowCount())
            if not table.isRowHidden(row)]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("zoom sel", {"Zoom to selection", "Zoom to the selected band"}),
        ("ctrl+shift+r mix", {"Reset the mix"}),
        ("view › theme", {"Dark", "Light", "As the desktop"}),
        ("no such thing", set()),
    ],
)
def test_search_in_names_menus_and_keys(editor, words, titles):
    editor.search.setText(words)
    assert set(seen(editor)) == titles


def test_a_free_key_is_set(editor, actions):
    editor.table.choose("loop")
    assert not editor.set_key.isEnabled()
    record(editor, "Ctrl+Alt+Q")
    assert editor.report.text() == ""
    editor.set_key.click()
    assert actions["loop"].shortcut() == QKeySequence("Ctrl+Alt+Q")
    assert "Ctrl+Alt+Q" in editor.report.text()


def test_a_clash_is_shown_and_the_key_can_be_moved(editor, actions):
    editor.table.choose("loop")
    record(editor, "M")
    assert "Add marker" in editor.report.text()
    assert editor.set_key.text() == "Move here"
    editor.set_key.click()
    assert actions.key_map.owner("M") == "loop"
    assert actions["add_marker"].shortcuts() == []
    row = actions.names().index("add_marker")
    assert editor.table.item(row, 2).text() == ""


def test_keys_are_removed_and_reset(editor, actions):
    editor.table.choose("loop")
    assert not editor.reset.isEnabled()
    editor.remove.click()
    assert actions.key_map.keys("loop") == ()
    assert not editor.remove.isEnabled()
    editor.reset.click()
    assert actions.key_map.keys("loop") == ("Ctrl+L",)
    editor.remove.click()
    editor.reset_all.click()
    assert actions.key_map.all_keys() == preset_keys(PRESETS[0])
    assert not editor.reset_all.isEnabled()


def test_preset_changes_all_keys(editor, actions):
    editor.preset.setCurrentIndex(editor.preset.findData("reaper"))
    editor.preset.activated.emit(editor.preset.currentIndex())
    assert actions["loop"].shortcut() == QKeySequence("R")


def test_a_search_without_result_offers_nothing(editor):
    editor.search.setText("no such thing")
    assert not any(
        control.isEnabled() for control in (editor.recorder, editor.set_key, editor.remove)
    )


def test_every_control_can_be_told(editor):
    assert nameless_controls(editor) == []
    assert untold_controls(editor) == []
