"""An editor without a mouse: everything from the opened movie to the closed one by real keys."""

from contextlib import contextmanager
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.views.lanes.header.gain_field import GainField
from app.workflows.export.export_runner import ExportState
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS, Stem
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.window.editor import Editor, looking

pytestmark = pytest.mark.media

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RATE_HZ = 48_000
PART = SampleSpan(RATE_HZ, 3 * RATE_HZ)
TABS = 12


@pytest.fixture
def editor(qtbot, qapp, tmp_path, model):
    store = SettingsStore(tmp_path / "settings.json")
    editor = Editor(qtbot, Settings(store), str(model))
    yield editor
    editor.close()


@pytest.fixture
def movie(tmp_path):
    picture = Picture(4.0, flashes_s=(1.0,))
    sound = Sound(noise(4.0), codec="pcm_s24le")
    return write_movie(tmp_path / "scene.mov", picture, [sound], timecode="01:00:00:00")


@contextmanager
def typing_into_file_dialog(path):
    """Type a path into the file dialog that opens, and Return once the field has it."""
    typed = []

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if Path(dialog.directory().path(), field.text()) == path and len(typed) > 1:
            QTest.keyClick(field, KEY.Key_Return)
        elif len(typed) % 10 == 0:  # Qt's dialog goes through the folders while they are typed
            QTest.keyClick(field, KEY.Key_A, CTRL)
            QTest.keyClicks(field, str(path))
        typed.append(path)

    with looking(look):
        yield
    assert typed, "no file dialog was shown"


def tab_to(editor, kind, name):
    """Go on with Tab until a widget has the keyboard."""
    for _ in range(TABS):
        editor.press(KEY.Key_Backtab, SHIFT)
        now = QApplication.focusWidget()
        if isinstance(now, kind) and now.accessibleName() == name:
            return
    raise AssertionError(f"{name} cannot be reached")


def press_once_possible(editor, action, key, keys=Qt.KeyboardModifier.NoModifier):
    editor.wait_for_action(action)
    editor.press(key, keys)


def open_movie(editor, movie):
    with typing_into_file_dialog(movie):
        editor.press(KEY.Key_O, CTRL)
    editor.wait(lambda: editor.project.is_decoded)


def play(editor):
    press_once_possible(editor, "play", KEY.Key_Space)
    editor.wait(lambda: editor.transport.position > RATE_HZ // 10)
    editor.press(KEY.Key_Space)
    assert not editor.transport.playing


def select_part(editor):
    """From 1 s to 3 s, by typing both ends."""
    for place, key in (("100", KEY.Key_I), ("300", KEY.Key_O)):
        editor.press(KEY.Key_J, CTRL)
        editor.type(place)
        editor.press(KEY.Key_Return)
        editor.press(key)
    press_once_possible(editor, "select_loop", KEY.Key_X)
    assert editor.view.selection.span == PART


def separate_part(editor):
    takes = editor.project.versions
    press_once_possible(editor, "separate_selection", KEY.Key_Return, CTRL | SHIFT)
    editor.wait(lambda: bool(takes.takes) and takes.takes[-1].is_complete, 120_000)
    editor.wait_for_run()
    assert takes.takes[-1].span == PART


def mix(editor):
    """Solo, a typed gain, and undo."""
    mix = editor.project.mix
    editor.press(KEY.Key_1)
    press_once_possible(editor, "solo", KEY.Key_S)
    assert [mix.rebalance.is_heard(stem) for stem in STEMS] == [True, False, False]
    tab_to(editor, GainField, "DX gain")
    editor.type("-6")
    editor.press(KEY.Key_Return)
    assert mix.gain(Stem.DX).gain_db == -6.0
    assert editor.window.lanes.lanes["DX"].canvas.hasFocus()
    press_once_possible(editor, "undo", KEY.Key_Z, CTRL)
    assert mix.gain(Stem.DX).gain_db == 0.0
    assert mix.gain(Stem.DX).soloed


def export(editor):
    press_once_possible(editor, "export", KEY.Key_E, CTRL)
    dialog = editor.dialog("ExportDialog")
    QTest.keyClick(dialog.focusWidget() or dialog, KEY.Key_Return)
    editor.wait(lambda: editor.context.exports.state is ExportState.DONE)
    made = sorted(editor.project.folder.glob("*.wav"))
    assert [path.stem for path in made] == [f"scene_{s}_01-00-01-00" for s in ("DX", "FX", "MX")]
    assert {soundfile.info(path).frames for path in made} == {PART.num_samples}


def save(editor, path):
    with typing_into_file_dialog(path):
        press_once_possible(editor, "save", KEY.Key_S, CTRL)
    editor.wait(lambda: not editor.context.saver.modified)
    assert path.is_file()


def close(editor):
    press_once_possible(editor, "close", KEY.Key_W, CTRL)
    editor.wait(lambda: editor.project.programme is None)
    assert editor.window.first_page.isVisible()
    editor.press(KEY.Key_Q, CTRL)
    assert not editor.window.isVisible()


def test_from_the_opened_movie_to_the_closed_window(editor, movie, tmp_path):
    open_movie(editor, movie)
    play(editor)
    select_part(editor)
    separate_part(editor)
    mix(editor)
    export(editor)
    save(editor, tmp_path / "scene.cass")
    close(editor)
