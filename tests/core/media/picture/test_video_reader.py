from fractions import Fraction

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.media.picture.video_reader import PictureRate, read_frames
from cass_core.media.sound.audio_reader import audio_start_s, decode_audio
from tests.helpers.media.movies import Picture, Sound, beeps, write_movie

pytestmark = pytest.mark.media

NTSC = Fraction(30000, 1001)
FACE = PictureRate("face", 25.0, (64, 36))


def is_white(frame):
    return frame.image[18:, 32:].mean() > 128


def flash_times_s(frames):
    """Times of the first white frame of each flash."""
    white = [False] + [is_white(frame) for frame in frames]
    return [frames[k].time_s for k in range(len(frames)) if white[k + 1] and not white[k]]


def onsets_s(path):
    sound = np.concatenate(list(decode_audio(path)), axis=1)[0]
    loud = np.flatnonzero(np.abs(sound) > 0.25) / 48000
    return [time for k, time in enumerate(loud) if k == 0 or time - loud[k - 1] > 0.3]


def test_even_rates_deliver_each_picture_once(tmp_path):
    path = write_movie(tmp_path / "a.mp4", Picture(duration_s=2.0, flashes_s=(0.4, 1.2)))
    frames = list(read_frames(path, [FACE]))
    assert [frame.index for frame in frames] == list(range(50))
    assert all(frame.time_s == frame.source_time_s for frame in frames)
    assert [frame.index for frame in frames if is_white(frame)] == [10, 30]
    assert frames[0].image.shape == (36, 64, 3)
    assert frames[0].image.dtype == np.uint8
    np.testing.assert_allclose(frames[0].image[2, 2], (255, 128, 0), atol=16)


@pytest.mark.parametrize("fps", [Fraction(24), NTSC * 4 / 5, Fraction(25), NTSC, Fraction(50)])
def test_two_rates_from_one_pass_have_no_holes_and_take_a_near_picture(tmp_path, fps):
    path = write_movie(tmp_path / "a.mkv", Picture(duration_s=3.0, fps=fps))
    requests = [FACE, PictureRate("scene", 6.25, (32, 32))]
    frames = list(read_frames(path, requests))
    for request in requests:
        mine = [frame for frame in frames if frame.name == request.name]
        first = mine[0].index
        assert [frame.index for frame in mine] == list(range(first, first + len(mine)))
        assert abs(len(mine) - 3 * request.fps) <= 1
        errors = [abs(frame.time_s - frame.source_time_s) for frame in mine[:-1]]
        # half a step of the faster rate early, the rest of the source's step late
        early_s = 0.5 / max(fps, Fraction(request.fps))
        assert max(errors) <= max(early_s, 1 / fps - early_s) + 0.001


def test_uneven_pictures_are_held_until_the_next_is_due(tmp_path):
    times = tuple(Fraction(k, 100) for k in (0, 4, 8, 60, 64, 68, 100, 104))
    picture = Picture(times_s=times, flashes_s=(0.6,))
    path = write_movie(tmp_path / "a.mp4", picture)
    frames = [f for f in read_frames(path, [FACE]) if f.time_s < 1.05]
    for frame in frames:
        due = max((t for t in times if t <= Fraction(frame.index, 25)), default=Fraction(0))
        assert frame.source_time_s == pytest.approx(float(due))
        assert is_white(frame) == (frame.index == 15)


@pytest.mark.parametrize(
    ("name", "codec", "sound_start", "picture_start"),
    [("a.mp4", "aac", 0, 0), ("late.mp4", "aac", Fraction(1, 2), 0),
     ("early.mp4", "aac", 0, Fraction(1, 5)), ("a.mov", "pcm_s24le", Fraction(1, 4), 0),
     ("a.mkv", "flac", 0, Fraction(3, 25)), ("a.ts", "aac", 0, 0), ("a.mkv", "libopus", 0, 0)],
)  # fmt: skip
def test_flash_and_beep_meet_on_the_audio_clock(tmp_path, name, codec, sound_start, picture_start):
    sound_start, picture_start = Fraction(sound_start), Fraction(picture_start)
    media_s = (0.8, 1.6)
    picture = Picture(
        duration_s=2.4,
        flashes_s=tuple(time - float(picture_start) for time in media_s),
        start_s=picture_start,
    )
    times = [time - float(sound_start) for time in media_s]
    sound = Sound(beeps(times, 2.4), codec=codec, start_s=sound_start)
    path = write_movie(tmp_path / name, picture, [sound])
    frames = list(read_frames(path, [PictureRate("fine", 250.0, (64, 36))], audio_start_s(path)))
    seen, heard = flash_times_s(frames), onsets_s(path)
    assert len(seen) == len(heard) == 2
    for flash, beep in zip(seen, heard, strict=True):
        # a grid of 250 fps and Matroska's milliseconds leave this much
        assert abs(flash - beep) < 0.006


def test_picture_before_the_sound_has_negative_indices(tmp_path):
    sound = Sound(beeps((), 1.0), codec="flac", start_s=Fraction(1, 2))
    path = write_movie(tmp_path / "a.mp4", Picture(duration_s=1.0), [sound])
    frames = list(read_frames(path, [FACE], audio_start_s(path)))
    assert frames[0].index == -12
    assert frames[0].source_time_s == -0.5


@pytest.mark.parametrize("codec", ["mpeg4", "libx264"])
def test_span_equals_that_part_of_the_whole(tmp_path, codec):
    picture = Picture(duration_s=8.0, flashes_s=(5.2,), codec=codec)
    path = write_movie(tmp_path / "a.mp4", picture)
    whole = {frame.index: frame for frame in read_frames(path, [FACE])}
    part = list(read_frames(path, [FACE], span_s=(5.0, 6.0)))
    assert [frame.index for frame in part] == list(range(125, 150))
    for frame in part:
        np.testing.assert_array_equal(frame.image, whole[frame.index].image)


@pytest.mark.parametrize(
    ("degrees", "corner"), [(0, (2, 2)), (90, (-3, 2)), (180, (-3, -3)), (-90, (2, -3))]
)
def test_picture_stands_upright(tmp_path, degrees, corner):
    path = write_movie(tmp_path / "a.mp4", Picture(rotation_deg=degrees))
    image = next(read_frames(path, [PictureRate("any", 25.0, 1000)])).image
    assert image.shape == ((160, 90, 3) if degrees in (90, -90) else (90, 160, 3))
    np.testing.assert_allclose(image[corner], (255, 128, 0), atol=24)
    exact = next(read_frames(path, [FACE])).image
    assert exact.shape == (36, 64, 3)


def test_width_shrinks_but_never_grows(tmp_path):
    path = write_movie(tmp_path / "a.mp4", Picture(size=(320, 180)))
    for width, shape in ((160, (90, 160, 3)), (1000, (180, 320, 3))):
        assert next(read_frames(path, [PictureRate("any", 25, width)])).image.shape == shape


def test_damaged_pictures_are_skipped(tmp_path, caplog):
    path = write_movie(
        tmp_path / "a.mp4", Picture(duration_s=4.0, codec="libx264", fps=Fraction(25))
    )
    data = bytearray(path.read_bytes())
    start = data.index(b"mdat")
    stop = data.index(b"moov", start) if b"moov" in data[start:] else len(data)
    middle = (start + stop) // 2
    data[middle : middle + 200] = b"\xff" * 200
    path.write_bytes(data)
    frames = list(read_frames(path, [FACE]))
    assert len(frames) == 100
    assert "damaged packets of the picture were skipped" in caplog.text


def test_file_without_picture_is_a_sentence(tmp_path):
    path = write_movie(tmp_path / "a.wav", None, [Sound(beeps((), 0.1))])
    with pytest.raises(MediaError, match="a.wav has no picture"):
        next(read_frames(path, [FACE]))
