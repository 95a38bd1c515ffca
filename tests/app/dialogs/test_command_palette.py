"""Some letters, arrow keys and Return run any action."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from app.actions.actions import ActionContext, Actions
from app.dialogs.command_palette import CommandPalette
from tests.helpers.window.controls import nameless_controls


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def actions(window, settings):
    actions = Actions(window, settings)
    actions.update_for(ActionContext(has_programme=True))
    return actions


@pytest.fixture
def palette(qtbot, actions, window):
    palette = CommandPalette(actions, window)
    palette.show()
    return palette


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("zoom al", "zoom_all"),
        ("za", "zoom_all"),
        ("marker", "add_marker"),
        ("prefs", "preferences"),
        ("xyz", None),
        ("full", "fullscreen"),
        ("SEPARATE", "separate"),
    ],
)
def test_best_fit_comes_first(palette, qtbot, typed, first):
    qtbot.keyClicks(palette.field, typed)
    assert (palette.names() or [None])[0] == first


def test_only_what_is_possible_is_listed(palette, actions):
    assert "mute" not in palette.names()
    assert "play" in palette.names()
    assert all(actions[name].isEnabled() for name in palette.names())


def test_return_runs_the_chosen_entry_after_closing(palette, actions, qtbot):
    seen = []
    actions["zoom_out"].triggered.connect(lambda: seen.append(palette.isVisible()))
    qtbot.keyClicks(palette.field, "zoom")
    place = palette.names().index("zoom_out")
    for _ in range(place):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert seen == [False]


def test_escape_runs_nothing(palette, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_it_begins_anew_each_time(palette, qtbot):
    qtbot.keyClicks(palette.field, "no such thing")
    assert palette.names() == []
    palette.close()
    palette.show()
    assert palette.field.text() == ""
    assert len(palette.names()) > 20


def test_keys_are_shown_beside_the_names(palette):
    place = palette.names().index("loop")
    assert palette.entries.topLevelItem(place).text(1) == "Ctrl+L"


def test_every_control_can_be_told(palette):
    assert nameless_controls(palette) == []
