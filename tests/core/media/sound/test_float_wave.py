import subprocess
from shutil import disk_usage, which

import numpy as np
import pytest
import soundfile

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, OutputError
from cass_core.media.files.layout_names import channel_names, layout_of_mask, named_layout
from cass_core.media.sound import float_wave
from cass_core.media.sound.float_wave import FloatWaveReader, FloatWaveWriter, create
from cass_core.media.sound.wave_header import channel_mask
from tests.helpers.media.movies import noise


def write(path, samples, rate_hz=48000, layout="stereo"):
    with create(path, rate_hz, layout, samples.shape[1]) as writer:
        writer.write(0, samples)
    return path


@pytest.mark.parametrize(
    ("layout", "channels", "mask"),
    [("mono", 1, 0x4), ("stereo", 2, 0x3), ("5.1", 6, 0x3F), ("5.1(side)", 6, 0x60F),
     ("7.1", 8, 0x63F), ("7.1.4", 12, 0x2D63F)],
)  # fmt: skip
def test_other_programs_read_it_exactly(tmp_path, layout, channels, mask):
    samples = noise(0.1, 44100, channels)
    path = write(tmp_path / "a.wav", samples, 44100, layout)
    data, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    assert rate_hz == 44100
    np.testing.assert_array_equal(data.T, samples)
    assert soundfile.info(path).subtype == "FLOAT"
    assert channel_mask(layout) == mask
    with FloatWaveReader(path) as reader:
        assert (reader.layout, reader.num_channels) == (layout, channels)


@pytest.mark.skipif(which("ffprobe") is None, reason="ffprobe is not installed")
def test_ffprobe_names_layout_and_length(tmp_path):
    path = write(tmp_path / "a.wav", noise(0.5, 48000, 6), layout="5.1(side)")
    entries = "stream=codec_name,sample_rate,channel_layout,duration_ts"
    command = ["ffprobe", "-v", "error", "-show_entries", entries, "-of", "csv=p=0", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stderr == ""
    assert answer.stdout.strip() == "pcm_f32le,48000,5.1(side),24000"


def test_blocks_land_where_they_are_told_and_the_rest_is_silent(tmp_path):
    samples = noise(0.1)
    with create(tmp_path / "a.wav", 48000, "stereo", 10_000) as writer:
        writer.write(6000, samples[:, :1000])
        writer.write(100, samples[:, 1000:1500])
        writer.fsync()
    with FloatWaveReader(tmp_path / "a.wav") as reader:
        whole = reader.read(SampleSpan(0, 10_000))
    expected = np.zeros((2, 10_000), np.float32)
    expected[:, 6000:7000] = samples[:, :1000]
    expected[:, 100:600] = samples[:, 1000:1500]
    np.testing.assert_array_equal(whole, expected)


def test_file_is_whole_before_anything_is_written(tmp_path):
    writer = create(tmp_path / "a.wav", 48000, "5.1", 4800)
    data, _ = soundfile.read(tmp_path / "a.wav")
    assert data.shape == (4800, 6)
    assert not data.any()
    writer.close()


def test_reading_outside_gives_zeros(tmp_path):
    samples = noise(0.01)
    with FloatWaveReader(write(tmp_path / "a.wav", samples)) as reader:
        block = reader.read(SampleSpan(-10, 500))
        assert block.flags["C_CONTIGUOUS"]
        assert block.dtype == np.float32
        np.testing.assert_array_equal(block[:, 10:490], samples)
        assert not block[:, :10].any()
        assert not block[:, 490:].any()
        assert not reader.read(SampleSpan(9000, 9010)).any()


def test_length_grows_when_it_is_not_known(tmp_path):
    samples = noise(0.1)
    with create(tmp_path / "a.wav", 48000, "stereo") as writer:
        writer.write(0, samples[:, :3000])
        writer.flush()
        assert soundfile.info(tmp_path / "a.wav").frames == 3000
        writer.write(3000, samples[:, 3000:])
    data, _ = soundfile.read(tmp_path / "a.wav", dtype="float32")
    np.testing.assert_array_equal(data.T, samples)


def test_reopened_file_keeps_its_content(tmp_path):
    samples = noise(0.1)
    write(tmp_path / "a.wav", samples)
    with FloatWaveWriter.reopen(tmp_path / "a.wav") as writer:
        assert writer.shape.num_samples == samples.shape[1]
        writer.write(10, np.ones((2, 5), np.float32))
    expected = samples.copy()
    expected[:, 10:15] = 1.0
    with FloatWaveReader(tmp_path / "a.wav") as reader:
        np.testing.assert_array_equal(reader.read(SampleSpan(0, samples.shape[1])), expected)


def test_more_than_four_gigabytes(tmp_path):
    num_samples = 3 * 3600 * 48000 * 2
    tail = noise(0.01)
    try:
        writer = create(tmp_path / "a.wav", 48000, "stereo", num_samples)
    except OutputError:
        pytest.skip("the disk has no room for an 8 GB file")
    with writer:
        writer.write(num_samples - 480, tail)
    info = soundfile.info(tmp_path / "a.wav")
    assert info.frames == num_samples
    last, _ = soundfile.read(tmp_path / "a.wav", start=num_samples - 480, dtype="float32")
    np.testing.assert_array_equal(last.T, tail)


def test_writing_outside_or_with_other_channels_is_refused(tmp_path):
    with create(tmp_path / "a.wav", 48000, "stereo", 100) as writer:
        with pytest.raises(OutputError, match="behind the end"):
            writer.write(50, np.zeros((2, 51), np.float32))
        with pytest.raises(OutputError, match="3 channels"):
            writer.write(0, np.zeros((3, 10), np.float32))


def test_no_room_no_folder_and_a_full_disk_are_sentences(tmp_path, monkeypatch):
    with pytest.raises(OutputError, match=r"needs .* GB .* are free"):
        create(tmp_path / "a.wav", 48000, "stereo", disk_usage(tmp_path).free)
    assert not (tmp_path / "a.wav").exists()
    with pytest.raises(OutputError, match="cannot be written"):
        create(tmp_path / "nowhere" / "a.wav", 48000, "stereo", 10)
    if not float_wave.os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    monkeypatch.setattr(float_wave.shutil, "disk_usage", lambda _: disk_usage(tmp_path))
    with pytest.raises(OutputError, match="no space left on device"):
        create("/dev/full", 48000, "stereo", 10)


def test_foreign_and_cut_files_are_refused(tmp_path):
    soundfile.write(tmp_path / "a.wav", np.zeros((10_000, 2)), 48000)
    with pytest.raises(MediaError, match="no float wave"):
        FloatWaveReader(tmp_path / "a.wav")
    path = write(tmp_path / "b.wav", noise(0.1))
    with path.open("r+b") as file:
        file.truncate(20_000)
    with pytest.raises(MediaError, match="cut off"):
        FloatWaveReader(path)
    with pytest.raises(MediaError, match="cannot be read"):
        FloatWaveReader(tmp_path / "c.wav")


def test_layout_names():
    assert named_layout("6 channels") == "6 channels"
    assert named_layout("2 channels") == "stereo"
    assert named_layout("5.1(side)") == "5.1(side)"
    assert layout_of_mask(0x60F, 6) == "5.1(side)"
    assert layout_of_mask(0, 3) == "3 channels"
    assert channel_names("5.1") == ("FL", "FR", "FC", "LFE", "BL", "BR")
