"""The demo movie: its stems null exactly, its picture follows its sound, it is always the same."""

import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
STEM_NAMES = ("DX", "FX", "MX")


@pytest.fixture
def demo_modules(monkeypatch):
    """The script's own modules, which stand beside it instead of in a package."""
    monkeypatch.syspath_prepend(str(DEMO))


@pytest.mark.usefixtures("demo_modules")
def test_voice_is_the_same_each_time_and_moves_the_mouth():
    import voice

    first, again = (voice.perform(np.random.default_rng(1)) for _ in range(2))
    np.testing.assert_array_equal(first.sound, again.sound)
    loudness = np.abs(first.sound.sum(axis=0)).reshape(len(first.opening), -1).mean(axis=1)
    assert np.corrcoef(loudness, first.opening)[0, 1] > 0.5
    # before the first phrase the room is silent and the mouth closed
    assert np.abs(first.sound[:, :40_000]).max() < 1e-12
    assert not first.opening[:300].any()


@pytest.mark.usefixtures("demo_modules")
def test_steps_of_24_bits_sum_and_stay_below_full_scale():
    import movie

    rng = np.random.default_rng(0)
    coded = movie.in_24_bit({name: rng.standard_normal((2, 1000)) for name in STEM_NAMES})
    np.testing.assert_array_equal(sum(coded[name] for name in STEM_NAMES), coded["MIX"])
    assert 0.85 < max(np.abs(sound).max() for sound in coded.values()) / 2**23 < 0.9


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("démo")
    subprocess.run([sys.executable, str(DEMO / "make_demo_movie.py"), str(folder)], check=True)
    return folder


def _whole(path):
    samples, rate_hz = soundfile.read(path, dtype="int32")
    assert rate_hz == 48_000
    return samples.T.astype(np.int64) >> 8


@pytest.mark.slow
def test_movie_holds_the_sum_of_its_stems(made):
    with av.open(str(made / "demo.mov")) as container:
        heard = [frame.to_ndarray() for frame in container.decode(audio=0)]
    movie = np.concatenate(heard, axis=1).reshape(-1, 2).T.astype(np.int64) >> 8
    assert movie.shape == (2, 576_000)
    stems = [_whole(made / f"demo_{name}.wav") for name in STEM_NAMES]
    np.testing.assert_array_equal(sum(stems), movie)
    np.testing.assert_array_equal(_whole(made / "demo_MIX.wav"), movie)
    assert all(stem.any() for stem in stems)


@pytest.mark.slow
def test_picture_shows_the_events(made):
    with av.open(str(made / "demo.mov")) as container:
        video = container.streams.video[0]
        assert video.metadata["timecode"] == "01:00:00:00"
        assert video.average_rate == 25
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(video)]
    assert len(frames) == 300
    assert frames[0].shape == (720, 1280)
    brightness = [frame.mean() for frame in frames]
    assert abs(int(np.argmax(brightness)) / 25 - 9.75) <= 0.08
    lips = np.stack([frame[520:600, 560:720] for frame in frames]).astype(int)
    mouth = np.abs(np.diff(lips, axis=0)).mean(axis=(1, 2))
    speech, pause = np.mean(mouth[30:80]), np.mean(mouth[125:165])
    assert speech > 2 * pause
