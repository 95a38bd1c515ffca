"""Delivered WAV files: bit-exact sums, full scale, masks, and nothing left behind."""

import json
import subprocess

import numpy as np
import pytest
import soundfile

from cass_core.clips import AudioClip
from cass_core.errors import OutputError
from cass_core.media.sound.array_source import ArraySource
from cass_core.media.sound.extensible_header import WaveEncoding
from cass_core.stem_names import STEMS
from cass_core.stems.stem_set import StemSet
from cass_core.stems.stem_writer import StemSetWriter
from cass_core.stems.wave_export import TRACKS, export_sources, export_waves
from tests.helpers.project.tiny_stems import identity, sounds, written_set

NAME = "Szene 7 – Straße"
STEP = 2.0**-23


def sources(stems, mixture, layout="stereo"):
    def source(samples):
        return ArraySource(AudioClip(np.asarray(samples, np.float32), 48_000, layout))

    return source(mixture), dict(zip(STEMS, map(source, stems), strict=True))


def exported(stems, mixture, directory, layout="stereo", **options):
    progress = list(export_sources(*sources(stems, mixture, layout), directory, NAME, **options))
    assert all(step.result is None for step in progress[:-1])
    return progress[-1].result


def integers(path):
    samples, _ = soundfile.read(path, dtype="int32", always_2d=True)
    assert not (samples & 0xFF).any()
    return (samples >> 8).T.astype(np.int64)


def test_set_on_disk_becomes_four_files(tmp_path):
    stems, mixture = sounds(200_000)
    stem_set = StemSet.open(written_set(tmp_path / "a.stems", stems, mixture, 90_000))
    *_, last = export_waves(stem_set, tmp_path / "neu" / "out", NAME)
    result = last.result
    assert result.integer_null_exact
    assert result.encoding is WaveEncoding.PCM_24
    assert result.null_depth_db == -200.0
    assert result.notice is None
    assert sorted(path.name for path in (tmp_path / "neu" / "out").iterdir()) == sorted(
        f"{NAME}_{track}.wav" for track in TRACKS
    )
    for track, samples in zip(("MIX", "DX", "FX"), (mixture, *stems[:2]), strict=True):
        rounded = np.rint(samples.astype(np.float64) * 2**23).astype(np.int64)
        np.testing.assert_array_equal(integers(result.paths[track]), rounded)
    # two roundings and the float sum, in steps
    assert np.abs(integers(result.paths["MX"]) - stems[2] * 2.0**23).max() <= 2.5


@pytest.mark.parametrize("num_samples", [0, 1, 3, 65_535, 65_536, 65_537])
@pytest.mark.parametrize("level", [1e-6, 0.01, 0.3])
def test_integers_sum_bit_for_bit(tmp_path, num_samples, level):
    stems, mixture = sounds(num_samples, seed=num_samples, level=level)
    result = exported(stems, mixture, tmp_path)
    assert result.integer_null_exact
    dx, fx, mx, mix = (integers(result.paths[track]) for track in TRACKS)
    assert mix.shape == (2, num_samples)
    np.testing.assert_array_equal(dx + fx + mx, mix)


def test_halves_are_rounded_to_even(tmp_path):
    halves = np.array([[0.5, 1.5, 2.5, -0.5, -1.5]]) * STEP
    result = exported([halves, halves * 0, halves * 0], halves, tmp_path, "mono")
    assert integers(result.paths["MIX"]).tolist() == [[0, 2, 2, 0, -2]]


HIGHEST, LOWEST = 1 - STEP, -1.0


@pytest.mark.parametrize(
    ("dx", "fx", "mix", "fits"),
    [
        (HIGHEST, 0.0, HIGHEST, True),
        (LOWEST, 0.0, LOWEST, True),
        (1.0, 0.0, 1.0, False),
        (HIGHEST, -STEP, LOWEST + STEP, False),  # the remainder is -2 + 3 steps
        (-0.5, 0.0, 0.5 - STEP, True),  # the remainder is the highest number
        (-0.5, 0.0, 0.5, False),  # the remainder is full scale
        (0.5, 0.0, -0.5, True),  # the remainder is the lowest number
        (0.5, STEP, -0.5, False),  # the remainder is one step below it
        (1.5, -1.0, 0.25, False),
        (0.25, 0.25, -1.25, False),
        (40.0, -40.0, 0.0, False),
    ],
)
def test_full_scale_decides_the_format(tmp_path, dx, fx, mix, fits):
    stems = np.zeros((3, 2, 70_000))
    stems[:2, 0, -1] = dx, fx
    stems[2, 0, -1] = mix - dx - fx
    mixture = np.zeros((2, 70_000))
    mixture[0, -1] = mix
    result = exported(stems, mixture, tmp_path)
    assert result.encoding is (WaveEncoding.PCM_24 if fits else WaveEncoding.FLOAT_32)
    assert result.integer_null_exact is fits
    assert (result.notice is None) is fits
    if fits:
        parts = [integers(result.paths[stem.value]) for stem in STEMS]
        np.testing.assert_array_equal(sum(parts), integers(result.paths["MIX"]))
    else:
        assert "32-bit float" in result.notice
        for track, samples in zip(TRACKS, (*stems, mixture), strict=True):
            read, _ = soundfile.read(result.paths[track], dtype="float32", always_2d=True)
            np.testing.assert_array_equal(read.T, samples.astype(np.float32))
            assert soundfile.info(result.paths[track]).subtype == "FLOAT"
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(
    ("layout", "num_channels", "shown"),
    [
        ("mono", 1, "mono"),
        ("stereo", 2, "stereo"),
        ("3.0", 3, "3.0"),
        ("2.1", 3, "2.1"),
        ("quad", 4, "quad"),
        ("5.1", 6, "5.1"),
        ("5.1(side)", 6, "5.1(side)"),
        ("7.1", 8, "7.1"),
        ("7.1(wide)", 8, "7.1(wide)"),
    ],
)
def test_speakers_are_those_of_the_layout(tmp_path, layout, num_channels, shown):
    stems, mixture = sounds(100, num_channels)
    result = exported(stems, mixture, tmp_path, layout)
    for path in result.paths.values():
        command = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(path)]
        stream = json.loads(subprocess.check_output(command))["streams"][0]
        assert stream["channel_layout"] == shown
        assert stream["channels"] == num_channels
        assert stream["codec_name"] == "pcm_s24le"
        assert stream["bits_per_raw_sample"] == "24"
        assert stream["duration_ts"] == 100


def test_unfinished_set_is_refused(tmp_path):
    with StemSetWriter.create_or_resume(tmp_path / "a", identity(100), resume=False):
        pass
    with pytest.raises(OutputError, match="not finished"):
        list(export_waves(StemSet.open(tmp_path / "a"), tmp_path / "out", NAME))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("spoil", [np.nan, np.inf, 0.01])
def test_stems_that_do_not_sum_are_refused(tmp_path, spoil):
    stems, mixture = sounds(1000)
    stems[2, 0, 500] += spoil
    with pytest.raises(OutputError, match="do not sum"):
        exported(stems, mixture, tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("steps", [0, 1, 3, 6])
def test_cancelled_export_leaves_nothing(tmp_path, steps):
    stems, mixture = sounds(200_000)
    (tmp_path / f"{NAME}_DX.wav").write_bytes(b"former")
    progress = export_sources(*sources(stems, mixture), tmp_path, NAME, overwrite=True)
    for _ in range(steps):
        next(progress)
    progress.close()
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}_DX.wav"]
    assert (tmp_path / f"{NAME}_DX.wav").read_bytes() == b"former"


def test_existing_files_are_kept_unless_told(tmp_path):
    stems, mixture = sounds(1000)
    (tmp_path / f"{NAME}_FX.wav").write_bytes(b"former")
    with pytest.raises(OutputError, match="exists already"):
        exported(stems, mixture, tmp_path)
    assert (tmp_path / f"{NAME}_FX.wav").read_bytes() == b"former"
    assert exported(stems, mixture, tmp_path, overwrite=True).integer_null_exact
    assert len(list(tmp_path.iterdir())) == 4


def test_full_disk_leaves_nothing(tmp_path, monkeypatch):
    stems, mixture = sounds(200_000)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cass_core.media.sound.wave_writer.os.fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        exported(stems, mixture, tmp_path)
    assert not list(tmp_path.iterdir())


def test_files_that_read_back_wrong_are_never_published(tmp_path, monkeypatch):
    stems, mixture = sounds(1000)
    honest = soundfile.SoundFile.read

    def forgetful(self, *arguments, **options):
        block = honest(self, *arguments, **options)
        if "_MX" in self.name and len(block):
            block[0] += 256
        return block

    monkeypatch.setattr(soundfile.SoundFile, "read", forgetful)
    with pytest.raises(OutputError, match="do not read back"):
        exported(stems, mixture, tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["", "a/b", "a\\b", "a:b", "..\0"])
def test_name_must_be_a_file_name(tmp_path, name):
    with pytest.raises(OutputError, match="cannot start a file name"):
        list(export_sources(*sources(*sounds(10)), tmp_path, name))


def test_directory_that_is_a_file(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="choose another folder"):
        exported(*sounds(10), tmp_path / "file")
