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
    assert lane.header.words.text() == "DX now minus DX then"
    choice.setCurrentIndex(1)
    assert view.difference == "Wiener"
    view.set_focus("MX")
    assert lane.header.words.text() == "MX here minus MX there"
    view.set_focus("MIX")
    assert lane.header.words.text() == "MX here minus MX there"
    # a version that is heard now is not compared with itself
    project.versions.set_versions(project.versions.versions, "Wiener")
    assert view.difference == ""
    assert choice.itemText(1) == "Version 1"


def test_it_is_drawn_like_a_stem(lane, store, qtbot):
    before = pixels(lane.canvas)
    store.sounds = {DIFFERENCE_CODE: LaneSound("d", None, (SampleSpan(0, 48_000),))}
    store.sound_changed.emit(DIFFERENCE_CODE)
    assert np.abs(pixels(lane.canvas) - before).max() > 0
