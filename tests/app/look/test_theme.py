"""Everything that is to be read can be read, in both themes."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QMainWindow

from app.lanes import LANES
from app.look.theme import (
    CHOICES,
    DARK,
    LIGHT,
    active_theme,
    apply,
    apply_chosen_theme,
    choose_theme,
    chosen_theme,
    palette,
    theme_for,
)
from tests.helpers.window.colour_vision import difference

PAIRS = [
    ("text", "window"), ("text", "card"), ("text", "field"), ("text", "raised"),
    ("muted", "card"), ("muted", "field"), ("warning", "card"), ("danger", "card"),
    ("muted", "window"), ("warning", "window"), ("danger", "window"), ("accent_text", "accent"),
    ("accent_text", "dx"), ("accent_text", "fx"), ("accent_text", "mx"), ("accent_text", "mix"),
    ("accent_text", "danger"), ("dx", "card"), ("fx", "card"), ("mx", "card"), ("mix", "card"),
]  # fmt: skip


def luminance(colour):
    """Relative luminance of WCAG 2."""
    parts = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
        for c in QColor(colour).getRgbF()[:3]
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(first, second):
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_has_the_contrast_that_wcag_asks_for(theme, front, back):
    assert contrast(getattr(theme, front), getattr(theme, back)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_controls_stand_out_from_their_card(theme):
    assert contrast(theme.accent, theme.card) >= 3
    assert contrast(theme.muted, theme.field) >= 3  # outline of an empty check box


def test_desktop_decides_and_dark_is_the_usual():
    assert theme_for(Qt.ColorScheme.Light) is LIGHT
    assert theme_for(Qt.ColorScheme.Dark) is DARK
    assert theme_for(Qt.ColorScheme.Unknown) is DARK


def test_palette_has_no_colour_of_qts_own(qapp):
    made = palette(DARK)
    roles = QPalette.ColorRole
    for role in (roles.Window, roles.Base, roles.Button, roles.Highlight, roles.Text):
        assert made.color(role).name() in vars(DARK).values()


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("cone", [None, 0, 1, 2], ids=["usual", "protan", "deutan", "tritan"])
def test_lanes_are_told_apart_by_all_eyes(theme, cone):
    stems = [theme.colour(lane.colour) for lane in LANES if lane.stem is not None]
    assert min(difference(first, second, cone) for first, second in combinations(stems, 2)) > 12
    assert min(difference(theme.mix, colour, cone) for colour in stems) > 8


def test_simulated_eyes_confuse_what_real_ones_do():
    assert difference("#c00000", "#007b00") > 100
    assert difference("#ff0000", "#6e5e00", 0) < 0.5 * difference("#ff0000", "#6e5e00")
    assert difference("#808080", "#808080", 1) == pytest.approx(0)
    assert difference("#000000", "#ffffff", 2) == pytest.approx(100, abs=0.1)


def test_choice_is_worn_at_once_and_kept(qapp, settings):
    assert chosen_theme(settings) == "dark"
    apply_chosen_theme(qapp, settings)
    assert active_theme() is DARK
    choose_theme(qapp, settings, "light")
    assert active_theme() is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)
    apply_chosen_theme(qapp, settings)
    assert active_theme() is LIGHT
    choose_theme(qapp, settings, "desktop")
    assert active_theme() is theme_for(qapp.styleHints().colorScheme())
    assert chosen_theme(settings) in CHOICES
    settings.set_value("theme", "pink")
    assert chosen_theme(settings) == "dark"
    choose_theme(qapp, settings, "dark")


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_dialogs_stand_out_from_the_window_behind_them(qtbot, qapp, theme):
    apply(qapp, theme)
    grounds = []
    for kind in (QDialog, QMainWindow):
        widget = kind()
        qtbot.addWidget(widget)
        widget.resize(40, 40)
        grounds.append(widget.grab().toImage().pixelColor(20, 20).name())
    assert grounds == [theme.card, theme.window]
    apply(qapp, DARK)
