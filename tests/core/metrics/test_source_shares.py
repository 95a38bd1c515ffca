"""Shares of sources in stems: known separations give known shares."""

import numpy as np
import pytest

from cass_core.metrics.source_shares import source_shares

RATE_HZ = 16_000
OWN = [0, 0, 1, 2]


@pytest.fixture(scope="module")
def sources():
    """Two sources of the first stem, one of each other, in two channels; the third is short."""
    noise = np.random.default_rng(0).standard_normal((4, 2, 2 * RATE_HZ))
    noise[2, :, RATE_HZ:] = 0
    return (0.1 * noise).astype(np.float32)


def separated(sources, gains):
    """Stems of gains[source][stem]."""
    return np.einsum("kj,kcn->jcn", np.array(gains, np.float32), sources)


def shares(sources, gains):
    return source_shares(separated(sources, gains), sources, OWN, RATE_HZ)


def test_a_perfect_separation_leaves_all_where_it_belongs(sources):
    found = shares(sources, [[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]])
    np.testing.assert_allclose(found.found, [[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], atol=0.01)
    np.testing.assert_allclose(found.elsewhere, 0, atol=0.01)
    truth = np.sum(sources.astype(float) ** 2, axis=(1, 2))
    np.testing.assert_allclose(found.energy / found.energy[0], truth / truth[0], rtol=0.05)


def test_a_factor_counts_as_its_square_and_other_stems_together(sources):
    found = shares(sources, [[0.5, 0.3, 0.2], [1, 0, 0], [0, 0, 1], [0, 0, 1]])
    np.testing.assert_allclose(found.found[0], [0.25, 0.09, 0.04], atol=0.01)
    assert found.elsewhere[0] == pytest.approx(0.25, abs=0.01)
    np.testing.assert_allclose(found.found[2], [0, 0, 1], atol=0.01)
    assert found.elsewhere[2] == pytest.approx(1, abs=0.01)


def test_what_is_torn_apart_over_frequencies_is_seen_in_both_stems(sources):
    spectrum = np.fft.rfft(sources[0])
    low = spectrum * (np.fft.rfftfreq(sources.shape[-1], 1 / RATE_HZ) < 4_000)
    halves = np.fft.irfft(low), np.fft.irfft(spectrum - low)
    estimates = np.stack([halves[0] + sources[1], halves[1] + sources[2], sources[3]])
    found = source_shares(estimates.astype(np.float32), sources, OWN, RATE_HZ)
    np.testing.assert_allclose(found.found[0], [0.5, 0.5, 0], atol=0.06)


def test_a_silent_source_has_no_share(sources):
    quiet = sources.copy()
    quiet[1] = 0
    found = source_shares(separated(quiet, [[1, 0, 0]] * 4), quiet, OWN, RATE_HZ)
    assert found.energy[1] == 0
    assert not found.found[1].any()
    assert np.isfinite(found.found).all()
