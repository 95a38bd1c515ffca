"""Undo has names, quick nudges are one step, and lanes stay as high as they were made."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.dialogs.relink_dialog import RelinkDialog
from app.views.picture.picture_state import PictureState
from cass_core.stem_names import Stem
from tests.helpers.window import mouse
from tests.helpers.window.editor import Editor, looking

pytestmark = pytest.mark.media

KEY = Qt.Key


def test_undo_says_what_it_undoes(separated):
    undo, redo = separated.actions["undo"], separated.actions["redo"]
    separated.press(KEY.Key_1)
    separated.press(KEY.Key_M, mouse.SHIFT)
    assert undo.text() == "&Undo: Mute DX"
    separated.press(KEY.Key_Z, mouse.CTRL)
    assert redo.text() == "&Redo: Mute DX"
    separated.undo.clear()
    separated.settle()
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo")


def test_quick_nudges_are_one_undo(separated):
    mix, before = separated.project.mix, separated.undo.index()
    separated.press(KEY.Key_1)
    separated.press(KEY.Key_Up, times=3)
    assert (mix.gain(Stem.DX).gain_db, separated.undo.index()) == (3.0, before + 1)
    separated.press(KEY.Key_2)
    separated.press(KEY.Key_Up)
    assert separated.undo.index() == before + 2
    separated.qtbot.wait(750)
    separated.press(KEY.Key_Up)
    assert separated.undo.index() == before + 3
    separated.press(KEY.Key_Z, mouse.CTRL, times=3)
    assert mix.rebalance.is_neutral


def test_lanes_are_as_high_as_they_were(qtbot, separated, settings, movie):
    splitter = separated.window.lanes.splitter
    splitter.setSizes([300, 100, 150, 120])
    sizes = splitter.sizes()
    separated.close()
    again = Editor(qtbot, settings)
    again.open(movie)
    assert again.window.lanes.splitter.sizes() == pytest.approx(sizes, abs=4)
    again.close()


def test_playhead_is_where_it_was_saved(editor, movie, tmp_path):
    project = tmp_path / "scene.cass"
    editor.open(movie)
    editor.press(KEY.Key_Right, times=2)
    place = editor.transport.position
    editor.save(project)
    editor.press(KEY.Key_End)
    editor.trigger("close")
    editor.open(project)
    assert 0 < editor.transport.position == place
    editor.trigger("close")
    editor.open(movie)
    assert editor.transport.position == 0


def test_the_picture_and_the_transport_say_the_same_time_while_playing(editor, movie):
    editor.open(movie)
    video, field = editor.window.video, editor.window.transport_bar.position
    editor.wait(lambda: video.state is PictureState.SHOWN)
    written = []

    class Painted(QObject):
        def eventFilter(self, watched, event):  # noqa: N802
            if event.type() == QEvent.Type.Paint and editor.transport.playing:
                written.append((video._position, field.text()))
            return False

    painted = Painted()
    video.installEventFilter(painted)
    editor.press(KEY.Key_Space)
    editor.wait(lambda: len({place for place, _ in written}) > 12)
    editor.press(KEY.Key_Space)
    assert [pair for pair in written if pair[0] != pair[1]] == []
    assert video._position == field.text()


def test_return_opens_with_the_movie_that_was_found(editor, movie, tmp_path):
    editor.open(movie)
    project = tmp_path / "work" / "scene.cass"
    project.parent.mkdir()
    editor.save(project)
    editor.trigger("close")
    moved = tmp_path / "elsewhere" / "other.mov"
    moved.parent.mkdir()
    movie.rename(moved)
    located = []

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RelinkDialog):
            return
        if not located:
            located.append(moved)
            dialog.show_located(moved)
        elif dialog._open.isEnabled():
            QTest.keyClick(dialog.focusWidget(), KEY.Key_Return)

    with looking(look):
        editor.window.open_path(project)
        editor.wait(lambda: editor.project.is_decoded)
    assert editor.project.programme.info.path == moved
