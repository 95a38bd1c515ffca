import numpy as np
import pytest

from app.benchmark.sink_monitor import SinkMonitor


@pytest.fixture
def monitor(tmp_path):
    """Without a recorder."""
    monitor = SinkMonitor.__new__(SinkMonitor)
    monitor._readings, monitor._recording = [], tmp_path / "heard.raw"
    return monitor


def test_the_clock_is_a_line_through_what_was_read_in_time(monitor):
    rng = np.random.default_rng(3)
    stream_s = np.arange(1, 30, 0.05)
    late_s = np.where(rng.random(len(stream_s)) < 0.1, 0.2, 0.0) + rng.uniform(
        0, 0.001, len(stream_s)
    )
    now_s = 1000 + stream_s * 1.0001 + late_s
    monitor._readings = list(zip(now_s, stream_s, strict=True))
    clock = monitor.clock()
    assert clock.start_s == pytest.approx(1000.0005, abs=0.0003)
    assert clock.rate_hz == pytest.approx(48_000 / 1.0001, abs=0.5)
    assert clock.uncertain_s < 0.001


def test_without_readings_there_is_no_clock(monitor):
    monitor._readings = [(1.0, 0.5)]
    with pytest.raises(OSError, match="told no times"):
        monitor.clock()


def test_a_beep_begins_where_silence_ends(monitor):
    sound = np.zeros(48_000 * 4, np.int16)
    for start in (50_000, 100_000, 101_500):  # the last one is the rest of a beep with a gap
        sound[start : start + 1000] = 16_000
    sound.tofile(monitor._recording)
    assert monitor.beeps().tolist() == [50_000, 100_000]
