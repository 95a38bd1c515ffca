import av
import numpy as np
import pytest
import soundfile

from cass_core.errors import MediaError
from cass_core.synthesis.corpus import clip_decoding
from cass_core.synthesis.corpus.clip_decoding import decode_clip, to_int16
from tests.helpers.corpus.corpus_builders import tone, write_tone


def pitch_hz(samples):
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return np.argmax(spectrum) * 16_000 / len(samples)


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg"])
def test_any_rate_comes_out_at_sixteen_kilohertz(tmp_path, suffix):
    path = write_tone(tmp_path / f"a.{suffix}", 3, rate_hz=44_100, duration_s=1.0)
    clip = decode_clip(path)
    assert clip.source_rate_hz == 44_100
    assert len(clip.samples) == 16_000
    assert clip.samples.dtype == np.float32
    assert pitch_hz(clip.samples) == pytest.approx(311, abs=1)
    assert np.abs(clip.samples[1000:-1000]).max() == pytest.approx(0.5, abs=0.02)


def test_g722_has_no_header_and_keeps_its_pitch(tmp_path):
    path = tmp_path / "prompt.g722"
    with av.open(str(path), "w", format="g722") as sink:
        stream = sink.add_stream("g722", rate=16_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(to_int16(tone(5, 1.0))[None], "s16", "mono")
        frame.sample_rate = 16_000
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            sink.mux(packet)
    clip = decode_clip(path)
    assert clip.source_rate_hz == 16_000
    assert len(clip.samples) == pytest.approx(16_000, abs=320)
    assert pitch_hz(clip.samples) == pytest.approx(385, abs=2)


def test_headerless_samples_are_read_as_they_are(tmp_path):
    path = tmp_path / "speech.raw"
    path.write_bytes(np.array([0, 16_384, -16_384], "<i2").tobytes())
    np.testing.assert_allclose(decode_clip(path).samples, [0, 0.5, -0.5])


def test_channels_that_cancel_do_not_vanish(tmp_path):
    left = tone(1)
    soundfile.write(tmp_path / "a.wav", np.stack([left, -left], axis=1), 16_000)
    np.testing.assert_allclose(decode_clip(tmp_path / "a.wav").samples, left, atol=1e-4)


def test_stereo_becomes_the_mean_of_its_channels(tmp_path):
    soundfile.write(tmp_path / "a.wav", np.stack([tone(1), tone(2)], axis=1), 16_000)
    expected = (tone(1) + tone(2)) / 2
    np.testing.assert_allclose(decode_clip(tmp_path / "a.wav").samples, expected, atol=1e-4)


def test_long_files_are_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(clip_decoding, "MAX_DURATION_S", 2)
    path = write_tone(tmp_path / "long.wav", 1, duration_s=3.0, rate_hz=8_000)
    assert len(decode_clip(path).samples) == 2 * 16_000


def test_a_file_that_is_no_sound_is_named(tmp_path):
    path = tmp_path / "noise.ogg"
    path.write_bytes(b"this is a text, not a sound" * 50)
    with pytest.raises(MediaError, match=r"noise\.ogg cannot be decoded"):
        decode_clip(path)


def test_full_scale_is_clipped_not_wrapped():
    np.testing.assert_array_equal(
        to_int16(np.array([1.5, 1.0, -1.0, -2.0, 0.5], np.float32)),
        [32_767, 32_767, -32_768, -32_768, 16_384],
    )
