"""The window from an opened movie to its stems, and everything that may come between."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.jobs.separation_session import RunState
from cass_core.stems.manifest_file import load_manifest
from tests.helpers.command_line import null_steps, wave_files
from tests.helpers.movies import Picture, Sound, noise, tones, write_movie

RUN_MS = 120_000
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_movie(qtbot, window, path):
    with qtbot.waitSignal(window.project.movie_changed):
        window.open_movie(path)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, modifier)


def wait_for_end(qtbot, window):
    qtbot.waitUntil(lambda: not window.session.running, timeout=RUN_MS)


def wait_for_chunk(qtbot, folder):
    def check():
        assert load_manifest(folder).num_chunks >= 1

    qtbot.waitUntil(lambda: (folder / "manifest.json").exists(), timeout=RUN_MS)
    qtbot.waitUntil(check, timeout=RUN_MS)


def answer(*texts):
    """Press the buttons of the questions to come, in this order; gives what they asked."""
    asked, left = [], list(texts)

    def look():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text() + " " + box.informativeText())
            button = next(b for b in box.buttons() if b.text().replace("&", "") == left[0])
            left.pop(0)
            button.click()
        if left:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return asked


def choose(window, steps=1, picture=False):
    window.separation_panel.quality.set_steps(steps)
    window.separation_panel.picture.setChecked(picture)


@pytest.mark.media
def test_separation_from_the_keyboard(qtbot, window, movie):
    """The whole way: what is heard, said, shown and on disk."""
    open_movie(qtbot, window, movie)
    choose(window, steps=2, picture=True)
    phases = []
    window.session.progressed.connect(lambda: phases.append(window.session.progress.phase))
    ticks = []
    timer = QTimer(window, interval=10)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    press(qtbot, window, Qt.Key.Key_Return, CONTROL)
    assert window.session.state is RunState.RUNNING
    wait_for_end(qtbot, window)
    assert window.session.state is RunState.DONE, window.session.problem
    assert len(ticks) > 10
    assert list(dict.fromkeys(phases)) == ["load", "sound", "picture", "separate", "write"]
    out = movie.parent / "scene stems"
    assert null_steps(out, "scene") == 0
    assert window.session.result.waves == tuple(wave_files(out, "scene").values())
    panel = window.run_panel
    assert [file.text() for file in panel.results.files] == [
        "scene_DX.wav", "scene_FX.wav", "scene_MX.wav", "scene_MIX.wav",
    ]  # fmt: skip
    assert panel.results.isVisible()
    assert "bit for bit" in panel.results.sum.text()
    assert len(window.session.notices) == len(set(window.session.notices))
    assert all(sentence in panel.notices.text() for sentence in window.session.notices)
    identity = load_manifest(out / "scene.mov.stems").identity
    assert (identity.settings["steps"], identity.settings["picture"]) == (2, True)


@pytest.mark.media
def test_cancel_then_resume(qtbot, window, long_sound):
    open_movie(qtbot, window, long_sound)
    choose(window, steps=8)
    folder = window.project.out / "long.wav.stems"
    window.action_table["separate"].trigger()
    wait_for_chunk(qtbot, folder)
    assert not window.separation_panel.isEnabled()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.session.state is RunState.STOPPING
    wait_for_end(qtbot, window)
    assert window.session.state is RunState.STOPPED
    kept = load_manifest(folder)
    assert kept.state == "running"
    assert "8 steps" in window.run_panel.offer.text()
    assert not list(window.project.out.glob("*.wav"))
    choose(window, steps=1)  # a resumed run keeps its own
    window.action_table["resume"].trigger()
    window.session.cancel()
    wait_for_end(qtbot, window)
    assert load_manifest(folder).num_chunks >= kept.num_chunks
    window.action_table["resume"].trigger()
    shares = []
    window.session.progressed.connect(lambda: shares.append(window.session.progress.share))
    wait_for_end(qtbot, window)
    assert window.session.state is RunState.DONE, window.session.problem
    assert null_steps(window.project.out, "long") == 0
    assert shares
    assert shares == sorted(shares)
    assert load_manifest(folder).identity.settings["steps"] == 8
    assert not window.action_table["resume"].isEnabled()
    assert window.run_panel.offer.text() == ""


@pytest.mark.media
def test_earlier_stems_are_replaced_only_when_agreed(qtbot, window, long_sound):
    movie = write_movie(long_sound.with_name("a.wav"), None, [Sound(noise(0.5))])
    open_movie(qtbot, window, movie)
    choose(window)
    window.action_table["separate"].trigger()
    wait_for_end(qtbot, window)
    files = wave_files(window.project.out, "a")
    before = {path: path.stat().st_mtime_ns for path in files.values()}
    asked = answer("Cancel")
    window.action_table["separate"].trigger()
    assert "a_DX.wav" in asked[0]
    assert not window.session.running
    answer("Replace")
    window.action_table["separate"].trigger()
    wait_for_end(qtbot, window)
    assert window.session.state is RunState.DONE, window.session.problem
    assert all(path.stat().st_mtime_ns > time for path, time in before.items())


@pytest.mark.media
def test_closing_during_a_run_asks_stops_and_keeps(qtbot, window, long_sound):
    open_movie(qtbot, window, long_sound)
    choose(window, steps=64)
    window.action_table["separate"].trigger()
    wait_for_chunk(qtbot, window.project.out / "long.wav.stems")
    asked = answer("Cancel")
    assert not window.close()
    assert window.session.state is RunState.RUNNING
    answer("Stop and Close")
    press(qtbot, window, Qt.Key.Key_Q, CONTROL)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=RUN_MS)
    assert len(asked) == 1
    assert not window.session.running
    assert load_manifest(window.project.out / "long.wav.stems").num_chunks >= 1


@pytest.mark.parametrize("content", [b"", b"not a movie" * 1000])
def test_bad_file_is_one_sentence_and_the_open_movie_stays(qtbot, window, movie, content):
    open_movie(qtbot, window, movie)
    bad = movie.with_name("bad.mov")
    bad.write_bytes(content)
    with qtbot.waitSignal(window.opening.failed):
        window.open_movie(bad)
    assert "bad.mov" in window.movie_panel.problem.text()
    assert "\n" not in window.movie_panel.problem.text()
    assert window.movie_panel.problem.isVisible()
    assert window.project.movie.path == movie
    open_movie(qtbot, window, movie)
    assert not window.movie_panel.problem.isVisible()


def test_movie_that_is_gone_fails_with_one_sentence(qtbot, window, movie):
    open_movie(qtbot, window, movie)
    movie.unlink()
    window.action_table["separate"].trigger()
    wait_for_end(qtbot, window)
    assert window.session.state is RunState.FAILED
    assert "scene.mov" in window.run_panel.problem.text()
    assert window.run_panel.problem.isVisible()
    assert window.action_table["separate"].isEnabled()


def test_folder_that_cannot_be_made_fails_with_one_sentence(qtbot, window, movie):
    open_movie(qtbot, window, movie)
    window.separation_panel.folder.selectAll()
    qtbot.keyClicks(window.separation_panel.folder, str(movie / "inside"))
    window.action_table["separate"].trigger()  # the folder is still being typed
    assert window.project.out == movie / "inside"
    wait_for_end(qtbot, window)
    assert window.session.state is RunState.FAILED
    assert "choose another" in window.run_panel.problem.text()


def test_picture_without_sound_cannot_be_separated(qtbot, window, tmp_path):
    open_movie(qtbot, window, write_movie(tmp_path / "mute.mov", Picture(0.4)))
    assert not window.action_table["separate"].isEnabled()


def test_sound_track_can_be_chosen(qtbot, window, tmp_path):
    sounds = [Sound(noise(0.4)), Sound(tones(0.4, 48_000, 6), layout="5.1")]
    open_movie(qtbot, window, write_movie(tmp_path / "two.mov", Picture(0.4), sounds))
    tracks = window.movie_panel.tracks
    assert tracks.isVisible()
    qtbot.keyClick(tracks, Qt.Key.Key_Down)
    assert window.project.audio_stream == 1
    open_movie(qtbot, window, write_movie(tmp_path / "one.mov", Picture(0.4), sounds[:1]))
    assert window.project.audio_stream == 0
    assert not tracks.isVisible()


def test_last_of_several_movies_counts(qtbot, window, movie, long_sound):
    with qtbot.waitSignal(window.project.movie_changed):
        window.open_movie(movie)
        window.open_movie(movie.with_name("none.mov"))
        window.open_movie(long_sound)
    assert window.project.movie.path == long_sound


def test_long_names_do_not_widen_the_window(qtbot, window, movie):
    long = movie.with_name("Reel_3_" * 30 + ".mov")
    open_movie(qtbot, window, movie.rename(long))
    window.resize(560, 700)
    window.show_problem(f"{long} is no movie; choose another file.")
    qtbot.waitUntil(lambda: window.movie_panel.problem.height() > 60)
    assert window.centralWidget().horizontalScrollBar().maximum() == 0
    assert window.movie_panel.name.accessibleName() == long.name


def test_choice_is_remembered(window, settings):
    choose(window, steps=32, picture=False)
    window.separation_panel.renders["generated"].click()
    choice = settings.choice
    assert (choice.steps, choice.picture, choice.render) == (32, False, "generated")
    assert window.separation_panel.choice == choice


def test_folder_is_shown(window, qtbot, movie, monkeypatch):
    open_movie(qtbot, window, movie)
    assert not window.action_table["show"].isEnabled()
    window.project.out.mkdir()
    (window.project.out / "scene_DX.wav").write_bytes(b"")
    open_movie(qtbot, window, movie)
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    window.action_table["show"].trigger()
    assert shown[0].toLocalFile() == str(window.project.out)


def test_everything_has_a_name_and_can_be_reached(qtbot, window, tmp_path):
    sounds = [Sound(noise(0.4)), Sound(noise(0.4))]
    open_movie(qtbot, window, write_movie(tmp_path / "two.mov", Picture(0.4), sounds))
    wanted = Qt.FocusPolicy.TabFocus
    reachable = {
        w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & wanted
        if w.isEnabled()
    }  # fmt: skip
    for widget in reachable:
        named = QAccessible.queryAccessibleInterface(widget)
        assert named.text(QAccessible.Text.Name), widget
    first = seen = window.movie_panel.tracks
    visited = set()
    first.setFocus()
    for _ in range(40):
        visited.add(seen)
        window.focusNextChild()
        seen = window.focusWidget()
    # of radio buttons only the chosen one is a tab stop, the arrows reach the others
    assert reachable - visited <= {window.separation_panel.renders["generated"]}
