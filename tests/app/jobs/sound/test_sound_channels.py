"""Opening some of a sound's channels: what is decoded, under which layout, and kept apart."""

import numpy as np
import pytest
import soundfile

from app.jobs.sound.sound_import import SoundImport
from cass_core.clips import SampleSpan
from cass_core.media.sound.float_wave import FloatWaveReader
from tests.helpers.media.movies import Picture, Sound, noise, tones, write_movie

pytestmark = pytest.mark.media


@pytest.fixture
def opened(qtbot):
    """Opens a sound to its end; gives the programme, or the sentence that refuses it."""

    def open_sound(path, stream=0, channels=()):
        job, programmes, problems = SoundImport(), [], []
        job.opened.connect(programmes.append)
        job.failed.connect(problems.append)
        job.start(path, stream, channels)
        qtbot.waitUntil(lambda: not job.busy, timeout=30_000)
        return (programmes or problems)[0]

    return open_sound


def samples_of(programme):
    with FloatWaveReader(programme.sound) as reader:
        assert reader.layout == programme.layout
        assert reader.num_channels == programme.num_channels
        return reader.read(SampleSpan(0, reader.num_samples))


def seven_one(folder):
    sound = Sound(tones(0.5, 48_000, 8), layout="7.1", codec="pcm_f32le")
    return write_movie(folder / "a.mov", Picture(0.5), [sound]), sound.samples


def dual_mono(folder):
    sound = Sound(noise(0.5), codec="pcm_f32le")
    return write_movie(folder / "a.mov", Picture(0.5), [sound]), sound.samples


def poly(folder):
    samples = noise(0.5, channels=16)
    soundfile.write(folder / "a.wav", samples.T, 48_000, subtype="FLOAT")
    return folder / "a.wav", samples


@pytest.mark.parametrize(
    ("make", "channels", "layout", "track_layout"),
    [
        (seven_one, (), "7.1", "7.1"),
        (seven_one, (0, 1, 2, 3, 4, 5), "5.1", "7.1"),
        (seven_one, (2, 3, 7), "3 channels", "7.1"),
        (dual_mono, (1,), "mono", "stereo"),
        (poly, (0, 5, 11, 15), "4 channels", "16 channels"),
        (poly, (), "16 channels", "16 channels"),
    ],
)
def test_only_the_chosen_channels_are_decoded(
    opened, tmp_path, make, channels, layout, track_layout
):
    path, samples = make(tmp_path)
    programme = opened(path, 0, channels)
    assert (programme.layout, programme.track_layout) == (layout, track_layout)
    assert programme.channels == channels
    expected = samples[list(channels)] if channels else samples
    assert programme.num_channels == len(expected)
    np.testing.assert_array_equal(samples_of(programme), expected)


def test_all_by_their_numbers_are_all(opened, tmp_path):
    path, _ = dual_mono(tmp_path)
    assert opened(path, 0, (1, 0)).channels == ()
    assert opened(path, 0, (0, 1)).sound == opened(path).sound


def test_each_choice_is_kept_for_itself(opened, tmp_path):
    path, samples = dual_mono(tmp_path)
    choices = ((), (0,), (1,))
    first = {channels: opened(path, 0, channels) for channels in choices}
    assert len({programme.sound for programme in first.values()}) == 3
    for channels in choices:
        again = opened(path, 0, channels)
        assert again.sound == first[channels].sound
        rows = list(channels) or [0, 1]
        np.testing.assert_array_equal(samples_of(again), samples[rows])


def test_a_channel_that_is_not_there_is_a_sentence(opened, tmp_path):
    path, _ = dual_mono(tmp_path)
    assert opened(path, 0, (4,)) == (
        "The sound of a.mov has 2 channels, so there is no channel 5; choose others."
    )
