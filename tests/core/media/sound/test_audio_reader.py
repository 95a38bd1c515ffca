import logging
import subprocess
from fractions import Fraction
from shutil import which

import numpy as np
import pytest
import soundfile

from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from cass_core.media.sound.audio_reader import audio_start_s, decode_audio, open_track
from tests.helpers.media.movies import Picture, Sound, beeps, noise, tones, write_movie

pytestmark = pytest.mark.media

needs_ffmpeg = pytest.mark.skipif(which("ffmpeg") is None, reason="ffmpeg is not installed")


def decode(path, stream=0):
    return np.concatenate(list(decode_audio(path, stream)), axis=1)


def decode_by_command(path, channels):
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a:0", "-f", "f32le", "-"]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(data, "<f4").reshape(-1, channels).T


MOVIES = {
    "aac.mp4": (Picture(), Sound(noise(1.23), codec="aac")),
    "late.mp4": (Picture(), Sound(noise(1.23), codec="aac", start_s=Fraction(1, 2))),
    "alac.m4a": (None, Sound(noise(1.23), codec="alac")),
    "a.mp3": (None, Sound(noise(1.23), codec="libmp3lame")),
    "a.flac": (None, Sound(noise(1.23), codec="flac")),
    "a.ogg": (None, Sound(noise(1.23), codec="libopus")),
    "opus.webm": (None, Sound(noise(1.23), codec="libopus")),
    "ac3.ts": (Picture(), Sound(noise(1.23), codec="ac3")),
    "pcm.mov": (Picture(), Sound(noise(1.23), codec="pcm_s24le")),
    "pcm.mxf": (Picture(codec="mpeg2video"), Sound(noise(1.2, channels=1), layout="mono")),
    "aac.ts": (Picture(), Sound(noise(1.23), codec="aac")),
    "a.w64": (None, Sound(noise(1.23, 44100), 44100, codec="pcm_f32le")),
    "a.aiff": (None, Sound(noise(1.23), codec="pcm_s24be")),
    "surround.mp4": (None, Sound(tones(1.23, 48000, 6), layout="5.1", codec="aac")),
}


@needs_ffmpeg
@pytest.mark.parametrize("name", MOVIES)
def test_same_samples_as_the_ffmpeg_command(tmp_path, name):
    picture, sound = MOVIES[name]
    path = write_movie(tmp_path / name, picture, [sound])
    ours, theirs = decode(path), decode_by_command(path, sound.samples.shape[0])
    assert ours.shape == theirs.shape
    # two releases of FFmpeg may round differently
    np.testing.assert_allclose(ours, theirs, atol=2e-4)


@pytest.mark.parametrize(
    ("codec", "ending", "bits"),
    [("pcm_s16le", "wav", 16), ("pcm_s24le", "wav", 24), ("pcm_s24le", "mov", 24),
     ("pcm_s24be", "aiff", 24), ("flac", "flac", 24), ("alac", "m4a", 24), ("pcm_u8", "wav", 8),
     ("pcm_s32le", "wav", 25), ("pcm_f32le", "wav", 25), ("pcm_f64le", "wav", 25)],
)  # fmt: skip
def test_lossless_codecs_are_exact(tmp_path, codec, ending, bits):
    scale = 2.0 ** (min(bits, 24) - 1)
    whole = np.random.default_rng(3).integers(-scale, scale, (2, 5000))
    whole[:, :2] = [[-scale, scale - 1]] * 2
    samples = (whole / scale).astype(np.float32)
    path = write_movie(tmp_path / f"a.{ending}", None, [Sound(samples, codec=codec)])
    np.testing.assert_array_equal(decode(path), samples)


@pytest.mark.parametrize("rate_hz", [8000, 11025, 44100, 96000, 192000])
def test_native_rates(tmp_path, rate_hz):
    samples = noise(0.2, rate_hz)
    path = write_movie(tmp_path / "a.mkv", None, [Sound(samples, rate_hz, codec="pcm_f32le")])
    assert open_track(path).rate_hz == rate_hz
    np.testing.assert_array_equal(decode(path), samples)


@pytest.mark.parametrize(
    ("layout", "channels"), [("mono", 1), ("stereo", 2), ("5.1", 6), ("5.1(side)", 6), ("7.1", 8)]
)
def test_layouts_keep_their_channels_in_order(tmp_path, layout, channels):
    samples = tones(0.5, 48000, channels)
    path = write_movie(tmp_path / "a.wav", None, [Sound(samples, layout=layout, codec="pcm_f32le")])
    track = open_track(path)
    assert (track.layout, track.num_channels) == (layout, channels)
    assert track.num_samples_estimate == samples.shape[1]
    np.testing.assert_array_equal(decode(path), samples)


def test_two_channels_need_no_labels(tmp_path):
    soundfile.write(tmp_path / "a.wav", tones(0.1, 48000, 2).T, 48000, format="WAV")
    assert open_track(tmp_path / "a.wav").layout == "stereo"


def test_each_of_several_streams(tmp_path):
    sounds = [
        Sound(tones(0.5, 48000, 2)),
        Sound(noise(0.4, 48000, 1), layout="mono"),
        Sound(tones(0.3, 48000, 6), layout="5.1"),
    ]
    path = write_movie(tmp_path / "a.mov", Picture(), sounds)
    for number, sound in enumerate(sounds):
        np.testing.assert_allclose(decode(path, number), sound.samples, atol=2**-15)


def test_holes_become_silence_of_their_length(tmp_path, caplog):
    samples = noise(1.0)
    hole = (2 * 4608, 4 * 4608)
    path = write_movie(tmp_path / "a.mp4", None, [Sound(samples, codec="flac", holes=(hole,))])
    with caplog.at_level(logging.WARNING):
        decoded = decode(path)
    expected = samples.copy()
    expected[:, hole[0] : hole[1]] = 0
    np.testing.assert_allclose(decoded, expected, atol=2**-23)
    assert len(caplog.records) == 1
    assert "gaps (1, 0.19 s" in caplog.text


def test_one_missing_packet_is_one_frame_of_silence(tmp_path):
    samples = noise(1.0)
    sound = Sound(samples, codec="pcm_s16le", holes=((10_240, 11_264),))
    decoded = decode(write_movie(tmp_path / "a.mkv", None, [sound]))
    # Matroska's timestamps are rounded to milliseconds
    assert abs(decoded.shape[1] - samples.shape[1]) <= 48
    assert not decoded[:, 10_300:11_200].any()


def test_overlapping_packets_are_trimmed(tmp_path, caplog):
    early = Sound(noise(0.5), codec="pcm_f32le")
    late = Sound(noise(0.5, seed=1), codec="pcm_f32le", start_s=Fraction(45, 100))
    path = tmp_path / "a.mkv"
    _write_joined(path, [early, late])
    with caplog.at_level(logging.WARNING):
        decoded = decode(path)
    assert "overlap" in caplog.text
    assert abs(decoded.shape[1] - 45_600) <= 48
    np.testing.assert_array_equal(decoded[:, :24_000], early.samples)
    # the second half stays at its own place on the clock, to the rounding of Matroska
    errors = [
        np.abs(decoded[:, 30_000:40_000] - late.samples[:, 8400 + k : 18_400 + k]).max()
        for k in range(-48, 49)
    ]
    assert min(errors) == 0


def _write_joined(path, sounds):
    import av

    from tests.helpers.media import movies

    with av.open(str(path), "w") as output:
        stream = movies._add_sound(output, sounds[0])
        for sound in sounds:
            for first in range(0, sound.samples.shape[1], 4800):
                block = np.ascontiguousarray(
                    sound.samples[:, first : first + 4800].T.reshape(1, -1)
                )
                packet = av.Packet(block.astype("<f4").tobytes())
                packet.stream = stream
                packet.time_base = Fraction(1, sound.rate_hz)
                packet.pts = packet.dts = round(sound.start_s * sound.rate_hz) + first
                packet.duration = block.shape[1] // 2
                output.mux(packet)


def test_damaged_packets_are_skipped_and_keep_their_length(tmp_path, caplog):
    samples = noise(2.0)
    path = write_movie(tmp_path / "a.mp4", None, [Sound(samples, codec="flac")])
    data = bytearray(path.read_bytes())
    middle = data.index(b"mdat") + (len(data) - data.index(b"mdat")) // 2
    data[middle : middle + 30_000] = bytes(30_000)
    path.write_bytes(data)
    with caplog.at_level(logging.WARNING):
        decoded = decode(path)
    assert decoded.shape == samples.shape
    assert "damaged packets of the sound were skipped" in caplog.text
    same = np.abs(decoded - samples).max(axis=0) < 2**-22
    assert same[:20_000].all()
    assert same[-20_000:].all()
    assert not same.all()


def test_samples_that_are_no_numbers_become_silence(tmp_path, caplog):
    samples = noise(0.1)
    samples[0, 5:8] = [np.nan, np.inf, -np.inf]
    path = write_movie(tmp_path / "a.wav", None, [Sound(samples, codec="pcm_f32le")])
    with caplog.at_level(logging.WARNING):
        decoded = decode(path)
    assert "3 samples were no numbers" in caplog.text
    samples[0, 5:8] = 0
    np.testing.assert_array_equal(decoded, samples)


def test_start_of_late_sound(tmp_path):
    sound = Sound(beeps((0.0,), 1.0), codec="flac", start_s=Fraction(1, 2))
    path = write_movie(tmp_path / "a.mp4", Picture(), [sound])
    assert audio_start_s(path) == Fraction(1, 2)
    assert decode(path).shape[1] == 48_000


def test_aac_priming_is_removed(tmp_path):
    path = write_movie(tmp_path / "a.mp4", None, [Sound(beeps((0.5,), 1.0), codec="aac")])
    onset = np.flatnonzero(np.abs(decode(path)[0]) > 0.25)[0]
    assert abs(onset - 24_000) < 48
    assert audio_start_s(path) == 0


def test_cut_off_file_says_what_is_missing(tmp_path, caplog):
    sound = Sound(noise(4.0), codec="flac")
    path = write_movie(tmp_path / "a.mp4", None, [sound], options={"movflags": "faststart"})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with caplog.at_level(logging.WARNING):
        num_samples = decode(path).shape[1]
    assert 48_000 < num_samples < 110_000
    assert "before its declared end" in caplog.text


def test_array_source_reads_like_a_file():
    samples = noise(0.01)
    source = ArraySource(AudioClip(samples, 48000, "stereo"))
    assert (source.num_channels, source.num_samples, source.rate_hz) == (2, 480, 48000)
    block = source.read(SampleSpan(-5, 490))
    np.testing.assert_array_equal(block[:, 5:485], samples)
    assert not block[:, :5].any()
    assert not block[:, 485:].any()
    block[:] = 1.0
    np.testing.assert_array_equal(source.read(SampleSpan(0, 480)), noise(0.01))
