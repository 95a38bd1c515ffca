"""Mono tracks that are taken together: which there are, and one sound of them to the sample."""

from fractions import Fraction

import numpy as np
import pytest

from cass_core.errors import MediaError, SettingsError
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.programme.track_groups import (
    group_text,
    opened_group,
    track_group,
    usual_groups,
)
from tests.helpers.media.movies import Picture, Sound, noise, tones, write_movie

pytestmark = pytest.mark.media


def mono(samples, **values):
    return Sound(samples[None], layout="mono", codec="pcm_s24le", **values)


def movie_of(folder, *sounds, name="a.mov"):
    return write_movie(folder / name, Picture(0.4), sounds)


def opened(path, tracks):
    group = track_group(OpenedMovie.open(path).info, tracks)
    movie = OpenedMovie.open(path, group.stream, group.channels)
    sound = np.concatenate([*decode_audio(path, group.stream, group.channels)], axis=1)
    return movie, sound


@pytest.mark.parametrize(
    ("tracks", "layout"),
    [((0, 1), "stereo"), ((1, 3), "stereo"), ((0, 1, 2, 3, 4, 5), "5.1"), ((7, 2, 4), "3 channels"),
     (tuple(range(8)), "7.1")],
)  # fmt: skip
def test_tracks_are_the_channels_of_one_sound(tmp_path, tracks, layout):
    samples = tones(0.4, 48_000, 8)
    path = movie_of(tmp_path, *map(mono, samples))
    movie, sound = opened(path, tracks)
    assert (movie.track.layout, movie.track.num_channels) == (layout, len(tracks))
    np.testing.assert_allclose(sound, samples[sorted(tracks)], atol=2**-22)
    assert abs(movie.track.num_samples_estimate - sound.shape[1]) <= 48
    assert movie.warnings == ()
    found = opened_group(movie.info, movie.track.stream, movie.track.channels)
    assert found is not None
    assert found.tracks == tuple(sorted(tracks))


def test_tracks_of_several_channels_may_lie_between(tmp_path):
    first, last = tones(0.4, 48_000, 2)
    path = movie_of(tmp_path, mono(first), Sound(noise(0.4)), mono(last))
    movie, sound = opened(path, (0, 2))
    assert movie.track.channels == (0, 3)
    np.testing.assert_allclose(sound, [first, last], atol=2**-22)
    assert OpenedMovie.open(path).warnings  # the other track is mentioned
    assert usual_groups(movie.info) == ()


def test_later_and_shorter_tracks_keep_their_place(tmp_path):
    one, two = noise(1.0, channels=1)[0], noise(0.3, channels=1, seed=1)[0]
    path = movie_of(tmp_path, mono(two, start_s=Fraction(1, 4)), mono(one), name="a.mkv")
    movie, sound = opened(path, (0, 1))
    assert movie.track.start_s == 0
    assert sound.shape == (2, 48_000)
    np.testing.assert_allclose(sound[1], one, atol=2**-22)
    np.testing.assert_allclose(sound[0, 12_000:26_400], two, atol=2**-22)
    assert not sound[0, :12_000].any()
    assert not sound[0, 26_400:].any()


@pytest.mark.parametrize(
    ("labels", "layout", "order"),
    [("FL FC FR SL SR LFE", "5.1(side)", (0, 2, 1, 5, 3, 4)), ("FR FL", "stereo", (1, 0)),
     ("FC FL", "stereo", (0, 1)), ("FL FR FC", "3.0", (0, 1, 2))],
)  # fmt: skip
def test_labelled_tracks_are_known_by_name(tmp_path, labels, layout, order):
    samples = tones(0.3, 48_000, 6)
    sounds = [
        Sound(row[None], layout=label, codec="pcm_s24le")
        for row, label in zip(samples, labels.split(), strict=False)
    ]
    path = movie_of(tmp_path, *sounds)
    movie, sound = opened(path, range(len(sounds)))
    assert (movie.track.layout, movie.track.stream) == (layout, 0)
    assert usual_groups(movie.info)[0].layout == layout
    np.testing.assert_allclose(sound, samples[list(order)], atol=2**-22)
    assert OpenedMovie.open(path).track.layout == "mono"


def test_opposite_polarity_between_tracks_is_said(tmp_path, caplog):
    one = noise(0.4, channels=1)[0]
    opened(movie_of(tmp_path, mono(one), mono(-one)), (0, 1))
    assert "opposite polarity" in caplog.text


def test_what_cannot_be_together_is_a_sentence(tmp_path):
    sounds = [mono(noise(0.2)[0]), Sound(noise(0.2)), mono(noise(0.2)[1])]
    info = OpenedMovie.open(movie_of(tmp_path, *sounds)).info
    with pytest.raises(SettingsError, match="has 3 sound tracks, so there is no track 4"):
        track_group(info, (0, 3))
    with pytest.raises(SettingsError, match="Track 2 of a.mov has 2 channels; only tracks of one"):
        track_group(info, (0, 1))
    with pytest.raises(SettingsError, match="no 2 tracks of one channel there"):
        OpenedMovie.open(info.path, 0, (0, 1))
    rates = [mono(noise(0.2)[0]), mono(noise(0.2, 44_100)[0], rate_hz=44_100)]
    path = movie_of(tmp_path, *rates, name="b.mov")
    with pytest.raises(MediaError, match=r"different rates \(44100 Hz, 48000 Hz\)"):
        opened(path, (0, 1))


@pytest.mark.parametrize(
    ("count", "groups"),
    [(1, ""), (2, "1+2"), (3, "1-3 1+2"), (4, "1-4 1+2 3+4"), (6, "1-6 1+2 3+4 5+6"),
     (8, "1-8 1-6 1+2 3+4 5+6 7+8")],
)  # fmt: skip
def test_usual_groups(tmp_path, count, groups):
    path = movie_of(tmp_path, *(mono(row) for row in noise(0.1, channels=count)))
    movie = OpenedMovie.open(path)
    assert " ".join(map(group_text, usual_groups(movie.info))) == groups
    assert any("--group" in sentence for sentence in movie.warnings) == (count > 1)
