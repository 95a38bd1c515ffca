"""Coded sound in PCM is refused; channels that cancel are said."""

import subprocess

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.media.sound.audio_reader import decode_audio, open_track
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media


def coded(folder, codec):
    """AC-3 in bursts as PCM, in a file of its own."""
    bursts = folder / "a.spdif"
    tone = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=r=48000:d=2", "-ac", "2"]
    subprocess.run([*tone, "-c:a", "ac3", "-f", "spdif", bursts], check=True)
    raw = np.frombuffer(bursts.read_bytes(), "<i2").reshape(-1, 2).T
    return Sound((raw / 2**15).astype(np.float32), codec=codec)


@pytest.mark.parametrize("codec", ["pcm_s16le", "pcm_s24le"])
def test_coded_sound_is_refused(tmp_path, codec):
    movie = write_movie(tmp_path / "a.mov", Picture(1.0), [coded(tmp_path, codec)])
    with pytest.raises(MediaError, match=r"coded data in PCM \(SMPTE 337.*decode it to PCM first"):
        open_track(movie)


def test_one_of_two_mono_tracks_of_coded_sound_is_refused(tmp_path):
    pair = coded(tmp_path, "pcm_s24le").samples
    sounds = [Sound(row[None], layout="mono", codec="pcm_s24le") for row in pair]
    movie = write_movie(tmp_path / "a.mov", Picture(1.0), sounds)
    for stream in (0, 1):
        with pytest.raises(MediaError, match="coded data"):
            open_track(movie, stream)


def test_other_channels_beside_coded_ones_can_be_chosen(tmp_path):
    pair = coded(tmp_path, "pcm_s24le").samples
    sound = np.concatenate([noise(pair.shape[1] / 48_000), pair])
    movie = write_movie(tmp_path / "a.mov", None, [Sound(sound, layout="4.0", codec="pcm_s24le")])
    with pytest.raises(MediaError, match="choose other channels"):
        open_track(movie)
    assert open_track(movie, 0, (0, 1)).num_channels == 2


@pytest.mark.parametrize("samples", [noise(2.0), np.zeros((2, 96_000), np.float32),
                                     np.full((1, 96_000), -0.0590820, np.float32)])  # fmt: skip
def test_sound_is_no_code(tmp_path, samples):
    layout = "mono" if len(samples) == 1 else "stereo"
    path = write_movie(tmp_path / "a.wav", None, [Sound(samples, layout=layout)])
    assert open_track(path).num_channels == len(samples)


@pytest.mark.parametrize(("factor", "is_said"), [(-1.0, True), (-0.9, True), (0.5, False)])
def test_channels_of_opposite_polarity_are_said(tmp_path, caplog, factor, is_said):
    one = noise(1.0, channels=1)[0]
    path = write_movie(tmp_path / "a.wav", None, [Sound(np.stack([one, factor * one]))])
    for _ in decode_audio(path):
        pass
    assert ("opposite polarity" in caplog.text) == is_said


def test_a_pair_of_opposite_polarity_within_surround_sound_is_said(tmp_path, caplog):
    sound = noise(1.0, channels=6)
    sound[5] = -sound[4]
    path = write_movie(tmp_path / "a.wav", None, [Sound(sound, layout="5.1")])
    for _ in decode_audio(path):
        pass
    (message,) = caplog.messages
    assert "channels 5 and 6 have opposite polarity" in message


@pytest.mark.parametrize("channels", [1, 2, 6])
def test_usual_sounds_do_not_cancel(tmp_path, caplog, channels):
    layout = {1: "mono", 2: "stereo", 6: "5.1"}[channels]
    path = write_movie(
        tmp_path / "a.wav", None, [Sound(noise(1.0, channels=channels), layout=layout)]
    )
    for _ in decode_audio(path):
        pass
    assert caplog.messages == []
