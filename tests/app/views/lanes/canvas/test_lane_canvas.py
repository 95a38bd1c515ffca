"""What a lane paints, how little of it again, and what it says to who cannot see it."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from app.look.theme import DARK, LIGHT, apply
from app.project.seen.selection import Selection
from app.project.seen.spectrogram_look import SpectrogramLook
from app.project.versions import Take
from app.project.view_state import TimeFormat, Tool
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import StemGain
from tests.helpers.window import mouse
from tests.helpers.window.painted import Painted, pixels

A_PIXEL = 60 * 48_000 // 800
LENGTH = 60 * 48_000


def test_the_playhead_is_where_its_sample_is(canvas, transport):
    transport.seek(A_PIXEL * 100)
    before = pixels(canvas)
    transport.seek(A_PIXEL * 500)
    after = pixels(canvas)
    columns = np.flatnonzero((before != after).any(axis=(0, 2)))
    assert set(columns) <= {99, 100, 101, 102, 499, 500, 501, 502}
    assert (after[:, 500] == 255).all()


@pytest.mark.parametrize("part", ["canvas", "ruler", "overview"])
def test_only_the_playheads_strips_are_painted_again(qtbot, stack, transport, part):
    widget = stack.lanes["DX"].canvas if part == "canvas" else getattr(stack, part)
    transport.seek(A_PIXEL * 100)
    qtbot.wait(30)
    painted = Painted(widget)
    transport.seek(A_PIXEL * 500)
    qtbot.waitUntil(lambda: bool(painted.regions))
    widths = [sum(rect.width() for rect in region) for region in painted.regions]
    assert max(widths) <= (8 if part != "ruler" else 40)
    places = [rect.center().x() for region in painted.regions for rect in region]
    assert {round(place, -2) for place in places} == {100, 500}


def test_less_than_a_pixel_paints_nothing(qtbot, canvas, transport):
    transport.seek(A_PIXEL * 100)
    qtbot.wait(30)
    painted = Painted(canvas)
    transport.seek(A_PIXEL * 100 + A_PIXEL // 2)
    qtbot.wait(30)
    assert painted.regions == []


def test_the_playhead_asks_for_no_levels(canvas, transport, store):
    canvas.grab()
    store.asked.clear()
    for x in range(100, 200, 10):
        transport.seek(A_PIXEL * x)
        canvas.grab()
    assert store.asked == []


def test_news_of_another_lane_changes_nothing(canvas, store):
    canvas.grab()
    store.asked.clear()
    store.tiles_changed.emit("FX")
    canvas.grab()
    assert "DX" not in {lane for lane, _, _ in store.asked}
    store.tiles_changed.emit("DX")
    canvas.grab()
    assert "DX" in {lane for lane, _, _ in store.asked}


@pytest.mark.parametrize(
    "change",
    [
        lambda p, v, t: v.select(Selection(SampleSpan(0, LENGTH // 2))),
        lambda p, v, t: v.select(Selection(SampleSpan(0, LENGTH // 2), (100.0, 900.0))),
        lambda p, v, t: v.set_look(SpectrogramLook(scale="linear")),
        lambda p, v, t: v.set_look(SpectrogramLook(waveform=False)),
        lambda p, v, t: v.set_tool(Tool.GAIN_LINE),
        lambda p, v, t: v.show_span(SampleSpan(0, LENGTH // 2)),
        lambda p, v, t: p.timeline.set_markers((Marker(LENGTH // 3, "here"),)),
        lambda p, v, t: p.timeline.set_loop(SampleSpan(LENGTH // 3, LENGTH // 2), True),
        lambda p, v, t: p.mix.set_gain(Stem.DX, StemGain(muted=True)),
        lambda p, v, t: p.mix.set_gain(Stem.FX, StemGain(soloed=True)),
        lambda p, v, t: p.mix.set_gain(Stem.DX, StemGain(line=(LinePoint(0, -6.0),))),
        lambda p, v, t: p.versions.set_position("take 001", LENGTH // 2),
        lambda p, v, t: p.versions.set_versions((), ""),
        lambda p, v, t: t.comparison.set_original(True),
    ],
)
def test_what_changes_is_seen(canvas, project, view, playback, change):
    before = pixels(canvas)
    change(project, view, playback)
    assert (before != pixels(canvas)).any()


def test_a_stems_gain_paints_only_its_own_lane(qtbot, stack, project):
    stack.grab()
    qtbot.wait(30)
    painted = {code: Painted(lane.canvas) for code, lane in stack.lanes.items()}
    project.mix.set_gain(Stem.FX, StemGain(line=(LinePoint(0, -6.0),)))
    project.mix.set_master_db(-3.0)
    qtbot.waitUntil(lambda: bool(painted["FX"].regions))
    assert [code for code, one in painted.items() if one.regions] == ["FX"]


def test_a_lane_that_is_not_heard_is_dim(stack, project):
    mix, stem = stack.lanes["MIX"].canvas, stack.lanes["DX"].canvas
    before = pixels(stem).mean(), pixels(mix).mean()
    project.mix.set_gain(Stem.DX, StemGain(muted=True))
    assert pixels(stem).mean() < 0.6 * before[0]
    assert pixels(mix).mean() == before[1]


def test_what_is_not_separated_is_hatched(canvas, project):
    whole = pixels(canvas)
    half = Take("take 001", project.folder, project.whole, SeparationSettings(), "m", LENGTH // 2)
    project.versions.put_take(half)
    project.versions.current_changed.emit()
    part = pixels(canvas)
    changed = (whole != part).any(axis=(0, 2))
    assert not changed[3:398].any()
    assert changed[402:].mean() > 0.9


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_both_themes_have_a_dark_ground(qapp, stack, project, theme):
    apply(qapp, theme)
    project.versions.set_versions((), "")
    assert pixels(stack.lanes["DX"].canvas).mean() < 60
    apply(qapp, DARK)


def test_zooming_keeps_the_place_under_the_mouse(canvas, view):
    mouse.turn(canvas, (200, 40), notches=3, keys=mouse.CTRL)
    assert view.visible.num_samples == pytest.approx(LENGTH / 1.25**3, rel=1e-3)
    assert canvas.axis.sample_at(200) == pytest.approx(200 * A_PIXEL, abs=A_PIXEL)


@pytest.mark.parametrize(
    ("wheel", "moved_px"),
    [
        ({"notches": -1}, 80),
        ({"notches": 1}, -80),
        ({"sideways": -1}, 80),
        ({"pixels": (0, -30)}, 30),
        ({"pixels": (-50, 4)}, 50),
    ],
)
def test_the_wheel_scrolls(canvas, view, wheel, moved_px):
    view.show_span(SampleSpan(LENGTH // 4, LENGTH // 2))
    a_pixel = canvas.axis.samples_per_px
    mouse.turn(canvas, (200, 40), **wheel)
    moved = view.visible.start - LENGTH // 4
    assert moved / a_pixel == pytest.approx(moved_px, abs=0.1)


def test_the_middle_button_pans(canvas, view, undo):
    view.show_span(SampleSpan(LENGTH // 4, LENGTH // 2))
    a_pixel = canvas.axis.samples_per_px
    mouse.drag(canvas, (400, 40), (350, 40), (300, 40), button=mouse.MIDDLE)
    assert (view.visible.start - LENGTH // 4) / a_pixel == pytest.approx(100, abs=0.1)
    assert view.selection is None


def test_the_place_under_the_mouse_in_words(canvas, view):
    mouse.move(canvas, (400, 75))
    words = canvas._words_at(canvas._mouse)
    time, hz, level = words.split("   ")
    assert time == "01:00:30:00"
    assert hz == f"{canvas.geometry_now.hz_at(75) / 1000:.1f} kHz"
    assert level.endswith(" dB")
    view.set_time_format(TimeFormat.MINUTES)
    assert canvas._words_at(canvas._mouse).startswith("0:30.000")


def test_a_screen_reader_hears_lane_time_and_level(qtbot, canvas, transport):
    canvas.setFocus()
    transport.seek(723 * 1920)
    qtbot.waitUntil(lambda: "01:00:28:23" in canvas.accessibleDescription())
    lane, time, level = canvas.accessibleDescription().split(", ")
    assert (lane, time) == ("DX", "01:00:28:23")
    assert -40 < float(level.removesuffix(" dB")) < 0


def test_descriptions_are_not_changed_sixty_times_a_second(qtbot, canvas, transport):
    canvas.setFocus()
    seen = set()
    for frame in range(60):
        transport.seek(frame * 1920)
        seen.add(canvas.accessibleDescription())
    assert len(seen) == 1


def test_everything_that_takes_keys_has_a_name(stack):
    widgets = [
        widget
        for widget in stack.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
    ]
    assert len(widgets) > 20
    for widget in widgets:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for control in stack.findChildren(kind):
            assert control.toolTip() or not control.isVisible(), control.accessibleName()


def test_a_key_that_chooses_a_lane_takes_the_keyboard_there(qtbot, stack, view):
    stack.activateWindow()
    stack.lanes["DX"].canvas.setFocus()
    qtbot.waitUntil(stack.lanes["DX"].canvas.hasFocus)
    view.set_focus("MX")
    assert stack.lanes["MX"].canvas.hasFocus()
    stack.overview.setFocus()
    view.set_focus("FX")
    assert stack.overview.hasFocus()


@pytest.mark.parametrize("tool", list(Tool))
def test_the_corner_shows_and_sets_the_tool(qtbot, stack, view, tool):
    view.set_tool(tool)
    words = {"Select": Tool.SELECT, "Gain line": Tool.GAIN_LINE}
    buttons = {button.text(): button for button in stack.findChildren(QAbstractButton)}
    for text, own in words.items():  # a tool for shapes has no button here
        assert buttons[text].isChecked() == (tool is own)
    text, other = next((text, own) for text, own in words.items() if own is not tool)
    qtbot.mouseClick(buttons[text], Qt.MouseButton.LeftButton)
    assert view.tool is other
    assert buttons[text].isChecked()


@pytest.mark.parametrize("tool", [one for one in Tool if "line" not in one.value])
def test_the_bar_below_the_lanes_shows_and_sets_the_tool(stack, view, tool):
    tools = stack.selection_bar.tools
    view.set_tool(tool)
    assert tools.currentData() is tool
    tools.setCurrentIndex(0)
    tools.activated.emit(0)
    assert view.tool is Tool.SELECT
