"""Every action can be found, read and reached; what is impossible is off."""

from dataclasses import fields, replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from app.actions.action_table import ACTIONS, MENUS
from app.actions.actions import ActionContext, Actions
from app.actions.keymaps import PRESETS, KeyMap, preset_keys

TABLE = """
open open_demo open_project recent save save_as export export_remux relink close quit
undo redo select_all select_none delete preferences shortcuts palette
zoom_in zoom_out zoom_selection zoom_all zoom_back follow toggle_video waveform
show_filmstrip show_difference show_loudness show_misplaced
scale_mel scale_log scale_linear format_timecode format_samples format_minutes
owners frequencies_in frequencies_out frequencies_selection contrast_more contrast_less
length_512 length_1024 length_2048 length_4096 length_8192 length_shorter length_longer
tool_select tool_gain_line tool_bleed_line tool_lasso tool_brush tool_wand tool_harmonics
theme_dark theme_light theme_desktop fullscreen
play to_start to_end shuttle_back shuttle_stop shuttle_forward half_speed loop set_in set_out
clear_loop add_marker import_markers export_markers previous_marker next_marker
frame_back frame_forward ten_frames_back
ten_frames_forward return_to_start ab go_to_time select_loop
focus_dx focus_fx focus_mx focus_mix solo mute solo_dx solo_fx solo_mx gain_up gain_down
reset_mix clip_gain_up clip_gain_down less_bleed fewer_artefacts balance_by_picture
separate separate_selection pause_run cancel_run resume_run next_version compare_version
keep_trial discard_trial
drop_mended move_dx move_fx move_mx share_out gate gate_silent fill separate_here
guide_dx guide_fx guide_mx switch_repair isolate
play_selection play_selected_only play_all_but extend_back extend_forward nudge_back nudge_forward
selection_here snap_frames
find_misplaced next_problem previous_problem listen_problem accept_problem dismiss_problem
about shortcuts_help open_log report first_run models
"""
NAMES = TABLE.split()
ALL = ActionContext(**{field.name: True for field in fields(ActionContext)})


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window, settings):
    return Actions(window, settings)


def test_the_table_holds_what_the_program_does():
    assert sorted(row.name for row in ACTIONS) == sorted(NAMES)


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.name)
def test_each_action_says_what_it_is(row):
    assert row.text.strip()
    assert len(row.tip) > 8
    assert not row.tip.endswith(".")
    assert row.menu in {menu.name for menu in MENUS}
    assert all(QKeySequence(key).toString() for key in row.keys)


@pytest.mark.parametrize("menu", [menu.name for menu in MENUS])
def test_no_letter_opens_two_entries_of_a_menu(menu):
    texts = [row.text for row in ACTIONS if row.menu == menu]
    texts += [inner.title for inner in MENUS if inner.parent == menu]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)), sorted(letters)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_no_key_of_a_preset_does_two_things(preset):
    owners = {}
    for name, keys in preset_keys(preset).items():
        for key in keys:
            owners.setdefault(QKeySequence(key).toString(), []).append(name)
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}
    assert set(preset.keys) <= set(NAMES)
    assert "Space" in preset_keys(preset)["play"]


@pytest.mark.parametrize(
    ("name", "changes", "possible"),
    [
        ("open", {}, True),
        ("play", {}, False),
        ("play", {"has_programme": True}, True),
        ("export", {"has_programme": True}, False),
        ("export", {"has_stems": True}, True),
        ("export_remux", {"has_stems": True}, False),
        ("export_remux", {"has_stems": True, "has_picture": True}, True),
        ("separate", {"has_programme": True}, True),
        ("separate", {"has_programme": True, "running": True}, False),
        ("separate_selection", {"has_programme": True}, False),
        ("separate_selection", {"has_programme": True, "has_selection": True}, True),
        ("pause_run", {"running": True}, True),
        ("pause_run", {"running": True, "paused": True}, False),
        ("resume_run", {"running": True, "paused": True}, True),
        ("resume_run", {"has_programme": True, "resumable": True}, True),
        ("cancel_run", {"running": True, "stopping": True}, False),
        ("mute", {"has_stems": True}, False),
        ("mute", {"has_stems": True, "stem_focused": True}, True),
        ("clip_gain_up", {"has_stems": True, "stem_focused": True}, False),
        ("undo", {}, False),
        ("undo", {"can_undo": True}, True),
        ("keep_trial", {"has_trial": True}, True),
    ],
)
def test_situation_decides_what_is_possible(actions, name, changes, possible):
    actions.update_for(replace(ActionContext(), **changes))
    assert actions[name].isEnabled() == possible


def test_menus_hold_every_action_once(actions, window):
    actions.fill(window.menuBar())
    found = []

    def walk(menu):
        for action in menu.actions():
            if action.objectName():
                found.append(action.objectName())
            elif action.menu() is not None:
                walk(action.menu())

    for action in window.menuBar().actions():
        walk(action.menu())
    assert sorted(found) == sorted(NAMES)


def test_tooltip_tells_the_key_and_follows_it(actions):
    assert actions["loop"].toolTip().endswith("(Ctrl+L)")
    actions.key_map.set_keys("loop", ("Ctrl+Alt+Q",))
    assert actions["loop"].toolTip().endswith("(Ctrl+Alt+Q)")
    assert actions["loop"].shortcut() == QKeySequence("Ctrl+Alt+Q")


def test_groups_exclude_each_other(actions):
    actions.update_for(ALL)
    actions["scale_log"].trigger()
    actions["scale_mel"].trigger()
    assert actions["scale_mel"].isChecked()
    assert not actions["scale_log"].isChecked()


def test_recent_files_are_offered(actions, tmp_path, qtbot):
    path = tmp_path / "a & b.mov"
    actions.set_recent((path,))
    with qtbot.waitSignal(actions.recent_chosen) as chosen:
        actions.recent_menu.actions()[0].trigger()
    assert chosen.args == [path]
    actions.set_recent(())
    assert not actions.recent_menu.actions()[0].isEnabled()


def test_shortcut_reaches_its_action_from_the_window(actions, window, qtbot):
    actions.update_for(ALL)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(actions["add_marker"].triggered, timeout=1000):
        qtbot.keyClick(window, "m")


class TestKeyMap:
    def test_a_key_moves_from_its_former_owner(self, settings):
        key_map = KeyMap(settings)
        assert key_map.owner("m") == "add_marker"
        key_map.set_keys("loop", ("M", "Ctrl+L"))
        assert key_map.owner("M") == "loop"
        assert key_map.keys("add_marker") == ()

    def test_changes_outlive_the_program(self, settings):
        key_map = KeyMap(settings)
        key_map.set_preset("reaper")
        key_map.set_keys("play", ("P",))
        again = KeyMap(settings)
        assert again.preset.name == "reaper"
        assert again.keys("play") == ("P",)
        assert again.keys("loop") == ("R",)

    def test_reset_gives_the_presets_keys_back(self, settings):
        key_map = KeyMap(settings)
        key_map.set_keys("loop", ("M",))
        key_map.reset("add_marker")
        assert key_map.owner("M") == "add_marker"
        assert key_map.keys("loop") == ()
        key_map.reset_all()
        assert key_map.all_keys() == preset_keys(PRESETS[0])
        assert key_map.own == {}

    @pytest.mark.parametrize("broken", ["{", "[]", '{"no such": ["A"]}', '{"play": "A"}', "null"])
    def test_a_damaged_file_gives_the_usual_keys(self, settings, broken):
        settings.set_value("keys/own", broken)
        settings.set_value("keys/preset", "emacs")
        assert KeyMap(settings).all_keys() == preset_keys(PRESETS[0])


def test_a_menu_gives_up_its_letter_to_an_action(window, actions):
    actions.fill(window.menuBar())
    file_menu = window.menuBar().actions()[0]
    assert file_menu.text() == "&File"
    actions.key_map.set_preset("pro tools")
    assert actions["zoom_selection"].shortcut() == QKeySequence("Alt+F")
    assert file_menu.text() == "File"
    actions.key_map.set_preset("cass")
    assert file_menu.text() == "&File"
