"""Loudness, true peak and the exact sum of a mastered scene."""

import numpy as np
import pytest

from cass_core.dsp.loudness import integrated_loudness
from cass_core.synthesis.avdnr.limiter import peak_limited, true_peak
from cass_core.synthesis.avdnr.mastering import mastered

RATE_HZ = 16_000
CEILING = 10 ** (-2 / 20)


def noise(seed: int, level: float, seconds: float = 4.0) -> np.ndarray:
    samples = np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ))
    return (level * samples).astype(np.float32)


def decibels(factor: float) -> float:
    return 20 * float(np.log10(factor))


def test_true_peak_is_found_between_the_samples():
    times = np.arange(RATE_HZ) / RATE_HZ
    quarter = np.sin(2 * np.pi * 4_000 * times + np.pi / 4).astype(np.float32)
    assert np.abs(quarter).max() == pytest.approx(2**-0.5, abs=1e-3)
    assert true_peak(quarter[2_000:-2_000]) == pytest.approx(1.0, abs=0.02)
    assert true_peak(np.zeros(0, np.float32)) == 0.0


@pytest.mark.parametrize("level", [0.3, 1.0, 4.0])
def test_nothing_passes_the_ceiling(level):
    loud = noise(1, level)
    held = peak_limited(loud, RATE_HZ)
    assert held.shape == loud.shape
    assert -0.3 < decibels(true_peak(held)) + 2.0 <= 1e-4


def test_a_click_is_turned_down_and_what_is_far_from_it_stays():
    click = noise(2, 0.01)
    click[30_000] = 3.0
    held = peak_limited(click, RATE_HZ)
    assert true_peak(held) <= CEILING * 1.0001
    np.testing.assert_array_equal(held[:29_800], click[:29_800])
    np.testing.assert_array_equal(held[30_200:], click[30_200:])


def test_quiet_sound_is_the_very_same():
    quiet = noise(3, 0.05)
    assert peak_limited(quiet, RATE_HZ) is quiet


def test_the_mixture_has_the_recipes_loudness_and_one_gain_serves_all_stems():
    stems = np.stack([noise(4, 0.02), noise(5, 0.005), noise(6, 0.001)])
    made = mastered(stems, -24.5)
    assert integrated_loudness(made.sum(axis=0), RATE_HZ) == pytest.approx(-24.5, abs=0.05)
    gains = [np.dot(a, b) / np.dot(b, b) for a, b in zip(made, stems, strict=True)]
    np.testing.assert_allclose(gains, gains[0], rtol=1e-3)


def test_each_stem_is_limited_and_the_others_are_not_touched():
    stems = np.stack([noise(7, 0.02), noise(8, 0.02), noise(9, 0.02)])
    stems[0, 5_000] = 2.0
    made = mastered(stems, -20.0)
    assert decibels(true_peak(made[0])) <= -2.0 + 1e-3
    ratio = made[1][np.abs(stems[1]) > 0.01] / stems[1][np.abs(stems[1]) > 0.01]
    np.testing.assert_allclose(ratio, ratio[0], rtol=1e-4)


def test_the_sum_is_exact_in_any_order_even_beyond_full_scale():
    stems = np.stack([noise(seed, 0.5) for seed in range(3)])
    made = mastered(stems, -3.0)
    mixture = made.sum(axis=0)
    assert mixture.dtype == np.float32
    assert np.abs(mixture).max() > 1.0
    np.testing.assert_array_equal(made[2] + made[1] + made[0], mixture)
    np.testing.assert_array_equal(made.astype(np.float64).sum(axis=0), mixture)
    np.testing.assert_array_equal(mixture - made[0] - made[1], made[2])


def test_other_rates_keep_length_and_loudness():
    stems = np.stack([noise(seed, 0.02) for seed in range(3)])
    made = mastered(stems, -27.0, 48_000)
    assert made.shape == (3, 3 * stems.shape[1])
    assert integrated_loudness(made.sum(axis=0), 48_000) == pytest.approx(-27.0, abs=0.05)


def test_silence_stays_silence():
    assert not mastered(np.zeros((3, 8_000), np.float32), -27.0).any()
