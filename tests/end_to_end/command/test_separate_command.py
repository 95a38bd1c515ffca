"""`cass separate` from the file to the stems: shape, sum, repetition and what it says."""

import json
import shutil
import subprocess
from fractions import Fraction

import numpy as np
import pytest
import soundfile

from cass_core.clips import SampleSpan
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.stem_names import STEMS
from tests.helpers.command_line import (
    call_cass,
    null_steps,
    run_cass,
    samples_of,
    start_cass,
    wave_files,
)
from tests.helpers.media.movies import Picture, Sound, beeps, noise, tones, write_movie

pytestmark = pytest.mark.media

PROGRAMMES = {
    "mono 8 kHz": (Sound(noise(1.3, 8_000, 1), 8_000, "mono"), ".mov"),
    "stereo 11.025 kHz": (Sound(noise(1.3, 11_025), 11_025), ".mov"),
    "stereo 16 kHz": (Sound(noise(1.3, 16_000), 16_000), ".mov"),
    "stereo 44.1 kHz": (Sound(noise(1.3, 44_100), 44_100, codec="aac"), ".mp4"),
    "stereo 48 kHz, late": (Sound(noise(1.3), codec="flac", start_s=Fraction(1, 2)), ".mkv"),
    "2.1": (Sound(tones(1.3, 48_000, 3), layout="2.1"), ".mov"),
    "5.1": (Sound(tones(1.3, 48_000, 6), layout="5.1", codec="pcm_s24le"), ".mov"),
    "5.1(side), AC-3": (Sound(tones(1.3, 48_000, 6), layout="5.1(side)", codec="ac3"), ".mov"),
    "7.1 96 kHz": (Sound(tones(0.9, 96_000, 8), 96_000, "7.1", "pcm_s24le"), ".mov"),
    "silence": (Sound(np.zeros((2, 48_000), np.float32)), ".mov"),
    "one sample": (Sound(noise(1 / 48_000, 48_000, 1), layout="mono"), ".mov"),
    "beyond full scale": (Sound(12 * noise(1.0), codec="pcm_f32le"), ".mov"),
}
SOUND_FILES = {".wav": "PCM_16", ".flac": "PCM_24", ".aiff": "PCM_24", ".mp3": None, ".ogg": None}


def separate(capfd, model, movie, *more):
    out = movie.parent / "stems"
    return out, run_cass(capfd, "separate", movie, "-o", out, "--model", model, *more)


def ffmpeg_samples(movie, stream=0):
    """(channel, sample) float32 as FFmpeg's own program decodes them."""
    if shutil.which("ffmpeg") is None:
        pytest.skip("the program ffmpeg is not installed")
    channels = next(decode_audio(movie, stream)).shape[0]
    command = ["ffmpeg", "-v", "error", "-i", str(movie), "-map", f"0:a:{stream}", "-f", "f32le"]
    done = subprocess.run([*command, "-"], check=True, capture_output=True)
    return np.frombuffer(done.stdout, "<f4").reshape(-1, channels).T


def float_stems(folder):
    found = {}
    for path in folder.glob("*.wav"):
        with FloatWaveReader(path) as track:
            found[path.stem] = track.read(SampleSpan(0, track.num_samples))
    return found


def check_stems(out, movie, expected, rate_hz):
    """Shape, float sum and integer sum of what a run has left."""
    working = float_stems(out / f"{movie.name}.stems")
    assert {track.shape for track in working.values()} == {expected.shape}
    error = working["mixture"] - sum(working[stem.value].astype(np.float64) for stem in STEMS)
    assert np.abs(error).max() <= 1e-6  # -120 dBFS
    for path in wave_files(out, movie.stem).values():
        with soundfile.SoundFile(path) as file:
            assert (file.channels, len(file)) == expected.shape
            assert file.samplerate == rate_hz
    return working


@pytest.mark.parametrize("name", PROGRAMMES)
def test_stems_have_the_programmes_shape_and_sum_to_it(capfd, tmp_path, model, name):
    sound, ending = PROGRAMMES[name]
    movie = write_movie(tmp_path / f"scene{ending}", Picture(0.4), [sound])
    out, done = separate(capfd, model, movie, "--no-picture")
    assert done.code == 0, done.err
    expected = ffmpeg_samples(movie)
    working = check_stems(out, movie, expected, sound.rate_hz)
    if sound.codec.startswith("pcm"):
        np.testing.assert_array_equal(working["mixture"], expected)
    if name == "beyond full scale":
        assert "32-bit float" in done.err
    else:
        assert null_steps(out, "scene") == 0
        assert "bit for bit" in done.out


@pytest.mark.parametrize("ending", SOUND_FILES)
def test_sound_file_without_a_picture(capfd, tmp_path, model, ending):
    path = tmp_path / f"take{ending}"
    soundfile.write(path, noise(1.0, 44_100).T, 44_100, subtype=SOUND_FILES[ending])
    out, done = separate(capfd, model, path)
    assert done.code == 0, done.err
    decoded = np.concatenate(list(decode_audio(path)), axis=1)
    check_stems(out, path, decoded, 44_100)
    assert null_steps(out, "take") == 0


def test_layout_is_written_down_for_the_editor(capfd, tmp_path, model):
    movie = write_movie(tmp_path / "a.mov", None, [Sound(tones(0.5, 48_000, 6), layout="5.1")])
    out, _ = separate(capfd, model, movie)
    probed = run_cass(capfd, "probe", out / "a_DX.wav", "--json")
    assert json.loads(probed.out)["audio"][0]["layout"] == "5.1"


def test_three_stems_differ_and_are_not_the_mixture(capfd, tmp_path, model):
    movie = write_movie(tmp_path / "a.mov", None, [Sound(noise(1.0))])
    out, _ = separate(capfd, model, movie)
    tracks = [samples_of(path) for path in wave_files(out, "a").values()]
    for i, first in enumerate(tracks):
        assert all(np.abs(first - other).max() > 1000 for other in tracks[i + 1 :])


def test_each_sound_stream_can_be_chosen(capfd, tmp_path, model):
    sounds = [Sound(noise(0.5)), Sound(tones(0.7, 48_000, 1), layout="mono")]
    movie = write_movie(tmp_path / "a.mov", Picture(0.5), sounds)
    for stream in (0, 1):
        more = ("--audio-stream", stream, "--no-picture", "--overwrite")
        out, done = separate(capfd, model, movie, *more)
        assert done.code == 0, done.err
        check_stems(out, movie, ffmpeg_samples(movie, stream), 48_000)


@pytest.mark.parametrize(
    ("start", "stop", "first", "last"),
    [
        ("01:00:00:10", "01:00:01:05", 19_200, 57_600),
        ("0.4", "1.2", 19_200, 57_600),
        ("00:00:00.400", None, 19_200, 96_000),
        (None, "0:01", 0, 48_000),
        (None, "99", 0, 96_000),
    ],
)
def test_part_between_two_times(capfd, tmp_path, model, start, stop, first, last):
    sound = Sound(beeps([0.4], 2.0))
    movie = write_movie(tmp_path / "a.mov", Picture(), [sound], timecode="01:00:00:00")
    times = [*(("--from", start) if start else ()), *(("--to", stop) if stop else ())]
    out, done = separate(capfd, model, movie, "--no-picture", *times)
    assert done.code == 0, done.err
    mixture = samples_of(out / "a_MIX.wav")
    expected = np.round(sound.samples.astype(np.float64) * 2**15) * 2**8
    np.testing.assert_array_equal(mixture, expected[:, first:last])
    assert null_steps(out, "a") == 0
    manifest = json.loads((out / "a.mov.stems" / "manifest.json").read_text())
    assert manifest["span"] == [first, last]
    assert manifest["start_timecode"] == f"01:00:00:{10 if first else 0:02d}"


def test_part_has_the_samples_of_the_whole(capfd, tmp_path, model):
    movie = write_movie(tmp_path / "a.wav", None, [Sound(noise(8.0))])
    out, _ = separate(capfd, model, movie)
    whole = samples_of(out / "a_DX.wav")
    separate(capfd, model, movie, "--from", "2.5", "--to", "7", "--overwrite")
    part = samples_of(out / "a_DX.wav")
    # windows and noise lie on the programme's clock
    np.testing.assert_array_equal(part, whole[:, 120_000:336_000])


@pytest.mark.parametrize("render", ["faithful", "generated"])
def test_same_twice_and_another_seed_differs(capfd, tmp_path, model, render):
    movie = write_movie(tmp_path / "a.mov", Picture(1.0), [Sound(noise(1.0))])
    results = []
    for seed in (1, 1, 2):
        more = ("--render", render, "--seed", seed, "--overwrite", "--steps", 2)
        out, done = separate(capfd, model, movie, *more)
        assert done.code == 0, done.err
        assert null_steps(out, "a") == 0
        results.append([path.read_bytes() for path in wave_files(out, "a").values()])
    assert results[0] == results[1]
    assert results[0][0] != results[2][0]


@pytest.mark.parametrize(
    "name",
    ["Szene 7 – Straße.mov", "シーン第七.mov", 'a\'b "c" & $(d);*?.mov', "x" * 251 + ".mov"],
    ids=["german", "japanese", "signs", "longest"],
)
def test_any_file_name(capfd, tmp_path, model, name):
    folder = tmp_path / "ordner mit ümlaut"
    folder.mkdir()
    movie = write_movie(tmp_path / "plain.mov", None, [Sound(noise(0.3))]).rename(folder / name)
    out, done = separate(capfd, model, movie)
    assert done.code == 0, done.err
    waves = sorted(out.glob("*.wav"))
    assert len(waves) == 4
    assert {path.name[-7:] for path in waves} == {"_DX.wav", "_FX.wav", "_MX.wav", "MIX.wav"}
    assert all(str(path) in done.out for path in waves)


def test_deep_folder(capfd, tmp_path, model):
    folder = tmp_path.joinpath(*["sehr langer ordner mit ö" * 4] * 8)
    folder.mkdir(parents=True)
    movie = write_movie(tmp_path / "a.mov", None, [Sound(noise(0.3))]).rename(folder / "a.mov")
    assert len(str(movie)) > 800
    out, done = separate(capfd, model, movie)
    assert done.code == 0, done.err
    assert null_steps(out, "a") == 0


def test_picture_is_looked_at_once(capfd, tmp_path, model):
    movie = write_movie(tmp_path / "a.mov", Picture(1.0, flashes_s=(0.4,)), [Sound(noise(1.0))])
    out, done = separate(capfd, model, movie)
    assert done.code == 0, done.err
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "cass_cache").rglob("*.npy")}
    assert kept
    first = (out / "a_DX.wav").read_bytes()
    separate(capfd, model, movie, "--overwrite")
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert (out / "a_DX.wav").read_bytes() == first
    separate(capfd, model, movie, "--overwrite", "--no-picture")
    assert (out / "a_DX.wav").read_bytes() != first


def test_working_files_are_gone_afterwards(capfd, tmp_path, model):
    movie = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.5))])
    out, _ = separate(capfd, model, movie)
    names = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    working = {f"a.wav.stems/{name}.wav" for name in ("DX", "FX", "MX", "mixture")}
    assert names == {f"a_{track}.wav" for track in ("DX", "FX", "MX", "MIX")} | working | {
        "a.wav.stems/manifest.json"
    }


def test_json_as_a_process_of_its_own(tmp_path, model):
    movie = write_movie(tmp_path / "a.mov", Picture(0.5), [Sound(noise(6.0))])
    done = call_cass(
        "separate", movie, "-o", tmp_path / "stems", "--model", model, "--json", "--device", "cpu",
        "--no-picture", "--session", "reaper,aaf",
    )  # fmt: skip
    assert done.code == 0
    assert done.err == ""
    *progress, last = map(json.loads, done.out.splitlines())
    assert {event["event"] for event in progress} == {"progress"}
    shares = [event["share"] for event in progress]
    assert shares == sorted(shares)
    assert last["event"] == "done"
    assert last["integer_null_exact"] is True
    assert last["null_depth_db"] <= -120
    assert last["warnings"] == []
    assert set(last["files"]) == {"DX", "FX", "MX", "MIX"}
    names = ("a.rpp", "a.aaf")
    assert list(last["sessions"].values()) == [str(tmp_path / "stems" / name) for name in names]
    assert "Picture" in (tmp_path / "stems" / "a.rpp").read_text(encoding="utf-8")
    assert null_steps(tmp_path / "stems", "a") == 0


def test_reader_that_goes_away_is_no_error_message(tmp_path, model):
    movie = write_movie(tmp_path / "a.wav", None, [Sound(noise(2.0))])
    arguments = ("separate", movie, "-o", tmp_path / "stems", "--model", model, "--device", "cpu")
    process = start_cass(*arguments, "--json")
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(timeout=60) == 141
