"""Mouse and keys in a lane: what is selected, and where the playhead goes."""

import pytest
from PySide6.QtCore import Qt

from app.project.seen.selection import Selection
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker
from tests.helpers.window import mouse

A_PIXEL = 60 * 48_000 // 800  # samples


def at(x):
    return x * A_PIXEL


def selected(view):
    span = view.selection.span
    return span.start / A_PIXEL, span.stop / A_PIXEL


@pytest.mark.parametrize(
    ("before", "places", "keys", "expected"),
    [
        (None, [(100, 40), (300, 40)], mouse.NO_KEY, (100, 300)),
        (None, [(300, 40), (100, 40)], mouse.NO_KEY, (100, 300)),
        (None, [(100, 40), (103, 40)], mouse.NO_KEY, None),
        ((100, 300), [(300, 40), (400, 40)], mouse.NO_KEY, (100, 400)),
        ((100, 300), [(101, 40), (50, 40)], mouse.NO_KEY, (50, 300)),
        ((100, 300), [(300, 40), (40, 40)], mouse.NO_KEY, (40, 100)),
        ((100, 300), [(400, 40)], mouse.SHIFT, (100, 400)),
        ((100, 300), [(60, 40)], mouse.SHIFT, (60, 300)),
        ((100, 300), [(500, 40), (600, 40)], mouse.NO_KEY, (500, 600)),
        ((100, 300), [(500, 40)], mouse.NO_KEY, None),
    ],
)
def test_dragging_time(canvas, view, before, places, keys, expected):
    if before is not None:
        view.select(Selection(SampleSpan(at(before[0]), at(before[1]))))
    mouse.drag(canvas, *places, keys=keys)
    if expected is None:
        assert view.selection is None
    else:
        assert selected(view) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("keys", [mouse.ALT, mouse.CTRL])
def test_a_box_selects_frequencies_too(canvas, view, keys):
    mouse.drag(canvas, (100, 30), (300, 90), keys=keys)
    geometry = canvas.geometry_now
    assert selected(view) == pytest.approx((100, 300))
    assert view.selection.band_hz == pytest.approx((geometry.hz_at(90), geometry.hz_at(30)))


def test_the_edges_of_a_box_move(canvas, view):
    mouse.drag(canvas, (100, 30), (300, 90), keys=mouse.ALT)
    high_hz = view.selection.band_hz[1]
    mouse.drag(canvas, (200, 90), (200, 110))
    assert view.selection.band_hz == pytest.approx((canvas.geometry_now.hz_at(110), high_hz))
    assert selected(view) == pytest.approx((100, 300))


@pytest.mark.parametrize(("playing", "position"), [(False, 100), (True, 0)])
def test_play_begins_with_the_selection(canvas, transport, playing, position):
    transport.playing = playing
    mouse.drag(canvas, (300, 40), (100, 40))
    assert transport.position == at(position)


def test_a_click_seeks(canvas, transport):
    mouse.click(canvas, (250, 40))
    assert transport.position == at(250)


def test_edges_stick_to_markers(canvas, view, project):
    project.timeline.set_markers((Marker(at(200) + 1234, "cut"),))
    mouse.drag(canvas, (100, 40), (203, 40))
    assert view.selection.span.stop == at(200) + 1234


@pytest.mark.parametrize(("x", "expected"), [(150, (100, 200)), (400, (0, 800))])
def test_a_double_click_selects_the_loop_or_everything(canvas, view, project, x, expected):
    project.timeline.set_loop(SampleSpan(at(100), at(200)), True)
    mouse.double_click(canvas, (x, 40))
    assert selected(view) == expected


def test_dragging_beyond_the_edge_scrolls(canvas, view):
    view.show_span(SampleSpan(at(100), at(200)))
    mouse.drag(canvas, (400, 40), (820, 40), (830, 40))
    assert view.visible.start > at(100)
    assert view.selection.span.stop > at(200)


@pytest.mark.parametrize(
    ("key", "keys", "position"),
    [
        (Qt.Key.Key_Right, mouse.NO_KEY, 480_000 + 1920),
        (Qt.Key.Key_Left, mouse.NO_KEY, 480_000 - 1920),
        (Qt.Key.Key_Right, mouse.SHIFT, 480_000 + 19_200),
        (Qt.Key.Key_Left, mouse.SHIFT, 480_000 - 19_200),
        (Qt.Key.Key_Home, mouse.NO_KEY, 0),
        (Qt.Key.Key_End, mouse.NO_KEY, 60 * 48_000),
    ],
)
def test_keys_step_by_frames(qtbot, canvas, transport, key, keys, position):
    transport.seek(480_000)
    qtbot.keyClick(canvas, key, keys)
    assert transport.position == position


def test_escape_ends_the_selection(qtbot, canvas, view):
    mouse.drag(canvas, (100, 40), (300, 40))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert view.selection is None


def test_up_and_down_change_lanes(qtbot, stack, view):
    stack.lanes["MIX"].canvas.setFocus()
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(stack.lanes[view.focus].canvas, key)
        seen.append(view.focus)
    assert seen == ["DX", "FX", "DX", "MIX", "MIX"]


def test_nothing_happens_while_nothing_is_open(stack, canvas, project, view, undo):
    project.open(None, project.folder)
    for place in ((100, 40), (300, 60)):
        mouse.double_click(canvas, place)
        mouse.double_click(stack.ruler, place)
        mouse.drag(stack.overview, place, (400, 10))
    canvas.grab()
    assert view.selection is None
    assert undo.count() == 0
