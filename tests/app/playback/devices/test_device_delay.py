"""A device's delay grows with its gaps, by itself, and is known the next time."""

from app.playback.devices.device_delay import DeviceDelays


def grown(delays, name, seconds=60):
    steps = [delays.of(name)]
    for begin_s in range(0, seconds, 10):
        assert not delays.note(name, 2, begin_s + 1)
        if delays.note(name, 3, begin_s + 2):
            steps.append(delays.of(name))
    return steps


def test_single_gaps_change_nothing():
    delays = DeviceDelays()
    told = ((0, 0), (1, 1), (2, 20), (3, 40))
    assert not any(delays.note("", gaps, now_s) for gaps, now_s in told)
    assert delays.of("") == 0.1


def test_the_delay_grows_with_gaps_and_no_further_than_its_limit():
    assert grown(DeviceDelays(), "") == [0.1, 0.2, 0.4]


def test_each_device_has_its_own_and_begins_with_what_is_known():
    delays = DeviceDelays()
    delays.use({"Interface": 0.025})
    assert grown(delays, "Interface", 20) == [0.025, 0.05, 0.1]
    assert delays.of("") == 0.1
