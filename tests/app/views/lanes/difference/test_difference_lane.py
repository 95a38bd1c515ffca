"""The difference lane: what is compared is chosen in its header and drawn beside the stems."""

import numpy as np
import pytest

from app.jobs.images.spectrogram_store import LaneSound
from app.lanes import DIFFERENCE_CODE
from app.project.versions import Version
from cass_core.clips import SampleSpan
from tests.helpers.window.painted import pixels


@pytest.fixture
def lane(stack, view, project):
    versions = (Version("Version 1", ("take 001",)), Version("Wiener", ("take 001",)))
    project.versions.set_versions(versions, "Version 1")
    view.show_lanes({DIFFERENCE_CODE})
    return stack.lanes[DIFFERENCE_CODE]


def test_the_header_offers_repairs_and_other_versions(lane, view, project):
    choice = lane.header.other
    assert [choice.itemText(row) for row in range(choice.count())] == ["Before repairs", "Wiener"]
    assert lane.header.words.text() == "DX now − DX then"
    choice.setCurrentIndex(1)
    assert view.difference == "Wiener"
    view.set_focus("MX")
    assert lane.header.words.text() == "MX here − MX there"
    view.set_focus("MIX")
    assert lane.header.words.text() == "MX here − MX there"
    # a version that is heard now is not compared with itself
    project.versions.set_versions(project.versions.versions, "Wiener")
    assert view.difference == ""
    assert choice.itemText(1) == "Version 1"


def test_it_is_drawn_like_a_stem(lane, store, qtbot):
    before = pixels(lane.canvas)
    store.sounds = {DIFFERENCE_CODE: LaneSound("d", None, (SampleSpan(0, 48_000),))}
    store.sound_changed.emit(DIFFERENCE_CODE)
    assert np.abs(pixels(lane.canvas) - before).max() > 0


def test_many_lanes_in_a_low_window_scroll_on_one_time_axis(stack, view, qtbot):
    view.show_lanes({"FILM", "LUFS", "WPR", DIFFERENCE_CODE})
    stack.resize(stack.width(), 500)
    canvas = stack.lanes["DX"].canvas
    qtbot.waitUntil(lambda: canvas.height() < 100 and stack.ruler.width() == canvas.width())
    assert stack.minimumSizeHint().height() <= 500
    assert stack.overview.width() == canvas.width()
    stack.take_keyboard()
    canvas.neighbour_asked.emit(1)  # a lane that keys go to comes into view
    assert not stack.lanes["FX"].canvas.visibleRegion().isEmpty()
