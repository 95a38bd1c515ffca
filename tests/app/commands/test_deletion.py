"""What "Delete" would remove, here and in the window."""

import pytest

from app.commands.deletion import deletable
from app.project.project import Project
from app.project.view_state import Tool, ViewState
from cass_core.programme.markers.marker import Marker
from cass_core.stem_names import Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import StemGain
from tests.helpers.project.programmes import programme

FRAME = 48_000 // 25
POINT = LinePoint(24_000, -3.0)


@pytest.fixture
def project(tmp_path):
    project = Project()
    project.open(programme("25", "01:00:00:00", length_s=60), tmp_path)
    return project


@pytest.fixture
def view():
    view = ViewState()
    view.set_focus("FX")
    return view


@pytest.mark.parametrize(("away", "found"), [(0, True), (FRAME, True), (FRAME + 1, False)])
def test_a_marker_counts_within_a_frame_of_the_playhead(project, view, away, found):
    marker = Marker(48_000, "here")
    project.timeline.set_markers((marker, Marker(480_000, "far")))
    assert deletable(project, view, 48_000 - away) == (marker if found else None)


def test_the_chosen_point_of_the_focused_line_goes_first(project, view):
    marker = Marker(48_000, "here")
    project.timeline.set_markers((marker,))
    project.mix.set_gain(Stem.FX, StemGain(line=(POINT,)))
    view.choose_line_point(Stem.FX, POINT)
    assert deletable(project, view, 48_000) == marker
    view.set_tool(Tool.GAIN_LINE)
    assert deletable(project, view, 48_000) == (Stem.FX, POINT)
    view.set_focus("MX")
    assert deletable(project, view, 48_000) == marker


def test_a_point_that_has_left_the_line_is_not_there(project, view):
    view.set_tool(Tool.GAIN_LINE)
    view.choose_line_point(Stem.FX, POINT)
    assert deletable(project, view, 0) is None


@pytest.mark.media
def test_the_action_is_possible_when_there_is_something_to_delete(editor, movie):
    editor.open(movie)
    editor.project.timeline.set_markers((Marker(48_000, "here"),))
    editor.settle()
    assert not editor.actions["delete"].isEnabled()
    editor.context.transport.seek(48_000)
    editor.wait_for_action("delete")
    editor.context.transport.seek(0)
    editor.project.mix.set_gain(Stem.FX, StemGain(line=(POINT,)))
    editor.view.set_focus("FX")
    editor.view.set_tool(Tool.GAIN_LINE)
    editor.view.choose_line_point(Stem.FX, POINT)
    editor.wait_for_action("delete")
    editor.trigger("delete")
    assert editor.project.mix.gain(Stem.FX).line == ()
    editor.undo.undo()
    assert editor.project.mix.gain(Stem.FX).line == (POINT,)
