"""The playhead goes where a hand types it, with keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
RATE_HZ = 48_000
FRAME = RATE_HZ // 25


@pytest.fixture
def opened(editor, tmp_path):
    sound = [Sound(noise(20.0, RATE_HZ, 1), layout="mono")]
    picture = Picture(20.0, flashes_s=())
    editor.open(write_movie(tmp_path / "scene.mov", picture, sound, timecode="10:00:00:00"))
    return editor


def go_to(editor, text):
    editor.press(KEY.Key_J, CTRL)
    assert QApplication.focusWidget() is editor.window.transport_bar.position
    editor.type(text)
    editor.press(KEY.Key_Return)


def test_typed_places_one_after_the_other(opened):
    for text, sample in (
        ("1600", 16 * RATE_HZ),
        ("-10", 16 * RATE_HZ - 10 * FRAME),
        ("0:05:00", 5 * RATE_HZ),
        ("+2:01", 7 * RATE_HZ + FRAME),
        ("10:00:03:00", 3 * RATE_HZ),
        ("1.5", RATE_HZ + RATE_HZ // 2),
    ):
        go_to(opened, text)
        assert opened.transport.position == sample, text
        assert opened.window.lanes.lanes[opened.view.focus].canvas.hasFocus()


@pytest.mark.parametrize(("text", "words"), [("3000", "outside"), ("abc", "no position")])
def test_place_that_is_none_is_said_and_nothing_moves(opened, text, words):
    go_to(opened, "5:00")
    go_to(opened, text)
    assert words in opened.said
    assert opened.transport.position == 5 * RATE_HZ
    assert opened.window.transport_bar.position.selectedText() == text
    opened.press(KEY.Key_Escape)
    assert opened.window.transport_bar.position.text() == "10:00:05:00"
    assert opened.said == ""


def test_refusal_goes_once_it_is_typed_right(opened):
    go_to(opened, "abc")
    assert "abc" in opened.said
    opened.type("5:00")
    opened.press(KEY.Key_Return)
    assert (opened.said, opened.transport.position) == ("", 5 * RATE_HZ)
