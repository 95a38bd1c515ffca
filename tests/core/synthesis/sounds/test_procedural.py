"""Made sounds repeat, have unit power and are the kind of sound that their name says."""

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.synthesis.sounds.procedural import AMBIENCES, IMPACTS, NOISE_KINDS, make_noise

RATE_HZ = 16_000


def levels(sound, step=800):
    """RMS of each 50 ms."""
    whole = sound[: len(sound) // step * step].reshape(-1, step)
    return np.sqrt(np.mean(whole**2, axis=1))


def flatness(sound):
    """Near 1 for noise, near 0 for tones."""
    power = np.abs(np.fft.rfft(sound.reshape(-1, 2_000) * np.hanning(2_000), axis=1)) ** 2
    mean = power.mean(axis=0)[12:] + 1e-9
    return np.exp(np.log(mean).mean()) / mean.mean()


@pytest.mark.parametrize("kind", NOISE_KINDS)
@pytest.mark.parametrize("num_samples", [1, 3_000, 33_333])
def test_made_sounds_have_unit_power_and_repeat(kind, num_samples):
    sound = make_noise(kind, 7, num_samples)
    assert sound.shape == (num_samples,)
    assert sound.dtype == np.float32
    assert np.isfinite(sound).all()
    np.testing.assert_array_equal(sound, make_noise(kind, 7, num_samples))
    if num_samples > 1:
        assert np.mean(sound**2) == pytest.approx(1, rel=1e-3)
        assert not np.array_equal(sound, make_noise(kind, 8, num_samples))


@pytest.mark.parametrize("kind", ["bang", "clatter"])
def test_impacts_die_away(kind):
    sound = make_noise(kind, 2, 24_000)
    assert np.mean(sound[:12_000] ** 2) > 5 * np.mean(sound[-4_000:] ** 2)


def test_every_kind_is_either_lasting_or_an_impact():
    assert {*AMBIENCES, *IMPACTS} == set(NOISE_KINDS)
    assert not set(AMBIENCES) & set(IMPACTS)


def test_an_unknown_kind_is_said():
    with pytest.raises(MediaError, match="made sound thunder"):
        make_noise("thunder", 0, 100)


@pytest.mark.parametrize("kind", AMBIENCES)
def test_ambiences_last(kind):
    for seed in range(4):
        quarters = np.std(make_noise(kind, seed, 8 * RATE_HZ).reshape(4, -1), axis=1)
        assert quarters.min() > 0.1 * quarters.max()


@pytest.mark.parametrize("kind", ["thud", "glass", "debris"])
def test_blows_and_falls_begin_loud_and_end_quiet(kind):
    heard = np.stack([make_noise(kind, seed, 2 * RATE_HZ) for seed in range(12)])
    first, second = heard[:, :RATE_HZ], heard[:, RATE_HZ:]
    assert np.mean(first**2) > 3 * np.mean(second**2)


def test_steps_come_in_an_even_time():
    sound = make_noise("steps", 3, 6 * RATE_HZ)
    envelope = np.convolve(levels(sound, 160), np.ones(5) / 5, "same")
    peaks = [
        at for at in range(5, len(envelope) - 5)
        if envelope[at] == envelope[at - 5 : at + 6].max() and envelope[at] > 0.5 * envelope.max()
    ]  # fmt: skip
    gaps = np.diff(peaks)
    assert len(gaps) >= 4
    # one soft step may be missed
    assert np.mean(np.abs(gaps - np.median(gaps)) < 0.15 * np.median(gaps)) > 0.85


def test_a_whoosh_is_loudest_in_between():
    heard = [levels(make_noise("whoosh", seed, RATE_HZ)) for seed in range(8)]
    assert all(h.max() > 3 * max(h[0], h[-1]) for h in heard)


@pytest.mark.parametrize(("kind", "least", "most"), [("alarm", 0.0, 0.02), ("rain", 0.05, 1.0)])
def test_alarms_are_tones_and_rain_is_noise(kind, least, most):
    heard = [flatness(make_noise(kind, seed, RATE_HZ)) for seed in range(6)]
    assert least <= np.median(heard) <= most


def test_a_machine_repeats_its_stroke():
    sound = make_noise("machine", 1, 4 * RATE_HZ)
    spectrum = np.abs(np.fft.rfft(sound, 2 * len(sound))) ** 2
    match = np.fft.irfft(spectrum)[1_000:20_000]
    assert match.max() > 0.5 * len(sound)


def test_a_murmur_is_voiced_and_has_the_band_of_speech():
    sound = make_noise("murmur", 2, 4 * RATE_HZ)
    power = np.abs(np.fft.rfft(sound)) ** 2
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
    inside = power[(frequencies > 200) & (frequencies < 2_500)].sum()
    assert inside > 0.8 * power.sum()
