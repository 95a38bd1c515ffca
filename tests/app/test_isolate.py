"""Isolate, as its user does it: a span, a key, a box on the picture, a selection in the effects."""

import pytest
from PySide6.QtCore import Qt

from app.project.seen.selection import Selection
from cass_core.clips import SampleSpan
from cass_core.repair.cells import Cells
from tests.helpers.separation.davis_small import random_network, saved, two_things_movie
from tests.helpers.window import mouse

SPAN = SampleSpan(24_000, 72_000)


@pytest.mark.media
def test_a_box_on_the_picture_becomes_a_selection(editor, tmp_path):
    movie, *_ = two_things_movie(tmp_path / "things.mov", 2.0)
    editor.open(movie)
    editor.wait(lambda: editor.window.video.frame is not None)
    editor.view.select(Selection(SPAN))
    editor.trigger("isolate")
    editor.wait(lambda: "get unet_best.pth and frame_best.pth" in editor.said)
    assert not editor.actions["isolate"].isChecked()

    saved(random_network(), tmp_path / "cass_data" / "models" / "davis")
    editor.trigger("isolate")
    video = editor.window.video
    editor.wait(lambda: video.box.is_asking)
    assert editor.actions["isolate"].isChecked()
    editor.qtbot.keyClick(video, Qt.Key.Key_Escape)
    editor.wait(lambda: not video.box.is_asking)
    editor.trigger("isolate")
    editor.wait(lambda: video.box.is_asking)
    area = video.picture_area()
    corners = [(area.x() + x * area.width(), area.y() + 0.5 * area.height()) for x in (0.1, 0.4)]
    (left, middle), (right, _) = corners
    mouse.drag(video, (left, middle - 20), (right, middle + 20))
    assert video.box.is_asking, "it can be moved and sized first"
    editor.qtbot.keyClick(video, Qt.Key.Key_Return)
    editor.wait(lambda: editor.view.selection.shape is not None, 60_000)
    (part,) = editor.view.selection.shape.parts
    assert isinstance(part.shape, Cells)
    assert editor.view.focus == "FX"
    editor.wait(lambda: "is selected in the effects" in editor.said)
    assert not editor.actions["isolate"].isChecked()
