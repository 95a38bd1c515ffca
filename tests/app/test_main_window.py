"""The window from its first page to its end: opening, what is possible, and questions."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from app.commands.mix_commands import SetStemGain
from app.project.seen.selection import Selection
from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from tests.helpers.media.movies import Picture, Sound, noise, tones, write_movie
from tests.helpers.separation.quick_worker import SLOW_STEPS
from tests.helpers.window.controls import nameless_controls
from tests.helpers.window.editor import Editor, answering, choosing

pytestmark = pytest.mark.media

RATE_HZ = 48_000


def change_something(editor):
    editor.undo.push(SetStemGain(editor.project.mix, Stem.DX, -6.0, 1))
    editor.settle()


def test_first_page_until_something_is_open(editor, movie):
    window = editor.window
    assert window.first_page.isVisible()
    assert not window.lanes.isVisible()
    assert window.windowTitle() == "Cass Studio"
    editor.open(movie)
    assert not window.first_page.isVisible()
    assert window.lanes.isVisible()
    assert window.windowTitle() == "scene.mov[*] – Cass Studio"
    assert editor.view.visible == editor.project.whole == SampleSpan(0, 3 * RATE_HZ)
    editor.trigger("close")
    assert window.first_page.isVisible()
    assert window.windowTitle() == "Cass Studio"


def possible(editor):
    editor.settle()
    editor.qtbot.wait(30)
    return {name for name in editor.actions.names() if editor.actions[name].isEnabled()}


def test_what_is_possible_follows_what_is_open(editor, movie):
    nothing = possible(editor)
    assert {"open", "open_demo", "preferences", "about", "quit"} <= nothing
    assert not {"save", "play", "separate", "export", "solo", "undo", "close"} & nothing
    editor.open(movie)
    opened = possible(editor)
    assert {"save", "play", "separate", "close", "select_all"} <= opened
    assert not {"export", "solo_dx", "gain_up", "separate_selection", "undo"} & opened
    editor.view.select(Selection(SampleSpan(0, RATE_HZ)))
    assert possible(editor) - opened >= {"separate_selection", "zoom_selection", "select_none"}
    editor.separate("separate", steps=1)
    assert {"export", "export_remux", "solo_dx", "reset_mix", "undo", "ab"} <= possible(editor)
    editor.choose(steps=SLOW_STEPS)
    editor.trigger("separate")
    editor.wait_for_action("cancel_run")
    assert "separate" not in possible(editor)
    editor.trigger("cancel_run")
    editor.wait_for_run()
    assert "separate" in possible(editor)
    assert "cancel_run" not in possible(editor)


@pytest.mark.parametrize("place", ["first page", "window"])
def test_dropped_file_is_opened(editor, movie, place):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(movie))])
    how = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    target = editor.window.first_page if place == "first page" else editor.window
    with editor.qtbot.waitSignal(editor.context.opening.opened, timeout=10_000):
        QApplication.sendEvent(target, QDragEnterEvent(QPoint(90, 90), *how))
        QApplication.sendEvent(target, QDropEvent(QPointF(90, 90), *how))
    assert editor.project.programme.info.path == movie


BAD = {
    "bad.mov": b"not a movie" * 1000,
    "empty.wav": b"",
    "broken.cass": b'{"version": 1, "media": 7}',
}


@pytest.mark.parametrize(("name", "content"), BAD.items())
def test_bad_file_is_one_sentence_and_loses_nothing(editor, movie, name, content):
    bad = movie.with_name(name)
    bad.write_bytes(content)
    problem = editor.window.first_page.problem
    editor.window.open_path(bad)
    editor.wait(lambda: name in problem.toPlainText())
    assert editor.said == problem.toPlainText()
    assert "\n" not in problem.toPlainText()
    assert editor.window.first_page.demo.isEnabled()
    editor.open(movie)
    change_something(editor)
    with answering("Don’t save"):
        editor.window.open_path(bad)
    editor.wait(lambda: name in editor.said and "Opening" not in editor.said)
    assert editor.project.programme.info.path == movie
    assert editor.project.mix.gain(Stem.DX).gain_db == -6.0


def test_file_that_is_not_there(editor, tmp_path):
    editor.window.open_path(tmp_path / "gone.mov")
    problem = editor.window.first_page.problem
    editor.wait(lambda: "gone.mov" in problem.toPlainText())
    assert editor.window.first_page.isVisible()


@pytest.mark.parametrize("choice", ["Save", "Don’t save", "Cancel"])
def test_closing_with_changes_asks(editor, movie, tmp_path, choice):
    editor.open(movie)
    path = tmp_path / "scene.cass"
    editor.save(path)
    change_something(editor)
    before = path.read_bytes()
    assert editor.window.isWindowModified()
    with answering(choice) as asked:
        editor.window.close()
        if choice == "Save":
            editor.wait(lambda: not editor.window.isVisible())
    assert "scene" in asked[0]
    assert editor.window.isVisible() == (choice == "Cancel")
    assert (path.read_bytes() != before) == (choice == "Save")


@pytest.mark.parametrize("choice", ["Save", "Don’t save", "Cancel"])
def test_closing_the_project_with_changes_asks(editor, movie, tmp_path, choice):
    editor.open(movie)
    editor.save(tmp_path / "scene.cass")
    change_something(editor)
    with answering(choice):
        editor.trigger("close")
    if choice != "Cancel":
        editor.wait(lambda: editor.project.programme is None)
        assert editor.window.first_page.isVisible()
        return
    assert editor.project.mix.gain(Stem.DX).gain_db == -6.0


def test_another_movie_after_saving_the_first(editor, movie, tmp_path):
    other = write_movie(tmp_path / "other.wav", None, [Sound(noise(0.5))])
    editor.open(movie)
    change_something(editor)
    saved = tmp_path / "first.cass"
    with (
        editor.qtbot.waitSignal(editor.context.opening.opened, timeout=10_000),
        answering("Save"),
        choosing(saved),
    ):
        editor.window.open_path(other)
    assert saved.is_file()
    assert editor.project.programme.info.path == other
    assert editor.project.mix.rebalance.is_neutral
    assert not editor.undo.count()


def test_not_saving_after_all_keeps_everything(editor, movie, tmp_path):
    editor.open(movie)
    change_something(editor)
    with answering("Save"), choosing(None):
        editor.window.close()
    assert editor.window.isVisible()
    editor.save(tmp_path / "a.cass")  # and the earlier wish to close is forgotten
    assert editor.window.isVisible()


def test_nothing_else_opens_while_a_separation_runs(editor, movie):
    editor.open(movie)
    editor.choose(steps=SLOW_STEPS)
    editor.trigger("separate")
    editor.wait_for_action("cancel_run")
    editor.window.open_path(movie.with_name("other.mov"))
    assert "cancel it" in editor.said
    assert editor.project.programme.info.path == movie


def test_closing_during_a_run_asks_once(editor, movie, tmp_path):
    editor.open(movie)
    editor.save(tmp_path / "scene.cass")
    editor.choose(steps=SLOW_STEPS)
    editor.trigger("separate")
    editor.wait_for_action("cancel_run")
    with answering("Cancel"):
        editor.window.close()
    assert editor.context.separation.busy
    with answering("Stop and close", "Save") as asked:
        editor.window.close()
        editor.wait(lambda: not editor.window.isVisible())
    assert len(asked) == 2
    assert not editor.context.separation._session.pid


MEDIA = {
    "sound only": ("a.wav", None, Sound(noise(0.5))),
    "mono": ("a.wav", None, Sound(noise(0.5, channels=1), layout="mono")),
    "5.1": ("a.mov", Picture(0.6), Sound(tones(0.6, RATE_HZ, 6), layout="5.1")),
    "44.1 kHz": ("a.mov", Picture(0.6), Sound(noise(0.6, 44_100), 44_100)),
    "umlauts": ("Szene 7 – Straße & Brücke.mov", Picture(0.6), Sound(noise(0.6))),
}


@pytest.mark.parametrize("media", MEDIA)
def test_all_kinds_of_media_are_opened_separated_and_drawn(editor, tmp_path, media):
    name, picture, sound = MEDIA[media]
    editor.open(write_movie(tmp_path / name, picture, [sound]))
    programme = editor.project.programme
    assert (programme.rate_hz, programme.num_channels) == (sound.rate_hz, len(sound.samples))
    assert programme.num_samples == sound.samples.shape[1]
    assert programme.has_picture == (picture is not None)
    assert editor.actions["toggle_video"].isEnabled() == (picture is not None)
    editor.separate(steps=1)
    assert editor.context.listening.separated == (editor.project.whole,)
    assert not editor.window.grab().isNull()


def test_movie_without_sound_is_one_sentence(editor, tmp_path):
    silent = write_movie(tmp_path / "silent.mov", Picture(0.4))
    editor.window.open_path(silent)
    editor.wait(lambda: "silent.mov" in editor.window.first_page.problem.toPlainText())
    assert editor.project.programme is None


def test_last_of_several_movies_counts(editor, movie, long_sound):
    with editor.qtbot.waitSignal(editor.context.opening.opened, timeout=10_000):
        editor.window.open_path(movie)
        editor.window.open_path(movie.with_name("none.mov"))
        editor.window.open_path(long_sound)
    assert editor.project.programme.info.path == long_sound


def test_window_comes_back_as_it_was(qtbot, editor, settings, movie):
    editor.open(movie)
    window = editor.window
    window.resize(window.width(), 700)
    window._columns.setSizes([500, 690])
    sizes, size = window._columns.sizes(), (window.width(), window.height())
    editor.close()
    again = Editor(qtbot, settings)
    again.open(movie)
    again.window.resize(*size)  # the screen of the tests is smaller than the window
    assert again.window.height() == 700
    assert again.window._columns.sizes() == pytest.approx(sizes, abs=3)
    again.close()


def test_everything_has_a_name_and_can_be_reached(separated):
    window = separated.window
    assert nameless_controls(window) == []
    wanted = Qt.FocusPolicy.TabFocus
    reachable = {
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & wanted
        if w.window() is window and not isinstance(w, QTextEdit)
    }
    visited, seen = set(), window.lanes.lanes["DX"].canvas
    seen.setFocus()
    for _ in range(2 * len(reachable)):
        visited.add(seen)
        window.focusNextChild()
        seen = window.focusWidget()
    # of radio buttons and switches that exclude each other only the chosen one is a tab stop
    left = {w for w in reachable - visited if not getattr(w, "autoExclusive", bool)()}
    left -= {w for w in left if hasattr(w, "group") and w.group() is not None}
    left -= {w for w in left if w.focusProxy() in visited}  # such as tabs, for their row
    assert left == set(), [(type(w).__name__, w.accessibleName()) for w in left]
