"""The exact picture at any time: rates, offsets, codecs, damage, jumps in every order."""

import os
import random
from bisect import bisect_right
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.media.picture.frame_seeker import FrameSeeker
from cass_core.media.picture.picture_decoder import Skip
from cass_core.media.picture.video_reader import PictureRate, read_frames
from cass_core.media.sound.audio_reader import audio_start_s
from tests.helpers.media.counted_movies import (
    CountedPicture,
    even_times,
    number_on,
    write_counted_movie,
)
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media

ROOM = (64, 64)
RATES = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "50": Fraction(50),
}
LONG_GOP = {"g": "250", "bf": "3", "preset": "ultrafast"}
SHORT_GOP = {"g": "12", "bf": "2", "preset": "ultrafast"}


def uneven_times(duration_s):
    """A variable rate with short and long waits."""
    steps = random.Random(7)
    times = [Fraction(0)]
    while times[-1] < duration_s:
        times.append(times[-1] + Fraction(steps.choice((17, 33, 40, 50, 120, 700)), 1000))
    return tuple(times)


def expected_number(times_s, offset_s, time_s):
    """Number of the picture on screen, by the definition."""
    return max(bisect_right([time + offset_s for time in times_s], time_s) - 1, 0)


def jumps(duration_s, count=24):
    """Times in an order that mixes near, far, forward and backward, beyond both ends too."""
    chance = random.Random(3)
    return [
        Fraction(chance.randrange(-20, round(duration_s * 1000) + 300), 1000) for _ in range(count)
    ]


def assert_exact(path, picture, tolerance_s=Fraction(0)):
    """Every jump, step and forward run shows the right number."""
    sound_s = audio_start_s(path)
    offset_s = picture.start_s - sound_s
    times = picture.times_s
    with FrameSeeker(path, sound_s) as seeker:
        for time_s in jumps(times[-1]):
            number = number_on(seeker.frame_at(time_s, ROOM).image)
            allowed = {
                expected_number(times, offset_s, time_s + error)
                for error in (-tolerance_s, 0, tolerance_s)
            }
            assert number in allowed, f"at {float(time_s)} s"
        run = [seeker.frame_at(0, ROOM)]
        while run[-1].until_s is not None:
            run.append(seeker.frame_at(run[-1].until_s, ROOM))
        first = number_on(run[0].image)
        assert [number_on(frame.image) for frame in run] == list(range(first, len(times)))
        back = [number_on(seeker.frame_at(frame.time_s, ROOM).image) for frame in run[::-1]]
        assert back[::-1] == list(range(first, len(times)))


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize(
    ("ending", "options", "picture_s", "sound_s"),
    [
        (".mp4", LONG_GOP, "0", "0"),
        (".mp4", SHORT_GOP, "0", "1/2"),
        (".mov", SHORT_GOP, "3/10", "0"),
        (".mkv", SHORT_GOP, "0", "1/4"),
        (".ts", SHORT_GOP, "0", "0"),
    ],
)
def test_shows_the_exact_picture(tmp_path, rate, ending, options, picture_s, sound_s):
    fps = RATES[rate]
    picture = CountedPicture(
        even_times(fps, 6.0), fps, start_s=Fraction(picture_s), options=options,
        time_base=Fraction(1, 90000) if ending == ".mov" else None,
    )  # fmt: skip
    path = write_counted_movie(tmp_path / f"clip{ending}", picture, Fraction(sound_s))
    tolerance_s = Fraction(2, 1000) if ending in (".mkv", ".ts") else Fraction(0)
    assert_exact(path, with_real_start(path, picture), tolerance_s)


def with_real_start(path, picture):
    """The picture with the start that the container gave it."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        frame = next(container.decode(stream))
        return replace(picture, start_s=frame.pts * stream.time_base)


@pytest.mark.parametrize("ending", [".mp4", ".mkv"])
def test_shows_the_exact_picture_of_a_variable_rate(tmp_path, ending):
    picture = CountedPicture(
        uneven_times(12), Fraction(25), time_base=Fraction(1, 1000), options=LONG_GOP
    )
    path = write_counted_movie(tmp_path / f"clip{ending}", picture, Fraction(1, 8))
    assert_exact(path, with_real_start(path, picture))


@pytest.mark.parametrize(
    ("ending", "codec", "options"),
    [
        (".avi", "mpeg4", {"bf": "0"}),
        (".mpg", "mpeg2video", {"bf": "2", "g": "15"}),
        (".mov", "prores_ks", {}),
        (".mp4", "libx265", {"x265-params": "log-level=none:keyint=20:bframes=3"}),
        (".webm", "libvpx", {"g": "30", "deadline": "realtime"}),
        (".h264", "libx264", SHORT_GOP),  # no clock and no index at all
    ],
)
def test_shows_the_exact_picture_of_other_codecs(tmp_path, ending, codec, options):
    fps = Fraction(25)
    picture = CountedPicture(even_times(fps, 4.0), fps, codec=codec, options=options)
    if codec == "prores_ks":
        picture = replace(picture, pixel_format="yuv422p10le")
    if codec == "mpeg2video":  # in tiny pictures not every one has a timestamp of its own
        picture = replace(picture, size=(720, 576), options=options | {"b": "4000000"})
    path = write_counted_movie(tmp_path / f"clip{ending}", picture)
    with FrameSeeker(path) as seeker:
        first = seeker.frame_at(0, ROOM)
        for time_s in jumps(4):
            frame = seeker.frame_at(first.time_s + time_s, ROOM)
            assert number_on(frame.image) == expected_number(picture.times_s, 0, time_s)


def test_a_clock_that_starts_anew_goes_on(tmp_path):
    fps = Fraction(25)
    parts = []
    for number, start in enumerate((5, 0, 3)):
        picture = CountedPicture(
            even_times(fps, 4.0),
            fps,
            options=SHORT_GOP,
            start_s=Fraction(start),
            first=100 * number,
        )
        parts.append(write_counted_movie(tmp_path / f"{number}.ts", picture).read_bytes())
    path = tmp_path / "joined.ts"
    path.write_bytes(b"".join(parts))
    with FrameSeeker(path) as seeker:
        start_s = seeker.frame_at(0, ROOM).time_s
        run = [seeker.frame_at(start_s, ROOM)]
        while run[-1].until_s is not None:
            run.append(seeker.frame_at(run[-1].until_s, ROOM))
    numbers = [number_on(frame.image) for frame in run]
    assert {0, 99, 100, 199, 200, 299} <= set(numbers)
    with FrameSeeker(path) as seeker:
        for frame in random.Random(1).sample(run, 20):
            assert number_on(seeker.frame_at(frame.time_s, ROOM).image) == number_on(frame.image)


def test_agrees_with_what_the_model_sees(tmp_path):
    flashes = (0.4, 1.2, 2.48)
    path = write_movie(
        tmp_path / "flashes.mp4", Picture(3.0, flashes_s=flashes), [Sound(noise(3.0), codec="aac")]
    )
    sound_s = audio_start_s(path)
    with FrameSeeker(path, sound_s) as seeker:
        for seen in read_frames(path, [PictureRate("all", 25, 160)], sound_s):
            shown = seeker.frame_at(seen.time_s + 0.001, (160, 90))
            assert float(shown.time_s) == pytest.approx(seen.source_time_s)
            assert np.abs(shown.image[..., 2::-1].astype(int) - seen.image).mean() < 3


@pytest.mark.parametrize(
    ("size", "aspect", "room", "expected"),
    [
        ((128, 96), "1", (64, 64), (64, 48)),
        ((128, 96), "1", (2000, 2000), (128, 96)),  # never enlarged
        ((720, 576), "16/15", (400, 300), (400, 300)),  # PAL, 4:3
        ((720, 576), "64/45", (1024, 800), (1024, 576)),  # PAL, 16:9
        ((128, 96), "1", (40, 4), (5, 4)),
    ],
)
def test_keeps_the_shape(tmp_path, size, aspect, room, expected):
    picture = CountedPicture(
        even_times(Fraction(25), 0.2), Fraction(25), size=size, pixel_aspect=Fraction(aspect)
    )
    path = write_counted_movie(tmp_path / "clip.mp4", picture)
    with FrameSeeker(path) as seeker:
        frame = seeker.frame_at(0, room)
    assert frame.image.shape == (expected[1], expected[0], 4)
    assert frame.image.flags.c_contiguous
    assert (frame.image[..., 3] == 255).all()


@pytest.mark.parametrize(
    ("turn", "corner"), [(0, (0, 0)), (90, (-1, 0)), (180, (-1, -1)), (270, (0, -1))]
)
def test_turns_the_picture_upright(tmp_path, turn, corner):
    path = write_movie(tmp_path / "turned.mp4", Picture(0.4, rotation_deg=turn))
    with FrameSeeker(path) as seeker:
        frame = seeker.frame_at(0, (160, 160))
    assert frame.full_size == ((90, 160) if turn % 180 else (160, 90))
    blue, green, red, _ = frame.image[corner].astype(int)
    assert red > 200 > green > 80 > blue


@pytest.mark.parametrize("space", ["bt709", "smpte170m"])
def test_colours_are_those_of_the_tag(tmp_path, space):
    """Orange comes back, whichever matrix the file was made with."""
    path = tmp_path / "colour.mp4"
    number = {"bt709": 1, "smpte170m": 6}[space]
    with av.open(str(path), "w") as output:
        stream = output.add_stream("libx264", rate=25, options={"qp": "0"})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.codec_context.colorspace = number
        image = np.full((48, 64, 3), (255, 128, 0), np.uint8)
        frame = av.VideoFrame.from_ndarray(image, "rgb24")
        frame = frame.reformat(format="yuv420p", dst_colorspace=number)
        frame.colorspace = number
        output.mux(stream.encode(frame) + stream.encode(None))
    with FrameSeeker(path) as seeker:
        shown = seeker.frame_at(0, ROOM).image[24, 32, 2::-1].astype(int)
    assert np.abs(shown - (255, 128, 0)).max() <= 6


def test_a_cut_off_file_holds_its_last_picture(tmp_path):
    fps = Fraction(25)
    picture = CountedPicture(even_times(fps, 6.0), fps, options=SHORT_GOP)
    path = write_counted_movie(tmp_path / "whole.ts", picture, Fraction(0))
    cut = tmp_path / "cut.ts"
    cut.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with FrameSeeker(cut) as seeker:
        first, last = seeker.frame_at(-1, ROOM), seeker.frame_at(100, ROOM)
        assert last.until_s is None
        assert 20 < number_on(last.image) < 140
        for number in (0, 20, 12, 40):
            shown = seeker.frame_at(first.time_s + Fraction(number, 25), ROOM)
            assert number_on(shown.image) == number


def test_damaged_pictures_are_passed_over(tmp_path):
    fps = Fraction(25)
    picture = CountedPicture(even_times(fps, 6.0), fps, codec="mpeg4", options={"g": "5"})
    path = write_counted_movie(tmp_path / "clip.avi", picture)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 600] = random.Random(1).randbytes(600)
    path.write_bytes(data)
    with FrameSeeker(path) as seeker:
        assert number_on(seeker.frame_at(Fraction(1, 2), ROOM).image) == 12
        assert number_on(seeker.frame_at(Fraction(11, 2), ROOM).image) == 137


def test_a_search_can_be_given_up(tmp_path):
    fps = Fraction(25)
    path = write_counted_movie(
        tmp_path / "clip.mp4", CountedPicture(even_times(fps, 8.0), fps, options=LONG_GOP)
    )
    asked = []
    with FrameSeeker(path) as seeker:

        def still_wanted():
            asked.append(None)
            return len(asked) < 20

        assert seeker.frame_at(7, ROOM, still_wanted) is None
        assert len(asked) == 20
        assert number_on(seeker.frame_at(1, ROOM).image) == 25
        assert number_on(seeker.frame_at(7, ROOM).image) == 175


def test_haste_leaves_no_wrong_picture_behind(tmp_path):
    fps = Fraction(25)
    path = write_counted_movie(
        tmp_path / "clip.mp4", CountedPicture(even_times(fps, 8.0), fps, options=LONG_GOP)
    )
    with FrameSeeker(path) as seeker:
        shown = [
            number_on(seeker.frame_at(Fraction(k, 25), ROOM, dropping=Skip.UNNEEDED).image)
            for k in range(60)
        ]
        assert len(set(shown)) < 50  # something was left out
        for k in (61, 59, 40, 41, 62):
            assert number_on(seeker.frame_at(Fraction(k, 25), ROOM).image) == k


def test_stepping_back_decodes_once(tmp_path, monkeypatch):
    fps = Fraction(25)
    path = write_counted_movie(
        tmp_path / "clip.mp4", CountedPicture(even_times(fps, 8.0), fps, options=LONG_GOP)
    )
    with FrameSeeker(path) as seeker:
        seeker.frame_at(6, ROOM)
        jumped = []
        jump = seeker._decoder.jump
        monkeypatch.setattr(
            seeker._decoder, "jump", lambda time_s: jumped.append(1) or jump(time_s)
        )
        for k in range(149, 129, -1):
            assert number_on(seeker.frame_at(Fraction(k, 25), ROOM).image) == k
    assert len(jumped) <= 1


def test_no_picture_is_one_sentence(tmp_path):
    path = write_movie(tmp_path / "sound.wav", None, [Sound(noise(0.5))])
    with pytest.raises(MediaError, match=r"sound\.wav has no picture"):
        FrameSeeker(path)


@pytest.mark.clips
@pytest.mark.skipif("CASS_CLIPS" not in os.environ, reason="CASS_CLIPS names no folder")
def test_real_clips_show_what_decoding_from_the_start_shows():
    clips = [p for p in sorted(Path(os.environ["CASS_CLIPS"]).rglob("*.*")) if p.suffix != ".md"]
    assert clips
    for path in clips:
        with FrameSeeker(path) as seeker:
            run = [seeker.frame_at(-100, ROOM)]
            while run[-1].until_s is not None and len(run) < 120:
                run.append(seeker.frame_at(run[-1].until_s, ROOM))
        with FrameSeeker(path) as seeker:
            for frame in random.Random(1).sample(run, min(4, len(run))):
                shown = seeker.frame_at(frame.time_s, ROOM)
                assert shown.time_s == frame.time_s, path.name
                assert np.array_equal(shown.image, frame.image), path.name
