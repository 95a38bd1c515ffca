"""What happens to single clips is heard: grains, drift, reversal, band, overdrive, envelope."""

import numpy as np
import pytest

from cass_core.synthesis.sounds.film_effects import Treatment
from cass_core.synthesis.sounds.treatment import shuffled, treat

RATE_HZ = 16_000


def tone(frequency_hz, duration_s=1.0):
    times = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return np.sin(2 * np.pi * frequency_hz * times).astype(np.float32)


def noise(num_samples=RATE_HZ, seed=0):
    return np.random.default_rng(seed).standard_normal(num_samples).astype(np.float32)


def pitch_hz(samples):
    windowed = samples * np.hanning(len(samples))
    return np.argmax(np.abs(np.fft.rfft(windowed))) * RATE_HZ / len(samples)


def band_power(samples, low_hz, high_hz):
    power = np.abs(np.fft.rfft(samples)) ** 2
    frequencies = np.fft.rfftfreq(len(samples), 1 / RATE_HZ)
    return power[(frequencies >= low_hz) & (frequencies < high_hz)].sum()


def test_a_drift_glides_around_the_pitch_and_keeps_the_length():
    heard = treat(tone(1_000), Treatment(drift=0.2))
    assert len(heard) == RATE_HZ
    assert pitch_hz(heard[:1_600]) == pytest.approx(810, abs=15)
    assert pitch_hz(heard[7_200:8_800]) == pytest.approx(1_000, abs=15)
    assert pitch_hz(heard[-1_600:]) == pytest.approx(1_190, abs=15)


def test_reversed_is_backwards():
    sound = noise()
    np.testing.assert_array_equal(treat(sound, Treatment(reversed=True)), sound[::-1])


def test_a_telephone_loses_both_ends_and_distorts():
    heard = treat(noise(), Treatment(low_hz=300.0, high_hz=3_400.0))
    inside = band_power(heard, 400, 3_000)
    assert band_power(heard, 0, 200) < 1e-4 * inside
    assert band_power(heard, 4_500, 8_000) < 1e-4 * inside
    driven = treat(tone(600), Treatment(low_hz=300.0, high_hz=3_400.0, drive_db=9.0))
    third = band_power(driven, 1_750, 1_850) / band_power(driven, 550, 650)
    assert 1e-3 < third < 0.1
    assert np.std(driven) == pytest.approx(np.sqrt(0.5), rel=0.01)


def test_attack_and_decay_reshape_an_event():
    heard = np.abs(treat(np.ones(RATE_HZ, np.float32), Treatment(attack_s=0.1, decay_s=0.5)))
    assert heard[0] == 0
    assert heard[800] == pytest.approx(0.5 * 10 ** (-60 * 0.05 / 0.5 / 20), rel=0.02)
    assert heard[8_000] == pytest.approx(1e-3, rel=0.02)


def test_grains_make_a_texture_of_any_length_with_the_sounds_power_and_colour():
    source = noise(8_000) * np.linspace(0.5, 1.5, 8_000, dtype=np.float32)
    texture = shuffled(source, 0.1, 100_000, seed=1)
    assert texture.shape == (100_000,)
    assert np.std(texture) == pytest.approx(np.std(source), rel=0.1)
    steps = np.std(texture[:96_000].reshape(-1, 1_600), axis=1)
    assert steps.min() > 0.3 * steps.mean()
    assert not np.array_equal(texture, shuffled(source, 0.1, 100_000, seed=2))
    high = shuffled(tone(3_000), 0.1, 50_000, seed=1)
    assert pitch_hz(high) == pytest.approx(3_000, abs=20)


@pytest.mark.parametrize("num_samples", [2, 3, 100])
def test_grains_of_a_very_short_sound(num_samples):
    assert shuffled(noise(num_samples), 0.1, 1_000, seed=1).shape == (1_000,)


@pytest.mark.parametrize("num_samples", [0, 1, 2])
def test_almost_no_sound_stays_almost_no_sound(num_samples):
    everything = Treatment(
        drift=0.1, reversed=True, low_hz=300.0, drive_db=9.0, attack_s=0.1, decay_s=0.2
    )
    heard = treat(np.zeros(num_samples, np.float32), everything)
    assert heard.shape == (num_samples,)
    assert np.isfinite(heard).all()


def test_the_sound_that_is_treated_is_left_alone():
    sound = noise()
    before = sound.copy()
    treat(sound, Treatment(drift=0.1, low_hz=300.0, drive_db=9.0, attack_s=0.1))
    np.testing.assert_array_equal(sound, before)
