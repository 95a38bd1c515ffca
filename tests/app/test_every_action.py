"""Each row of the table of actions does something that a user can notice."""

from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from app.commands.mix_commands import SetStemGain
from app.commands.timeline_commands import AddMarker, SetLoop
from app.dialogs.questions import Answer
from app.look.theme import choose_theme, chosen_theme
from app.project.review.reviews import Review, ReviewedFlag
from app.project.seen.selection import Selection
from app.project.seen.spectrogram_look import TRANSFORM_LENGTHS
from app.project.view_state import TimeFormat, Tool
from app.workflows.separation.run_state import RunState
from cass_core.clips import SampleSpan
from cass_core.review.cells.bands import num_cells
from cass_core.review.cells.judged import JudgedCells, packed
from cass_core.review.evidence.cell_store import CellReader
from cass_core.review.evidence.row_store import RowWriter
from cass_core.review.flag import Flag, Kind
from cass_core.review.reviewing import review_folder
from cass_core.stem_names import STEMS, Stem
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.separation.quick_worker import SLOW_STEPS

RATE_HZ = 48_000
SECOND = RATE_HZ
LENGTHS = (*TRANSFORM_LENGTHS, "shorter", "longer")
DIALOGS = {
    "open": "QFileDialog",
    "import_markers": "QFileDialog",
    "export_markers": "QFileDialog",
    "open_project": "QFileDialog",
    "save_as": "QFileDialog",
    "export": "ExportDialog",
    "export_remux": "ExportDialog",
    "relink": "RelinkDialog",
    "palette": "CommandPalette",
    "shortcuts": "ShortcutEditor",
    "shortcuts_help": "ShortcutEditor",
    "preferences": "PreferencesDialog",
    "about": "AboutDialog",
    "models": "ModelsDialog",
    "report": "ReportDialog",
}


def gains(e):
    return e.project.mix.rebalance


def position(e):
    return e.transport.position


def versions(e):
    now = e.project.versions
    return now.versions, now.current, now.trial


def run_state(e):
    return e.context.separation.state


def tool(e):
    return e.view.tool


def shown_lanes(e):
    return e.view.shown_lanes


def repairs(e):
    return e.project.repairs.edits


def sensitivity(e):
    return e.project.sensitivity.value


def selection(e):
    return e.view.selection


# what has to be another one after the action
SEEN = {
    "undo": lambda e: e.undo.index(),
    "redo": lambda e: e.undo.index(),
    "select_all": selection,
    "select_loop": selection,
    "select_none": selection,
    "delete": lambda e: e.project.timeline.markers,
    "save": lambda e: e.context.saver.modified,
    "first_run": lambda e: e.window.first_page.isVisible(),
    "zoom_in": lambda e: e.view.visible,
    "zoom_out": lambda e: e.view.visible,
    "zoom_selection": lambda e: e.view.visible,
    "zoom_all": lambda e: e.view.visible,
    "zoom_back": lambda e: e.view.visible,
    "follow": lambda e: e.view.follow,
    **{
        f"show_{lane}": shown_lanes for lane in ("loudness", "misplaced", "filmstrip", "difference")
    },
    "waveform": lambda e: e.view.look.waveform,
    "owners": lambda e: e.view.look.owners,
    **{f"frequencies_{to}": lambda e: e.view.look.seen for to in ("in", "out", "selection")},
    **{f"contrast_{to}": lambda e: e.view.look.floor_db for to in ("more", "less")},
    **{f"length_{to}": lambda e: e.view.look.n_fft for to in LENGTHS},
    "toggle_video": lambda e: e.window.video.isVisible(),
    "tool_select": tool,
    **{
        f"tool_{name}": tool
        for name in ("gain_line", "bleed_line", "lasso", "brush", "wand", "harmonics")
    },
    "fullscreen": lambda e: e.window.isFullScreen(),
    "play": lambda e: e.transport.playing,
    "half_speed": lambda e: e.transport.speed,
    "to_start": position,
    "go_to_time": lambda e: e.window.transport_bar.position.hasFocus(),
    "to_end": position,
    "shuttle_back": lambda e: e.transport.speed,
    "shuttle_stop": lambda e: e.transport.playing,
    "shuttle_forward": lambda e: e.transport.playing,
    "frame_back": position,
    "frame_forward": position,
    "ten_frames_back": position,
    "ten_frames_forward": position,
    "loop": lambda e: e.project.timeline.looping,
    "set_in": lambda e: e.project.timeline.loop,
    "set_out": lambda e: e.project.timeline.loop,
    "clear_loop": lambda e: e.project.timeline.loop,
    "add_marker": lambda e: e.project.timeline.markers,
    "previous_marker": position,
    "next_marker": position,
    "ab": lambda e: e.context.playback.comparison.original,
    "return_to_start": lambda e: e.transport.return_to_start,
    "solo": gains,
    "mute": gains,
    "gain_up": gains,
    "gain_down": gains,
    "clip_gain_up": gains,
    "clip_gain_down": gains,
    "balance_by_picture": lambda e: e.said,
    "less_bleed": sensitivity,
    "fewer_artefacts": sensitivity,
    "reset_mix": gains,
    **{f"move_{stem.value.lower()}": repairs for stem in STEMS},
    **{f"guide_{stem.value.lower()}": repairs for stem in STEMS},
    "isolate": lambda e: e.said,
    "share_out": repairs,
    "gate": repairs,
    "gate_silent": lambda e: e.context.speech_gate.busy,
    "fill": repairs,
    "separate_here": repairs,
    "switch_repair": repairs,
    "drop_mended": lambda e: e.said,
    "play_selection": lambda e: e.transport.playing,
    "play_selected_only": lambda e: e.transport.plays_other_tracks,
    "play_all_but": lambda e: e.transport.plays_other_tracks,
    "extend_back": selection,
    "extend_forward": selection,
    "nudge_back": selection,
    "nudge_forward": selection,
    "selection_here": selection,
    "snap_frames": lambda e: e.view.snaps_to_frames,
    "find_misplaced": lambda e: e.context.reviewing.busy,
    "next_problem": lambda e: e.project.reviews.chosen,
    "previous_problem": lambda e: e.project.reviews.chosen,
    "listen_problem": lambda e: e.project.timeline.looping,
    "accept_problem": repairs,
    "dismiss_problem": lambda e: e.project.reviews.review.num_decided,
    "separate": lambda e: len(e.project.versions.takes),
    "separate_selection": lambda e: len(e.project.versions.takes),
    "pause_run": run_state,
    "resume_run": run_state,
    "cancel_run": run_state,
    "next_version": versions,
    "compare_version": versions,
    "keep_trial": versions,
    "discard_trial": versions,
    "close": lambda e: e.project.programme,
    "quit": lambda e: e.window.isVisible(),
    **{f"theme_{name}": lambda e: chosen_theme(e.context.settings) for name in ("dark", "light")},
    "theme_desktop": lambda e: chosen_theme(e.context.settings),
    **{f"scale_{name}": lambda e: e.view.look.scale for name in ("mel", "log", "linear")},
    **{f"format_{one.value}": lambda e: e.view.time_format for one in TimeFormat},
    **{f"focus_{name}": lambda e: e.view.focus for name in ("dx", "fx", "mx", "mix")},
    **{f"solo_{stem.value.lower()}": gains for stem in STEMS},
}


def set_look(e, **values):
    e.view.set_look(replace(e.view.look, **values))


def part_of_axis(e):
    set_look(e, seen=(0.2, 0.5))


def wear(e, name):
    choose_theme(QApplication.instance(), e.context.settings, name)


def begin_slow_run(e):
    e.choose(steps=SLOW_STEPS)
    e.trigger("separate")
    e.wait(lambda: run_state(e) is RunState.RUNNING)


def begin_and_pause(e):
    begin_slow_run(e)
    e.trigger("pause_run")
    e.wait(lambda: run_state(e) is RunState.PAUSED)


def begin_trial(e):
    e.separate("separate_selection", steps=3)
    assert e.project.versions.trial is not None


def find_two(e):
    """As if a review had found two places, the first of which is looked at."""
    takes, length = e.project.versions.current_takes, e.project.whole.stop
    frames = num_cells(length, RATE_HZ)
    silent = JudgedCells(
        *(np.zeros((frames, *s), np.float32) for s in ((3, 32), (3, 3, 32), (3, 3)))
    )
    cells = CellReader(review_folder([take.folder for take in takes]), frames)
    with RowWriter(cells, "") as store:
        store.append(packed(silent))
    flags = [
        Flag(Stem.FX, Stem.DX, SampleSpan(at * SECOND, at * SECOND + 9_600), 100.0, 4_000.0,
             Kind.SPEECH_IN_FX, 0.8, -30.0)
        for at in (1, 2)
    ]  # fmt: skip
    found = Review(tuple(take.name for take in takes), tuple(map(ReviewedFlag, flags)))
    e.project.reviews.set_review(found)
    e.project.reviews.choose(flags[0].key)


# what has to be so before
BEFORE = {
    "zoom_out": lambda e: e.view.zoom(0.1, SECOND),
    **{f"{what}_problem": find_two for what in ("next", "previous", "listen", "accept", "dismiss")},
    "switch_repair": lambda e: e.trigger("move_fx"),
    "drop_mended": lambda e: e.trigger("move_fx"),
    "zoom_all": lambda e: e.view.zoom(0.1, SECOND),
    "zoom_back": lambda e: e.view.zoom_to(SampleSpan(0, SECOND)),
    "tool_select": lambda e: e.view.set_tool(Tool.GAIN_LINE),
    **{f"frequencies_{to}": part_of_axis for to in ("out", "selection")},
    "scale_mel": lambda e: set_look(e, scale="log"),
    "length_2048": lambda e: set_look(e, n_fft=512),
    "format_timecode": lambda e: e.view.set_time_format(TimeFormat.SAMPLES),
    "theme_dark": lambda e: wear(e, "light"),
    "theme_light": lambda e: wear(e, "dark"),
    "theme_desktop": lambda e: wear(e, "dark"),
    "focus_dx": lambda e: e.view.set_focus("MIX"),
    "shuttle_stop": lambda e: e.transport.play(),
    "delete": lambda e: e.undo.push(AddMarker(e.project.timeline, position(e), "here")),
    "pause_run": begin_slow_run,
    "resume_run": begin_and_pause,
    "cancel_run": begin_slow_run,
    "keep_trial": begin_trial,
    "discard_trial": begin_trial,
    "separate": lambda e: e.choose(steps=5),
    "separate_selection": lambda e: e.choose(steps=6),
}


def prepare(e):
    """The middle of a session: everything is open, marked, selected, and can be undone."""
    e.context.separation.cancel()
    e.wait_for_run()
    if e.window.first_page.isVisible():
        e.trigger("first_run")
    e.transport.pause()
    e.transport.seek(SECOND)
    timeline, mix = e.project.timeline, e.project.mix
    e.undo.clear()
    timeline.set_markers(())
    for second in (0.5, 2.5):
        e.undo.push(AddMarker(timeline, round(second * SECOND), f"at {second}"))
    e.undo.push(SetLoop(timeline, SampleSpan(SECOND // 4, 2 * SECOND), False))
    e.undo.push(SetStemGain(mix, Stem.FX, mix.gain(Stem.FX).gain_db - 1.0, 0))
    e.undo.push(SetStemGain(mix, Stem.FX, mix.gain(Stem.FX).gain_db - 1.0, 1))
    e.undo.undo()
    e.view.show_span(e.project.whole)
    e.view.select(Selection(SampleSpan(SECOND // 2, 2 * SECOND)))
    e.view.set_focus("DX")
    e.view.set_tool(Tool.SELECT)
    e.view.set_time_format(TimeFormat.TIMECODE)
    set_look(e, scale="mel", n_fft=2048)
    e.settle()


@contextmanager
def dialogs():
    """Close every dialog at once; gives the names of their classes."""
    seen = []

    def look():
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                seen.append(type(widget).__name__)
                widget.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield seen
    timer.stop()


def acts(e, name):
    """Whether triggering an action does what the tables above say."""
    prepare(e)
    BEFORE.get(name, lambda _: None)(e)
    try:
        e.wait_for_action(name)
    except Exception:  # qtbot's own kind; the whole list is worth more than the first
        return False
    if name in DIALOGS:
        with dialogs() as seen:
            e.trigger(name)
            e.qtbot.wait(40)
        return DIALOGS[name] in seen
    before = SEEN[name](e)
    e.actions[name].trigger()
    try:
        e.wait(lambda: SEEN[name](e) != before, 5000)
    except Exception:
        return False
    return True


@pytest.mark.media
def test_every_action_acts(editor, tmp_path, monkeypatch):
    length_s = 12.0
    movie = write_movie(tmp_path / "scene.mov", Picture(length_s), [Sound(noise(length_s))])
    editor.open(movie)
    editor.save(tmp_path / "scene.cass")
    for steps in (1, 2):
        editor.separate(steps=steps)
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url) or True)
    monkeypatch.setattr(editor.window.demo, "start", lambda: shown.append("demo"))
    last = ("close", "quit")
    names = [name for name in editor.actions.names() if name not in last]
    idle = [name for name in names if name in SEEN or name in DIALOGS if not acts(editor, name)]
    for name in ("open_log", "open_demo"):
        shown.clear()
        editor.trigger(name)
        idle += [] if shown else [name]
    editor.undo.setClean()
    editor.context.saver.autosaving.clear()
    monkeypatch.setattr("app.controls.file_controls.save_changes", lambda *_: Answer.DISCARD)
    idle += [name for name in last if name == "close" and not acts(editor, name)]
    editor.trigger("quit")
    assert not editor.window.isVisible()
    assert idle == []


def test_the_tables_above_know_every_action(editor):
    special = {"open_log", "open_demo", "recent"}
    assert set(SEEN) | set(DIALOGS) | special == set(editor.actions.names())


def test_recent_files_are_a_menu(editor, movie):
    menu = editor.actions["recent"].menu()
    assert isinstance(menu, QMenu)
    assert not any(action.isEnabled() for action in menu.actions())
    editor.open(movie)
    editor.trigger("close")
    entries = editor.actions["recent"].menu().actions()
    assert [entry.text() for entry in entries] == ["scene.mov"]
    with editor.qtbot.waitSignal(editor.context.opening.opened):
        entries[0].trigger()
