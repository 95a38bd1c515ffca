"""An editor's way through repairs, by keys alone, compared with the samples that are expected."""

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from app.project.seen.selection import Selection
from app.workflows.export.export_runner import ExportState
from cass_core.cli import main
from cass_core.clips import SampleSpan
from cass_core.repair.opened_stems import edited_stems
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.patched_stems import PatchedStems
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.window import mouse
from tests.helpers.window.editor import Editor, serve_quickly

pytestmark = pytest.mark.media

KEY, CTRL, SHIFT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
RATE_HZ = 48_000


@pytest.fixture
def editor(qtbot, qapp, tmp_path, monkeypatch, model):
    serve_quickly(monkeypatch)
    editor = Editor(qtbot, Settings(SettingsStore(tmp_path / "settings.json")), str(model))
    yield editor
    editor.close()


@pytest.fixture
def movie(tmp_path):
    sound = Sound(noise(3.0), codec="pcm_s24le")
    return write_movie(tmp_path / "scene.mov", Picture(3.0), [sound], timecode="01:00:00:00")


def plain_stems(project):
    folders = [take.folder for take in project.versions.current_takes]
    with PatchedStems.open(folders) as stems:
        return np.stack([stems.read(stem, project.whole) for stem in STEMS])


def expected_stems(project):
    folders = [take.folder for take in project.versions.current_takes]
    changes = project.sensitivity.value, project.repairs.edits
    with edited_stems(folders, *changes, project.versions.folders) as stems:
        return np.stack([stems.read(stem, project.whole) for stem in STEMS])


def exported(editor, folder, bits=32):
    assert editor.export(folder, tracks=("DX", "FX", "MX", "MIX"), bits=bits) is ExportState.DONE
    files = {path.stem.rsplit("_", 1)[1]: path for path in folder.glob("*.wav")}
    kind = "float32" if bits == 32 else "int32"
    return {
        name: soundfile.read(path, dtype=kind, always_2d=True)[0].T for name, path in files.items()
    }


def delivered_effects(project, folder):
    """What the command line delivers of a project."""
    preset = project.with_name("own.toml")
    preset.write_text('label = "Ours"\n[sound]\ntracks = ["DX", "FX", "MX"]\nbits = 32\n')
    assert main(["deliver", str(project), "--preset", str(preset), "-o", str(folder)]) == 0
    (found,) = folder.rglob("*FX*.wav")
    return soundfile.read(found, dtype="float32")[0].T


def move_two_by_keys_and_take_one_back(editor):
    view, edits = editor.view, editor.project.repairs
    editor.window.lanes.lanes["DX"].canvas.setFocus()
    editor.press(KEY.Key_1)
    view.select(Selection(SampleSpan(20_000, 40_000), (500.0, 4000.0)))
    editor.wait_for_action("move_fx")
    editor.press(KEY.Key_2, CTRL)
    view.select(Selection(SampleSpan(90_000, 120_000)))
    editor.press(KEY.Key_3, CTRL)
    assert [edit.operation.target for edit in edits.edits] == [Stem.FX, Stem.MX]
    editor.press(KEY.Key_Z, CTRL)
    assert [edit.operation.target for edit in edits.edits] == [Stem.FX]
    assert editor.window.edits_panel.isVisible()


def test_two_sounds_are_moved_one_is_taken_back_and_the_export_holds_it(editor, movie, tmp_path):
    editor.open(movie)
    editor.separate()
    project, view = editor.project, editor.view
    plain = plain_stems(project)
    move_two_by_keys_and_take_one_back(editor)

    expected = expected_stems(project)
    assert np.abs(expected - plain)[..., 25_000:35_000].max() > 1e-3
    assert np.array_equal(expected[..., 60_000:], plain[..., 60_000:])
    mouse.drag(editor.window.lanes.lanes["MX"].header.strictness, (30, 10), (30, 0), (30, -50))
    assert project.sensitivity.value[Stem.MX].percent == 60
    expected = expected_stems(project)
    assert np.abs(expected - plain)[..., 60_000:].max() > 1e-3
    heard = editor.context.listening.stems
    assert np.array_equal(heard.read(Stem.FX, project.whole), expected[1])
    files = exported(editor, tmp_path / "float")
    for stem, samples in zip(STEMS, expected, strict=True):
        np.testing.assert_array_equal(files[stem.code], samples)
    whole_steps = exported(editor, tmp_path / "24", bits=24)
    total = sum(whole_steps[stem.code].astype(np.int64) for stem in STEMS)
    assert np.array_equal(total, whole_steps["MIX"])

    editor.save(tmp_path / "scene.cass")
    delivered = delivered_effects(tmp_path / "scene.cass", tmp_path / "house")
    np.testing.assert_array_equal(delivered, expected[1])

    editor.press(KEY.Key_7, CTRL)  # nothing is selected there
    assert project.repairs.edits.edits[0].is_on
    view.select(Selection(SampleSpan(20_000, 21_000)))
    editor.wait_for_action("switch_repair")
    editor.press(KEY.Key_7, CTRL)
    assert not project.repairs.edits.edits[0].is_on
    editor.press(KEY.Key_Z, CTRL, times=2)
    editor.press(KEY.Key_7, CTRL)
    assert np.array_equal(expected_stems(project), plain)
    editor.press(KEY.Key_Z, CTRL)
    editor.press(KEY.Key_Z, CTRL | SHIFT)

    edits, sensitivity = project.repairs.edits, project.sensitivity.value
    editor.trigger("save")
    editor.wait(lambda: not editor.window.isWindowModified())
    editor.trigger("close")
    assert len(project.repairs.edits) == 0
    editor.open(tmp_path / "scene.cass")
    assert (project.repairs.edits, project.sensitivity.value) == (edits, sensitivity)


def separated_here(editor):
    """The take of the repair that the key makes of a selection."""
    editor.view.select(Selection(SampleSpan(40_000, 70_000), (300.0, 3000.0)))
    editor.wait_for_action("separate_here")
    editor.press(KEY.Key_8, CTRL)
    editor.wait_for_run()
    (edit,) = editor.project.repairs.edits
    return editor.project.versions.take(edit.operation.take)


def test_a_selection_is_separated_again_and_lands_in_its_band(editor, movie, tmp_path):
    editor.open(movie)
    editor.separate()
    project = editor.project
    plain = plain_stems(project)
    assert separated_here(editor).choice.seed == 1  # the same once more would be the same sound
    editor.press(KEY.Key_Z, CTRL)
    editor.choose(steps=3)
    take = separated_here(editor)
    assert take.is_complete
    assert (take.choice.steps, take.choice.seed) == (3, 0)
    assert len(project.versions.versions) == 1
    expected = expected_stems(project)
    assert np.abs(expected - plain)[..., 45_000:65_000].max() > 1e-4
    assert np.array_equal(expected[..., 80_000:], plain[..., 80_000:])
    assert np.abs((expected.astype(np.float64) - plain).sum(axis=0)).max() < 1e-6
    heard = editor.context.listening.stems
    assert np.array_equal(heard.read(Stem.MX, project.whole), expected[2])
    files = exported(editor, tmp_path / "float")
    np.testing.assert_array_equal(files["MX"], expected[2])
    editor.save(tmp_path / "scene.cass")
    delivered = delivered_effects(tmp_path / "scene.cass", tmp_path / "house")
    np.testing.assert_array_equal(delivered, expected[1])
    editor.trigger("close")
    assert take.folder.is_dir()  # the saved project needs it
    editor.open(tmp_path / "scene.cass")
    again = editor.context.listening.stems
    assert np.array_equal(again.read(Stem.MX, project.whole), expected[2])
    editor.trigger("select_all")
    editor.wait_for_action("switch_repair")
    editor.press(KEY.Key_7, CTRL)
    assert np.array_equal(editor.context.listening.stems.read(Stem.MX, project.whole), plain[2])


def test_after_separating_anew_the_user_is_asked_which_repairs_stay(editor, movie):
    editor.open(movie)
    editor.separate(steps=2)
    review, offer = editor.context.repair_review, editor.window.edits_panel.offer
    for lane, key in (("FX", KEY.Key_1), ("DX", KEY.Key_3)):
        editor.view.set_focus(lane)
        editor.view.select(Selection(SampleSpan(20_000, 40_000)))
        editor.wait_for_action("move_fx")
        editor.press(key, CTRL)
    edits = editor.project.repairs.edits
    editor.separate(steps=20)  # leaves 17 dB less in the effects, and as much in the dialogue
    editor.wait(lambda: review.unneeded == edits.edits[:1])
    assert offer.isVisible()
    assert "1 " in offer.words.text()
    offer.keep.click()
    assert not offer.isVisible()
    assert editor.project.repairs.edits == edits
    editor.trigger("drop_mended")
    editor.wait(lambda: editor.project.repairs.edits.edits == edits.edits[1:])
    editor.press(KEY.Key_Z, CTRL)
    assert editor.project.repairs.edits == edits


def test_only_what_is_selected_is_heard_and_the_playhead_comes_back(editor, movie):
    editor.open(movie)
    editor.separate()
    editor.window.lanes.lanes["DX"].canvas.setFocus()
    editor.press(KEY.Key_1)
    editor.view.select(Selection(SampleSpan(48_000, 60_000), (500.0, 2000.0)))
    editor.wait_for_action("play_selected_only")
    editor.press(KEY.Key_A)
    assert editor.transport.plays_other_tracks
    editor.wait(lambda: not editor.transport.playing, 20_000)
    assert editor.transport.position == 48_000
    editor.press(KEY.Key_P)
    editor.wait(lambda: editor.transport.position > 60_000, 20_000)
    assert not editor.transport.plays_other_tracks
    editor.press(KEY.Key_P)
    editor.transport.pause()
    assert editor.transport.position == 48_000


def test_in_and_out_are_the_selection_and_its_numbers_can_be_typed(editor, movie):
    editor.open(movie)
    view, bar = editor.view, editor.window.lanes.selection_bar
    editor.transport.seek(24_000)
    editor.press(KEY.Key_I)
    editor.transport.seek(72_000)
    editor.press(KEY.Key_O)
    assert view.selection == Selection(SampleSpan(24_000, 72_000))
    view.set_snaps_to_frames(True)
    editor.transport.seek(72_700)
    editor.press(KEY.Key_O)
    assert view.selection == Selection(SampleSpan(24_000, 72_960))  # the 38th picture
    view.set_snaps_to_frames(False)
    view.select(Selection(SampleSpan(24_000, 72_000)))
    editor.press(KEY.Key_Right, SHIFT, times=2)
    assert view.selection.span.stop == 74_880
    for field, text in (
        (bar.low, "500"),
        (bar.high, "4000"),
        (bar.length, "0.5"),
        (bar.amount, "80"),
    ):
        field.setFocus()
        field.setText(text)
        editor.press(KEY.Key_Return)
    assert view.selection == Selection(SampleSpan(24_000, 48_000), (500.0, 4000.0))
    assert view.repair.amount == 0.8
    bar.high.setFocus()
    bar.high.setText("loud")
    editor.press(KEY.Key_Return)
    assert "loud" in editor.said
    assert view.selection.band_hz == (500.0, 4000.0)
