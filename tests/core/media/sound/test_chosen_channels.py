"""Some channels of a sound: which layout they have, and that they are exactly those."""

import numpy as np
import pytest
import soundfile

from cass_core.clips import SampleSpan
from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names, channels_code, layout_of_channels
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.media.sound.float_wave import FloatWaveReader, create
from cass_core.media.sound.wave_header import channel_mask
from cass_core.programme.decoding import decode_to_file
from cass_core.separation.channel_layout import downmix_gains
from tests.helpers.media.movies import Sound, noise, tones, write_movie

pytestmark = pytest.mark.media


@pytest.mark.parametrize(
    ("layout", "channels", "formed"),
    [
        ("7.1", (), "7.1"),
        ("7.1", (0, 1, 2, 3, 4, 5, 6, 7), "7.1"),
        ("7.1", (0, 1, 2, 3, 4, 5), "5.1"),
        ("7.1", (0, 1, 2, 3, 6, 7), "5.1(side)"),
        ("5.1(side)", (0, 1, 2, 4, 5), "5.0(side)"),
        ("7.1", (0, 1, 2), "3.0"),
        ("7.1", (2, 3, 6), "3 channels"),
        ("5.1", (2,), "mono"),
        ("5.1", (3,), "mono"),
        ("5.1", (4, 5), "stereo"),
        ("stereo", (1,), "mono"),
        ("16 channels", (0, 1, 2), "3 channels"),
        ("16 channels", tuple(range(9)), "9 channels"),
    ],
)
def test_layout_of_some_channels(layout, channels, formed):
    assert layout_of_channels(layout, channels) == formed


def test_every_channel_without_a_place_is_heard_alike():
    np.testing.assert_allclose(downmix_gains("6 channels", 6), np.full(6, 1 / 6), rtol=1e-6)


@pytest.mark.parametrize("layout", ["3 channels", "6 channels", "9 channels", "16 channels"])
def test_channels_without_places_stay_so_in_our_own_files(tmp_path, layout):
    with create(tmp_path / "a.wav", 48_000, layout, 10) as writer:
        writer.write(0, np.zeros((writer.shape.num_channels, 10), np.float32))
    with FloatWaveReader(tmp_path / "a.wav") as reader:
        assert reader.layout == layout
        assert reader.num_channels == len(channel_names(layout))
    assert channel_mask(layout) == 0


def test_short_names_tell_choices_apart():
    codes = {channels_code(channels) for channels in ((), (0,), (1,), (0, 1), (9,), (0, 9))}
    assert len(codes) == 6
    assert channels_code(()) == ""
    assert len(channels_code(range(128))) < 40


@pytest.mark.parametrize("channels", [(1,), (0, 2), (3, 1), (0, 1, 2, 3)])
def test_decoded_rows_are_those_of_the_whole_in_its_order(tmp_path, channels):
    movie = write_movie(tmp_path / "a.mov", None, [Sound(noise(0.5, channels=4), layout="4.0")])
    whole = np.concatenate(list(decode_audio(movie)), axis=1)
    some = np.concatenate(list(decode_audio(movie, 0, channels)), axis=1)
    np.testing.assert_array_equal(some, whole[sorted(channels)])
    track = open_track(movie, 0, channels)
    assert track.num_channels == len(channels)
    assert track.channels == (() if len(channels) == 4 else tuple(sorted(channels)))


def test_gaps_are_as_wide_as_the_chosen_channels(tmp_path):
    sound = Sound(noise(1.0, channels=2), holes=((10_240, 20_480),))
    movie = write_movie(tmp_path / "a.mkv", None, [sound])
    whole = np.concatenate(list(decode_audio(movie)), axis=1)
    some = np.concatenate(list(decode_audio(movie, 0, (1,))), axis=1)
    assert not some[:, 11_000:20_000].any()
    np.testing.assert_array_equal(some, whole[1:])


def test_work_file_holds_the_chosen_channels(tmp_path):
    samples = tones(0.5, 48_000, 8)
    movie = write_movie(tmp_path / "a.mov", None, [Sound(samples, layout="7.1")])
    track = open_track(movie, 0, (0, 1, 2, 3, 4, 5))
    list(decode_to_file(track, tmp_path / "spool.wav"))
    with FloatWaveReader(tmp_path / "spool.wav") as reader:
        assert reader.layout == "5.1"
        whole = np.concatenate(list(decode_audio(movie)), axis=1)
        np.testing.assert_array_equal(reader.read(SampleSpan(0, reader.num_samples)), whole[:6])


@pytest.mark.parametrize(("channels", "words"), [((2,), "no channel 3"), ((0, 9), "no channel 10")])
def test_a_channel_that_is_not_there_is_a_sentence(tmp_path, channels, words):
    movie = write_movie(tmp_path / "scene.mov", None, [Sound(noise(0.1))])
    with pytest.raises(SettingsError, match=f"scene.mov has 2 channels, so there is {words}"):
        open_track(movie, 0, channels)
    with pytest.raises(SettingsError, match=words):
        next(decode_audio(movie, 0, channels))


@pytest.mark.parametrize("count", [9, 11, 16])
def test_a_recorders_many_tracks_have_no_places(tmp_path, count):
    soundfile.write(tmp_path / "poly.wav", noise(0.1, channels=count).T, 48_000)
    assert probe(tmp_path / "poly.wav").audio[0].layout == f"{count} channels"
    assert open_track(tmp_path / "poly.wav").layout == f"{count} channels"
