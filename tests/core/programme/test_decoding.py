"""The one decoder: what it writes, what it leaves behind, what it says."""

import shutil

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import OutputError
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.media.sound.float_wave import FloatWaveReader, create
from cass_core.programme import decoding
from cass_core.programme.decoding import decode_sound, decode_to_file
from cass_core.relayed import result_of
from tests.helpers.media.movies import Sound, noise, tones, write_movie


def decoded(path):
    return np.concatenate(list(decode_audio(path)), axis=1)


def content(path):
    with FloatWaveReader(path) as source:
        return source.read(SampleSpan(0, source.num_samples))


def test_the_file_holds_the_decoded_sound(tmp_path):
    path = write_movie(
        tmp_path / "a.mp4", None, [Sound(tones(4.0, 48000, 6), layout="5.1", codec="aac")]
    )
    counts = list(decode_to_file(open_track(path), tmp_path / "sound.wav"))
    assert counts == sorted(counts)
    assert counts[-1] == decoded(path).shape[1]
    with FloatWaveReader(tmp_path / "sound.wav") as source:
        assert (source.layout, source.rate_hz) == ("5.1", 48000)
    np.testing.assert_array_equal(content(tmp_path / "sound.wav"), decoded(path))


def test_a_stopped_decode_leaves_nothing(tmp_path):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(4.0))])
    steps = decode_to_file(open_track(path), tmp_path / "sound.wav")
    next(steps)
    steps.close()
    assert [file.name for file in tmp_path.iterdir()] == ["a.wav"]


def test_what_is_odd_comes_back_as_sentences(tmp_path):
    sound = Sound(noise(3.0), holes=((40_960, 61_440),))
    path = write_movie(tmp_path / "gap.mkv", None, [sound])
    (sentence,) = result_of(decode_to_file(open_track(path), tmp_path / "sound.wav"))
    assert "gaps" in sentence


def test_room_is_left_on_the_disk_and_what_was_decoded_stays(tmp_path, monkeypatch):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(6.0))])
    monkeypatch.setattr(decoding, "_CHECK_SAMPLES", 1)
    usage = shutil.disk_usage(tmp_path)
    free = iter([usage.free] + [10_000] * 2)  # the first is asked for when the wave is made
    monkeypatch.setattr(
        decoding.shutil, "disk_usage", lambda _: usage._replace(free=next(free, 9_999))
    )
    with create(tmp_path / "sound.wav", 48_000, "stereo") as writer:
        steps = decode_sound(open_track(path), writer, reserve_bytes=10_000)
        done = [next(steps), next(steps)]
        with pytest.raises(OutputError, match="is full; make room"):
            next(steps)
    np.testing.assert_array_equal(content(tmp_path / "sound.wav"), decoded(path)[:, : done[-1]])
