"""The lane of loudness curves: shown by the user, drawn on the time axis of the others."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.jobs.images.spectrogram_store import LaneSound
from app.look.theme import DARK
from app.views.lanes.lane_stack import LaneStack
from app.views.lanes.loudness.loudness_header import written_lufs
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker
from tests.helpers.window import mouse
from tests.helpers.window.painted import pixels

LENGTH, _MS = 60 * 48_000, 30_000


class Tone:
    """1 kHz whose level changes after half of the programme."""

    rate_hz, layout, num_channels, num_samples = 48_000, "stereo", 2, LENGTH

    def __init__(self, first_db, second_db):
        self.levels = 10 ** (first_db / 20), 10 ** (second_db / 20)

    def read(self, span):
        places = np.arange(span.start, span.stop)
        levels = np.where(places < LENGTH // 2, *self.levels)
        wave = levels * np.sin(2 * np.pi * places / 48)
        return np.stack([wave, wave]).astype(np.float32)


@pytest.fixture
def lane(qtbot, stack, view, store):
    whole = (SampleSpan(0, LENGTH),)
    store.sounds = {
        "MIX": LaneSound("mix", Tone(-20.0, -30.0), whole),
        "DX": LaneSound("dx", Tone(-40.0, -50.0), whole),
    }
    view.show_lanes({"LUFS"})
    lane = stack.lanes["LUFS"]
    qtbot.waitUntil(lambda: bool(np.isfinite(lane.canvas.lufs_at("DX", LENGTH))), timeout=_MS)
    qtbot.waitUntil(lambda: rows_of(lane.canvas, "mix", 200).size > 0, timeout=_MS)
    return lane


def rows_of(canvas, colour, column):
    """Rows of a column of pixels that have nearly a colour; a line between two rows is in both."""
    image = canvas.grab().toImage()
    wanted = np.array(tuple(bytes.fromhex(DARK.colour(colour)[1:])))
    seen = [image.pixelColor(column, y).getRgb()[:3] for y in range(image.height())]
    return np.flatnonzero(np.abs(np.array(seen) - wanted).sum(axis=1) < 130)


def test_it_is_hidden_until_it_is_asked_for(stack, view):
    assert "LUFS" not in stack.lanes
    view.show_lanes({"LUFS"})
    assert stack.lanes["LUFS"].isVisible()
    assert stack.splitter.indexOf(stack.lanes["LUFS"]) == 4
    view.show_lanes(())
    assert not stack.lanes["LUFS"].isVisible()


def test_a_lane_that_is_hidden_gives_the_keys_back(stack, view):
    view.show_lanes({"LUFS"})
    canvas = stack.lanes["LUFS"].canvas
    canvas.setFocus()
    view.show_lanes(())
    assert stack.window().focusWidget() is stack.lanes[view.focus].canvas


def test_an_arrow_key_leads_out_of_a_lane_that_was_hidden(stack, view):
    view.show_lanes({"LUFS"})
    canvas = stack.lanes["LUFS"].canvas
    view.show_lanes(())
    canvas.neighbour_asked.emit(-1)
    assert stack.window().focusWidget() is stack.lanes["MX"].canvas


def test_a_curve_is_where_its_loudness_is(lane):
    canvas = lane.canvas
    for column, mixture, stem in ((200, -20.0, -40.0), (600, -30.0, -50.0)):
        for colour, lufs in (("mix", mixture), ("dx", stem)):
            assert rows_of(canvas, colour, column).mean() == pytest.approx(
                canvas.y_of(lufs), abs=1.5
            )


def test_zooming_takes_the_curves_along(lane, view):
    view.show_span(SampleSpan(LENGTH // 2 + 4 * 48_000, LENGTH))
    canvas = lane.canvas
    assert rows_of(canvas, "mix", 100).mean() == pytest.approx(canvas.y_of(-30.0), abs=1.5)


def test_the_header_says_what_is_heard_at_the_playhead(lane, transport):
    transport.seek(LENGTH // 3)
    values = {code: label.text() for code, label in lane.header.values.items()}
    assert values == {"MIX": "−20.0", "DX": "−40.0", "FX": "–", "MX": "–"}
    transport.seek(LENGTH)
    assert lane.header.values["MIX"].text() == "−30.0"


def test_a_click_moves_the_playhead(lane, transport):
    mouse.click(lane.canvas, (400, 20))
    assert transport.position == LENGTH // 2


@pytest.mark.parametrize("part", ["canvas", "ruler"])
def test_keys_move_the_playhead_as_in_every_lane(qtbot, stack, lane, transport, part):
    widget = lane.canvas if part == "canvas" else stack.ruler
    places = []
    for key, keys in (
        (Qt.Key.Key_Right, mouse.NO_KEY),
        (Qt.Key.Key_Right, mouse.SHIFT),
        (Qt.Key.Key_Left, mouse.NO_KEY),
        (Qt.Key.Key_End, mouse.NO_KEY),
        (Qt.Key.Key_Home, mouse.NO_KEY),
    ):
        qtbot.keyClick(widget, key, keys)
        places.append(transport.position)
    assert places == [1920, 11 * 1920, 10 * 1920, LENGTH, 0]


def test_loop_and_markers_are_seen_as_in_every_lane(lane, project):
    before = pixels(lane.canvas)
    project.timeline.set_markers((Marker(LENGTH // 2, "here"),))
    marked = pixels(lane.canvas)
    columns = np.flatnonzero((before != marked).any(axis=(0, 2)))
    assert columns.tolist() == [400]
    project.timeline.set_loop(SampleSpan(LENGTH // 4, LENGTH // 2), True)
    looped = pixels(lane.canvas)
    assert looped[:, :190].mean() < 0.95 * marked[:, :190].mean()
    assert (looped[:, 210:390] == marked[:, 210:390]).all()


def test_keys_go_up_to_the_stems_and_gains_keep_their_lane(qtbot, stack, lane, view):
    lane.header.focus_asked.emit()
    assert lane.canvas.hasFocus()
    assert view.focus != "LUFS"
    qtbot.keyClick(lane.canvas, Qt.Key.Key_Up)
    assert stack.lanes["MX"].canvas.hasFocus()
    qtbot.keyClick(stack.lanes["MX"].canvas, Qt.Key.Key_Down)
    assert lane.canvas.hasFocus()
    view.show_lanes(())
    stack.lanes["MX"].canvas.setFocus()
    qtbot.keyClick(stack.lanes["MX"].canvas, Qt.Key.Key_Down)
    assert stack.lanes["MX"].canvas.hasFocus()


def test_a_window_that_shows_it_from_the_start(qtbot, project, view, playback, store, undo):
    view.show_lanes({"LUFS"})
    stack = LaneStack(project, view, playback, store, undo)
    qtbot.addWidget(stack)
    codes = [stack.splitter.widget(place).lane.code for place in range(5)]
    assert codes == ["MIX", "DX", "FX", "MX", "LUFS"]


@pytest.mark.parametrize(
    ("lufs", "words"), [(-23.04, "−23.0"), (-70.0, "–"), (float("nan"), "–"), (1.25, "1.2")]
)
def test_a_loudness_in_words(lufs, words):
    assert written_lufs(lufs) == words
