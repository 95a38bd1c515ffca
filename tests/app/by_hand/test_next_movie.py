"""Nothing of a former movie or moment stays when another one is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.workflows.export.export_runner import ExportState
from tests.helpers.media.movies import Sound, tones, write_movie
from tests.helpers.window.editor import answering

pytestmark = pytest.mark.media

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
READINGS = ("momentary", "short_term", "integrated", "true_peak")


@pytest.fixture
def next_movie(tmp_path):
    folder = tmp_path / "next"
    folder.mkdir()
    sound = Sound(tones(2.0, 44_100, 1), 44_100, "mono")
    return write_movie(folder / "tears.wav", None, [sound])


def open_instead(editor, path):
    with answering("Don’t save", if_asked=True):
        editor.open(path)


def close(editor):
    with answering("Don’t save", if_asked=True):
        editor.press(KEY.Key_W, CTRL)
    editor.wait(lambda: editor.project.programme is None)


def press_in(widget, key, keys=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget.focusWidget() or widget, key, keys)


def export_by_keys(editor, folder=None):
    """Export with the dialog, whose folder is typed where one is given."""
    editor.press(KEY.Key_E, CTRL)
    dialog = editor.dialog("ExportDialog")
    offered = dialog._place.folder
    found = offered.text()
    if folder is not None:
        offered.setFocus()
        press_in(dialog, KEY.Key_A, CTRL)
        QTest.keyClicks(offered, str(folder))
    editor.wait(lambda: not dialog._timer.isActive())
    press_in(dialog, KEY.Key_Return)
    editor.wait(lambda: editor.context.exports.state is ExportState.DONE)
    editor.take_keyboard()
    return found


def test_each_movie_is_offered_its_own_folder(editor, movie, next_movie, tmp_path):
    chosen = tmp_path / "delivery"
    chosen.mkdir()
    editor.open(movie)
    editor.separate(steps=1)
    own = str(editor.project.folder)
    assert export_by_keys(editor, chosen) == own
    open_instead(editor, next_movie)
    editor.separate(steps=1)
    assert export_by_keys(editor) == str(editor.project.folder)
    open_instead(editor, movie)
    editor.separate(steps=1)
    editor.press(KEY.Key_E, CTRL)
    dialog = editor.dialog("ExportDialog")
    assert dialog._place.folder.text() == str(chosen)
    press_in(dialog, KEY.Key_Escape)


def figures(editor):
    panel = editor.window.transport_bar.loudness
    return [getattr(panel, name).value.text() for name in READINGS]


def peaks(editor):
    lanes = editor.window.lanes.lanes.values()
    return [lane.header._peak.text() for lane in lanes if hasattr(lane.header, "_peak")]


def test_figures_of_a_former_movie_go(editor, movie, next_movie):
    editor.open(movie)
    editor.press(KEY.Key_Space)
    editor.wait(lambda: "–" not in figures(editor)[0] and any(peaks(editor)))
    editor.press(KEY.Key_Space)
    editor.open(next_movie)
    editor.qtbot.wait(200)  # what the meters still had in hand
    assert figures(editor) == ["–"] * 4
    assert not any(peaks(editor))
    facts = editor.window.status.facts["sound"]
    assert facts.text() == "44.1 kHz, Mono"
    close(editor)
    assert facts.text() == ""


def test_report_of_an_export_goes_with_its_movie(editor, movie, next_movie, tmp_path):
    editor.open(movie)
    editor.separate(steps=1)
    assert editor.export(tmp_path / "out") is ExportState.DONE
    assert editor.window.export_panel.isVisible()
    open_instead(editor, next_movie)
    assert not editor.window.export_panel.isVisible()


def test_sentence_goes_with_the_movie_it_speaks_of(editor, movie, next_movie, tmp_path):
    editor.open(movie)
    editor.context.saver.failed.emit("The disk is full; free some space.")
    assert "disk" in editor.said
    close(editor)
    assert editor.said == ""


def test_sentence_goes_once_it_is_mended(separated):
    context = separated.context
    for failed, mend in (
        (context.transport.problem, lambda: separated.press(KEY.Key_Space)),
        (context.playback.devices.problem, lambda: separated.press(KEY.Key_Space)),
        (context.separation.failed, lambda: separated.separate(steps=2)),
        (context.separation.noticed, lambda: separated.separate(steps=3)),
        (context.listening.failed, lambda: separated.trigger("next_version")),
    ):
        separated.transport.stop()
        failed.emit("It failed; try again.")
        assert separated.said == "It failed; try again."
        mend()
        assert separated.said != "It failed; try again.", failed
