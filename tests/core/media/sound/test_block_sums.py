"""A wave that is not what was written is never taken for sound."""

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError
from cass_core.media.sound.block_sums import BLOCK_BYTES, is_as_written, sums_path
from cass_core.media.sound.float_wave import FloatWaveReader, create
from cass_core.media.sound.float_wave_header import DATA_OFFSET

SAMPLES = 3 * BLOCK_BYTES // 8 + 777  # of two channels: three blocks and a bit
WHOLE = SampleSpan(0, SAMPLES)


@pytest.fixture
def sound():
    return np.random.default_rng(0).uniform(-1, 1, (2, SAMPLES)).astype(np.float32)


@pytest.fixture
def wave(tmp_path, sound):
    path = tmp_path / "sound.wav"
    with create(path, 48_000, "stereo") as writer:
        for start in range(0, SAMPLES, 50_001):
            writer.write(start, sound[:, start : start + 50_001])
        writer.seal()
    return path


def overwrite(path, position, data):
    with path.open("r+b") as file:
        file.seek(DATA_OFFSET + position)
        file.write(data)


def test_what_was_written_is_read(wave, sound):
    assert is_as_written(wave)
    with FloatWaveReader(wave) as reader:
        for span in (SampleSpan(-5, 9), SampleSpan(SAMPLES - 3, SAMPLES + 4), WHOLE):
            start, stop = max(span.start, 0), min(span.stop, SAMPLES)
            read = reader.read(span)[:, start - span.start : stop - span.start]
            assert np.array_equal(read, sound[:, start:stop])


@pytest.mark.parametrize("block", range(4))
def test_a_zeroed_or_changed_block_is_found_when_it_is_read(wave, block):
    overwrite(wave, block * BLOCK_BYTES + 16, bytes(4))
    assert not is_as_written(wave)
    other = SampleSpan(0, 10) if block else SampleSpan(SAMPLES - 10, SAMPLES)
    with FloatWaveReader(wave) as reader:
        reader.read(other)
        with pytest.raises(MediaError, match="is damaged: it is not what was written"):
            reader.read(WHOLE)
    assert not is_as_written(wave)


def test_a_part_of_a_long_wave_has_its_ends(wave):
    assert is_as_written(wave, 2 * BLOCK_BYTES)
    overwrite(wave, BLOCK_BYTES, bytes(BLOCK_BYTES))
    assert is_as_written(wave, 2 * BLOCK_BYTES)
    overwrite(wave, 3 * BLOCK_BYTES, bytes(16))
    assert not is_as_written(wave, 2 * BLOCK_BYTES)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 1}', '{"version": 1, "num_bytes": 9, "crc32": []}']
)
def test_damaged_checksums_are_none(wave, text):
    sums_path(wave).write_text(text)
    assert not is_as_written(wave)
    with FloatWaveReader(wave) as reader:
        assert reader.read(SampleSpan(0, 4)).shape == (2, 4)


def test_a_wave_that_was_written_anew_within_has_none(tmp_path, sound):
    path = tmp_path / "sound.wav"
    with create(path, 48_000, "stereo") as writer:
        writer.write(0, sound[:, :1000])
        writer.write(500, sound[:, :1000])
        writer.seal()
    assert not sums_path(path).exists()
