"""Another sound track or other channels in the real window, up to the files that leave it."""

from dataclasses import replace

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.dialogs.channel_dialog import ChannelDialog
from app.project.project_file import load_document
from app.workflows.export.export_choice import remembered
from app.workflows.export.export_planner import ExportPlanner
from cass_core.clips import SampleSpan
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.stem_names import REMIX_CODE, TRACK_CODES
from tests.helpers.media.movies import Picture, Sound, noise, tones, write_movie
from tests.helpers.separation.quick_worker import SLOW_STEPS
from tests.helpers.window.editor import answering

pytestmark = pytest.mark.media

LEFT_AND_RIGHT_DIFFER = noise(2.0, seed=5)


def decoded(path, stream=0):
    return np.concatenate(list(decode_audio(path, stream)), axis=1)


@pytest.fixture
def two_languages(tmp_path):
    sounds = [
        Sound(tones(2.0, 48_000, 6), layout="5.1", codec="pcm_s24le", language="eng"),
        Sound(noise(2.0, seed=3), codec="pcm_s24le", language="ger"),
        Sound(noise(2.0, channels=1, seed=4), layout="mono", language="fra"),
    ]
    return write_movie(tmp_path / "film.mov", Picture(2.0), sounds, timecode="10:00:00:00")


@pytest.fixture
def dual_mono(tmp_path):
    sound = Sound(LEFT_AND_RIGHT_DIFFER, codec="pcm_s24le")
    return write_movie(tmp_path / "two.mov", Picture(2.0), [sound], timecode="01:00:00:00")


@pytest.fixture
def seven_one(tmp_path):
    sound = Sound(tones(2.0, 48_000, 8), layout="7.1", codec="pcm_s24le")
    return write_movie(tmp_path / "wide.mov", Picture(2.0), [sound])


@pytest.fixture
def poly(tmp_path):
    soundfile.write(tmp_path / "poly.wav", noise(2.0, channels=16).T, 48_000, subtype="PCM_24")
    return tmp_path / "poly.wav"


def row_of(editor):
    return editor.window.separation_panel.sound


def change(editor, act):
    """Ask for another sound and wait until it is open."""
    with editor.qtbot.waitSignal(editor.context.opening.opened, timeout=20_000):
        act()
    editor.wait(lambda: editor.project.is_decoded)
    editor.settle()


def choose_track(editor, number):
    row_of(editor).tracks.setCurrentIndex(number)
    row_of(editor).tracks.activated.emit(number)


def choose_side(editor, index):
    row_of(editor).sides.setCurrentIndex(index)
    row_of(editor).sides.activated.emit(index)


def choose_channels(editor, *numbers):
    """Check these channels in the dialog."""

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChannelDialog)
        dialog.presets["None"].click()
        for number in numbers:
            dialog.boxes[number].click()
        dialog.accept()

    QTimer.singleShot(50, answer)
    row_of(editor).channels.click()


def exported(editor, folder, **wanted):
    """Export as the window plans it; gives the result."""
    context = editor.context
    planner = ExportPlanner(context.project, context.view)
    usual = remembered(context.settings, context.project)
    choice = replace(usual, **{"folder": folder, "tracks": TRACK_CODES, "bits": 32} | wanted)
    assert planner.problem(choice) == ""
    with editor.qtbot.waitSignal(context.exports.finished, timeout=60_000) as done:
        context.exports.start(planner.order(choice))
    return done.args[0]


def remixed(editor, folder):
    """The movie with the remix as its sound."""
    return exported(editor, folder, tracks=(REMIX_CODE,), as_movie=True, movie_key="mov")


def check_sound_files(paths, expected, layout):
    """Mixture and stems as files: these channels, and a sum that is the mixture."""
    tracks = {name: decoded(path) for name, path in paths.items()}
    np.testing.assert_array_equal(tracks["MIX"], expected)
    error = tracks["MIX"] - sum(tracks[name].astype(np.float64) for name in ("DX", "FX", "MX"))
    assert np.abs(error).max() <= 1e-6
    assert {probe(path).audio[0].layout for path in paths.values()} == {layout}


def test_another_language_is_opened_separated_and_put_back(editor, two_languages, tmp_path):
    editor.open(two_languages)
    programme = editor.project.programme
    assert (programme.audio_stream, programme.layout) == (0, "5.1")
    change(editor, lambda: choose_track(editor, 1))
    programme = editor.project.programme
    assert (programme.audio_stream, programme.layout, programme.channels) == (1, "stereo", ())
    assert row_of(editor).tracks.currentText().startswith("2: German")
    assert editor.context.listening.mixture.num_channels == 2
    take = editor.separate(steps=1)
    assert take.is_complete
    result = remixed(editor, tmp_path)
    made = result.paths["MOVIE"]
    assert not result.notices
    audio = probe(made).audio
    assert [stream.num_channels for stream in audio] == [6, 2, 1]
    assert [stream.language for stream in audio] == ["eng", "ger", "fra"]
    assert probe(made).start_timecode == "10:00:00:00"
    for stream in range(3):
        np.testing.assert_array_equal(decoded(made, stream), decoded(two_languages, stream))


def test_remix_takes_the_place_of_the_track_that_is_open(editor, two_languages, tmp_path):
    editor.open(two_languages)
    change(editor, lambda: choose_track(editor, 1))
    editor.separate(steps=1)
    editor.trigger("solo_dx")
    made = remixed(editor, tmp_path).paths["MOVIE"]
    before = decoded(two_languages, 1)
    np.testing.assert_allclose(decoded(made, 1), before / 2, atol=2**-22)
    for stream in (0, 2):
        np.testing.assert_array_equal(decoded(made, stream), decoded(two_languages, stream))


def test_surround_within_a_wider_track(editor, seven_one, tmp_path):
    editor.open(seven_one)
    change(editor, lambda: choose_channels(editor, 0, 1, 2, 3, 4, 5))
    programme = editor.project.programme
    assert (programme.channels, programme.layout) == ((0, 1, 2, 3, 4, 5), "5.1")
    assert row_of(editor).channels.text() == "6 of 8…"
    editor.separate(steps=1)
    whole = decoded(seven_one)
    check_sound_files(exported(editor, tmp_path / "files").paths, whole[:6], "5.1")
    result = remixed(editor, tmp_path / "movie")
    made = result.paths["MOVIE"]
    assert probe(made).audio[0].layout == "5.1"
    np.testing.assert_array_equal(decoded(made), whole[:6])
    assert result.notices == (
        "The new sound holds only channels 1, 2, 3, 4, 5, 6 of the sound that it replaces.",
    )


def test_right_side_of_a_dual_mono_track(editor, dual_mono, tmp_path):
    editor.open(dual_mono)
    change(editor, lambda: choose_side(editor, 2))
    programme = editor.project.programme
    assert (programme.channels, programme.layout, programme.num_channels) == ((1,), "mono", 1)
    assert row_of(editor).sides.currentText() == "Right only"
    mixture = editor.context.listening.mixture
    right = decoded(dual_mono)[1:]
    np.testing.assert_array_equal(mixture.read(SampleSpan(0, 96_000)), right)
    editor.separate(steps=1)
    paths = exported(editor, tmp_path / "files").paths
    check_sound_files(paths, right, "mono")
    assert probe(paths["DX"]).time_reference == 3600 * 48_000
    result = remixed(editor, tmp_path / "movie")
    np.testing.assert_array_equal(decoded(result.paths["MOVIE"]), right)
    assert result.notices == ("The new sound holds only channel 2 of the sound that it replaces.",)


def test_some_tracks_of_a_recorder(editor, poly, tmp_path):
    editor.open(poly)
    assert editor.project.programme.layout == "16 channels"
    change(editor, lambda: choose_channels(editor, 0, 7, 15))
    assert editor.project.programme.layout == "3 channels"
    assert row_of(editor).channels.text() == "1 8 16…"
    editor.separate(steps=1)
    whole = decoded(poly)
    check_sound_files(exported(editor, tmp_path).paths, whole[[0, 7, 15]], "3 channels")


@pytest.mark.parametrize("channels", [(0, 1), (3,), (2, 7, 15)])
def test_any_choice_can_be_played(editor, poly, channels):
    editor.context.opening.open_media(poly, 0, channels)
    editor.wait(lambda: editor.project.is_decoded)
    editor.settle()
    editor.transport.play()
    editor.wait(lambda: editor.transport.position > 4_800)
    editor.transport.stop()


def test_a_saved_project_opens_the_same_sound_again(editor, two_languages, tmp_path):
    editor.open(two_languages)
    change(editor, lambda: choose_track(editor, 1))
    change(editor, lambda: choose_side(editor, 1))
    take = editor.separate(steps=1)
    editor.save(tmp_path / "film.cass")
    editor.trigger("close")
    change(editor, lambda: editor.window.open_path(tmp_path / "film.cass"))
    programme = editor.project.programme
    assert (programme.audio_stream, programme.channels) == (1, (0,))
    (kept,) = editor.project.versions.takes
    assert (kept.folder, kept.span, kept.choice) == (take.folder, take.span, take.choice)
    assert editor.context.listening.separated == (editor.project.whole,)


def test_versions_are_not_given_up_without_a_question(editor, two_languages):
    editor.open(two_languages)
    take = editor.separate(steps=1)
    with answering("Cancel") as asked:
        choose_track(editor, 1)
    assert asked[0].startswith("Open the other sound without the versions?")
    assert editor.project.versions.takes == (take,)
    assert row_of(editor).tracks.currentIndex() == 0
    with answering("Open", "Cancel") as asked:
        choose_track(editor, 1)
    assert "Save the changes" in asked[1]
    assert editor.project.versions.takes == (take,)
    with answering("Open", "Don’t save"):
        change(editor, lambda: choose_track(editor, 1))
    assert not editor.project.versions.takes
    assert editor.project.programme.audio_stream == 1
    assert (take.folder / "DX.wav").is_file()


def test_changes_are_saved_before_the_other_sound_is_opened(editor, two_languages, tmp_path):
    editor.open(two_languages)
    editor.save(tmp_path / "film.cass")
    editor.trigger("add_marker")
    with answering("Save"):
        change(editor, lambda: choose_track(editor, 2))
    assert editor.project.programme.audio_stream == 2
    assert not editor.project.timeline.markers
    assert load_document(tmp_path / "film.cass").markers
    assert load_document(tmp_path / "film.cass").media.audio_stream == 0


def test_a_running_separation_keeps_its_sound(editor, two_languages):
    editor.open(two_languages)
    editor.choose(steps=SLOW_STEPS)
    editor.trigger("separate")
    assert not row_of(editor).tracks.isEnabled()
    editor.wait_for_action("cancel_run")
    editor.trigger("cancel_run")
    editor.wait_for_run()
    assert row_of(editor).tracks.isEnabled()


def test_a_refused_sound_leaves_the_open_one(editor, dual_mono):
    editor.open(dual_mono)
    row_of(editor).sides.setCurrentIndex(1)
    editor.context.opening.open_media(dual_mono, 0, (6,))
    editor.wait(lambda: "no channel 7" in editor.said)
    assert editor.project.programme.channels == ()
    assert row_of(editor).sides.currentIndex() == 0


def test_mono_tracks_together_up_to_the_movie_with_the_remix(editor, tmp_path):
    rows = noise(2.0, channels=6, seed=9)
    sounds = [Sound(row[None], layout="mono", codec="pcm_s24le") for row in rows]
    movie = write_movie(tmp_path / "six.mov", Picture(2.0), sounds, timecode="01:00:00:00")
    editor.open(movie)
    assert row_of(editor).tracks.count() == 10
    change(editor, lambda: choose_track(editor, 6))
    programme = editor.project.programme
    assert (programme.layout, programme.channels) == ("5.1", (0, 1, 2, 3, 4, 5))
    assert row_of(editor).tracks.currentText() == "1-6 together, 5.1"
    mixture = editor.context.listening.mixture.read(SampleSpan(0, 96_000))
    np.testing.assert_allclose(mixture, rows, atol=2**-22)
    editor.separate(steps=1)
    check_sound_files(exported(editor, tmp_path / "files").paths, mixture, "5.1")
    result = remixed(editor, tmp_path / "movie")
    streams = probe(result.paths["MOVIE"]).audio  # tracks go out as they came in
    assert [stream.num_channels for stream in streams] == [1] * 6
    tracks = [decoded(result.paths["MOVIE"], row) for row in range(6)]
    np.testing.assert_array_equal(np.concatenate(tracks), mixture)
    path = tmp_path / "six.cass"
    editor.save(path)
    assert load_document(path).media.channels == programme.channels
    editor.trigger("close")
    change(editor, lambda: editor.window.open_path(path))
    assert editor.project.programme.layout == "5.1"
    assert editor.context.listening.separated == (editor.project.whole,)
    with answering("Open"):
        change(editor, lambda: choose_track(editor, 1))
    assert editor.project.programme.num_channels == 1
