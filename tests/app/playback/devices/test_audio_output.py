import time

import numpy as np
import pytest

from app.playback.devices import audio_output, output_devices, player
from app.playback.devices.audio_output import DeviceOutput, OutputFailedError, SilentOutput
from app.playback.devices.output_devices import OutputDevice, device_index, list_devices, look_again
from app.playback.playback import Playback
from cass_core.clips import SampleSpan
from tests.helpers.playback.fake_sound_library import FakeSoundLibrary
from tests.helpers.playback.playback_rig import noise_stems, tracks_of


@pytest.fixture
def library(monkeypatch):
    library = FakeSoundLibrary()
    for module in (output_devices, audio_output):
        monkeypatch.setattr(module, "sound_library", lambda: library)
    return library


def test_devices_that_can_play_are_listed_with_the_default_one(library):
    assert list_devices() == (
        OutputDevice("Speakers (ALSA)", 2, True),
        OutputDevice("Interface (ALSA)", 8, False),
    )
    library.devices.append(dict(library.devices[0]))
    names = [device.name for device in list_devices()]
    assert names == ["Speakers (ALSA)", "Interface (ALSA)", "Speakers (ALSA) 2"]
    look_again()
    assert library.num_looks == 1


@pytest.mark.parametrize(("name", "index"), [("", 0), ("Interface (ALSA)", 1), ("Gone (ALSA)", 0)])
def test_a_name_that_is_gone_means_the_default_device(library, name, index):
    assert device_index(name) == index


def test_without_a_sound_library_there_are_no_devices(monkeypatch):
    monkeypatch.setattr(output_devices, "sound_library", lambda: None)
    monkeypatch.setattr(audio_output, "sound_library", lambda: None)
    assert list_devices() == ()
    look_again()
    with pytest.raises(OutputFailedError):
        DeviceOutput("", 48_000, 2, 0.025)


def test_the_programmes_rate_is_asked_for_first(library):
    assert DeviceOutput("", 48_000, 2, 0.025).rate_hz == 48_000
    assert DeviceOutput("", 96_000, 2, 0.025).rate_hz == 44_100
    library.rates = ()
    with pytest.raises(OutputFailedError, match=r"^Invalid sample rate$"):
        DeviceOutput("", 48_000, 2, 0.025)


def test_a_device_with_fewer_channels_gets_fewer(library):
    assert DeviceOutput("", 48_000, 6, 0.025).num_channels == 2
    assert DeviceOutput("Interface (ALSA)", 48_000, 6, 0.025).num_channels == 6


def test_the_renderer_is_told_when_a_block_is_heard(library):
    output = DeviceOutput("", 48_000, 2, 0.025)
    times = []
    output.start(lambda out, time_s: (times.append(time_s), out.fill(0.5)))
    block = library.streams[0].pull(256)
    assert (block == 0.5).all()
    assert times[0] == pytest.approx(time.perf_counter() + 0.02, abs=0.01)
    library.streams[0].pull(256, delay_s=-3.0)  # a driver that tells nonsense
    assert times[1] == pytest.approx(time.perf_counter() + 0.02, abs=0.01)


def test_an_error_while_mixing_is_silence_and_does_not_end_the_stream(library):
    output = DeviceOutput("", 48_000, 2, 0.025)
    output.start(lambda out, time_s: 1 / 0)
    assert not library.streams[0].pull(64).any()
    assert not output.is_lost


def test_a_stream_that_ends_by_itself_or_asks_no_more_is_lost(library, monkeypatch):
    output = DeviceOutput("", 48_000, 2, 0.025)
    output.start(lambda out, time_s: out.fill(0))
    library.streams[0].pull(64)
    assert not output.is_lost
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 4)
    assert output.is_lost
    monkeypatch.undo()
    ended = DeviceOutput.__new__(DeviceOutput)
    ended.__dict__.update(output.__dict__)
    library.streams[0].options["finished_callback"]()
    assert output.is_lost


def test_the_timer_pulls_in_real_time():
    output = SilentOutput(48_000)
    times = []
    output.start(lambda out, time_s: times.append((time_s, len(out))))
    begun = time.monotonic()
    time.sleep(0.3)
    output.close()
    pulled_s = sum(frames for _, frames in times) / 48_000
    # a busy machine wakes late; what was missed is caught up with
    assert pulled_s == pytest.approx(time.monotonic() - begun, abs=0.1)
    assert np.allclose(np.diff([time_s for time_s, _ in times]), 0.01)


@pytest.fixture
def playback(qapp, library, mix, timeline):
    playback = Playback(mix, timeline)
    playback.transport.set_tracks(tracks_of(noise_stems(96_000)))
    yield playback
    playback.close()


@pytest.fixture
def transport(playback):
    return playback.transport


@pytest.fixture
def devices(playback):
    return playback.devices


@pytest.fixture
def told(devices, transport):
    told = []
    devices.problem.connect(told.append)
    transport.problem.connect(told.append)
    return told


def opened(qtbot, library, count=1):
    qtbot.waitUntil(lambda: len(library.streams) == count, timeout=3000)
    return library.streams[-1]


def pulled(qtbot, stream, blocks=12):
    out = []
    for _ in range(blocks):
        out.append(stream.pull(480))
        qtbot.wait(10)
    return np.concatenate(out).T


def test_a_device_that_does_not_open_gives_way_to_the_default_one(
    qtbot, transport, library, devices, told
):
    library.refused = (1,)
    devices.use("Interface (ALSA)")
    transport.play()
    opened(qtbot, library)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Interface (ALSA) could not be opened; the default device is used."]
    assert devices.name == ""
    assert devices.is_real


def test_a_device_that_does_not_start_counts_as_one_that_does_not_open(
    qtbot, transport, library, told
):
    library.start_fails = True
    transport.play()
    qtbot.waitUntil(lambda: transport.position > 0, timeout=3000)
    assert told == ["No sound device could be opened; picture and playhead run in silence."]


def test_a_device_at_another_rate_hears_the_programme_at_the_right_pitch(qtbot, transport, library):
    library.rates = (44_100,)
    times = np.arange(96_000) / 48_000
    tone = (0.25 * np.sin(2 * np.pi * 1000 * times)).astype(np.float32)
    transport.set_tracks(tracks_of(np.broadcast_to(tone, (3, 2, 96_000)).copy()))
    transport.play()
    stream = opened(qtbot, library)
    assert stream.options["samplerate"] == 44_100
    heard = pulled(qtbot, stream, 40)[0, -8820:]
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard))))
    assert np.argmax(spectrum) * 44_100 / len(heard) == pytest.approx(1000, abs=6)
    assert np.abs(heard).max() == pytest.approx(0.75, abs=0.01)


def test_a_lost_device_stops_and_the_next_play_takes_the_default_one(
    qtbot, transport, library, devices, told
):
    devices.use("Interface (ALSA)")
    transport.play()
    stream = opened(qtbot, library)
    pulled(qtbot, stream, 20)
    place = transport.position
    assert place > 0
    stream.options["finished_callback"]()
    qtbot.waitUntil(lambda: not transport.playing, timeout=3000)
    assert told == ["Interface (ALSA) is gone; playback has stopped, play again on another device."]
    assert transport.position == pytest.approx(place, abs=5000)
    assert devices.name == ""
    assert library.num_looks > 0
    transport.play()
    assert opened(qtbot, library, 2).options["device"] == 0


def test_what_is_heard_next_does_not_wait_for_silence_that_lies_ahead(
    qtbot, transport, library, playback
):
    transport.play()
    stream = opened(qtbot, library)
    pulled(qtbot, stream, 20)
    transport.pause()
    pulled(qtbot, stream, 12)  # all that sounded is over
    transport.seek(48_000)
    transport.play()
    qtbot.waitUntil(lambda: stream.num_starts == 2, timeout=3000)
    assert len(library.streams) == 1
    sound = stream.pull(960)
    whole = playback.transport._tracks.mixture.read(SampleSpan(48_000, 48_960))
    np.testing.assert_allclose(sound.T[:, 480:], whole[:, 480:], atol=1e-4)  # behind its fade
    assert np.abs(sound[:48]).max() > 0
    transport.seek(24_000)  # while something is heard, one fades into the other
    pulled(qtbot, stream, 12)
    assert stream.num_starts == 2


def test_a_device_that_was_given_back_is_opened_before_it_is_needed(
    qtbot, transport, library, playback, monkeypatch
):
    playback.player.get_ready()  # nothing has played yet, so nobody knows that there is a device
    transport.play()
    stream = opened(qtbot, library)
    pulled(qtbot, stream, 8)
    monkeypatch.setattr(player, "_KEEP_OPEN_S", 0.0)
    transport.pause()
    qtbot.waitUntil(lambda: stream.closed, timeout=3000)
    assert len(library.streams) == 1
    monkeypatch.setattr(player, "_KEEP_OPEN_S", 30.0)
    playback.player.get_ready()
    opened(qtbot, library, 2)


def test_a_device_that_does_not_go_on_is_opened_anew(qtbot, transport, library):
    transport.play()
    stream = opened(qtbot, library)
    pulled(qtbot, stream, 20)
    transport.pause()
    pulled(qtbot, stream, 12)
    library.start_fails = True
    transport.play()
    qtbot.waitUntil(lambda: len(library.streams) > 1, timeout=3000)
    library.start_fails = False
    assert stream.closed


def test_devices_are_looked_for_again_only_when_nothing_plays(qtbot, transport, library, devices):
    transport.play()
    stream = opened(qtbot, library)
    pulled(qtbot, stream, 10)
    looks = library.num_looks
    with qtbot.waitSignal(devices.changed):
        devices.listed()
    assert library.num_looks == looks
    transport.pause()
    pulled(qtbot, stream, 5)
    library.devices.append(dict(library.devices[0], name="Headphones"))
    with qtbot.waitSignal(devices.changed):
        devices.listed()
    assert library.num_looks == looks + 1
    assert "Headphones (ALSA)" in [device.name for device in devices.listed()]


def test_a_device_that_runs_dry_again_and_again_is_opened_with_a_longer_delay(
    qtbot, transport, library, devices, told, playback
):
    transport.play()
    stream = opened(qtbot, library)
    assert stream.options["latency"] == 0.1
    pulled(qtbot, stream, 20)
    for _ in range(3):
        stream.pull(480, underflow=True)
    place = transport.position
    second = opened(qtbot, library, 2)
    assert second.options["latency"] == 0.2
    qtbot.waitUntil(lambda: devices.delays_s == {"": 0.2})
    pulled(qtbot, second, 20)
    assert transport.playing
    assert not told
    assert 0 < transport.position - place < 0.5 * 48_000
    assert playback.player.num_underruns >= 3
    devices.use("Interface (ALSA)")
    third = opened(qtbot, library, 3)
    assert third.options["latency"] == 0.1
    pulled(qtbot, third, 20)
    devices.use("")
    assert opened(qtbot, library, 4).options["latency"] == 0.2


def test_another_delay_holds_at_once_and_the_programme_goes_on(qtbot, transport, library, devices):
    transport.play()
    pulled(qtbot, opened(qtbot, library), 20)
    place = transport.position
    devices.use_delays({"Interface (ALSA)": 0.4})
    devices.use_delays({"": 0.025})
    second = opened(qtbot, library, 2)
    assert second.options["latency"] == 0.025
    pulled(qtbot, second, 20)
    assert transport.playing
    assert 0 < transport.position - place < 0.5 * 48_000
