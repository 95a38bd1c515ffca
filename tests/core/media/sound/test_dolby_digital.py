"""AC-3 and E-AC-3 as they were mixed: no holes, no range control."""

import numpy as np
import pytest

from cass_core.media.files.container import audio_stream, open_media
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.programme.opened_movie import OpenedMovie
from tests.helpers.media.movies import Picture, Sound, noise, tones, write_movie

pytestmark = pytest.mark.media


def decoded(path):
    return np.concatenate(list(decode_audio(path)), axis=1)


def with_range_control(path):
    """Mono AC-3 of FFmpeg's encoder with -6 dB in the first block of every frame."""
    data = path.read_bytes()
    size = data.index(b"\x0b\x77", 2)
    frames = []
    for start in range(0, len(data), size):
        bits = "".join(f"{byte:08b}" for byte in data[start : start + size])
        assert bits[67] == "0"  # behind the head, a block switch and a dither flag: "no control"
        bits = (bits[:67] + "1" + "11100000" + bits[68:])[: len(bits)]
        frames.append(int(bits, 2).to_bytes(len(bits) // 8))
    path.write_bytes(b"".join(frames))
    return path


def test_a_frame_astride_two_packets_leaves_no_hole(tmp_path, caplog):
    sound, picture = Sound(noise(12.0), codec="ac3"), Picture(12.0, codec="mpeg2video")
    path = write_movie(tmp_path / "a.vob", picture, [sound], container="vob")
    with open_media(path) as container:
        frames = list(container.decode(audio_stream(container, 0, path)))
        plain = np.concatenate([frame.to_ndarray() for frame in frames], axis=1)
    assert len({frame.pts for frame in frames}) < len(frames)  # two share a time
    np.testing.assert_array_equal(decoded(path), plain)
    assert caplog.messages == []


def test_range_control_is_not_applied(tmp_path):
    sound = Sound(tones(1.0, 48_000, 1), codec="ac3", layout="mono")
    path = write_movie(tmp_path / "a.ac3", None, [sound])
    before = decoded(path)
    with_range_control(path)
    level = np.std(decoded(path)[0, 4800:40_000]) / np.std(before[0, 4800:40_000])
    assert 20 * np.log10(level) == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize(("codec", "is_said"), [("ac3", True), ("ac3", False), ("eac3", False)])
def test_range_control_is_said_where_it_is(tmp_path, codec, is_said):
    sound = Sound(tones(1.0, 48_000, 1), codec=codec, layout="mono")
    path = write_movie(tmp_path / f"a.{codec}", None, [sound])
    if is_said:
        with_range_control(path)
    sentences = OpenedMovie.open(path).warnings
    assert any("carries range control" in sentence for sentence in sentences) == is_said


@pytest.mark.parametrize("codec", ["ac3", "eac3"])
def test_both_decoders_are_told(tmp_path, codec):
    path = write_movie(tmp_path / "a.mkv", None, [Sound(noise(0.2), codec=codec)])
    with open_media(path) as container:
        assert audio_stream(container, 0, path).codec_context.options == {"drc_scale": "0"}
    assert decoded(path).shape[1] >= 9600
