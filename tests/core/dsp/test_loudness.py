"""Loudness agrees with an independent meter, with known tones and with itself."""

import numpy as np
import pyloudnorm
import pytest
import torch

from cass_core.dsp.loudness import (
    SILENCE_LUFS,
    LoudnessMeter,
    integrated_loudness,
    layout_weights,
    quick_loudness,
)


def music_like(rate_hz, duration_s, num_channels=1):
    rng = np.random.default_rng(3)
    noise = rng.standard_normal((num_channels, round(rate_hz * duration_s)))
    times = np.arange(noise.shape[1]) / rate_hz
    swell = 0.02 + 0.2 * np.sin(2 * np.pi * 0.3 * times) ** 4
    tones = np.sin(2 * np.pi * 110 * times) + np.sin(2 * np.pi * 3_000 * times)
    return (swell * (0.3 * noise + tones)).astype(np.float32)


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
@pytest.mark.parametrize("duration_s", [0.5, 3.0, 23.7])
def test_agrees_with_another_meter(rate_hz, duration_s):
    samples = music_like(rate_hz, duration_s, 2)
    block_s = 0.4 if duration_s >= 0.8 else duration_s / 2
    meter = pyloudnorm.Meter(rate_hz, filter_class="DeMan", block_size=block_s)
    expected = meter.integrated_loudness(samples.T.astype(np.float64))
    assert integrated_loudness(samples, rate_hz) == pytest.approx(expected, abs=0.1)


def test_full_scale_tone_has_the_level_of_the_standard():
    times = np.arange(5 * 48_000) / 48_000
    tone = np.sin(2 * np.pi * 997 * times).astype(np.float32)
    assert integrated_loudness(tone, 48_000) == pytest.approx(-3.01, abs=0.02)


def test_quiet_parts_do_not_count():
    loud = music_like(16_000, 10.0)
    with_pause = np.concatenate([loud, 1e-3 * loud, 1e-3 * loud], axis=1)
    assert integrated_loudness(with_pause, 16_000) == pytest.approx(
        integrated_loudness(loud, 16_000), abs=0.2
    )


def test_surrounds_count_more_and_the_lfe_not_at_all():
    sound, silence = music_like(48_000, 3.0), np.zeros((1, 3 * 48_000), np.float32)
    weights = layout_weights("5.1", 6)

    def alone(channel):
        rows = [silence] * 6
        rows[channel] = sound
        return integrated_loudness(np.concatenate(rows), 48_000, weights)

    assert alone(4) - alone(0) == pytest.approx(10 * np.log10(1.41), abs=1e-3)
    assert alone(3) == SILENCE_LUFS


@pytest.mark.parametrize("measure", [integrated_loudness, quick_loudness])
@pytest.mark.parametrize("num_samples", [0, 5, 1_000, 40_000])
def test_silence_is_at_the_floor(measure, num_samples):
    assert measure(np.zeros(num_samples, np.float32), 16_000) == SILENCE_LUFS


def test_pieces_give_the_same_as_the_whole():
    samples = music_like(16_000, 31.0, 2)
    meter = LoudnessMeter(16_000)
    for start in range(0, samples.shape[1], 7_919):
        meter.push(samples[:, start : start + 7_919])
    assert meter.loudness() == pytest.approx(integrated_loudness(samples, 16_000), abs=1e-4)


def test_a_tensor_is_as_good_as_an_array():
    samples = music_like(16_000, 2.0)
    assert integrated_loudness(torch.from_numpy(samples), 16_000) == integrated_loudness(
        samples, 16_000
    )


@pytest.mark.parametrize("gain_db", [-20.0, 6.0])
def test_the_quick_measure_is_close_and_follows_gain(gain_db):
    samples = music_like(16_000, 10.0)[0]
    exact = integrated_loudness(samples, 16_000)
    louder = (samples * 10 ** (gain_db / 20)).astype(np.float32)
    assert quick_loudness(samples, 16_000) == pytest.approx(exact, abs=0.3)
    assert quick_loudness(louder, 16_000) == pytest.approx(
        quick_loudness(samples, 16_000) + gain_db, abs=1e-3
    )
