"""Mouse and keys in the ruler: seeking, the loop, markers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from app.project.seen.selection import Selection
from app.project.view_state import TimeFormat
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker
from tests.helpers.window import mouse

A_PIXEL = 60 * 48_000 // 800
FLAGS, BAR, TIMES = 8, 20, 38  # heights of the ruler's rows


def at(x):
    return x * A_PIXEL


@pytest.fixture
def ruler(stack, transport):
    transport.seek(at(700))
    return stack.ruler


@pytest.fixture
def marked(ruler, project):
    project.timeline.set_markers((Marker(at(100), "Title"), Marker(at(400), "Door")))
    return ruler


def loop_of(project):
    loop = project.timeline.loop
    return loop and (loop.start / A_PIXEL, loop.stop / A_PIXEL, project.timeline.looping)


@pytest.mark.parametrize(("place", "sample"), [((250, TIMES), at(250)), ((300, FLAGS), at(300))])
def test_a_click_seeks(ruler, transport, undo, place, sample):
    mouse.click(ruler, place)
    assert transport.position == sample
    assert undo.count() == 0


@pytest.mark.parametrize(
    ("before", "places", "expected"),
    [
        (None, [(100, TIMES), (200, TIMES)], (100, 200, True)),
        (None, [(200, TIMES), (150, TIMES), (100, TIMES)], (100, 200, True)),
        ((100, 200, False), [(300, TIMES), (400, TIMES)], (300, 400, False)),
        ((100, 200, True), [(200, BAR), (250, BAR)], (100, 250, True)),
        ((100, 200, True), [(100, TIMES), (50, TIMES)], (50, 200, True)),
        ((100, 200, True), [(150, BAR), (250, BAR)], (200, 300, True)),
        ((100, 200, True), [(150, BAR), (20, BAR)], (0, 100, True)),
    ],
)
def test_dragging_the_loop(ruler, project, undo, before, places, expected):
    if before is not None:
        project.timeline.set_loop(SampleSpan(at(before[0]), at(before[1])), before[2])
    mouse.drag(ruler, *places)
    assert loop_of(project) == pytest.approx(expected)
    assert undo.count() == 1
    undo.undo()
    assert loop_of(project) == before


def test_dragging_the_playhead_scrubs(ruler, transport, undo):
    mouse.drag(ruler, (701, TIMES), (600, TIMES), (500, TIMES))
    assert transport.scrubbed == [at(600), at(500), "end"]
    assert undo.count() == 0


def test_a_click_on_the_playhead_leaves_it(ruler, transport):
    mouse.click(ruler, (702, TIMES))
    assert transport.position == at(700)
    assert transport.scrubbed == []


def test_dragging_a_marker_is_one_step(marked, project, undo):
    mouse.drag(marked, (105, FLAGS), (150, FLAGS), (205, FLAGS))
    assert [marker.name for marker in project.timeline.markers] == ["Title", "Door"]
    assert project.timeline.markers[0].sample == pytest.approx(at(205), abs=at(1))
    assert undo.count() == 1
    undo.undo()
    assert project.timeline.markers[0].sample == at(100)


def test_markers_may_pass_each_other(marked, project):
    mouse.drag(marked, (105, FLAGS), (300, FLAGS), (500, FLAGS), (600, FLAGS))
    assert [marker.name for marker in project.timeline.markers] == ["Door", "Title"]


def test_a_click_on_a_flag_goes_to_its_marker(marked, transport):
    mouse.click(marked, (420, FLAGS))
    assert transport.position == at(400)


@pytest.mark.parametrize(
    ("typed", "key", "expected"),
    [
        ("Slam", Qt.Key.Key_Return, "Slam"),
        ("Slam", Qt.Key.Key_Escape, "Door"),
        ("", Qt.Key.Key_Return, "Door"),
    ],
)
def test_a_double_click_names_a_marker(qtbot, marked, project, typed, key, expected):
    mouse.double_click(marked, (405, FLAGS))
    field = marked.findChild(QLineEdit)
    assert field.isVisible()
    assert field.selectedText() == "Door"
    field.clear()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, key)
    assert project.timeline.markers[1].name == expected
    assert not field.isVisible()


def test_a_double_click_beside_the_flags_adds_one(marked, project, undo):
    mouse.double_click(marked, (600, FLAGS))
    assert project.timeline.markers[2] == Marker(at(600), "Marker 1")
    undo.undo()
    assert len(project.timeline.markers) == 2


def test_the_marker_at_the_playhead_by_keyboard(qtbot, marked, project, transport):
    transport.seek(at(400))
    qtbot.keyClick(marked, Qt.Key.Key_F2)
    assert marked.findChild(QLineEdit).text() == "Door"
    qtbot.keyClick(marked.findChild(QLineEdit), Qt.Key.Key_Escape)
    qtbot.keyClick(marked, Qt.Key.Key_Delete)
    assert [marker.name for marker in project.timeline.markers] == ["Title"]
    qtbot.keyClick(marked, Qt.Key.Key_Right)
    assert transport.position == at(400) + 1920


def entries(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_beside_a_marker(marked, project, view):
    view.select(Selection(SampleSpan(at(10), at(20))))
    menu = entries(marked.menu_at(at(50), None))
    menu["Loop the selection"].trigger()
    assert loop_of(project) == (10, 20, True)
    menu["Samples"].trigger()
    assert view.time_format is TimeFormat.SAMPLES
    menu["Add marker here"].trigger()
    assert project.timeline.markers[0] == Marker(at(50), "Marker 1")


def test_the_menu_of_a_marker(marked, project, transport):
    door = project.timeline.markers[1]
    menu = entries(marked.menu_at(at(400), door))
    menu["Go to Door"].trigger()
    assert transport.position == at(400)
    menu["Rename marker"].trigger()
    assert marked.findChild(QLineEdit).text() == "Door"
    menu["Remove marker"].trigger()
    assert project.timeline.markers == (Marker(at(100), "Title"),)


def test_the_menu_of_a_loop(ruler, project):
    project.timeline.set_loop(SampleSpan(at(100), at(200)), True)
    entries(ruler.menu_at(0, None))["Stop looping"].trigger()
    assert loop_of(project) == (100, 200, False)
    entries(ruler.menu_at(0, None))["Clear loop"].trigger()
    assert loop_of(project) is None


def test_the_context_menu_opens(marked):
    middle = marked.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, marked.mapToGlobal(middle), mouse.NO_KEY
    )
    QApplication.sendEvent(marked, event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
