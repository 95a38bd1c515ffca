"""Only files that hold what they play are opened: no lists of other files, pipes or devices."""

import os
from pathlib import Path

import pytest

from cass_core.errors import CassError, MediaError
from cass_core.media.files.container import open_media
from cass_core.media.files.probe import media_hash, probe
from cass_core.media.sound.growing_wave import GrowingWave
from cass_core.stems.manifest_file import load_manifest
from tests.helpers.media.movies import Sound, noise, write_movie

LISTS = {
    "a.ffconcat": "ffconcat version 1.0\nfile {name}\n",
    "b.mov": "ffconcat version 1.0\nfile {name}\n",
    "a.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{name}\n#EXT-X-ENDLIST\n",
    "a.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n",
    "a.mpd": '<?xml version="1.0"?><MPD><BaseURL>{name}</BaseURL></MPD>',
}


@pytest.fixture
def secret(tmp_path):
    return write_movie(tmp_path / "secret.wav", None, [Sound(noise(1.0))])


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_of_files_opens_none_of_them(tmp_path, secret, name):
    path = tmp_path / name
    path.write_text(LISTS[name].format(name=secret.name))
    with pytest.raises(MediaError, match="is a list that names other files; choose one of those"):
        probe(path)


def test_numbered_pictures_are_no_movie(tmp_path):
    with pytest.raises(MediaError), open_media(tmp_path / "%03d.png"):
        pass


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize("read", [probe, media_hash, GrowingWave])
def test_a_pipe_is_not_waited_for(tmp_path, read):
    os.mkfifo(tmp_path / "pipe.wav")
    with pytest.raises(MediaError):
        read(tmp_path / "pipe.wav")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_no_manifest(tmp_path):
    os.mkfifo(tmp_path / "manifest.json")
    with pytest.raises(CassError, match="it is no file"):
        load_manifest(tmp_path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
def test_a_device_is_no_movie():
    with pytest.raises(MediaError, match="is a pipe or a device; choose a movie or sound file"):
        probe("/dev/zero")
