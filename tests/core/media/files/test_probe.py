import json
import os
from fractions import Fraction

import pytest

from cass_core.errors import MediaError
from cass_core.media.files.probe import as_json, cache_key, describe, media_hash, modified_ns, probe
from tests.helpers.media.movies import Picture, Sound, noise, tones, write_movie

pytestmark = pytest.mark.media

NTSC = Fraction(30000, 1001)


def test_streams_of_a_movie(tmp_path):
    sounds = [
        Sound(tones(1.0, 48000, 6), layout="5.1", codec="flac", language="eng", title="Mix"),
        Sound(noise(1.0, channels=1), layout="mono", start_s=Fraction(1, 2)),
    ]
    path = write_movie(tmp_path / "a.mkv", Picture(duration_s=1.0, size=(320, 180)), sounds)
    info = probe(path)
    mix, second = info.audio
    assert (mix.order, mix.codec, mix.rate_hz, mix.num_channels) == (0, "flac", 48000, 6)
    assert (mix.layout, mix.bits, mix.language, mix.title) == ("5.1", 24, "eng", "Mix")
    assert (second.order, second.layout, second.bits) == (1, "mono", 16)
    assert second.start_s == Fraction(1, 2)
    picture = info.video[0]
    assert (picture.codec, picture.width, picture.height) == ("mpeg4", 320, 180)
    assert picture.fps == 25
    assert not picture.variable_fps
    assert picture.num_frames in (25, 38)  # Matroska knows the length of the whole file only
    assert info.start_timecode is None
    assert info.duration_s == Fraction(3, 2)


@pytest.mark.parametrize(
    ("codec", "ending", "bits"),
    [("flac", "flac", 24), ("alac", "m4a", 24), ("pcm_f32le", "wav", 32), ("aac", "m4a", None),
     ("libmp3lame", "mp3", None), ("pcm_u8", "wav", 8)],
)  # fmt: skip
def test_bits_and_no_picture(tmp_path, codec, ending, bits):
    path = write_movie(tmp_path / f"a.{ending}", None, [Sound(noise(0.2), codec=codec)])
    info = probe(path)
    assert info.audio[0].bits == bits
    assert info.audio[0].codec == {"libmp3lame": "mp3"}.get(codec, codec)
    assert info.video == ()
    assert "no picture" in describe(info)


@pytest.mark.parametrize(
    ("name", "fps", "timecode", "codec"),
    [("a.mp4", Fraction(25), "10:00:00:00", "mpeg4"), ("a.mov", NTSC, "01:00:00;02", "mpeg4"),
     ("a.mkv", Fraction(24), "00:59:58:12", "mpeg4"), ("a.mov", NTSC, "01:00:00:00", "mpeg4"),
     ("a.mxf", Fraction(25), "09:59:30:00", "mpeg2video")],
)  # fmt: skip
def test_start_timecode(tmp_path, name, fps, timecode, codec):
    sound = Sound(noise(1.0, channels=1), layout="mono")
    path = write_movie(tmp_path / name, Picture(fps=fps, codec=codec), [sound], timecode)
    info = probe(path)
    assert info.start_timecode == timecode
    assert info.drop_frame == (";" in timecode)
    assert info.video[0].fps == fps
    assert timecode in describe(info)


@pytest.mark.parametrize("container", ["mp4", "mkv"])
@pytest.mark.parametrize("fps", [Fraction(24000, 1001), Fraction(25), NTSC, Fraction(50), None])
def test_variable_rate_is_noticed_and_even_rates_are_not(tmp_path, container, fps):
    times = None
    if fps is None:
        steps = (1, 1, 2, 1, 3, 1, 1, 2, 4, 1, 1, 1, 2) * 3
        times = tuple(Fraction(sum(steps[:k]), 30) for k in range(len(steps)))
    picture = Picture(fps=fps or Fraction(25), times_s=times)
    path = write_movie(tmp_path / f"a.{container}", picture)
    assert probe(path).video[0].variable_fps == (fps is None)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_rotation(tmp_path, degrees):
    path = write_movie(tmp_path / "a.mp4", Picture(rotation_deg=degrees))
    assert probe(path).video[0].rotation_deg == degrees


def test_cover_art_is_no_picture(tmp_path):
    import av
    import numpy as np

    path = tmp_path / "a.mp3"
    with av.open(str(path), "w") as output:
        sound = output.add_stream("libmp3lame", rate=48000)
        cover = output.add_stream("mjpeg", rate=25)
        cover.width, cover.height, cover.pix_fmt = 64, 64, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic.value
        frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), "rgb24")
        output.mux(cover.encode(frame.reformat(format="yuvj420p")))
        quiet = av.AudioFrame.from_ndarray(np.zeros((2, 4800), np.float32), "fltp", "stereo")
        quiet.sample_rate = 48000
        output.mux(sound.encode(quiet) + sound.encode(None) + cover.encode(None))
    with av.open(str(path)) as container:
        assert len(container.streams.video) == 1
    assert probe(path).video == ()


def test_time_reference_of_broadcast_wave(tmp_path):
    import av
    import numpy as np

    path = tmp_path / "a.wav"
    with av.open(str(path), "w", options={"write_bext": "1"}) as output:
        output.metadata["time_reference"] = "172800000"
        stream = output.add_stream("pcm_s16le", rate=48000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 960), np.int16), "s16", "stereo")
        frame.sample_rate = 48000
        output.mux(stream.encode(frame) + stream.encode(None))
    assert probe(path).time_reference == 172_800_000


def test_json_keeps_fractions_exact(tmp_path):
    path = write_movie(tmp_path / "a.mp4", Picture(fps=NTSC), [Sound(noise(1.0), codec="aac")])
    answer = json.loads(json.dumps(as_json(probe(path))))
    assert answer["video"][0]["fps"] == "30000/1001"
    assert answer["audio"][0]["layout"] == "stereo"
    assert answer["path"] == str(path)


def test_hash_sees_ends_blocks_and_size_and_is_stable(tmp_path):
    path = tmp_path / "a.bin"
    data = bytearray(noise(20.0).tobytes())
    path.write_bytes(data)
    before = media_hash(path)
    assert before == media_hash(path)
    assert len(before) == 64
    for place in (0, len(data) - 1, (1 << 20) + 5):
        changed = bytearray(data)
        changed[place] ^= 1
        path.write_bytes(changed)
        assert media_hash(path) != before
    path.write_bytes(data[:-1])
    assert media_hash(path) != before
    with pytest.raises(MediaError, match="cannot be read"):
        media_hash(tmp_path / "none")


@pytest.mark.parametrize(
    ("fps", "words"),
    [(Fraction(25), "25 fps,"), (NTSC, "30000/1001 fps (29.97),")],
)
def test_people_read_the_exact_frame_rate(tmp_path, fps, words):
    path = write_movie(tmp_path / "a.mov", picture=Picture(fps=fps, duration_s=0.5))
    assert words in describe(probe(path))


def test_a_file_written_anew_has_another_key_but_may_have_the_same_hash(tmp_path):
    path = tmp_path / "long.raw"
    path.write_bytes(bytes(40 << 20))
    before = media_hash(path), key_of(path)
    with path.open("r+b") as file:
        file.seek((1 << 20) + (100 << 10))  # between two of the blocks that are read
        file.write(b"changed")
    os.utime(path, ns=(5, 5))
    assert media_hash(path) == before[0]
    assert key_of(path) != before[1]
    path.rename(tmp_path / "moved.raw")
    assert key_of(tmp_path / "moved.raw") == cache_key(before[0], 5)


def key_of(path):
    return cache_key(media_hash(path), modified_ns(path))
