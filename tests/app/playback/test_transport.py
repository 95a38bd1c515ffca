import threading
import time

import pytest

from app.playback.playback import Playback
from cass_core.clips import SampleSpan
from cass_core.errors import MediaError
from tests.helpers.playback.playback_rig import RATE_HZ, noise_stems, tracks_of


def heard_from(qtbot, transport, start=0):
    """Wait until the position moves."""
    qtbot.waitUntil(lambda: transport.position != start and transport.playing, timeout=3000)


def test_it_begins_at_the_start_and_does_nothing_without_tracks(qtbot, transport):
    assert (transport.position, transport.playing, transport.speed) == (0, False, 1.0)
    transport.set_tracks(None)
    for act in (transport.play, transport.toggle, transport.stop, transport.half_speed):
        act()
    transport.shuttle(1)
    transport.seek(500)
    transport.scrub(500)
    transport.end_scrub()
    transport.refresh_tracks()
    assert (transport.position, transport.playing) == (0, False)


def test_what_is_sought_before_there_is_sound_is_where_it_begins(qtbot, transport):
    tracks = tracks_of(noise_stems(RATE_HZ))
    for sought, length in ((500, RATE_HZ), (RATE_HZ + 9, RATE_HZ)):
        transport.set_tracks(None)
        transport.seek(sought)
        transport.set_tracks(tracks)
        assert transport.position == min(sought, length)
    transport.set_tracks(None)
    transport.set_tracks(tracks)
    assert transport.position == 0


def test_the_clock_runs_without_a_device_and_one_sentence_says_so(qtbot, playback, transport):
    sentences, positions = [], []
    playback.devices.problem.connect(sentences.append)
    transport.position_changed.connect(positions.append)
    transport.seek(1000)
    transport.play()
    heard_from(qtbot, transport, 1000)
    before, started = transport.position, time.perf_counter()
    qtbot.wait(400)
    gone = (transport.position - before) / RATE_HZ
    assert gone == pytest.approx(time.perf_counter() - started, abs=0.05)
    assert positions == sorted(positions)
    assert len(positions) > 15
    transport.pause()
    transport.play()
    qtbot.wait(100)
    assert len(sentences) == 1
    assert "No sound device" in sentences[0]
    assert not playback.devices.is_real


def test_pause_stays_and_stop_may_return(qtbot, transport):
    transport.seek(5000)
    transport.play()
    heard_from(qtbot, transport, 5000)
    qtbot.wait(100)
    transport.pause()
    place = transport.position
    qtbot.wait(100)
    assert transport.position == place > 5000
    transport.set_return_to_start(True)
    transport.toggle()
    heard_from(qtbot, transport, place)
    transport.toggle()
    assert not transport.playing
    assert transport.position == place


def test_a_seek_is_told_at_once_and_playback_goes_on_there(qtbot, transport):
    transport.play()
    heard_from(qtbot, transport)
    transport.seek(100_000)
    assert transport.position == 100_000
    assert transport.playing
    heard_from(qtbot, transport, 100_000)
    assert 100_000 < transport.position < 130_000


@pytest.mark.parametrize(("asked", "position"), [(-5, 0), (10**9, 4 * RATE_HZ), (77, 77)])
def test_a_position_stays_inside_the_programme(transport, asked, position):
    transport.seek(asked)
    assert transport.position == position


def test_the_end_stops_and_play_begins_anew(qtbot, transport):
    transport.seek(4 * RATE_HZ - 5000)
    transport.play()
    qtbot.waitUntil(lambda: not transport.playing, timeout=3000)
    assert transport.position == 4 * RATE_HZ
    transport.play()
    heard_from(qtbot, transport, 4 * RATE_HZ)
    assert transport.position < RATE_HZ


def test_shuttle_doubles_up_to_eight_and_turns(qtbot, transport):
    transport.seek(2 * RATE_HZ)
    speeds = []
    for direction in (1, 1, 1, 1, 1, -1, -1, 0):
        transport.shuttle(direction)
        speeds.append(transport.speed)
    assert speeds == [1, 2, 4, 8, 8, -1, -2, 1]
    assert not transport.playing


def test_shuttling_back_ends_at_the_start(qtbot, transport):
    transport.seek(30_000)
    transport.shuttle(-1)
    qtbot.waitUntil(lambda: 0 < transport.position < 29_000, timeout=3000)
    transport.shuttle(-1)
    qtbot.waitUntil(lambda: not transport.playing, timeout=3000)
    assert transport.position == 0


def test_half_speed_is_half_as_fast_and_a_second_time_full(qtbot, transport):
    transport.half_speed()
    assert transport.speed == 0.5
    heard_from(qtbot, transport)
    before, started = transport.position, time.perf_counter()
    qtbot.wait(300)
    half = 0.5 * (time.perf_counter() - started) * RATE_HZ
    assert transport.position - before == pytest.approx(half, abs=0.03 * RATE_HZ)
    transport.half_speed()
    assert transport.speed == 1


def test_the_loop_of_the_timeline_is_followed_also_when_it_changes(qtbot, transport, timeline):
    timeline.set_loop(SampleSpan(10_000, 20_000), True)
    seen = []
    transport.seek(10_000)
    transport.position_changed.connect(seen.append)
    transport.play()
    qtbot.wait(600)
    assert transport.playing
    assert all(10_000 <= place < 20_000 for place in seen)
    assert any(b < a for a, b in zip(seen, seen[1:], strict=False))
    timeline.set_loop(SampleSpan(10_000, 20_000), False)
    qtbot.waitUntil(lambda: transport.position > 25_000, timeout=3000)


def test_scrubbing_moves_and_what_played_goes_on(qtbot, transport):
    transport.play()
    heard_from(qtbot, transport)
    for place in range(50_000, 60_000, 1000):
        transport.scrub(place)
        assert transport.position == place
        assert not transport.playing
        qtbot.wait(15)
    transport.end_scrub()
    assert transport.playing
    heard_from(qtbot, transport, 59_000)
    assert transport.position > 59_000


def test_scrubbing_is_heard(qtbot, playback, transport):
    peaks = []
    playback.meters.metered.connect(lambda readings: peaks.append(readings.peaks_db["MIX"]))
    for place in range(50_000, 60_000, 500):
        transport.scrub(place)
        qtbot.wait(15)
    assert max(peaks) > -12
    transport.end_scrub()
    assert not transport.playing


def test_refreshed_tracks_keep_the_place(qtbot, transport):
    transport.seek(20_000)
    transport.play()
    heard_from(qtbot, transport, 20_000)
    seen = []
    transport.position_changed.connect(seen.append)
    for seed in range(5):
        transport.refresh_tracks(tracks_of(noise_stems(48_000 * 4, seed=seed)))
        qtbot.wait(60)
        transport.refresh_tracks()
        qtbot.wait(60)
    assert transport.playing
    assert seen == sorted(seen)
    assert seen[-1] - seen[0] < RATE_HZ


def test_a_seek_just_before_a_refresh_is_not_forgotten(qtbot, transport):
    transport.play()
    heard_from(qtbot, transport)
    transport.seek(120_000)
    transport.refresh_tracks()
    heard_from(qtbot, transport, 120_000)
    assert transport.position > 120_000


def test_a_shorter_programme_pulls_the_position_in(transport):
    transport.seek(150_000)
    transport.refresh_tracks(tracks_of(noise_stems(100_000)))
    assert transport.position == 100_000


def test_meters_follow_what_is_heard(qtbot, playback, transport):
    readings = []
    playback.meters.metered.connect(readings.append)
    transport.play()
    qtbot.waitUntil(lambda: len(readings) > 12, timeout=10_000)
    last = readings[-1]
    assert last.peaks_db["DX"] == pytest.approx(-12.0, abs=0.5)
    assert last.holds_db["MIX"] >= last.peaks_db["MIX"] - 1e-6 > -6
    assert -12 < last.momentary_lufs < -5
    assert last.true_peak_db > last.holds_db["MIX"] - 0.5


def test_tracks_that_cannot_be_read_stop_with_their_sentence(qtbot, transport):
    tracks = tracks_of(noise_stems(RATE_HZ))

    def fail(_stem, _span):
        raise MediaError("The take is gone; check the disk.")

    tracks.stems.read = fail
    transport.set_tracks(tracks)
    told = []
    transport.problem.connect(told.append)
    transport.play()
    qtbot.waitUntil(lambda: not transport.playing)
    assert told[-1] == "The take is gone; check the disk."


def test_playing_and_stopping_are_told(qtbot, transport):
    with qtbot.waitSignal(transport.state_changed):
        transport.play()
    with qtbot.waitSignal(transport.state_changed):
        transport.pause()


def test_no_call_blocks_the_window(qtbot, playback, transport, timeline):
    longest = 0.0
    calls = [
        transport.play,
        lambda: transport.seek(90_000),
        transport.refresh_tracks,
        lambda: timeline.set_loop(SampleSpan(0, 9999), True),
        lambda: transport.shuttle(1),
        lambda: transport.scrub(5),
        transport.end_scrub,
        playback.devices.listed,
        lambda: playback.devices.use("another"),
        lambda: playback.comparison.set_original(True),
        transport.stop,
    ]
    for call in calls * 3:
        started = time.perf_counter()
        call()
        longest = max(longest, time.perf_counter() - started)
        qtbot.wait(5)
    assert longest < 0.05


def test_all_threads_end(qapp, no_device, mix, timeline):
    before = set(threading.enumerate())
    playback = Playback(mix, timeline)
    playback.transport.set_tracks(tracks_of(noise_stems(RATE_HZ)))
    playback.transport.play()
    time.sleep(0.2)
    playback.close()
    time.sleep(0.1)
    assert set(threading.enumerate()) <= before
