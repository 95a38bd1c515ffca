"""Short-term loudness over time against EBU Tech 3341 and against the live meter."""

import numpy as np
import pytest

from cass_core.dsp.live_loudness import LiveLoudness
from cass_core.dsp.loudness import SILENCE_LUFS, step_powers
from cass_core.dsp.short_term_loudness import STEP_S, short_term_loudness

RATE_HZ = 48_000
STEP = round(STEP_S * RATE_HZ)


def sine(level_dbfs, seconds):
    """1 kHz in both channels."""
    times = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave = 10 ** (level_dbfs / 20) * np.sin(2 * np.pi * 1000 * times)
    return np.stack([wave, wave]).astype(np.float32)


@pytest.mark.parametrize("level_dbfs", [-23.0, -33.0])
def test_a_sine_reads_its_level_in_both_channels(level_dbfs):
    lufs = short_term_loudness(step_powers(sine(level_dbfs, 5), RATE_HZ, STEP))
    assert lufs[30:] == pytest.approx(level_dbfs, abs=0.1)


def test_tones_that_take_turns_within_3_s_read_as_steady():
    """EBU Tech 3341, case 9: 1.34 s at -20 dBFS, 1.66 s at -30 dBFS, five times."""
    sound = np.concatenate([sine(-20, 1.34), sine(-30, 1.66)] * 5, axis=1)
    lufs = short_term_loudness(step_powers(sound, RATE_HZ, STEP))
    assert lufs[30:] == pytest.approx(-23.0, abs=0.1)


def test_it_agrees_with_the_meter():
    rng = np.random.default_rng(1)
    swell = np.abs(np.sin(np.arange(8 * RATE_HZ) / RATE_HZ)) + 0.05
    sound = (rng.normal(0, 0.1, (2, 8 * RATE_HZ)) * swell).astype(np.float32)
    lufs = short_term_loudness(step_powers(sound, RATE_HZ, STEP))
    meter = LiveLoudness(RATE_HZ, 2)
    for step in range(80):
        meter.push(sound[:, step * STEP : (step + 1) * STEP])
        if step >= 30:
            assert meter.short_term_lufs == pytest.approx(lufs[step], abs=0.2)


def test_silence_and_gaps():
    powers = np.concatenate([np.full(40, 0.01), np.full(5, np.nan), np.zeros(40)])
    lufs = short_term_loudness(powers)
    assert np.isnan(lufs[40:45]).all()
    assert np.isfinite(np.delete(lufs, np.arange(40, 45))).all()
    assert lufs[39] == pytest.approx(-20.691, abs=1e-3)
    assert lufs[-1] == SILENCE_LUFS
    assert len(short_term_loudness(np.zeros(0))) == 0
