"""The whole way of an editor: open, separate, mix, mark, save, reopen, export; with a real network.

What is exported is compared with what the engine says, sample for sample.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.project.seen.selection import Selection
from app.project.view_state import TimeFormat
from app.workflows.export.export_runner import ExportState
from app.workflows.separation.run_state import RunState
from cass_core.clips import SampleSpan
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.patched_stems import PatchedStems
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.window.editor import Editor

pytestmark = pytest.mark.media

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
RATE_HZ = 48_000
TRACKS = ("DX", "FX", "MX", "MIX", "REMIX")
CLIPS = Path(os.environ.get("CASS_CLIPS", "nowhere"))
REAL_CLIPS = ("film/bbb_720p_5.1ch_5s.mp4", "talking/retalking_face5.mp4")


@pytest.fixture
def settings(tmp_path):
    return Settings(SettingsStore(tmp_path / "settings.json"))


@pytest.fixture
def editor(qtbot, qapp, settings, model):
    editor = Editor(qtbot, settings, str(model))
    yield editor
    editor.close()


@pytest.fixture
def movie(tmp_path):
    picture = Picture(3.0, flashes_s=(1.0,))
    sound = Sound(noise(3.0), codec="pcm_s24le")
    return write_movie(tmp_path / "scene.mov", picture, [sound], timecode="01:00:00:00")


@pytest.fixture
def long_sound(tmp_path):
    """Some windows of work for the tiny model."""
    return write_movie(tmp_path / "long.wav", None, [Sound(noise(30.0, 16_000, 1), 16_000, "mono")])


def stems_of(project, takes=None):
    """(stem, channel, sample) of the current version, read anew from the disk."""
    folders = [take.folder for take in takes or project.versions.current_takes]
    with PatchedStems.open(folders) as stems:
        return np.stack([stems.read(stem, project.whole) for stem in STEMS])


def read(path):
    return soundfile.read(path, dtype="float32", always_2d=True)[0].T


def mix_by_keys(editor):
    """Solo, mute, gains, a clip gain and a loop, each by its keys."""
    mix, transport = editor.project.mix, editor.transport
    quarter = editor.project.whole.stop // 4
    editor.window.lanes.lanes["DX"].canvas.setFocus()
    editor.press(KEY.Key_1)
    editor.press(KEY.Key_S)
    assert [mix.rebalance.is_heard(stem) for stem in STEMS] == [True, False, False]
    editor.press(KEY.Key_Down, times=3)
    editor.press(KEY.Key_3)
    editor.press(KEY.Key_M, SHIFT)
    assert mix.gain(Stem.MX).muted
    editor.press(KEY.Key_2)
    editor.press(KEY.Key_Up, times=2)
    editor.view.select(Selection(SampleSpan(quarter, 2 * quarter)))
    editor.wait_for_action("clip_gain_down")
    editor.press(KEY.Key_Down, ALT, times=6)
    assert mix.gain(Stem.FX).line_db_at(quarter + quarter // 2) == -6.0
    transport.seek(quarter)
    editor.press(KEY.Key_I)
    editor.press(KEY.Key_M)
    transport.seek(3 * quarter)
    editor.press(KEY.Key_O)
    editor.press(KEY.Key_L, CTRL)
    assert editor.project.timeline.looping
    editor.press(KEY.Key_1)
    editor.press(KEY.Key_S)  # everything is heard again, but the music
    editor.press(KEY.Key_4)
    editor.press(KEY.Key_Down)
    assert mix.master_db == -1.0


def undo_everything_and_redo(editor):
    """There and back leaves the document as it was."""
    before = editor.project.mix.rebalance, editor.project.timeline.markers
    count = editor.undo.index()
    editor.press(KEY.Key_Z, CTRL, times=count)
    assert editor.undo.index() == 0
    assert editor.project.mix.rebalance.is_neutral
    assert editor.project.timeline.markers == ()
    assert editor.project.versions.versions == ()
    editor.press(KEY.Key_Z, CTRL | SHIFT, times=count)
    assert (editor.project.mix.rebalance, editor.project.timeline.markers) == before


def everything(editor):
    """What a project has to bring back."""
    project, view = editor.project, editor.view
    return (
        project.mix.rebalance,
        project.timeline.markers,
        project.timeline.loop,
        project.timeline.looping,
        project.versions.takes,
        project.versions.versions,
        project.versions.current,
        view.selection,
        view.time_format,
        view.look,
    )


def check_sound_files(editor, folder):
    """Stems and remix against the engine's own samples."""
    assert editor.export(folder, tracks=TRACKS) is ExportState.DONE
    stems = stems_of(editor.project)
    files = {path.stem.rsplit("_", 1)[1]: read(path) for path in folder.glob("*.wav")}
    assert set(files) == set(TRACKS)
    for stem, samples in zip(STEMS, stems, strict=True):
        np.testing.assert_array_equal(files[stem.value], samples)
    np.testing.assert_array_equal(files["REMIX"], editor.project.mix.rebalance.mixed(stems, 0))
    np.testing.assert_allclose(files["MIX"], stems.sum(axis=0, dtype=np.float64), atol=2e-7)
    assert np.abs(files["REMIX"]).max() > 1e-3


def check_movie(editor, movie, folder):
    """The picture untouched, and beside it the remix."""
    assert editor.export(folder, name="export_remux") is ExportState.DONE
    made = next(path for path in folder.iterdir() if path.suffix in (".mov", ".mp4", ".mkv"))
    expected = editor.project.mix.rebalance.mixed(stems_of(editor.project), 0)
    heard = np.concatenate(list(decode_audio(made)), axis=1)
    assert heard.shape == expected.shape
    if probe(made).audio[0].codec == "aac":
        error = np.sqrt(np.mean((heard - expected) ** 2) / np.mean(expected**2))
        assert error < 0.03  # of a sound that is a sample late it is more
        late = np.sqrt(np.mean((heard[:, 1:] - expected[:, :-1]) ** 2) / np.mean(expected**2))
        assert late > 2 * error
    else:
        assert np.abs(heard - expected).max() <= 1.01 * 2.0**-23
    if shutil.which("ffprobe"):
        assert pictures(made) == pictures(movie)
        assert [one["codec_type"] for one in probed(made, "-show_streams")["streams"]][:2] == [
            "video",
            "audio",
        ]


def probed(path, *requests):
    command = ["ffprobe", "-v", "error", "-of", "json", *requests, str(path)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def pictures(path):
    """Times and checksums of all packets of the picture."""
    requests = ("-select_streams", "v", "-show_packets", "-show_data_hash", "md5")
    packets = probed(path, *requests)["packets"]
    return [(packet["pts_time"], packet["data_hash"]) for packet in packets]


def whole_way(editor, movie, tmp_path, steps):
    """The acceptance of the editor, on any movie and model."""
    take = editor.separate(steps=steps, picture=True)
    assert take.is_complete
    assert editor.context.listening.separated == (editor.project.whole,)
    mix_by_keys(editor)
    undo_everything_and_redo(editor)
    editor.trigger("format_samples")
    assert editor.view.time_format is TimeFormat.SAMPLES
    before = everything(editor)
    project = tmp_path / "work" / "scene.cass"
    project.parent.mkdir()
    editor.save(project)
    assert not editor.window.isWindowModified()
    editor.trigger("close")
    assert editor.project.programme is None
    editor.open(project)
    assert everything(editor) == before
    assert not editor.window.isWindowModified()
    assert editor.context.listening.separated == (editor.project.whole,)
    check_sound_files(editor, tmp_path / "out")
    check_movie(editor, movie, tmp_path / "film")


def test_whole_way_of_an_editor(editor, movie, tmp_path):
    editor.open(movie)
    whole_way(editor, movie, tmp_path, steps=2)


@pytest.mark.slow
def test_whole_way_with_the_shipped_model_and_the_demo(qtbot, qapp, settings, tmp_path):
    editor = Editor(qtbot, settings)
    try:
        with qtbot.waitSignal(editor.context.opening.opened, timeout=180_000):
            editor.trigger("open_demo")
        editor.wait(lambda: editor.project.is_decoded)
        movie = editor.project.programme.info.path
        whole_way(editor, movie, tmp_path, steps=1)  # as the model comes
    finally:
        editor.close()


@pytest.mark.clips
@pytest.mark.skipif(not CLIPS.is_dir(), reason="CASS_CLIPS names no folder of clips")
@pytest.mark.parametrize("clip", REAL_CLIPS)
def test_whole_way_with_the_shipped_model_on_a_real_clip(qtbot, qapp, settings, tmp_path, clip):
    movie = shutil.copy(CLIPS / clip, tmp_path)  # new files go beside the movie
    editor = Editor(qtbot, settings)
    try:
        editor.open(movie)
        whole_way(editor, Path(movie), tmp_path, steps=4)
    finally:
        editor.close()


def test_selection_on_trial_is_discarded_or_kept_and_versions_compared(editor, movie):
    editor.open(movie)
    editor.separate(steps=1)
    first, plain = editor.project.versions.current, stems_of(editor.project)
    part = SampleSpan(RATE_HZ, 2 * RATE_HZ)
    inner = np.s_[..., part.start + 480 : part.stop - 480]  # without the crossfades
    editor.view.select(Selection(part))
    trial = editor.separate("separate_selection", steps=3)
    assert trial.span == part
    assert editor.project.versions.trial is not None
    tried = stems_of(editor.project)
    assert np.abs(tried - plain)[inner].max() > 1e-4
    np.testing.assert_array_equal(tried[..., : part.start], plain[..., : part.start])
    np.testing.assert_allclose(tried.sum(axis=0), plain.sum(axis=0), atol=1e-6)
    editor.trigger("discard_trial")
    assert editor.project.versions.current == first
    np.testing.assert_array_equal(stems_of(editor.project), plain)
    editor.trigger("undo")
    editor.trigger("keep_trial")
    assert editor.project.versions.trial is None
    np.testing.assert_array_equal(stems_of(editor.project), tried)
    editor.view.select(None)
    editor.separate(steps=2)
    second = editor.project.versions.current
    names = [version.name for version in editor.project.versions.versions]
    assert len(names) == len(set(names)) == 2
    editor.trigger("compare_version")
    np.testing.assert_array_equal(stems_of(editor.project), tried)
    editor.trigger("compare_version")
    assert editor.project.versions.current == second
    assert np.abs(stems_of(editor.project) - tried).max() > 1e-4


def test_pause_cancel_and_resume_end_in_the_same_samples(editor, long_sound):
    editor.open(long_sound)
    separation, versions = editor.context.separation, editor.project.versions
    editor.choose(steps=4)
    with editor.qtbot.waitSignal(separation.take_grew, timeout=120_000):
        editor.trigger("separate")
    editor.trigger("pause_run")
    editor.wait(lambda: separation.state is RunState.PAUSED)
    position = versions.takes[0].position
    editor.qtbot.wait(600)
    assert versions.takes[0].position == position > 0
    editor.trigger("play")  # what is there can be heard meanwhile
    editor.wait(lambda: editor.transport.position > 0)
    editor.trigger("play")
    editor.trigger("resume_run")
    editor.wait(lambda: separation.state is RunState.RUNNING)
    with editor.qtbot.waitSignal(separation.changed, timeout=20_000):
        editor.trigger("cancel_run")
    editor.wait(lambda: not separation.busy, 20_000)  # a second, but not on a busy computer
    kept = versions.takes[0]
    assert not kept.is_complete
    editor.trigger("resume_run")
    editor.wait_for_run()
    assert versions.takes[0].is_complete
    in_pieces = stems_of(editor.project)
    again = editor.project.folder.parent / "again"
    editor.project.set_folder(again)
    editor.undo.setIndex(0)
    editor.separate(steps=4)
    assert versions.current_takes[-1].folder.parent.parent == again
    np.testing.assert_array_equal(stems_of(editor.project), in_pieces)


def files_in(folder):
    return [path.name for path in folder.rglob("*")] if folder.exists() else []


def test_export_that_is_cancelled_or_fails_leaves_nothing(editor, movie, tmp_path):
    editor.open(movie)
    editor.separate(steps=1)
    out = tmp_path / "out"
    editor.begin_export(out, tracks=TRACKS)
    editor.context.exports.cancel()
    editor.wait(lambda: not editor.context.exports.busy)
    assert editor.context.exports.state is ExportState.STOPPED
    assert files_in(out) == []
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    editor.begin_export(in_the_way / "inside", tracks=TRACKS)
    editor.wait(lambda: not editor.context.exports.busy)
    assert editor.context.exports.state is ExportState.FAILED
    assert str(in_the_way) in editor.context.exports.problem
    panel = editor.window.export_panel.panels[-1]
    assert panel.isVisible()
    assert panel.retry.isVisible()
    in_the_way.unlink()
    panel.retry.click()
    editor.wait(lambda: editor.context.exports.state is ExportState.DONE)
    assert len(files_in(in_the_way / "inside")) == len(TRACKS)
