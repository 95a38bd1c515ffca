"""Everything that is to be read can be read, in both themes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from app.theme import DARK, LIGHT, palette, theme_for

PAIRS = [
    ("text", "window"), ("text", "card"), ("text", "field"), ("text", "raised"),
    ("muted", "card"), ("muted", "field"), ("warning", "card"), ("danger", "card"),
    ("accent_text", "accent"),
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
