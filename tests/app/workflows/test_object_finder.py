"""Isolate: a box and a span become a selection in the effects, or a sentence."""

from pathlib import Path

import pytest

from app.jobs.separating.object_job import ObjectFound, ObjectShare
from app.project.project import Project
from app.project.seen.selection import Selection
from app.project.view_state import ViewState
from app.workflows import object_finder
from app.workflows.object_finder import FinderState, ObjectFinder
from cass_core.clips import SampleSpan
from cass_core.errors import ModelError
from cass_core.repair.freehand import Polygon
from cass_core.repair.region import Part, Region
from tests.helpers.project.programmes import programme

RATE_HZ = 48_000
MODEL = Path("models") / "davis"
SPAN = SampleSpan(RATE_HZ, 3 * RATE_HZ)
REGION = Region((Part(Polygon(((RATE_HZ, 200.0), (2 * RATE_HZ, 200.0), (RATE_HZ, 900.0)))),))


class Rig:
    """A finder with a search that a test decides."""

    def __init__(self, folder, monkeypatch):
        self.project, self.view = Project(), ViewState()
        self.project.open(programme(length_s=400.0), folder)
        self.view.set_length(400 * RATE_HZ)
        self.view.select(Selection(SPAN))
        self.finder = ObjectFinder(self.project, self.view)
        self.said, self.problems, self.queries = [], [], []
        self.finder.noticed.connect(self.said.append)
        self.finder.failed.connect(self.problems.append)
        self.news = [ObjectShare(0.4), ObjectFound(REGION)]
        monkeypatch.setattr(object_finder, "model_folder", lambda: MODEL)
        monkeypatch.setattr(object_finder, "object_steps", self.steps)

    def steps(self, query):
        self.queries.append(query)
        return lambda: iter_of(self.news)


def iter_of(news):
    for one in news:
        if isinstance(one, Exception):
            raise one
        yield one


@pytest.fixture
def rig(tmp_path, monkeypatch, qtbot):
    made = Rig(tmp_path, monkeypatch)
    yield made
    made.finder.stop()


def drawn(rig, qtbot, box=(0.1, 0.2, 0.3, 0.4)):
    rig.finder.toggle()
    qtbot.waitUntil(lambda: rig.finder.state is FinderState.DRAWING)
    rig.finder.find(*box)
    qtbot.waitUntil(lambda: rig.finder.state is not FinderState.FINDING)


def test_what_is_found_is_selected_in_the_effects(rig, qtbot):
    drawn(rig, qtbot)
    (query,) = rig.queries
    assert query.span == SPAN
    assert query.model == str(MODEL)
    assert (query.box.left, query.box.height) == (0.1, 0.4)
    assert query.decoded == rig.project.programme.sound
    assert rig.finder.state is FinderState.IDLE
    assert rig.view.focus == "FX"
    assert rig.view.selection.shape == REGION
    assert "selected in the effects" in rig.said[-1]


def test_nothing_found_leaves_the_selection(rig, qtbot):
    rig.news = [ObjectFound(None)]
    drawn(rig, qtbot)
    assert rig.view.selection == Selection(SPAN)
    assert rig.said[-1].startswith("Nothing of what is in the box")


def test_what_is_missing_and_what_fails_is_said(rig, qtbot, monkeypatch):
    rig.news = [ObjectShare(0.1), ModelError("It broke; do this.")]
    drawn(rig, qtbot)
    assert rig.problems == ["It broke; do this."]

    def refuse():
        raise ModelError("Get that file.")

    monkeypatch.setattr(object_finder, "model_folder", refuse)
    rig.finder.toggle()
    qtbot.waitUntil(lambda: len(rig.problems) == 2)
    assert rig.problems[-1] == "Get that file."
    assert rig.finder.state is FinderState.IDLE
    rig.view.select(Selection(SampleSpan(0, 350 * RATE_HZ)))
    rig.finder.toggle()
    assert "At most 300 seconds" in rig.problems[-1]


def test_a_second_press_leaves(rig, qtbot):
    rig.finder.toggle()
    qtbot.waitUntil(lambda: rig.finder.state is FinderState.DRAWING)
    rig.finder.toggle()
    assert rig.finder.state is FinderState.IDLE
    rig.news = [ObjectShare(n / 1000) for n in range(100_000)]
    rig.finder.toggle()
    qtbot.waitUntil(lambda: rig.finder.state is FinderState.DRAWING)
    rig.finder.find(0.1, 0.1, 0.5, 0.5)
    qtbot.waitUntil(lambda: rig.finder.share > 0)
    rig.finder.toggle()
    qtbot.waitUntil(lambda: rig.finder.state is FinderState.IDLE)
    assert rig.view.selection == Selection(SPAN)
