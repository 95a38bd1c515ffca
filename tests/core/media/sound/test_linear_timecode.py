"""LTC at every rate that it has: forward, with noise, hum, gaps and in wrong polarity."""

from fractions import Fraction

import numpy as np
import pytest

from cass_core.media.files.timecode import TimecodeRate
from cass_core.media.sound.listening.linear_timecode import linear_timecode
from tests.helpers.media.linear_timecode import ltc

PULLED = Fraction(30_000, 1001)
RATES = (
    TimecodeRate(Fraction(24_000, 1001)),
    TimecodeRate(Fraction(24)),
    TimecodeRate(Fraction(25)),
    TimecodeRate(PULLED),
    TimecodeRate(PULLED, drop_frame=True),
    TimecodeRate(Fraction(30)),
)
FIRST = 1_080_700  # of frames since midnight: drop frame drops two in the first second
SAMPLE_S = 1 / 48_000


def rng():
    return np.random.default_rng(5)


@pytest.mark.parametrize("rate", RATES, ids=lambda r: f"{float(r.fps):g}{'df' * r.drop_frame}")
def test_every_rate_to_the_sample(rate):
    late = rng().normal(0, 0.001, 4711).astype(np.float32)
    found = linear_timecode(np.append(late, ltc(FIRST, rate, 3.0)), 48_000)
    assert found.rate == rate
    assert abs(found.time_s + Fraction(4711, 48_000) - FIRST / rate.fps) < SAMPLE_S


@pytest.mark.parametrize("rate_hz", [44_100, 96_000])
def test_other_sample_rates(rate_hz):
    found = linear_timecode(ltc(FIRST, RATES[2], 1.0, rate_hz), rate_hz)
    assert abs(found.time_s - FIRST / 25) < 1 / rate_hz


def noisy(sound):
    return sound + rng().normal(0, 0.06, len(sound))  # 18 dB under it


def muffled(sound):
    """As cables and tape round it: a mean over 6 samples, quiet, on hum."""
    hum = 0.01 * np.sin(np.arange(len(sound)) * 2 * np.pi * 50 / 48_000)
    return 0.1 * np.convolve(sound, np.ones(6) / 6, "same") + hum


def torn(sound):
    sound = sound.copy()
    sound[40_000:60_000] = 0
    return sound


@pytest.mark.parametrize("spoil", [np.negative, noisy, muffled, torn])
def test_spoilt_ltc_is_still_read(spoil):
    sound = spoil(ltc(FIRST, RATES[4], 3.0)).astype(np.float32)
    found = linear_timecode(sound, 48_000)
    assert found.rate == RATES[4]
    assert abs(found.time_s - FIRST / PULLED) < 4 * SAMPLE_S


def test_midnight_is_passed():
    late = np.zeros(48_000, np.float32)
    found = linear_timecode(np.append(late, ltc(0, RATES[2], 1.0)), 48_000)
    assert abs(found.time_s - (86_400 - 1)) < SAMPLE_S


@pytest.mark.parametrize("sound", [
    np.zeros(0), np.zeros(48_000), rng().normal(0, 0.3, 96_000),
    np.sign(np.sin(np.arange(96_000) * 0.26)), ltc(FIRST, RATES[2], 0.2),
    ltc(FIRST, RATES[2], 2.0)[::-1],
], ids=["nothing", "silence", "noise", "square", "short", "backwards"])  # fmt: skip
def test_what_is_no_ltc(sound):
    assert linear_timecode(sound.astype(np.float32), 48_000) is None
