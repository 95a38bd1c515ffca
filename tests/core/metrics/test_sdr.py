"""SI-SDR against its definition, and the null depth of known errors."""

import numpy as np
import pytest

from cass_core.metrics.sdr import (
    null_depth_db,
    si_sdr,
    si_sdr_improvement,
    si_sdr_with_mean,
)


@pytest.fixture
def pair():
    """A reference and an orthogonal noise of the same energy, both without a mean."""
    rng = np.random.default_rng(0)
    reference, noise = rng.standard_normal((2, 16_000))
    reference -= reference.mean()
    noise -= noise.mean()
    noise -= noise @ reference / (reference @ reference) * reference
    noise *= np.sqrt(reference @ reference / (noise @ noise))
    return reference, noise


@pytest.mark.parametrize("level_db", [-40.0, -10.0, 0.0, 20.0, 60.0])
@pytest.mark.parametrize("gain", [-3.0, 0.02, 1.0, 50.0])
@pytest.mark.parametrize("offset", [0.0, 0.7])
def test_known_ratio_at_any_gain_and_offset(pair, level_db, gain, offset):
    reference, noise = pair
    estimate = gain * (reference + 10 ** (-level_db / 20) * noise) + offset
    assert si_sdr(estimate, reference + 2 * offset) == pytest.approx(level_db, abs=1e-5)


def test_rows_are_averaged(pair):
    reference, noise = pair
    estimate = np.stack([reference + noise, reference + 0.1 * noise])
    assert si_sdr(estimate, np.stack([reference, reference])) == pytest.approx(10.0, abs=1e-5)


def test_perfect_and_hopeless_estimates_are_finite(pair):
    reference, noise = pair
    assert 120 < si_sdr(reference, reference) < 400
    assert si_sdr(noise, reference) < -100
    assert si_sdr(reference, np.zeros_like(reference)) < -100
    assert np.isfinite(si_sdr(np.zeros(100), np.zeros(100)))


def test_different_shapes_are_refused():
    with pytest.raises(ValueError, match="differ"):
        si_sdr(np.zeros((2, 100)), np.zeros(100))


def test_improvement_is_the_difference(pair):
    reference, noise = pair
    mixture = reference + noise
    assert si_sdr_improvement(mixture, reference, mixture) == 0.0
    better = reference + 0.1 * noise
    assert si_sdr_improvement(better, reference, mixture) == pytest.approx(20.0, abs=1e-5)


@pytest.mark.parametrize("error", [1e-6, 0.001, 0.5])
def test_null_depth_of_a_known_error(error):
    stems = np.random.default_rng(3).uniform(-0.3, 0.3, (3, 2, 1000))
    mixture = stems.sum(axis=0)
    mixture[1, 77] -= error
    assert null_depth_db(mixture, stems) == pytest.approx(20 * np.log10(error), abs=1e-6)


def test_null_depth_of_an_exact_sum():
    stems = np.zeros((3, 2, 10), np.float32)
    stems[0] = 0.25
    assert null_depth_db(stems[0], list(stems)) == -200.0
    assert null_depth_db(np.zeros((2, 0)), np.zeros((3, 2, 0))) == -200.0


def test_means_that_are_left_count_as_distortion():
    rng = np.random.default_rng(8)
    reference = rng.standard_normal(20_000)
    reference -= reference.mean()
    estimate = reference + 0.1 * rng.standard_normal(20_000)
    centred = estimate - estimate.mean()
    assert si_sdr_with_mean(centred, reference) == pytest.approx(si_sdr(estimate, reference))
    offset = centred + 1.0
    assert si_sdr(offset, reference) == pytest.approx(si_sdr(estimate, reference))
    gain = np.dot(offset, reference) / np.dot(reference, reference)
    error = np.sum((offset - gain * reference) ** 2)
    expected = 10 * np.log10(gain**2 * np.sum(reference**2) / error)
    assert si_sdr_with_mean(offset, reference) == pytest.approx(expected)
