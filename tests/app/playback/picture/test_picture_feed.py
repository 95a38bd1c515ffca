"""The picture that is shown belongs to what is heard, at any rate, over a long run."""

import os
import random
import signal
import threading
import time
from bisect import bisect_right
from fractions import Fraction

import av
import pytest

from app.playback.picture import picture_thread
from app.playback.picture.picture_feed import PictureFeed
from app.playback.picture.picture_thread import PictureRequest, PictureThread
from cass_core.media.picture.isolated_seeker import IsolatedSeeker
from cass_core.media.picture.picture_decoder import Skip
from cass_core.media.sound.audio_reader import audio_start_s
from tests.helpers.media.counted_movies import (
    CountedPicture,
    even_times,
    number_on,
    write_counted_movie,
)

pytestmark = pytest.mark.media

ROOM = (64, 48)
RATE_HZ = 48000
PATIENCE_S = 20
OPTIONS = {"g": "50", "bf": "2", "preset": "ultrafast"}


@pytest.fixture
def thread_of(request):
    """Starts the thread of a movie, and ends it with the test."""

    def start(path, sound_s=Fraction(0)):
        thread = PictureThread(path, sound_s)
        request.addfinalizer(lambda: (thread.stop(), thread.wait()))
        thread.start()
        return thread

    return start


def settled(thread, request):
    """The picture shown for a wish once the thread has done what it can."""
    thread.request(request)
    shown = None
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        shown = thread.pick(request.time_s) or shown
        if shown is not None and shown.covers(request.time_s):
            return shown
        time.sleep(0.0005)
    raise AssertionError(f"no picture for {float(request.time_s)} s")


def errors_in_frames(thread, times_s, ticks_s, playing=True):
    """How many frames each shown picture is off what belongs to a simulated transport's time.

    Args:
        thread: decodes the movie.
        times_s: of all its pictures on the audio's clock.
        ticks_s: the transport's positions, as the screen asks.
        playing: whether the transport says that it plays.

    Returns:
        One number for each tick; 0 where the picture is the one on screen by definition.
    """
    errors = []
    for time_s in ticks_s:
        shown = settled(thread, PictureRequest(time_s, ROOM, playing))
        expected = max(bisect_right(times_s, time_s) - 1, 0)
        errors.append(number_on(shown.image) - expected)
    return errors


def clock(start_s, stop_s, step_s=Fraction(1, 60)):
    """Positions of a transport, whole samples of 48 kHz."""
    positions = []
    while start_s < stop_s:
        positions.append(Fraction(round(start_s * RATE_HZ), RATE_HZ))
        start_s += step_s
    return positions


def start_of_picture(path):
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        return next(container.decode(stream)).pts * stream.time_base


UNEVEN = tuple(
    Fraction(sum((17, 33, 40, 50, 120, 400)[k * k % 6] for k in range(n)), 1000) for n in range(150)
)


@pytest.mark.parametrize(
    ("times", "fps", "picture_s", "sound_s"),
    [
        (even_times(Fraction(24000, 1001), 20), "24000/1001", "0", "0"),
        (even_times(Fraction(24000, 1001), 8), "24000/1001", "0", "1/3"),
        (even_times(Fraction(25), 20), "25", "0", "0"),
        (even_times(Fraction(25), 8), "25", "1/5", "0"),
        (even_times(Fraction(30000, 1001), 20), "30000/1001", "0", "0"),
        (even_times(Fraction(30000, 1001), 8), "30000/1001", "0", "7/10"),
        (UNEVEN, "25", "0", "1/8"),
    ],
)
def test_playing_shows_the_exact_picture(tmp_path, thread_of, times, fps, picture_s, sound_s):
    picture = CountedPicture(
        times, Fraction(fps), start_s=Fraction(picture_s), options=OPTIONS,
        time_base=Fraction(1, 90000) if times is not UNEVEN else Fraction(1, 1000),
    )  # fmt: skip
    path = write_counted_movie(tmp_path / "clip.mov", picture, Fraction(sound_s))
    heard_s = audio_start_s(path)
    # the file's ticks, as that is what it can say
    base = Fraction(1, 90000) if times is not UNEVEN else Fraction(1, 1000)
    first = start_of_picture(path)
    on_clock = [round(time / base) * base + first - heard_s for time in times]
    errors = errors_in_frames(thread_of(path, heard_s), on_clock, clock(Fraction(0), times[-1]))
    assert errors == [0] * len(errors)


def test_two_hours_do_not_drift(tmp_path, thread_of):
    """Pictures at both ends of two hours are exact; the middle is one long pause."""
    fps = Fraction(30000, 1001)
    two_hours = round(7200 * fps)
    numbers = [*range(60), *range(two_hours, two_hours + 60)]
    picture = CountedPicture(
        tuple(number / fps for number in numbers), fps, options=OPTIONS,
        time_base=Fraction(1, 30000),
    )  # fmt: skip
    path = write_counted_movie(tmp_path / "long.mp4", picture)
    thread = thread_of(path)
    for number in (60, 61, 90, 119):
        time_s = numbers[number] / fps
        for nudge_s, expected in ((0, number), (Fraction(-1, 1000), number - 1)):
            shown = settled(thread, PictureRequest(time_s + nudge_s, ROOM))
            assert number_on(shown.image) == expected


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    fps = Fraction(25)
    path = tmp_path_factory.mktemp("clips") / "clip.mp4"
    return write_counted_movie(path, CountedPicture(even_times(fps, 20), fps, options=OPTIONS))


@pytest.mark.parametrize("playing", [False, True])
def test_jumps_loops_and_reverse_are_exact(clip, thread_of, playing):
    times = even_times(Fraction(25), 20)
    chance = random.Random(5)
    jumps = [Fraction(chance.randrange(20 * RATE_HZ), RATE_HZ) for _ in range(15)]
    loop = clock(Fraction(5), Fraction(11, 2)) * 3
    reverse = clock(Fraction(8), Fraction(10), Fraction(1, 30))[::-1]
    errors = errors_in_frames(thread_of(clip), times, jumps + loop + reverse, playing)
    assert errors == [0] * len(errors)


def test_scrubbing_decodes_only_the_latest_wish(clip, thread_of, monkeypatch):
    decoded, control = [], threading.Event()
    frame_at = IsolatedSeeker.frame_at

    def slow(self, time_s, *more):
        decoded.append(time_s)
        control.wait(PATIENCE_S)
        return frame_at(self, time_s, *more)

    monkeypatch.setattr(IsolatedSeeker, "frame_at", slow)
    thread = thread_of(clip)
    thread.request(PictureRequest(Fraction(1), ROOM))
    while not decoded:
        time.sleep(0.001)
    for number in range(2, 18):
        thread.request(PictureRequest(Fraction(number), ROOM))
    control.set()
    assert number_on(settled(thread, PictureRequest(Fraction(17), ROOM)).image) == 425
    assert decoded == [1, 17]


def test_decodes_ahead_while_playing_but_not_too_far(clip, thread_of):
    thread = thread_of(clip)
    settled(thread, PictureRequest(Fraction(2), ROOM, playing=True))
    deadline = time.monotonic() + PATIENCE_S
    while thread._queue.newest.number < 56 and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(0.1)
    assert 56 <= thread._queue.newest.number <= 60
    assert thread._queue.length <= 11


def test_another_size_is_decoded_anew(clip, thread_of):
    thread = thread_of(clip)
    assert settled(thread, PictureRequest(Fraction(2), (64, 48))).image.shape == (48, 64, 4)
    thread.request(PictureRequest(Fraction(2), (32, 48)))
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        shown = thread.pick(Fraction(2))
        if shown is not None and shown.image.shape == (24, 32, 4):
            return
        time.sleep(0.001)
    raise AssertionError("the size stayed")


def test_late_pictures_are_left_out_and_the_paused_one_is_exact(clip, thread_of, monkeypatch):
    frame_at = IsolatedSeeker.frame_at

    def slow(self, *more):
        time.sleep(0.02)
        return frame_at(self, *more)

    monkeypatch.setattr("app.playback.picture.frame_dropping._LATE_FOR_S", 0.1)
    monkeypatch.setattr(IsolatedSeeker, "frame_at", slow)
    thread = thread_of(clip)
    started = time.monotonic()
    while thread._dropping.skip is Skip.NOTHING:
        time_s = Fraction(round(8 * (time.monotonic() - started) * RATE_HZ), RATE_HZ)
        thread.request(PictureRequest(time_s, ROOM, playing=True))
        thread.pick(time_s)
        assert time_s < 19, "nothing was left out"
        time.sleep(0.002)
    for number in (301, 300, 250):
        request = PictureRequest(Fraction(number, 25), ROOM)
        deadline = time.monotonic() + PATIENCE_S
        while number_on(settled(thread, request).image) != number:  # first a nearby one may come
            assert time.monotonic() < deadline
    assert thread._dropping.skip is Skip.NOTHING


def test_the_feed_changes_movies_without_waiting(clip, tmp_path, qtbot, monkeypatch):
    fps = Fraction(25)
    other = write_counted_movie(
        tmp_path / "other.mp4", CountedPicture(even_times(fps, 2), fps, first=1000, options=OPTIONS)
    )
    control = threading.Event()
    frame_at = IsolatedSeeker.frame_at

    def slow(self, *more):
        control.wait(PATIENCE_S)
        return frame_at(self, *more)

    monkeypatch.setattr(IsolatedSeeker, "frame_at", slow)
    feed = PictureFeed()
    feed.open(clip, Fraction(0))
    feed.request(PictureRequest(Fraction(1), ROOM))
    started = time.monotonic()
    feed.open(other, Fraction(0))
    assert time.monotonic() - started < 1
    control.set()
    feed.request(PictureRequest(Fraction(1), ROOM))
    with qtbot.waitSignal(feed.arrived, timeout=PATIENCE_S * 1000):
        pass
    assert number_on(feed.pick(Fraction(1)).image) == 1025
    feed.stop()
    assert not feed.is_open


def test_a_broken_file_is_one_sentence(tmp_path, qtbot):
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(400))
    feed = PictureFeed()
    with qtbot.waitSignal(feed.broke, timeout=PATIENCE_S * 1000) as heard:
        feed.open(path, Fraction(0))
    assert heard.args[0].startswith(f"{path} is cut off or damaged")
    assert not feed.is_open
    feed.stop()


def test_a_decoder_that_dies_is_one_sentence(clip, qtbot, monkeypatch):
    made = []

    class Remembered(IsolatedSeeker):
        def __init__(self, *values):
            super().__init__(*values)
            made.append(self)

    monkeypatch.setattr(picture_thread, "IsolatedSeeker", Remembered)
    feed, sentences = PictureFeed(), []
    feed.broke.connect(sentences.append)
    feed.open(clip, Fraction(0))
    feed.request(PictureRequest(Fraction(1), ROOM))
    qtbot.waitUntil(lambda: feed.pick(Fraction(1)) is not None)
    os.kill(made[0].pid, signal.SIGABRT)
    feed.request(PictureRequest(Fraction(15), ROOM))
    qtbot.waitUntil(lambda: bool(sentences))
    assert "clip.mp4 makes the decoder fail" in sentences[0]
    feed.stop()


def test_a_decoder_that_is_dead_is_closed_quietly(clip):
    with IsolatedSeeker(clip) as seeker:
        process = seeker._worker
        os.kill(seeker.pid, signal.SIGABRT)
    assert not process.is_alive
    assert process._printed.closed
