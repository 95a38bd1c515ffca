"""Every picture that is asked for is there, sharp and in the theme's colours."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImageReader

import app
from app.actions.action_table import ACTIONS
from app.look.icons import application_icon, has_icon, icon, pixmap
from app.look.theme import DARK, LIGHT, apply
from cass_core.resource_files import resource

BUTTON_NAMES = """play to_start to_end shuttle_stop shuttle_back shuttle_forward loop follow zoom_in
zoom_out zoom_all zoom_selection zoom_back add_marker tool_select tool_gain_line export undo redo
open save preferences separate separate_selection pause_run cancel_run ab set_in set_out"""
BUTTONS = BUTTON_NAMES.split()
DRAWINGS = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", BUTTONS)
def test_actions_of_buttons_have_a_drawing(name):
    assert name in {row.name for row in ACTIONS}
    assert has_icon(name)


def test_names_in_the_code_are_drawings(qapp):
    calls = re.compile(r'\b(?:icon|pixmap)\(\s*"(\w+)"')
    asked = {
        name
        for path in Path(app.__file__).parent.rglob("*.py")
        for name in calls.findall(path.read_text(encoding="utf-8"))
    }
    assert {"speaker", "reset", "film", "warning"} <= asked
    assert [name for name in asked if not has_icon(name)] == []


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing_has_ink_and_a_margin(qapp, name):
    image = pixmap(name, 24, QColor("#ff0000"), 2.0).toImage()
    assert image.width() == 48
    inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alphaF() > 0.5]
    assert len(inked) > 30
    assert all(1 <= x <= 46 and 1 <= y <= 46 for x, y in inked)
    assert all(image.pixelColor(x, y).red() > 200 for x, y in inked)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_icon_wears_the_theme(qapp, theme):
    apply(qapp, theme)
    image = icon("stop").pixmap(20, 20).toImage()
    assert image.pixelColor(10 * image.width() // 20, image.height() // 2) == QColor(theme.text)
    faint = icon("stop").pixmap(20, 20, QIcon.Mode.Disabled).toImage()
    assert faint.pixelColor(faint.width() // 2, faint.height() // 2) != QColor(theme.text)


def test_an_unknown_name_is_an_error_of_the_program(qapp):
    assert not has_icon("no such drawing")
    with pytest.raises(KeyError):
        icon("no such drawing")


def test_the_programs_own_icon_comes_in_all_sizes(qapp):
    sizes = {size.width() for size in application_icon().availableSizes()}
    assert {16, 32, 48, 256, 512} <= sizes
    ico = QImageReader(str(resource("icons", "application", "cass-studio.ico")))
    if b"ico" in [bytes(kind.data()) for kind in QImageReader.supportedImageFormats()]:
        assert ico.imageCount() == 7
