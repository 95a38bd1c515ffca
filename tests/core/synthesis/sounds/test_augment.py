"""Each effect does what its name says and leaves its input alone."""

import numpy as np
import pytest

from cass_core.synthesis.sounds.augment import (
    band_gain,
    change_speed,
    colour,
    convolved,
    filtered,
    reverberate,
)
from cass_core.synthesis.sounds.film_effects import Room, Tone

RATE_HZ = 16_000


def tone(frequency_hz, duration_s=1.0):
    times = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return np.sin(2 * np.pi * frequency_hz * times).astype(np.float32)


def peak_hz(samples):
    return np.argmax(np.abs(np.fft.rfft(samples))) * RATE_HZ / len(samples)


@pytest.mark.parametrize("speed", [0.6, 0.95, 1.0, 1.6])
def test_speed_moves_pitch_and_length(speed):
    played = change_speed(tone(500), speed)
    assert len(played) == pytest.approx(RATE_HZ / speed, abs=2)
    assert peak_hz(played) == pytest.approx(500 * speed, abs=3)


def test_a_room_rings_after_the_voice_and_keeps_it():
    dry = np.zeros(RATE_HZ, np.float32)
    dry[2_000] = 1.0
    wet = reverberate(dry, Room(0.5, -6.0, 0.01), np.random.default_rng(0))
    assert wet[2_000] == pytest.approx(1.0, abs=1e-4)
    assert np.abs(wet[:2_000]).max() < 1e-5
    assert np.abs(wet[2_001:2_160]).max() < 1e-5
    tail = wet[2_160:]
    assert np.sum(tail**2) == pytest.approx(10 ** (-6 / 10), rel=0.02)
    early, late = tail[:1_600], tail[4_800:6_400]
    assert 10 * np.log10(np.mean(early**2) / np.mean(late**2)) == pytest.approx(36, abs=5)


def test_tone_keeps_the_band_and_loses_the_rest():
    stems = np.stack([tone(100), tone(1_000), tone(6_000)])
    levels = np.std(colour(stems, Tone(300, 3_400))[:, 2_000:-2_000], axis=1)
    np.testing.assert_allclose(levels, [0, np.sqrt(0.5), 0], atol=0.01)


def test_tilt_is_so_many_decibels_an_octave():
    stems = np.stack([tone(500), tone(1_000), tone(4_000)])
    levels = np.std(colour(stems, Tone(tilt_db=2.0))[:, 2_000:-2_000], axis=1)
    np.testing.assert_allclose(20 * np.log10(levels / np.sqrt(0.5)), [-2, 0, 4], atol=0.1)


def test_coloured_stems_still_sum_to_the_coloured_mixture():
    stems = np.random.default_rng(0).standard_normal((3, 10_000)).astype(np.float32)
    settings = Tone(300, 3_000, -2)
    whole = colour(stems.sum(axis=0, keepdims=True), settings)[0]
    np.testing.assert_allclose(colour(stems, settings).sum(axis=0), whole, atol=1e-5)


def test_effects_leave_their_input_alone():
    stems = np.stack([tone(500)] * 3)
    before = stems.copy()
    change_speed(stems[0], 1.3)
    reverberate(stems[0], Room(0.3, -6, 0), np.random.default_rng(0))
    colour(stems, Tone(300, 3_000))
    np.testing.assert_array_equal(stems, before)


def test_a_bell_raises_what_is_near_it():
    gain = band_gain(0.0, 8_000.0, bells=((1_000.0, 12.0, 0.3),))
    levels = np.std(filtered(np.stack([tone(100), tone(1_000), tone(6_000)]), gain), axis=1)
    np.testing.assert_allclose(20 * np.log10(levels / np.sqrt(0.5)), [0, 12, 0], atol=0.3)


@pytest.mark.parametrize("num_samples", [1, 4_096, 9_999])
@pytest.mark.parametrize("num_taps", [1, 5_000, 12_000])
def test_a_convolution_in_blocks_is_one_convolution(num_samples, num_taps):
    rng = np.random.default_rng(0)
    samples = rng.standard_normal((2, num_samples)).astype(np.float32)
    response = rng.standard_normal(num_taps).astype(np.float32) / 100
    heard = convolved(samples, response)[:, : num_samples + num_taps - 1]
    for row, sound in zip(heard, samples, strict=True):
        np.testing.assert_allclose(row, np.convolve(sound, response), atol=1e-4)
