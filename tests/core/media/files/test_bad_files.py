import os

import numpy as np
import pytest
import soundfile

from cass_core.errors import MediaError
from cass_core.media.files.probe import probe
from cass_core.media.sound.audio_reader import decode_audio, open_track
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media


def text(path):
    path.write_text("hello\n" * 100)


def cut_off(path):
    write_movie(path, Picture(), [Sound(noise(1.0), codec="aac")])
    path.write_bytes(path.read_bytes()[:-3000])


BAD = {
    "missing.mp4": (lambda path: None, "does not exist"),
    "folder.mp4": (lambda path: path.mkdir(), "is a folder"),
    "empty.mp4": (lambda path: path.touch(), "is empty"),
    "text.mp4": (text, "no movie or sound file"),
    "cut.mp4": (cut_off, "cut off or damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_is_one_sentence_with_its_name(tmp_path, name):
    make, words = BAD[name]
    path = tmp_path / name
    make(path)
    for read in (probe, open_track, lambda path: next(decode_audio(path))):
        with pytest.raises(MediaError, match=words) as caught:
            read(path)
        message = str(caught.value)
        assert name in message
        assert message.endswith(".")
        assert "\n" not in message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_file_that_may_not_be_read(tmp_path):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.1))])
    path.chmod(0)
    with pytest.raises(MediaError, match="may not be read"):
        probe(path)


def test_refused_permission_is_a_sentence(tmp_path, monkeypatch):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.1))])

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(MediaError, match="may not be read: change its permissions"):
        probe(path)


def test_movie_without_sound(tmp_path):
    path = write_movie(tmp_path / "mute.mp4", Picture())
    assert probe(path).audio == ()
    with pytest.raises(MediaError, match="mute.mp4 has no sound"):
        open_track(path)


@pytest.mark.parametrize("stream", [2, -1])
def test_stream_number_out_of_range(tmp_path, stream):
    path = write_movie(tmp_path / "a.mov", Picture(), [Sound(noise(0.1)), Sound(noise(0.1))])
    with pytest.raises(MediaError, match=f"a.mov has no audio stream {stream}.*streams 0 to 1"):
        next(decode_audio(path, stream))


def test_sound_of_no_length(tmp_path):
    soundfile.write(tmp_path / "a.wav", np.zeros((0, 2)), 48000)
    for read in (open_track, lambda path: list(decode_audio(path))):
        with pytest.raises(MediaError, match="holds no sound"):
            read(tmp_path / "a.wav")


def test_codec_that_nobody_knows(tmp_path):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.1))])
    data = bytearray(path.read_bytes())
    place = data.index(b"fmt ") + 8
    data[place : place + 2] = b"\x34\x12"
    path.write_bytes(data)
    with pytest.raises(MediaError, match=r"a.wav.*convert it"):
        open_track(path)
    assert probe(path).audio[0].codec == "unknown"


def test_name_with_a_colon_and_a_percent_sign(tmp_path):
    path = tmp_path / "http: x%03d é.wav"
    write_movie(path, None, [Sound(noise(0.1))])
    assert open_track(path).rate_hz == 48000
