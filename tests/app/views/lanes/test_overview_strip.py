"""Scrolling and zooming with the overview."""

import pytest
from PySide6.QtCore import Qt

from cass_core.clips import SampleSpan
from tests.helpers.window import mouse

A_PIXEL = 60 * 48_000 // 800


@pytest.fixture
def overview(stack, view):
    view.show_span(SampleSpan(200 * A_PIXEL, 400 * A_PIXEL))
    return stack.overview


def shown(view):
    return view.visible.start / A_PIXEL, view.visible.stop / A_PIXEL


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(300, 20), (350, 20)], (250, 450)),
        ([(300, 20), (900, 20)], (600, 800)),
        ([(400, 20), (500, 20)], (200, 500)),
        ([(200, 20), (100, 20)], (100, 400)),
        ([(600, 20)], (500, 700)),
        ([(600, 20), (610, 20)], (510, 710)),
    ],
)
def test_dragging_the_box(overview, view, places, expected):
    mouse.drag(overview, *places)
    assert shown(view) == pytest.approx(expected, abs=0.1)


def test_a_double_click_shows_everything_and_back(overview, view):
    mouse.double_click(overview, (300, 20))
    assert shown(view) == (0, 800)
    mouse.double_click(overview, (300, 20))
    assert shown(view) == (200, 400)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, (220, 420)),
        (Qt.Key.Key_Left, (180, 380)),
        (Qt.Key.Key_Plus, (230, 370)),
        (Qt.Key.Key_Minus, (157.1, 442.9)),
    ],
)
def test_keys(qtbot, overview, view, key, expected):
    qtbot.keyClick(overview, key)
    assert shown(view) == pytest.approx(expected, abs=0.1)


def test_a_short_span_can_still_be_taken_hold_of(overview, view):
    view.show_span(SampleSpan(A_PIXEL, A_PIXEL + 100))
    assert overview.box().width() >= 6


def test_the_waveform_is_asked_for_once(overview, view, store, monkeypatch):
    overview.grab()
    asked, peaks = [], store.peaks
    monkeypatch.setattr(store, "peaks", lambda *args: asked.append(args) or peaks(*args))
    view.scroll(A_PIXEL)
    overview.grab()
    assert asked == []
