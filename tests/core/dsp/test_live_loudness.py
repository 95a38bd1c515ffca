import numpy as np
import pyloudnorm
import pytest

from cass_core.dsp.live_loudness import KWeighting, LiveLoudness, TruePeakMeter
from cass_core.dsp.loudness import SILENCE_LUFS, integrated_loudness


def tone(rate_hz, seconds, level_db=-23.0, hz=997.0, num_channels=2):
    wave = 10 ** (level_db / 20) * np.sin(2 * np.pi * hz * np.arange(rate_hz * seconds) / rate_hz)
    return np.tile(wave, (num_channels, 1)).astype(np.float32)


def pushed(meter, samples, piece=1777):
    for start in range(0, samples.shape[1], piece):
        meter.push(samples[:, start : start + piece])
    return meter


@pytest.mark.parametrize("rate_hz", [44_100, 48_000, 96_000])
def test_a_tone_of_minus_23_reads_minus_23_everywhere(rate_hz):
    """EBU Tech 3341, case 1."""
    meter = pushed(LiveLoudness(rate_hz, 2), tone(rate_hz, 20))
    for value in (meter.momentary_lufs, meter.short_term_lufs, meter.integrated_lufs):
        assert value == pytest.approx(-23.0, abs=0.1)


def test_gating_after_ebu_case_3():
    samples = np.concatenate(
        [tone(48_000, 10, -36), tone(48_000, 60, -23), tone(48_000, 10, -36)], axis=1
    )
    assert pushed(LiveLoudness(48_000, 2), samples).integrated_lufs == pytest.approx(-23, abs=0.1)


def test_surround_weights_after_ebu_case_6():
    levels = np.array([-28, -28, -24, -30, -30.0])
    samples = np.concatenate([tone(48_000, 20, level, num_channels=1) for level in levels])
    meter = pushed(LiveLoudness(48_000, 5, (1, 1, 1, 1.41, 1.41)), samples)
    assert meter.integrated_lufs == pytest.approx(-23, abs=0.1)


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_agrees_with_others_on_noise_of_changing_level(rate_hz):
    rng = np.random.default_rng(0)
    levels = np.repeat([1, 0.1, 0.02, 0.7], rate_hz * 5)
    samples = (rng.standard_normal((2, rate_hz * 20)) * 0.1 * levels).astype(np.float32)
    ours = pushed(LiveLoudness(rate_hz, 2), samples).integrated_lufs
    other = pyloudnorm.Meter(rate_hz).integrated_loudness(samples.T.astype(np.float64))
    assert ours == pytest.approx(other, abs=0.1)
    assert ours == pytest.approx(integrated_loudness(samples, rate_hz), abs=0.02)


def test_pieces_of_any_length_filter_alike():
    samples = tone(48_000, 1, hz=60.0) + 0.1
    whole = KWeighting(48_000, 2).push(samples)
    weighting = KWeighting(48_000, 2)
    pieces = [weighting.push(samples[:, start : start + 701]) for start in range(0, 48_000, 701)]
    assert np.allclose(np.concatenate(pieces, axis=1), whole, atol=1e-9)


def test_momentary_forgets_after_400_ms_and_short_term_after_3_s():
    meter = pushed(LiveLoudness(48_000, 2), tone(48_000, 4))
    pushed(meter, np.zeros((2, 24_000), np.float32))
    assert meter.momentary_lufs < -60
    assert meter.short_term_lufs == pytest.approx(-23 + 10 * np.log10(2.5 / 3), abs=0.1)
    pushed(meter, np.zeros((2, 130_000), np.float32))
    assert meter.short_term_lufs == SILENCE_LUFS


def test_reset_begins_the_integrated_loudness_anew():
    meter = pushed(LiveLoudness(48_000, 2), tone(48_000, 4, -10))
    meter.reset()
    assert meter.integrated_lufs == SILENCE_LUFS
    pushed(meter, tone(48_000, 8, -30))
    # the first 400 ms block still holds a little of what was filtered before
    assert meter.integrated_lufs == pytest.approx(-30, abs=0.1)


@pytest.mark.parametrize(
    ("rate_hz", "hz", "phase"),
    [(48_000, 12_000, np.pi / 4), (48_000, 12_000, 0.0), (48_000, 997, 0.3), (44_100, 11_025, 0.8)],
)
def test_a_peak_between_the_samples_is_found(rate_hz, hz, phase):
    wave = 0.5 * np.sin(2 * np.pi * hz * np.arange(rate_hz) / rate_hz + phase)
    # a tone that begins at once rings in every filter: let it swell
    samples = (wave * np.hanning(rate_hz))[None].astype(np.float32)
    meter = pushed(TruePeakMeter(rate_hz, 1), samples)
    assert meter.peak_db == pytest.approx(-6.02, abs=0.3)


def test_true_peak_of_the_quarter_rate_tone_is_3_db_above_its_samples():
    wave = np.sin(np.pi / 2 * np.arange(48_000) + np.pi / 4) * np.hanning(48_000)
    samples = wave[None].astype(np.float32)
    assert 20 * np.log10(np.abs(samples).max()) == pytest.approx(-3.01, abs=0.01)
    assert pushed(TruePeakMeter(48_000, 1), samples).peak_db == pytest.approx(0.0, abs=0.05)


def test_true_peak_does_not_depend_on_the_pieces_and_is_reset():
    samples = np.random.default_rng(1).uniform(-1, 1, (2, 9999)).astype(np.float32)
    meter = pushed(TruePeakMeter(48_000, 2), samples, 9999)
    assert pushed(TruePeakMeter(48_000, 2), samples, 7).peak_db == pytest.approx(meter.peak_db)
    meter.reset()
    assert meter.peak_db == -np.inf
