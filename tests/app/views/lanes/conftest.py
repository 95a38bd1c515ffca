"""A minute at 25 frames a second, separated, on lanes that are 800 pixels wide."""

from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from app.project.project import Project
from app.project.versions import Take, Version
from app.project.view_state import ViewState
from app.views.lanes.axis.lane_context import LaneContext
from app.views.lanes.header.lane_header import HEADER_PX
from app.views.lanes.lane_stack import LaneStack
from cass_core.request.settings import SeparationSettings
from tests.helpers.project.programmes import programme
from tests.helpers.window.lane_fakes import FakePlayback, FakeStore, FakeTransport

WIDTH_PX, LENGTH = 800, 60 * 48_000


@pytest.fixture
def project():
    project = Project()
    project.open(programme("25", "01:00:00:00", length_s=60), Path("folder"))
    project.set_decoded(LENGTH, True)
    take = Take("take 001", Path("take"), project.whole, SeparationSettings(), "starter", LENGTH)
    project.versions.put_take(take)
    project.versions.set_versions((Version("Version 1", ("take 001",)),), "Version 1")
    return project


@pytest.fixture
def view(project):
    view = ViewState()
    view.set_length(LENGTH)
    return view


@pytest.fixture
def transport():
    return FakeTransport()


@pytest.fixture
def playback(qapp, project, transport):
    playback = FakePlayback(project, transport)
    yield playback
    playback.comparison.close()


@pytest.fixture
def store():
    return FakeStore()


@pytest.fixture
def undo():
    return QUndoStack()


@pytest.fixture
def context(project, view, playback, store, undo):
    return LaneContext(project, view, playback, store, undo)


@pytest.fixture
def stack(qtbot, project, view, playback, store, undo):
    stack = LaneStack(project, view, playback, store, undo)
    qtbot.addWidget(stack)
    stack.resize(HEADER_PX + 1 + WIDTH_PX, 800)
    stack.show()
    qtbot.waitExposed(stack)
    assert stack.lanes["DX"].canvas.width() == WIDTH_PX
    return stack


@pytest.fixture
def canvas(stack):
    """The dialogue's."""
    return stack.lanes["DX"].canvas
