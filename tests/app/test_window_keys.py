"""Keys pressed in the window act on what is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from app.project.seen.selection import Selection
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem

pytestmark = pytest.mark.media

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
RATE_HZ = 48_000
FRAME = RATE_HZ // 25
FOCUS = {KEY.Key_1: "DX", KEY.Key_2: "FX", KEY.Key_3: "MX", KEY.Key_4: "MIX"}


def test_digits_choose_the_lane_and_its_keys_act_on_it(separated):
    mix = separated.project.mix
    for key, lane in FOCUS.items():
        separated.press(key)
        assert separated.view.focus == lane
        assert separated.window.lanes.lanes[lane].canvas.hasFocus()
    for key, stem in zip((KEY.Key_1, KEY.Key_2, KEY.Key_3), Stem, strict=True):
        separated.press(key)
        separated.press(KEY.Key_S)
        assert mix.gain(stem).soloed
        separated.press(KEY.Key_S)
        assert not mix.gain(stem).soloed
        separated.press(KEY.Key_M, SHIFT)
        assert mix.gain(stem).muted
        separated.press(KEY.Key_Up, times=2)
        separated.press(KEY.Key_Down)
        assert mix.gain(stem).gain_db == 1.0
    separated.press(KEY.Key_4)
    separated.press(KEY.Key_Down)
    assert mix.master_db == -1.0
    separated.press(KEY.Key_R, CTRL | SHIFT)
    assert mix.rebalance.is_neutral


def test_undo_and_redo_by_keys(separated):
    mix, before = separated.project.mix, separated.undo.index()
    separated.press(KEY.Key_M, SHIFT)
    separated.press(KEY.Key_1, SHIFT)
    assert (mix.gain(Stem.DX).muted, mix.gain(Stem.DX).soloed) == (True, True)
    separated.press(KEY.Key_Z, CTRL, times=2)
    assert mix.rebalance.is_neutral
    assert separated.undo.index() == before
    separated.press(KEY.Key_Z, CTRL | SHIFT)
    assert mix.gain(Stem.DX).muted
    separated.press(KEY.Key_Y, CTRL)
    assert mix.gain(Stem.DX).soloed


def test_transport_by_keys(separated):
    transport = separated.transport
    separated.press(KEY.Key_Space)
    assert transport.playing
    separated.wait(lambda: transport.position > RATE_HZ // 10)
    separated.press(KEY.Key_Space)
    assert not transport.playing
    for key, speed in ((KEY.Key_L, 1.0), (KEY.Key_L, 2.0), (KEY.Key_J, -1.0)):
        transport.seek(RATE_HZ)  # a busy computer comes to the end of the film between two keys
        separated.press(key)
        assert (transport.playing, transport.speed) == (True, speed)
    separated.press(KEY.Key_K)
    assert not transport.playing
    separated.press(KEY.Key_Space, SHIFT)
    assert transport.speed == 0.5
    separated.press(KEY.Key_K)
    separated.press(KEY.Key_Home)
    assert transport.position == 0
    separated.press(KEY.Key_Right, times=3)
    assert transport.position == 3 * FRAME
    separated.press(KEY.Key_Left)
    separated.press(KEY.Key_Right, ALT)
    assert transport.position == 12 * FRAME
    separated.press(KEY.Key_End)
    assert transport.position == 3 * RATE_HZ


def test_loop_and_markers_by_keys(separated):
    timeline, transport = separated.project.timeline, separated.transport
    separated.press(KEY.Key_Right, ALT)
    separated.press(KEY.Key_I)
    separated.press(KEY.Key_M)
    separated.press(KEY.Key_Right, ALT, times=2)
    separated.press(KEY.Key_O)
    separated.press(KEY.Key_M)
    assert timeline.loop == SampleSpan(10 * FRAME, 30 * FRAME)
    assert [m.sample for m in timeline.markers] == [10 * FRAME, 30 * FRAME]
    separated.press(KEY.Key_L, CTRL)
    assert timeline.looping
    separated.press(KEY.Key_Left, CTRL)
    assert transport.position == 10 * FRAME
    separated.press(KEY.Key_Right, CTRL)
    assert transport.position == 30 * FRAME
    separated.press(KEY.Key_L, CTRL | SHIFT)
    assert timeline.loop is None
    separated.wait_for_action("delete")
    separated.press(KEY.Key_Delete)
    assert [m.sample for m in timeline.markers] == [10 * FRAME]


def test_view_by_keys(separated):
    view, whole = separated.view, separated.project.whole
    separated.press(KEY.Key_Equal)
    assert view.visible.num_samples == whole.num_samples // 2
    separated.press(KEY.Key_Minus)
    assert view.visible == whole
    separated.press(KEY.Key_A, CTRL)
    assert view.selection == Selection(whole)
    view.select(Selection(SampleSpan(RATE_HZ, 2 * RATE_HZ)))
    separated.press(KEY.Key_Z)
    assert view.visible == SampleSpan(RATE_HZ, 2 * RATE_HZ)
    separated.press(KEY.Key_E)
    assert view.visible == whole
    separated.press(KEY.Key_E)
    separated.press(KEY.Key_Z, SHIFT)
    assert view.visible == whole
    separated.press(KEY.Key_Up, ALT, times=3)
    assert separated.project.mix.gain(Stem.DX).line_db_at(round(1.5 * RATE_HZ)) == 3.0
    separated.press(KEY.Key_Escape)
    assert view.selection is None


def test_keys_go_to_text_while_it_is_typed(separated):
    field = separated.window.transport_bar.findChild(QLineEdit)
    field.setFocus()
    field.selectAll()
    separated.press(KEY.Key_1)
    separated.press(KEY.Key_S)
    assert field.text() == "1s"
    assert separated.view.focus == "DX"
    assert separated.project.mix.rebalance.is_neutral


def test_dialogs_that_stay_open_do_not_stop_the_keys(separated):
    separated.trigger("preferences")
    dialog = next(d for d in separated.window.findChildren(QDialog) if d.isVisible())
    assert not dialog.isModal()
    separated.window.lanes.lanes["DX"].canvas.setFocus()
    separated.transport.play()
    assert separated.transport.playing
    dialog.reject()
