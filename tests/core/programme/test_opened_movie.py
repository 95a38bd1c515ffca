"""What is known of a movie once it is opened."""

import os
import re
from fractions import Fraction

import pytest

from cass_core.errors import MediaError, SettingsError
from cass_core.media.files.probe import cache_key, media_hash
from cass_core.programme.opened_movie import OpenedMovie
from tests.helpers.media.movies import Picture, Sound, noise, write_movie


def test_everything_is_known_at_once(tmp_path):
    path = write_movie(
        tmp_path / "a.mov", Picture(2.0), [Sound(noise(2.0))], timecode="01:00:00:00"
    )
    movie = OpenedMovie.open(path)
    assert (movie.info.start_timecode, movie.track.rate_hz) == ("01:00:00:00", 48_000)
    assert movie.media_hash == media_hash(path)
    assert movie.cache_key == cache_key(movie.media_hash, os.stat(path).st_mtime_ns)
    assert movie.clock.timecode_at(0) == "01:00:00:00"
    assert movie.length_s == pytest.approx(2.0, abs=0.05)
    assert movie.warnings == ()


def test_a_timecode_that_cannot_be_is_left_out_and_said(tmp_path):
    path = write_movie(
        tmp_path / "a.mkv", Picture(1.0), [Sound(noise(1.0))], timecode="01:00:00:99"
    )
    movie = OpenedMovie.open(path)
    assert movie.info.start_timecode is None
    (sentence,) = movie.warnings
    assert "does not exist at 25 frames a second" in sentence


def test_what_is_not_there_is_refused(tmp_path):
    path = write_movie(tmp_path / "a.mov", None, [Sound(noise(0.5))])
    with pytest.raises(MediaError, match="has no audio stream 2"):
        OpenedMovie.open(path, 2)
    with pytest.raises(SettingsError, match="no channel 6"):
        OpenedMovie.open(path, 0, (5,))


@pytest.mark.parametrize("ending", ["mov", "mkv", "ts"])
@pytest.mark.parametrize(
    ("picture_s", "sound_s", "words"),
    [(0, Fraction(4, 5), r"0\.(79|80) s after"), (1, 0, r"1\.0[01] s before"), (1, 1, "")],
)
def test_sound_that_does_not_start_with_the_picture_is_said(
    tmp_path, ending, picture_s, sound_s, words
):
    picture = Picture(2.0, codec="mpeg2video", start_s=Fraction(picture_s))
    sound = Sound(noise(2.0), codec="mp2", start_s=Fraction(sound_s))
    movie = OpenedMovie.open(write_movie(tmp_path / f"a.{ending}", picture, [sound]))
    if not words:
        assert movie.warnings == ()
        return
    (sentence,) = movie.warnings
    assert re.search(f"starts {words} its picture", sentence)


def test_other_mono_tracks_are_mentioned(tmp_path):
    sounds = [Sound(noise(0.5, channels=1), layout="mono") for _ in range(3)]
    path = write_movie(tmp_path / "a.mov", Picture(0.5), sounds)
    (sentence,) = OpenedMovie.open(path, 1).warnings
    assert "3 sound tracks of one channel, of which this is number 2" in sentence
    assert "(1, 3)" in sentence
    assert "--group, as in 1-6 or 1+2" in sentence
    stereo = write_movie(tmp_path / "b.mov", Picture(0.5), [Sound(noise(0.5)), *sounds[:1]])
    assert OpenedMovie.open(stereo).warnings == ()


def test_channels_without_names_are_mentioned(tmp_path):
    sound = Sound(noise(0.5, channels=6), layout="5.1")
    path = write_movie(tmp_path / "a.wav", None, [sound])
    assert OpenedMovie.open(path).warnings == ()
    data = bytearray(path.read_bytes())
    mask = data.index(b"fmt ") + 8 + 20
    data[mask : mask + 4] = bytes(4)
    path.write_bytes(data)
    (sentence,) = OpenedMovie.open(path).warnings
    assert "The 6 channels of a.wav have no names, so all of them are heard alike" in sentence
    assert OpenedMovie.open(path, 0, (3,)).warnings == ()
