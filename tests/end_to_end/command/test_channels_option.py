"""`cass separate --channels`, `--group`: some channels, or several tracks as one sound."""

import argparse
import json

import numpy as np
import pytest
import soundfile

from cass_core.cli.number_types import track_numbers
from cass_core.clips import SampleSpan
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.stem_names import STEMS
from tests.helpers.command_line import null_steps, run_cass, wave_files
from tests.helpers.media.movies import Picture, Sound, noise, tones, write_movie

pytestmark = pytest.mark.media


def seven_one(folder):
    sound = Sound(tones(0.8, 48_000, 8), layout="7.1", codec="pcm_s24le")
    return write_movie(folder / "film.mov", Picture(0.8), [sound])


def dual_mono(folder):
    return write_movie(folder / "two.mov", Picture(0.8), [Sound(noise(0.8))])


def second_track(folder):
    sounds = [Sound(noise(0.8)), Sound(noise(0.8, channels=4, seed=1), layout="4.0")]
    return write_movie(folder / "tracks.mov", Picture(0.8), sounds)


def poly(folder):
    samples = noise(0.8, channels=16)
    soundfile.write(folder / "poly.wav", samples.T, 48_000, subtype="PCM_24")
    return folder / "poly.wav"


def separate(capfd, model, movie, channels, *more):
    out = movie.parent / "stems"
    arguments = ("--channels", channels, "--no-picture", *more)
    return out, run_cass(capfd, "separate", movie, "-o", out, "--model", model, *arguments)


@pytest.mark.parametrize(
    ("make", "text", "stream", "rows", "layout"),
    [
        (seven_one, "1,2,3,4,5,6", 0, (0, 1, 2, 3, 4, 5), "5.1"),
        (seven_one, "3", 0, (2,), "mono"),
        (dual_mono, "2", 0, (1,), "mono"),
        (dual_mono, "1,2", 0, (), "stereo"),
        (second_track, " 4, 1", 1, (0, 3), "stereo"),
        (poly, "1,3,16", 0, (0, 2, 15), "3 channels"),
        (poly, "1,2,3,4,5,6,7,8,9,10", 0, tuple(range(10)), "10 channels"),
    ],
)
def test_stems_are_of_these_channels(capfd, tmp_path, model, make, text, stream, rows, layout):
    movie = make(tmp_path)
    out, done = separate(capfd, model, movie, text, "--audio-stream", stream)
    assert done.code == 0, done.err
    expected = np.concatenate(list(decode_audio(movie, stream)), axis=1)
    expected = expected[list(rows)] if rows else expected
    working = out / f"{movie.name}.stems"
    tracks = {}
    for name in ("mixture", *(stem.value for stem in STEMS)):
        with FloatWaveReader(working / f"{name}.wav") as reader:
            assert reader.layout == layout
            tracks[name] = reader.read(SampleSpan(0, reader.num_samples))
    np.testing.assert_array_equal(tracks["mixture"], expected)
    error = tracks["mixture"] - sum(tracks[stem.value].astype(np.float64) for stem in STEMS)
    assert np.abs(error).max() <= 1e-6
    assert null_steps(out, movie.stem) == 0
    manifest = json.loads((working / "manifest.json").read_text())
    assert manifest["layout"] == layout
    assert manifest["num_channels"] == len(expected)
    assert manifest.get("channels", []) == list(rows)
    for path in wave_files(out, movie.stem).values():
        assert probe(path).audio[0].num_channels == len(expected)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3", "two.mov has 2 channels, so there is no channel 3; choose others."),
        ("1,17", "no channel 17"),
        ("0", "must be channel numbers from 1"),
        ("-1", "must be channel numbers from 1"),
        ("L", "must be channel numbers from 1"),
        ("1,,2", "must be channel numbers from 1"),
        ("", "must be channel numbers from 1"),
    ],
)
def test_channels_that_are_not_there_are_one_sentence(capfd, tmp_path, model, text, words):
    movie = dual_mono(tmp_path)
    try:
        out, done = separate(capfd, model, movie, f"{text}")
        code, said, lines = done.code, done.err, done.refusals
        assert len(lines) == 1
    except SystemExit as end:  # the parser's own refusal
        code, said, out = end.code, capfd.readouterr().err, tmp_path / "stems"
    assert code == 2
    assert words in said
    assert not out.exists() or not list(out.iterdir())


def test_a_run_of_other_channels_is_never_gone_on_with(capfd, tmp_path, model):
    movie = dual_mono(tmp_path)
    out, done = separate(capfd, model, movie, "1")
    assert done.code == 0, done.err
    before = {path: path.read_bytes() for path in wave_files(out, "two").values()}
    _, other = separate(capfd, model, movie, "2", "--resume", "--overwrite")
    assert other.code == 2
    assert "the channels (1 before, 2 now)" in other.err
    assert {path: path.read_bytes() for path in before} == before
    _, again = separate(capfd, model, movie, "1", "--resume", "--overwrite")
    assert again.code == 0, again.err


EIGHT = tones(0.6, 48_000, 8)


@pytest.fixture
def eight_mono(tmp_path):
    sounds = [Sound(row[None], layout="mono", codec="pcm_s24le") for row in EIGHT]
    return write_movie(tmp_path / "film.mov", Picture(0.6), sounds)


def grouped(capfd, model, movie, group, *more):
    out = movie.parent / "stems"
    arguments = ("--group", group, "--no-picture", *more)
    return out, run_cass(capfd, "separate", movie, "-o", out, "--model", model, *arguments)


@pytest.mark.parametrize(
    ("text", "stream", "channels", "rows", "layout"),
    [
        ("1-6", 0, [0, 1, 2, 3, 4, 5], range(6), "5.1"),
        ("7+8", 6, [0, 1], (6, 7), "stereo"),
        ("2+4-5", 1, [0, 2, 3], (1, 3, 4), "3 channels"),
    ],
)
def test_stems_are_of_these_tracks(capfd, model, eight_mono, text, stream, channels, rows, layout):
    out, done = grouped(capfd, model, eight_mono, text)
    assert done.code == 0, done.err
    working = out / "film.mov.stems"
    manifest = json.loads((working / "manifest.json").read_text())
    found = [manifest[name] for name in ("audio_stream", "channels", "layout")]
    assert found == [stream, channels, layout]
    with FloatWaveReader(working / "mixture.wav") as reader:
        mixture = reader.read(SampleSpan(0, reader.num_samples))
    np.testing.assert_allclose(mixture, EIGHT[list(rows)], atol=2**-22)
    assert null_steps(out, "film") == 0
    for path in wave_files(out, "film").values():
        assert probe(path).audio[0].layout == layout
    assert "number" not in done.err  # no other tracks are mentioned


def test_a_run_of_another_group_is_never_gone_on_with(capfd, model, eight_mono):
    assert grouped(capfd, model, eight_mono, "1+2")[1].code == 0
    other = grouped(capfd, model, eight_mono, "1+3", "--resume", "--overwrite")[1]
    assert other.code == 2
    assert "the channels (1, 2 before, 1, 3 now)" in other.err
    again = grouped(capfd, model, eight_mono, "1+2", "--resume", "--overwrite")[1]
    assert again.code == 0, again.err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--group", "1-9"), "film.mov has 8 sound tracks, so there is no track 9"),
        (("--group", "1+2", "--channels", "1"), "leave --audio-stream and --channels out"),
        (("--group", "1+2", "--audio-stream", "1"), "leave --audio-stream and --channels out"),
    ],
)
def test_a_group_that_cannot_be_is_one_sentence(capfd, model, eight_mono, more, words):
    out, done = grouped(capfd, model, eight_mono, *more[1:])
    assert (done.code, len(done.refusals)) == (2, 1)
    assert words in done.err
    assert not out.exists()


@pytest.mark.parametrize("text", ["", "1", "0-2", "2-1", "1+", "a", "1,2", "1--2", "1+1", "-1"])
def test_what_is_no_group(text):
    with pytest.raises(argparse.ArgumentTypeError, match="must be numbers of two tracks or more"):
        track_numbers(text)


def test_endless_numbers_take_no_memory():
    assert len(track_numbers("1-999999999999")) == 1000
