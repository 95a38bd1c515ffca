from app.playback.devices.device_delay import DeviceDelay


def test_single_gaps_change_nothing():
    delay = DeviceDelay()
    assert not any(delay.note(gaps, now_s) for gaps, now_s in ((0, 0), (1, 1), (2, 20), (3, 40)))
    assert delay.latency_s == 0.025


def test_the_delay_grows_with_gaps_and_no_further_than_its_limit():
    delay = DeviceDelay()
    steps = [delay.latency_s]
    for begin_s in range(0, 60, 10):
        assert not delay.note(2, begin_s + 1)
        if delay.note(3, begin_s + 2):
            steps.append(delay.latency_s)
    assert steps == [0.025, 0.05, 0.1, 0.2]
    delay.reset()
    assert delay.latency_s == 0.025
