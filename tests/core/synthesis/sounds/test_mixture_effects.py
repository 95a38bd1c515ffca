"""Layers and mixtures change as in films, and the stems still add up."""

import numpy as np
import pytest

from cass_core.synthesis.sounds.film_effects import Comb, Ducking, Hot
from cass_core.synthesis.sounds.mixture_effects import combed, ducking_gain, limited

RATE_HZ = 16_000


def noise(num_samples=RATE_HZ, seed=0):
    return np.random.default_rng(seed).standard_normal(num_samples).astype(np.float32)


def test_a_comb_has_gaps_where_the_copies_cancel():
    # 8 samples at 16 kHz: half a period of 1 kHz, a whole one of 2 kHz
    heard = combed(noise(), Comb("music", ((8, 1.0),)))
    power = np.abs(np.fft.rfft(heard)) ** 2
    assert power[950:1_050].mean() < 0.05 * power[1_950:2_050].mean()
    assert len(heard) == RATE_HZ


def test_a_copy_later_than_the_scene_is_not_heard():
    sound = noise(100)
    np.testing.assert_array_equal(combed(sound, Comb("music", ((200, 1.0),))), sound)


def test_music_goes_down_while_somebody_speaks_and_comes_back():
    dialogue = np.zeros(6 * RATE_HZ, np.float32)
    dialogue[2 * RATE_HZ : 4 * RATE_HZ] = 0.1 * noise(2 * RATE_HZ)
    gain_db = 20 * np.log10(ducking_gain(dialogue, Ducking(12.0, 0.1, 0.4)))
    assert gain_db[: 2 * RATE_HZ - 320].min() > -0.01
    assert gain_db[3 * RATE_HZ : 4 * RATE_HZ - 320].max() < -11.5
    assert gain_db[4 * RATE_HZ + 6_400] == pytest.approx(-12 * np.exp(-1), abs=0.4)
    assert gain_db[-1] > -0.2
    assert np.abs(np.diff(gain_db)).max() < 0.02  # slow: no clicks


def test_without_dialogue_nothing_is_ducked():
    assert ducking_gain(np.zeros(8_000, np.float32), Ducking(12.0, 0.1, 0.4)).min() == 1


@pytest.mark.parametrize(("release_s", "most"), [(0.0, 0.9), (0.2, 0.6)])
def test_a_hot_mixture_loses_its_peaks_and_the_stems_follow(release_s, most):
    stems = np.stack([noise(seed=seed) * 0.1 for seed in range(3)])
    stems[0, 4_000:8_000] *= 6
    heard = limited(stems, Hot(9.0, release_s))
    mixture, before = heard.sum(axis=0), stems.sum(axis=0)

    def crest(sound):
        return np.percentile(np.abs(sound), 99.5) / np.std(sound)

    assert crest(mixture) < 0.7 * crest(before)
    gain = mixture / before
    loud = np.abs(before) > 0.05
    for row in range(3):
        np.testing.assert_allclose(heard[row][loud], (stems[row] * gain)[loud], atol=2e-3)
    quiet = np.std(heard[1, 10_000:]) / np.std(stems[1, 10_000:])
    assert np.std(heard[1, 4_000:8_000]) / np.std(stems[1, 4_000:8_000]) < most * quiet


def test_silence_is_not_hot():
    stems = np.zeros((3, 1_000), np.float32)
    np.testing.assert_array_equal(limited(stems, Hot(9.0, 0.1)), stems)
