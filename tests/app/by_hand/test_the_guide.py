"""What the guide says of mouse and keys in the lanes is so."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.commands.timeline_commands import SetLoop
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS, Stem
from tests.helpers.window import mouse

pytestmark = pytest.mark.media

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
NONE, CTRL, SHIFT = mouse.NO_KEY, mouse.CTRL, mouse.SHIFT
RATE_HZ = 48_000


@pytest.fixture
def canvas(separated):
    return separated.window.lanes.lanes["DX"].canvas


def drag(canvas, start, stop, keys=NONE):
    """With the mouse that Qt has, over a place between."""
    QTest.mousePress(canvas, LEFT, keys, QPoint(*start))
    middle = ((start[0] + stop[0]) // 2, (start[1] + stop[1]) // 2)
    for place in (middle, stop):
        mouse.move(canvas, place, LEFT, keys)
    QTest.mouseRelease(canvas, LEFT, keys, QPoint(*stop))


def test_click_goes_there_and_drag_selects_time(separated, canvas):
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(200, 40))
    assert separated.transport.position == canvas.axis.sample_at(200)
    drag(canvas, (100, 20), (300, 90))
    selection = separated.view.selection
    assert selection.band_hz is None
    assert selection.span == SampleSpan(canvas.axis.sample_at(100), canvas.axis.sample_at(300))
    drag(canvas, (300, 50), (400, 50))  # an edge
    assert separated.view.selection.span.stop == canvas.axis.sample_at(400)
    QTest.mouseClick(canvas, LEFT, SHIFT, QPoint(500, 40))
    assert separated.view.selection.span.stop == canvas.axis.sample_at(500)


def test_ctrl_and_drag_selects_frequencies_too(separated, canvas):
    drag(canvas, (100, 20), (300, 90), CTRL)
    low_hz, high_hz = separated.view.selection.band_hz
    assert 0 < low_hz < high_hz


def test_double_click_selects_the_loop_or_everything(separated, canvas):
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(200, 40))
    assert separated.view.selection.span == separated.project.whole
    loop = SampleSpan(canvas.axis.sample_at(150), canvas.axis.sample_at(260))
    separated.undo.push(SetLoop(separated.project.timeline, loop, False))
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(200, 40))
    assert separated.view.selection.span == loop


def test_wheel_scrolls_and_with_ctrl_zooms(separated, canvas):
    mouse.turn(canvas, (300, 40), notches=2, keys=CTRL)
    zoomed = separated.view.visible
    assert zoomed.num_samples < separated.project.whole.num_samples
    mouse.turn(canvas, (300, 40), notches=-1)
    assert separated.view.visible != zoomed
    assert separated.view.visible.num_samples == zoomed.num_samples


def test_ctrl_and_solo_excludes_the_others(separated):
    headers = [separated.window.lanes.lanes[stem.code].header for stem in STEMS]
    for header, keys in ((headers[0], NONE), (headers[1], CTRL)):
        QTest.keyPress(separated.window, KEY.Key_Control, keys) if keys else None
        QTest.mouseClick(header.solo, LEFT, keys)
        QTest.keyRelease(separated.window, KEY.Key_Control) if keys else None
    mix = separated.project.mix
    assert [mix.gain(stem).soloed for stem in STEMS] == [False, True, False]


def test_versions_and_meters(separated):
    field = separated.window.lanes.lanes["DX"].header.gain
    mouse.drag(field, (20, 10), (20, -20))
    assert separated.project.mix.gain(Stem.DX).gain_db == 3.0
    mouse.turn(field, (20, 10), notches=-1)
    assert separated.project.mix.gain(Stem.DX).gain_db == 2.5
    QTest.mouseDClick(field, LEFT, NONE, QPoint(20, 10))
    assert separated.project.mix.gain(Stem.DX).gain_db == 0.0
    separated.separate(steps=2)
    separated.take_keyboard()
    names = [version.name for version in separated.project.versions.versions]
    now = separated.project.versions
    assert now.current.name == names[1]
    separated.wait_for_action("next_version")
    separated.press(KEY.Key_V)
    assert now.current.name == names[0]
    separated.press(KEY.Key_V, SHIFT)
    assert now.current.name == names[1]
    assert QApplication.focusWidget() is not None


def test_selection_from_in_to_out(separated):
    separated.press(KEY.Key_Right, mouse.ALT)
    separated.press(KEY.Key_I)
    separated.press(KEY.Key_Right, mouse.ALT)
    separated.press(KEY.Key_O)
    separated.wait_for_action("select_loop")
    separated.press(KEY.Key_X)
    assert separated.view.selection.span == separated.project.timeline.loop
