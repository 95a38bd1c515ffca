"""What the program can live with: it goes on, and says once what it did."""

import json
import shutil

import numpy as np
import pytest

from cass_core.media.sound.audio_reader import decode_audio
from tests.helpers.command_line import null_steps, run_cass, samples_of
from tests.helpers.media import bad_files as bad
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media


@pytest.fixture
def separate(capfd, tmp_path, model):
    def run(movie, *more):
        base = ("-o", tmp_path / "stems", "--model", model, "--device", "cpu")
        return run_cass(capfd, "separate", movie, *base, *more)

    return run


def check_said_once(done, words):
    assert done.code == 0, done.err
    assert done.err.count(words) == 1, done.err
    assert "Traceback" not in done.err
    assert all(line.endswith(".") for line in done.err.splitlines()), done.err


def manifest(folder, name):
    return json.loads((folder / "stems" / f"{name}.stems" / "manifest.json").read_text())


def test_samples_that_are_no_numbers(separate, tmp_path):
    path = bad.wave_with_nan(tmp_path)
    done = separate(path)
    check_said_once(done, "nan.wav: 21 samples were no numbers and became silence")
    mixture = samples_of(tmp_path / "stems" / "nan_MIX.wav")
    assert not mixture[:, 100:110].any()
    assert mixture[0, 200] == 0 != mixture[1, 200]
    assert null_steps(tmp_path / "stems", "nan") == 0
    assert "21 samples" in manifest(tmp_path, "nan.wav")["warnings"][0]


def test_sentences_are_in_the_json_too(separate, tmp_path):
    done = separate(bad.wave_with_nan(tmp_path), "--json")
    events = [json.loads(line) for line in done.out.splitlines()]
    assert "21 samples" in events[-1]["warnings"][0]
    said = [event["warning"] for event in events[:-1] if event["warning"]]
    assert said == events[-1]["warnings"]


def test_sound_that_is_cut_off(separate, tmp_path):
    path = bad.cut_wave(tmp_path)
    done = separate(path)
    assert done.code == 0, done.err
    whole = np.concatenate(list(decode_audio(path)), axis=1)
    assert samples_of(tmp_path / "stems" / "cut_MIX.wav").shape == whole.shape
    assert null_steps(tmp_path / "stems", "cut") == 0


def test_start_timecode_that_cannot_be(separate, tmp_path):
    done = separate(bad.odd_timecode(tmp_path), "--no-picture", "--to", "0.2")
    check_said_once(done, "The start timecode '01:00:00:27' of odd.mkv does not exist at 25 frames")
    assert manifest(tmp_path, "odd.mkv")["start_timecode"] is None


@pytest.mark.parametrize("content", [None, b"no model"], ids=["missing", "no model"])
def test_bad_face_model(separate, tmp_path, content):
    face_model = tmp_path / "face.task"
    if content is not None:
        face_model.write_bytes(content)
    movie = bad.good_movie(tmp_path)
    done = separate(movie, "--face-model", face_model)
    check_said_once(done, "The face model")
    assert str(face_model) in done.err
    assert manifest(tmp_path, "good.mov")["settings"]["picture"] is True


def test_damaged_picture_cache_is_made_again(separate, tmp_path):
    movie = bad.good_movie(tmp_path)
    assert separate(movie).code == 0
    first = samples_of(tmp_path / "stems" / "good_DX.wav")
    for path in (tmp_path / "cass_cache").rglob("*.npy"):
        path.write_bytes(b"x" * 10)
    done = separate(movie, "--overwrite")
    assert done.code == 0, done.err
    assert done.err == "What was kept of the picture was damaged and is made anew.\n"
    np.testing.assert_array_equal(samples_of(tmp_path / "stems" / "good_DX.wav"), first)


def test_changed_picture_is_not_mixed_into_a_stopped_run(separate, tmp_path):
    movie = bad.good_movie(tmp_path)
    assert separate(movie).code == 0
    done = separate(movie, "--no-picture", "--resume", "--overwrite")
    assert done.code == 2
    assert 'the setting "picture"' in done.err


def test_finished_run_writes_its_files_again(separate, tmp_path):
    movie = bad.good_movie(tmp_path)
    assert separate(movie).code == 0
    for path in (tmp_path / "stems").glob("*.wav"):
        path.unlink()
    done = separate(movie)
    assert done.code == 2
    assert "use --resume to go on" in done.err
    assert separate(movie, "--resume").code == 0
    assert null_steps(tmp_path / "stems", "good") == 0


def test_moved_movie_goes_on(separate, tmp_path):
    movie = bad.good_movie(tmp_path)
    assert separate(movie).code == 0
    (tmp_path / "elsewhere").mkdir()
    shutil.move(movie, tmp_path / "elsewhere")
    done = separate(tmp_path / "elsewhere" / "good.mov", "--resume", "--overwrite")
    assert done.code == 0, done.err
    assert manifest(tmp_path, "good.mov")["media_path"] == str(tmp_path / "elsewhere" / "good.mov")


def test_damaged_model_does_not_hide_the_others(capfd, tmp_path, model):
    models = tmp_path / "cass_data" / "models"
    shutil.copytree(model, models / "good")
    bad.cut_description(models)
    done = run_cass(capfd, "models")
    check_said_once(done, "model.json is damaged")
    assert "good: unittest_tiny" in done.out


def test_model_of_the_users_folder_by_name(capfd, tmp_path, model, separate):
    shutil.copytree(model, tmp_path / "cass_data" / "models" / "mine")
    assert separate(bad.good_movie(tmp_path), "--model", "mine").code == 0
    assert manifest(tmp_path, "good.mov")["model_name"] == "mine"


def test_picture_shorter_than_the_sound(separate, tmp_path):
    path = write_movie(tmp_path / "a.mov", Picture(0.2), [Sound(noise(3.0))])
    done = separate(path)
    assert done.code == 0, done.err
    assert samples_of(tmp_path / "stems" / "a_MIX.wav").shape == (2, 144_000)


def test_cpu_is_told_where_it_was_not_asked_for(capfd, tmp_path, model):
    import torch

    if torch.cuda.is_available() or torch.backends.mps.is_available():
        pytest.skip("there is a graphics card here")
    out = tmp_path / "stems"
    done = run_cass(capfd, "separate", bad.good_movie(tmp_path), "-o", out, "--model", model)
    check_said_once(done, "No CUDA graphics card: using the CPU.")


@pytest.mark.parametrize(("peak", "level"), [(0.5, ""), (200.0, "+46"), (1e5, "+100")])
def test_a_null_that_is_coarser_than_usual_is_said(separate, tmp_path, peak, level):
    samples = noise(1.0)
    samples *= peak / np.abs(samples).max()
    path = write_movie(tmp_path / "hot.wav", None, [Sound(samples, codec="pcm_f32le")])
    done = separate(path, "--bits", "32")
    assert done.code == 0, done.err
    assert ("dBFS only, because its samples reach" in done.err) == bool(level)
    assert f"reach {level} dBFS" in done.err or not level
