"""Plain WAV files: headers on both sides of 4 GiB, and files that appear together or not at all."""

import os
import struct
import wave
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import soundfile

from cass_core.errors import OutputError
from cass_core.media.files.staged_files import StagedFiles, final_path
from cass_core.media.sound.flac_writer import FlacWriter
from cass_core.media.sound.wave_header import WaveEncoding, channel_mask, wave_header
from cass_core.media.sound.wave_writer import WaveWriter, to_steps


@pytest.mark.parametrize(
    ("layout", "mask"),
    [
        ("mono", 0x4), ("stereo", 0x3), ("3.0", 0x7), ("2.1", 0xB), ("quad", 0x33),
        ("5.0", 0x37), ("5.1", 0x3F), ("5.1(side)", 0x60F), ("7.1", 0x63F), ("7.1(wide)", 0xFF),
        ("hexagonal", 0x137), ("6 channels", 0), ("22.2", 0), ("downmix", 0), ("nonsense", 0),
    ],
)  # fmt: skip
def test_masks(layout, mask):
    assert channel_mask(layout) == mask


def header(num_samples, encoding=WaveEncoding.PCM_24, num_channels=6):
    return wave_header(encoding, 48_000, "5.1", num_channels, num_samples)


@pytest.mark.parametrize("encoding", list(WaveEncoding))
def test_header_turns_to_rf64_where_riff_ends(encoding):
    block = 6 * encoding.num_bytes
    # the largest whole number of samples that fits beside the other chunks
    most = (0xFFFFFFFF - (len(header(0, encoding)) - 8)) // block
    plain, large = header(most, encoding), header(most + 1, encoding)
    assert plain[:4] == b"RIFF"
    assert struct.unpack_from("<I", plain, 4)[0] == len(plain) - 8 + most * block
    assert large[:4] == b"RF64"
    riff, data, samples = struct.unpack_from("<QQQ", large, 20)
    assert (data, samples) == ((most + 1) * block, most + 1)
    assert riff == len(large) - 8 + data
    assert large[-4:] == b"\xff" * 4


def test_file_beyond_4_gib_reads_at_its_end(tmp_path):
    """A sparse file of the true size: every reader must find the last sample."""
    num_samples = 240_000_000
    start = header(num_samples)
    path = tmp_path / "long.wav"
    with path.open("wb") as file:
        file.write(start)
        file.seek(len(start) + num_samples * 18 - 3)
        file.write(b"\x01\x02\x03")
    with soundfile.SoundFile(path) as sound:
        assert (sound.frames, sound.channels, sound.samplerate) == (num_samples, 6, 48_000)
        sound.seek(num_samples - 1)
        assert sound.read(1, "int32")[0, 5] >> 8 == 0x030201


def test_channels_that_no_header_can_hold():
    with pytest.raises(OutputError, match="cannot hold 30000 channels"):
        header(1, num_channels=30_000)


@pytest.mark.parametrize("encoding", list(WaveEncoding))
def test_written_samples_read_back(tmp_path, encoding):
    samples = np.random.default_rng(1).uniform(-0.9, 0.9, (3, 501)).astype(np.float32)
    bits = 8 * encoding.num_bytes
    content = to_steps(samples, bits) if encoding.is_integer else samples
    path = tmp_path / "Ton ä.wav"
    with WaveWriter(
        path, encoding, rate_hz=44_100, layout="3.0", num_channels=3, num_samples=501
    ) as writer:
        writer.write(content[:, :200])
        writer.write(content[:, 200:])
    read, rate_hz = soundfile.read(path, dtype="float64", always_2d=True)
    expected = content / 2 ** (bits - 1) if encoding.is_integer else content
    assert rate_hz == 44_100
    np.testing.assert_array_equal(read.T, expected)
    # the odd count of bytes of 24-bit sound is padded, as RIFF wants it
    assert path.stat().st_size % 2 == 0
    assert struct.unpack_from("<I", path.read_bytes(), 4)[0] == path.stat().st_size - 8


@pytest.mark.parametrize("block", [np.zeros((2, 1)), np.zeros((1, 11))])
def test_blocks_that_do_not_fit(tmp_path, block):
    writer = WaveWriter(
        tmp_path / "a.wav",
        WaveEncoding.FLOAT_32,
        rate_hz=48_000,
        layout="mono",
        num_channels=1,
        num_samples=10,
    )
    with pytest.raises(ValueError, match="does not fit"), writer:
        writer.write(block)


def test_file_that_stays_short(tmp_path):
    with (
        pytest.raises(ValueError, match="lacks 10 samples"),
        WaveWriter(
            tmp_path / "a.wav",
            WaveEncoding.FLOAT_32,
            rate_hz=48_000,
            layout="mono",
            num_channels=1,
            num_samples=10,
        ),
    ):
        pass


def test_folder_that_is_missing(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        WaveWriter(
            tmp_path / "no" / "a.wav",
            WaveEncoding.FLOAT_32,
            rate_hz=48_000,
            layout="mono",
            num_channels=1,
            num_samples=10,
        )


def staged(paths, contents):
    files = StagedFiles(paths)
    for path, content in zip(paths, contents, strict=True):
        files.temporary(path).write_bytes(content)
    return files


def test_staged_files_appear_together(tmp_path):
    paths = [tmp_path / "a", tmp_path / "b"]
    with staged(paths, [b"1", b"2"]) as files:
        assert not any(path.exists() for path in paths)
        files.publish()
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}


@pytest.mark.parametrize("refused", [1, 2, 3])
def test_refused_name_puts_everything_back(tmp_path, monkeypatch, refused):
    paths = [tmp_path / "a", tmp_path / "b", tmp_path / "c"]
    paths[0].write_bytes(b"former")
    honest, calls = os.replace, []

    def replace(source, target):
        calls.append(source)
        if len(calls) == refused:
            raise PermissionError(13, "in use")
        honest(source, target)

    with staged(paths, [b"1", b"2", b"3"]) as files:
        monkeypatch.setattr(os, "replace", replace)
        with pytest.raises(OutputError, match="in use"):
            files.publish()
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"former"}


def test_sentences_tell_the_final_name(tmp_path):
    path = tmp_path / "Szene 7.wav"
    assert final_path(StagedFiles([path]).temporary(path)) == path
    assert final_path(path) == path


@pytest.mark.parametrize("encoding", list(WaveEncoding))
@pytest.mark.parametrize(
    ("layout", "channels", "is_plain"),
    [
        ("mono", 1, True),
        ("stereo", 2, True),
        ("2 channels", 2, True),
        ("FL+LFE", 2, False),
        ("2.1", 3, False),
    ],
)
def test_one_and_two_channels_have_the_plain_format(tmp_path, encoding, layout, channels, is_plain):
    samples = np.random.default_rng(1).uniform(-0.9, 0.9, (channels, 501)).astype(np.float32)
    content = to_steps(samples, 8 * encoding.num_bytes) if encoding.is_integer else samples
    path = tmp_path / "a.wav"
    with WaveWriter(
        path, encoding, rate_hz=48_000, layout=layout, num_channels=channels, num_samples=501
    ) as writer:
        writer.write(content)
    data = path.read_bytes()
    place = data.index(b"fmt ") + 8
    tag = struct.unpack_from("<H", data, place)[0]
    assert tag == ((1 if encoding.is_integer else 3) if is_plain else 0xFFFE)
    read = soundfile.read(path, dtype="float64", always_2d=True)[0]
    scale = 2 ** (8 * encoding.num_bytes - 1) if encoding.is_integer else 1
    np.testing.assert_array_equal(read.T, content / scale)
    if is_plain and encoding.is_integer:
        with wave.open(str(path)) as plain:
            assert (plain.getnchannels(), plain.getnframes()) == (channels, 501)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("length", [1000, 20_000, 300_000])
def test_a_full_disk_is_one_sentence_and_no_line_of_a_library(capfd, length):
    sound = np.random.default_rng(0).integers(-9000, 9000, (2, length))
    full = Path("/dev/full")
    writer = FlacWriter(full, 16, rate_hz=48_000, layout="stereo", num_channels=2)
    with suppress(OutputError):  # said at once, or when the file is finished
        writer.write(sound)
    with pytest.raises(OutputError, match="/dev/full cannot be written"):
        writer.close()
    assert capfd.readouterr().err == ""
