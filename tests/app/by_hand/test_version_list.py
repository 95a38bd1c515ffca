"""Rows of versions say what is in them, and the time axis shows which part is from which run."""

import pytest
from PySide6.QtGui import QColor

from app.look.theme import active_theme
from app.project.seen.selection import Selection
from app.views.panels.version_rows import RowRole
from cass_core.clips import SampleSpan

pytestmark = pytest.mark.media

RATE_HZ = 48_000
PART = SampleSpan(RATE_HZ, 2 * RATE_HZ)


def titles(editor):
    shown = editor.window.version_panel.list
    return [shown.item(row).text() for row in range(shown.count())]


def details(editor, row):
    return editor.window.version_panel.list.item(row).data(RowRole.DETAILS)


def colours_below(editor):
    """Of the strip of the whole programme, before the part and inside of it."""
    strip = editor.window.lanes.overview
    editor.settle()
    image = strip.grab().toImage()
    scale = image.devicePixelRatio()
    y_px = round((strip.height() - 2) * scale)
    places = (RATE_HZ // 2, RATE_HZ + RATE_HZ // 2)
    return [QColor(image.pixel(round(strip.axis.x_of(s) * scale), y_px)) for s in places]


def is_near(colour, name):
    """The box around what is seen lies over both and makes them a little lighter."""
    other = QColor(name)
    pairs = zip(colour.getRgb(), other.getRgb(), strict=True)
    return all(abs(one - two) < 24 for one, two in pairs)


def test_rows_tell_what_is_in_them(separated):
    separated.view.select(Selection(PART))
    separated.separate("separate_selection", steps=4)
    separated.separate("separate_selection", steps=32)
    assert titles(separated) == [
        "1 step, no picture",
        "Trial: 4 steps, no picture",
        "Trial: 32 steps, no picture",
    ]
    assert details(separated, 0).startswith("whole · made at ")
    assert details(separated, 2).startswith("01:00:01:00 – 01:00:02:00 · rest: 1 step · made at ")
    separated.trigger("keep_trial")
    assert titles(separated) == ["1 step, no picture", "Trial: 4 steps, no picture"]
    assert details(separated, 0).startswith("01:00:01:00 – 01:00:02:00: 32 steps · rest: 1 step · ")


def test_the_time_axis_shows_parts_of_other_runs(separated):
    before, inside = colours_below(separated)
    assert is_near(before, active_theme().accent)
    assert is_near(inside, active_theme().accent)
    separated.view.select(Selection(PART))
    separated.separate("separate_selection", steps=4)
    separated.view.select(None)
    before, inside = colours_below(separated)
    assert is_near(before, active_theme().accent)
    assert is_near(inside, active_theme().warning)
