import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError
from cass_core.media.sound.block_sums import BLOCK_BYTES, sums_path
from cass_core.media.sound.float_wave import create
from cass_core.media.sound.float_wave_header import DATA_OFFSET
from cass_core.media.sound.growing_wave import GrowingWave


def block(start, stop):
    return np.stack([np.arange(start, stop), -np.arange(start, stop)]).astype(np.float32)


def test_reads_what_is_there_while_it_is_written(tmp_path):
    with create(tmp_path / "a.wav", 48_000, "stereo") as writer:
        sound = GrowingWave(tmp_path / "a.wav", num_samples=300)
        assert (sound.num_decoded, sound.num_samples, sound.layout) == (0, 300, "stereo")
        writer.write(0, block(0, 100))
        assert sound.num_decoded == 100
        part = sound.read(SampleSpan(-5, 110))
        assert np.array_equal(part[:, 5:105], block(0, 100))
        assert not part[:, :5].any()
        assert not part[:, 105:].any()
        writer.write(100, block(100, 400))
        assert sound.num_samples == 400, "more than was told"
        assert np.array_equal(sound.read(SampleSpan(350, 400)), block(350, 400))
    sound.close()


def test_the_exact_length_replaces_the_estimate(tmp_path):
    create(tmp_path / "a.wav", 48_000, "mono").close()
    sound = GrowingWave(tmp_path / "a.wav", 500)
    sound.set_num_samples(20)
    assert sound.num_samples == 20


def test_spans_outside_are_silent(tmp_path):
    with create(tmp_path / "a.wav", 48_000, "stereo") as writer:
        writer.write(0, block(1, 11))
    with GrowingWave(tmp_path / "a.wav") as sound:
        assert sound.num_samples == 10
        for span in (SampleSpan(-20, -10), SampleSpan(50, 60), SampleSpan(5, 5)):
            assert not sound.read(span).any()
            assert sound.read(span).shape == (2, span.num_samples)


@pytest.mark.parametrize("is_found", [True, False])
def test_samples_that_are_not_what_was_written_are_never_given_out(tmp_path, is_found):
    path, length = tmp_path / "a.wav", 3 * BLOCK_BYTES // 8
    with create(path, 48_000, "stereo") as writer:
        writer.write(0, block(0, length))
        grown = GrowingWave(path)
        writer.seal()
    sound = GrowingWave(path) if is_found else grown
    sound.set_num_samples(length)
    with path.open("r+b") as file:
        file.seek(DATA_OFFSET + BLOCK_BYTES)
        file.write(bytes(BLOCK_BYTES))
    assert np.array_equal(sound.read(SampleSpan(0, 50)), block(0, 50))
    with pytest.raises(MediaError, match="is damaged: it is not what was written"):
        sound.read(SampleSpan(BLOCK_BYTES // 8, BLOCK_BYTES // 8 + 50))
    assert not sums_path(path).exists(), "the next who opens it makes it anew"


def test_a_file_that_is_gone_or_foreign_is_a_sentence(tmp_path):
    with pytest.raises(MediaError, match="still there"):
        GrowingWave(tmp_path / "none.wav")
    (tmp_path / "odd.wav").write_bytes(b"RIFF")
    with pytest.raises(MediaError, match="no float wave"):
        GrowingWave(tmp_path / "odd.wav")
    create(tmp_path / "a.wav", 48_000, "mono").close()
    sound = GrowingWave(tmp_path / "a.wav")
    sound.close()
    sound.close()
    assert sound.num_decoded == 0
    with pytest.raises(MediaError, match="check the disk"):
        sound.read(SampleSpan(0, 10))
