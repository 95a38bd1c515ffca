"""Drawing gain over time: each drag is one step that can be undone."""

import pytest
from PySide6.QtCore import Qt

from app.project.seen.selection import Selection
from app.project.view_state import Tool
from app.views.lanes.canvas.lines.gain_scale import GAIN
from app.views.lanes.canvas.lines.line_layer import line_polygon
from app.views.lanes.canvas.lines.strictness_scale import STRICTNESS
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from cass_core.stems.line import LinePoint, value_at
from cass_core.stems.rebalance import StemGain
from tests.helpers.window import mouse

A_PIXEL = 60 * 48_000 // 800


@pytest.fixture
def lane(canvas, view):
    view.set_tool(Tool.GAIN_LINE)
    return canvas


def line(project):
    return project.mix.gain(Stem.DX).line


def height(canvas, gain_db):
    return canvas.geometry_now.y_of_value(gain_db, GAIN)


def put(project, *points):
    bends = tuple(LinePoint(x * A_PIXEL, gain_db) for x, gain_db in points)
    project.mix.set_gain(Stem.DX, StemGain(line=bends))


def drawn(project):
    return [(point.sample / A_PIXEL, point.value) for point in line(project)]


def test_a_click_adds_a_point_and_a_drag_moves_it(lane, project, undo):
    mouse.drag(lane, (200, height(lane, 0)), (220, height(lane, -3)), (240, height(lane, -6)))
    assert drawn(project) == [pytest.approx((240, -6), abs=0.06)]
    assert undo.count() == 1
    undo.undo()
    assert line(project) == ()


def test_a_click_on_the_line_keeps_its_gain(lane, project):
    put(project, (100, -6.0), (300, 6.0))
    mouse.click(lane, (200, height(lane, 0) + 4))
    assert drawn(project)[1] == pytest.approx((200, 0), abs=0.06)


def test_a_point_stays_between_its_neighbours(lane, project):
    put(project, (100, 0.0), (200, -6.0), (300, 0.0))
    mouse.drag(lane, (200, height(lane, -6)), (250, height(lane, -6)), (500, height(lane, 3)))
    assert drawn(project)[1][0] == pytest.approx(300, abs=0.1)
    assert drawn(project)[1][1] == pytest.approx(3, abs=0.06)
    assert len(line(project)) == 3


def test_shift_keeps_the_time(lane, project):
    put(project, (200, -6.0))
    mouse.drag(lane, (200, height(lane, -6)), (260, height(lane, 3)), keys=mouse.SHIFT)
    assert drawn(project) == [pytest.approx((200, 3), abs=0.06)]


def test_two_drags_are_two_steps(lane, project, undo):
    for x in (200, 400):
        mouse.drag(lane, (x, height(lane, 3)), (x + 9, height(lane, 0)), (x, height(lane, -9)))
    assert undo.count() == 2
    undo.undo()
    assert drawn(project) == [pytest.approx((200, -9), abs=0.06)]


@pytest.mark.parametrize("way", ["double click", "delete", "backspace"])
def test_points_go_away(qtbot, lane, project, undo, way):
    put(project, (100, 0.0), (200, -6.0))
    place = (200, height(lane, -6))
    if way == "double click":
        mouse.double_click(lane, place)
    else:
        mouse.click(lane, place)
        keys = {"delete": Qt.Key.Key_Delete, "backspace": Qt.Key.Key_Backspace}
        qtbot.keyClick(lane, keys[way])
    assert drawn(project) == [(100, 0.0)]
    undo.undo()
    assert len(line(project)) == 2


def test_inside_a_selection_the_line_moves_as_a_clip_gain(lane, project, view, undo):
    view.select(Selection(SampleSpan(200 * A_PIXEL, 400 * A_PIXEL)))
    y = height(lane, 0)
    mouse.drag(lane, (300, y), (300, height(lane, -4)), (310, height(lane, -6)))
    gain = project.mix.gain(Stem.DX)
    levels = [gain.line_db_at(x * A_PIXEL) for x in (150, 199, 201, 300, 399, 401, 500)]
    assert levels == pytest.approx([0, 0, -6, -6, -6, 0, 0], abs=0.06)
    assert undo.count() == 1
    undo.undo()
    assert line(project) == ()


def test_the_value_is_shown_while_dragging(lane):
    mouse.press(lane, (200, height(lane, 0)))
    mouse.move(lane, (200, height(lane, -6)), mouse.LEFT)
    assert lane.tool.words == "-6.0 dB"
    mouse.release(lane, (200, height(lane, -6)))
    assert lane.tool.words == ""


def test_the_value_stands_beside_the_mouse(lane):
    mouse.press(lane, (200, height(lane, 0)))
    place = (230, height(lane, -6))
    mouse.move(lane, place, mouse.LEFT)
    badge = lane._badge()
    assert badge.left() - place[0] == 10
    assert 0 < place[1] - badge.bottom() < 20
    mouse.move(lane, (lane.width() - 2, 2), mouse.LEFT)
    assert lane.rect().contains(lane._badge())
    mouse.release(lane, (lane.width() - 2, 2))
    assert lane._badge().right() == lane.width() - 1


@pytest.mark.parametrize(("dragged_db", "gain_db"), [(0.4, 0.0), (-0.4, 0.0), (-1.0, -1.0)])
def test_a_dragged_line_catches_at_0_db(lane, project, dragged_db, gain_db):
    put(project, (200, -12.0))
    mouse.drag(lane, (200, height(lane, -12)), (220, height(lane, dragged_db)))
    assert line(project)[0].value == pytest.approx(gain_db, abs=0.3)
    assert (line(project)[0].value == 0.0) == (gain_db == 0.0)


def test_the_whole_line_by_keyboard(qtbot, lane, project, transport):
    for sample in (100 * A_PIXEL, 200 * A_PIXEL):
        transport.seek(sample)
        qtbot.keyClick(lane, Qt.Key.Key_Return)
    for _ in range(3):
        qtbot.keyClick(lane, Qt.Key.Key_Down, mouse.ALT)
    assert drawn(project) == [(100, 0.0), (200, -1.5)]
    qtbot.keyClick(lane, Qt.Key.Key_Left, mouse.ALT)
    assert transport.position == 100 * A_PIXEL
    qtbot.keyClick(lane, Qt.Key.Key_Up, mouse.ALT)
    assert drawn(project) == [(100, 0.5), (200, -1.5)]
    qtbot.keyClick(lane, Qt.Key.Key_Delete)
    assert drawn(project) == [(200, -1.5)]


def test_the_mixture_has_no_line(stack, view, project, undo):
    view.set_tool(Tool.GAIN_LINE)
    mouse.drag(stack.lanes["MIX"].canvas, (200, 40), (300, 40))
    assert undo.count() == 0
    assert view.selection is not None


def test_the_drawn_line_goes_through_its_points(canvas, view):
    view.show_span(SampleSpan(0, 400 * A_PIXEL))
    geometry = canvas.geometry_now
    points = tuple(LinePoint(x * A_PIXEL, db) for x, db in ((100, 0.0), (200, -20.0), (700, 6.0)))
    polygon = line_polygon(points, GAIN, geometry)
    places = [(point.x(), point.y()) for point in polygon]
    assert places == sorted(places, key=lambda place: place[0])
    for point in points[:2]:
        assert (geometry.x_of(point.sample), geometry.y_of_value(point.value, GAIN)) in places
    assert places[-1][0] == pytest.approx(801)
    halfway = geometry.y_of_value(StemGain(line=points).line_db_at(400 * A_PIXEL), GAIN)
    assert places[-1][1] == pytest.approx(halfway, abs=0.5)


def test_the_bleed_line_is_drawn_by_the_same_hand(canvas, view, project, undo):
    view.set_tool(Tool.BLEED_LINE)
    heights = [canvas.geometry_now.y_of_value(percent, STRICTNESS) for percent in (0, 30, 60)]
    mouse.drag(canvas, *zip((200, 220, 240), heights, strict=True))
    (point,) = project.sensitivity.value[Stem.DX].line
    assert (point.sample / A_PIXEL, point.value) == pytest.approx((240, 60), abs=1.5)
    assert line(project) == ()
    view.select(Selection(SampleSpan(400 * A_PIXEL, 500 * A_PIXEL)))
    mouse.drag(canvas, (450, heights[2]), (450, heights[1]))
    drawn = project.sensitivity.value[Stem.DX].line
    assert value_at(drawn, 450 * A_PIXEL) == pytest.approx(30, abs=1.5)
    assert value_at(drawn, 600 * A_PIXEL) == pytest.approx(60, abs=1.5)
    assert undo.count() == 2
    undo.undo()
    undo.undo()
    assert project.sensitivity.value.is_neutral
