"""The list of versions shows what there is, and a click hears it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.project.versions import Take
from app.views.panels.version_panel import VersionPanel
from app.views.panels.version_rows import RowRole
from app.views.panels.version_text import state_words
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from tests.helpers.separation.separating_bench import make_bench

PART = SampleSpan(48_000, 96_000)


@pytest.fixture
def context(qtbot, settings, tmp_path):
    context = make_bench(settings)
    context.open(tmp_path / "project")
    yield context
    context.separation.stop()


@pytest.fixture
def panel(qtbot, context):
    panel = VersionPanel(context.project, context.separation)
    panel.resize(420, 400)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def place(context, steps, span=None, position=None, **values):
    span = span or context.project.whole
    name = context.project.versions.free_take_name()
    choice = SeparationSettings(steps=steps, **values)
    folder = context.project.folder / "takes" / name
    take = Take(name, folder, span, choice, "steady", span.stop)
    context.separation.version_controller.place(replace(take, position=position or span.stop))


def texts(panel, role=Qt.ItemDataRole.DisplayRole):
    return [panel.list.item(row).data(role) for row in range(panel.list.count())]


def click(qtbot, panel, row):
    place = panel.list.visualItemRect(panel.list.item(row)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def current(context):
    return context.project.versions.current.name


def test_an_empty_list_says_what_comes_here(panel):
    assert panel.empty.isVisible()
    assert not panel.list.isVisible()
    assert not panel.compare.isEnabled()


def test_rows_say_how_they_were_made(context, panel):
    place(context, 2)
    place(context, 16, picture=False)
    place(context, 32, PART)
    assert texts(panel) == ["2 steps", "16 steps, no picture", "Trial: 32 steps"]
    details = texts(panel, RowRole.DETAILS)
    assert details[:2] == ["with picture · whole", "whole"]
    assert "0:01.000 – 0:02.000" in details[2]
    assert texts(panel, RowRole.CURRENT) == [False, False, True]
    assert texts(panel, RowRole.STATE) == ["", "", "on trial"]


def test_a_click_hears_a_version(qtbot, context, panel):
    place(context, 2)
    place(context, 16)
    click(qtbot, panel, 0)
    assert current(context) == "2 steps"
    assert texts(panel, RowRole.CURRENT) == [True, False]
    panel.compare.click()
    assert current(context) == "16 steps"


def test_return_hears_a_version_too(qtbot, context, panel):
    place(context, 2)
    place(context, 16)
    panel.list.setCurrentRow(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert current(context) == "2 steps"


@pytest.mark.parametrize(("button", "takes"), [("keep", 2), ("discard", 1)])
def test_a_trial_is_decided(context, panel, button, takes):
    place(context, 2)
    assert not panel.keep.isVisible()
    place(context, 16, PART)
    assert panel.keep.isVisible()
    getattr(panel, button).click()
    assert not panel.keep.isVisible()
    assert len(context.project.versions.current.takes) == takes
    context.undo.undo()
    assert panel.keep.isVisible()


def test_growing_takes_show_how_far_they_are(context, panel):
    place(context, 2, position=120_000)
    assert texts(panel, RowRole.STATE) == ["stopped at 25%"]
    context.project.versions.set_position("take 001", 240_000)
    assert texts(panel, RowRole.STATE) == ["stopped at 50%"]
    assert state_words(context.project.versions.takes, "take 001", 0.7) == "separating 70%"


def rename(qtbot, panel, row, name):
    panel.list.item(row).setText(name)
    qtbot.wait(10)


def test_rename_in_place(qtbot, context, panel):
    place(context, 2)
    place(context, 16)
    rename(qtbot, panel, 1, "Scene 7")
    assert current(context) == "Scene 7"
    rename(qtbot, panel, 0, "Scene 7")  # taken: it gets a number
    assert texts(panel) == ["Scene 7 2", "Scene 7"]
    rename(qtbot, panel, 0, "  ")
    assert texts(panel) == ["Scene 7 2", "Scene 7"]
    context.undo.undo()
    assert texts(panel) == ["2 steps", "Scene 7"]


def test_a_name_is_typed_over_the_row(qtbot, context, panel):
    place(context, 2)
    panel.list.setCurrentRow(0)
    panel.list.setFocus()
    panel.list.editItem(panel.list.item(0))
    editor = panel.list.findChild(QLineEdit)
    editor.setText("Reel 3")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(panel) == ["Reel 3"])


def test_delete_removes_the_chosen_one(qtbot, context, panel):
    place(context, 2)
    place(context, 16)
    panel.list.setCurrentRow(0)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert texts(panel) == ["16 steps"]
    context.undo.undo()
    assert texts(panel) == ["2 steps", "16 steps"]


def test_menu_offers_to_resume_what_was_stopped(qtbot, context, panel):
    place(context, 2, position=120_000)
    version = context.project.versions.current
    menu = panel.menu_for(panel.list.item(0), version)
    names = [action.text() for action in menu.actions()]
    assert names == ["Resume", "Rename", "Remove", "Show the folder"]
    context.project.versions.take("take 001").folder.mkdir(parents=True)
    menu.actions()[0].trigger()
    context.wait(qtbot)
    assert context.project.versions.take("take 001").is_complete
    menu = panel.menu_for(panel.list.item(0), version)
    assert [action.text() for action in menu.actions()][0] == "Rename"


def test_screen_readers_hear_what_is_seen(context, panel):
    place(context, 2, position=120_000)
    (words,) = texts(panel, Qt.ItemDataRole.AccessibleTextRole)
    assert words == "2 steps, heard now, stopped at 25%, with picture · whole"
