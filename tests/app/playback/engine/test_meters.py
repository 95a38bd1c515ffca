import numpy as np
import pytest

from app.playback.engine.meters import Meters
from app.playback.engine.renderer import HeardBlock

RATE_HZ = 48_000


@pytest.fixture
def meters():
    told = []
    meters = Meters(told.append)
    meters.told = told
    yield meters
    meters.close()


def tone(level_db, seconds, num_channels=2):
    count = round(seconds * RATE_HZ)
    wave = 10 ** (level_db / 20) * np.sin(2 * np.pi * 997 * np.arange(count) / RATE_HZ)
    return np.tile(wave, (num_channels, 1)).astype(np.float32)


def measured(qtbot, meters, sound, peak):
    meters.told.clear()
    peaks = np.array([peak, 0, 0, 0], np.float32)
    for first in range(0, sound.shape[1], 4800):
        meters.take(HeardBlock(sound[:, first : first + 4800], peaks, RATE_HZ))
    qtbot.waitUntil(lambda: bool(meters.told) and not meters._blocks)
    qtbot.wait(60)
    return meters.told[-1]


def test_a_peak_falls_slowly_and_its_hold_stays(qtbot, meters):
    first = measured(qtbot, meters, tone(-6, 0.1), 0.5)
    assert first.peaks_db["MIX"] == pytest.approx(-6.02, abs=0.01)
    assert first.peaks_db["DX"] == -120
    later = measured(qtbot, meters, tone(-90, 0.5), 1e-4)
    assert later.peaks_db["MIX"] == pytest.approx(-16.02, abs=0.5)
    assert later.holds_db["MIX"] == pytest.approx(-6.02, abs=0.01)
    last = measured(qtbot, meters, tone(-90, 3.0), 1e-4)
    assert last.holds_db["MIX"] < -20


def test_a_reset_forgets_the_programme_but_not_the_moment(qtbot, meters):
    loud = measured(qtbot, meters, tone(-10, 4.0), 0.3)
    assert loud.integrated_lufs == pytest.approx(-10, abs=0.1)
    assert loud.true_peak_db == pytest.approx(-10, abs=0.1)
    meters.reset()
    soft = measured(qtbot, meters, tone(-30, 4.0), 0.03)
    assert soft.integrated_lufs == pytest.approx(-30, abs=0.2)
    assert soft.true_peak_db < -10.5
