"""Lasso, brush, partials and wand select what the mouse goes around, over, along and into."""

import pytest
from PySide6.QtCore import Qt

from app.project.view_state import Tool
from app.views.lanes.canvas.selection_menu import selection_menu
from cass_core.clips import SampleSpan
from cass_core.repair.grid import Grid
from tests.helpers.window import mouse

pytestmark = pytest.mark.media

RATE_HZ = 48_000


@pytest.fixture
def canvas(separated):
    separated.view.select(None)
    return separated.window.lanes.lanes["DX"].canvas


def share_at(canvas, x_px, y_px):
    """How much of the place is selected, 0 to 1."""
    selection, geometry = canvas._context.view.selection, canvas.geometry_now
    grid = Grid(geometry.rate_hz)
    frame = round(geometry.sample_at(x_px) / grid.hop)
    column = round(geometry.hz_at(y_px) / grid.bin_hz)
    cell = range(frame, frame + 1), range(column, column + 1)
    return float(selection.region.mask(*cell, grid)[0, 0])


def test_a_lasso_selects_what_it_goes_around_and_shift_adds_and_ctrl_takes_away(separated, canvas):
    separated.view.set_tool(Tool.LASSO)
    mouse.drag(canvas, (100, 20), (300, 20), (300, 80), (100, 80))
    assert share_at(canvas, 200, 50) == 1
    assert share_at(canvas, 320, 50) == share_at(canvas, 200, 90) == 0
    mouse.drag(canvas, (400, 20), (500, 20), (500, 80), (400, 80), keys=mouse.SHIFT)
    assert share_at(canvas, 450, 50) == share_at(canvas, 200, 50) == 1
    mouse.drag(canvas, (180, 10), (220, 10), (220, 90), (180, 90), keys=mouse.CTRL)
    assert share_at(canvas, 200, 50) == 0
    assert share_at(canvas, 120, 50) == 1
    drawn = canvas.grab().toImage()
    assert not drawn.isNull()


def test_a_brush_paints_and_its_size_changes_by_keys(separated, canvas):
    separated.view.set_tool(Tool.BRUSH)
    mouse.drag(canvas, (100, 50), (200, 50), (300, 50))
    assert share_at(canvas, 250, 50) == pytest.approx(1, abs=0.05)
    assert share_at(canvas, 250, 50 + separated.view.repair.brush_px) == 0
    before = separated.view.repair.brush_px
    canvas.setFocus()
    separated.type("]")
    assert separated.view.repair.brush_px > before
    bar = separated.window.lanes.selection_bar
    assert bar.hardness.isVisible()
    separated.type("}")
    assert (separated.view.repair.hardness, bar.hardness.text()) == (0.6, "60")
    bar.hardness.setFocus()
    bar.hardness.setText("100")
    separated.press(Qt.Key.Key_Return)
    separated.view.select(None)
    mouse.drag(canvas, (100, 50), (200, 50), (300, 50))
    edge = separated.view.repair.brush_px / 2 - 2
    assert share_at(canvas, 200, 50 + edge) == pytest.approx(1, abs=0.05)
    separated.view.set_tool(Tool.SELECT)
    assert not bar.hardness.isVisible()


def test_partials_follow_a_tone(separated, canvas):
    separated.view.set_tool(Tool.HARMONICS)
    y_px = canvas.geometry_now.y_of_hz(300.0)
    mouse.drag(canvas, (100, y_px), (200, y_px), (300, y_px))
    for number, wanted in ((1, 1), (5, 1), (12, 1), (20, 0)):
        assert share_at(canvas, 200, canvas.geometry_now.y_of_hz(300.0 * number)) == wanted
    assert share_at(canvas, 200, canvas.geometry_now.y_of_hz(450.0)) == 0
    offered = {action.objectName() for action in selection_menu(canvas).actions()}
    assert {"play_selected_only", "move_fx", "guide_dx", "selection_here"} <= offered

    view, former = separated.view, separated.view.selection
    frame = 1_920  # samples a picture
    separated.wait_for_action("nudge_forward")
    separated.press(Qt.Key.Key_Right, mouse.CTRL | Qt.KeyboardModifier.AltModifier, times=2)
    assert view.selection.span.start == (former.span.start // frame + 2) * frame
    separated.transport.seek(4 * frame)
    separated.press(Qt.Key.Key_Y)
    assert view.selection.span == SampleSpan(4 * frame, 4 * frame + former.span.num_samples)
    assert view.selection.region.band_hz == former.region.band_hz


def test_a_wand_finds_a_sound_and_a_box_with_ctrl_and_shift_is_added(separated, canvas):
    separated.view.set_tool(Tool.WAND)
    mouse.click(canvas, (200, 50))
    separated.wait(lambda: separated.view.selection is not None)
    selection = separated.view.selection
    sample = canvas.axis.sample_at(200)
    assert selection.span.start < sample + RATE_HZ // 20 < selection.span.stop + RATE_HZ // 10
    separated.view.set_tool(Tool.SELECT)
    mouse.drag(canvas, (400, 20), (500, 80), keys=mouse.CTRL | mouse.SHIFT)
    assert len(separated.view.selection.region.parts) == 2
    assert share_at(canvas, 450, 50) == 1
