"""VisAH's measures against straightforward references."""

import numpy as np
import pytest

from cass_core.metrics.visah_measures import visah_env, visah_mag, visah_w_dis


def sounds(size=22_051):
    chance = np.random.default_rng(5)
    return 0.1 * chance.standard_normal((2, size)).astype("f4")


def test_against_scipy():
    signal, stats = pytest.importorskip("scipy.signal"), pytest.importorskip("scipy.stats")
    for size in (4_000, 4_001):
        one, other = sounds(size)
        envelopes = np.abs(signal.hilbert(one)), np.abs(signal.hilbert(other))
        expected = np.sqrt(np.mean((envelopes[0] - envelopes[1]) ** 2))
        assert visah_env(one, other) == pytest.approx(expected, rel=1e-5)
        expected = stats.wasserstein_distance(one, other)
        assert visah_w_dis(one, other) == pytest.approx(expected, rel=1e-5)


def test_magnitudes_of_a_tone_are_its_windows_sum():
    """A tone in the middle of a bin: its magnitude is half the sum of the window."""
    places = np.arange(44_100)
    tone = np.sin(2 * np.pi * places * 100 / 2048).astype("f4")
    near = np.abs(np.fft.rfft(np.hanning(1765)[:-1] * tone[8_000:9_764], 2048))
    middle = slice(10, 90)
    import torch

    from cass_core.metrics import visah_measures

    found = visah_measures._magnitudes(tone)[:, middle]
    assert float(found[100].mean()) == pytest.approx(1764 / 4, rel=1e-3)
    np.testing.assert_allclose(found.mean(1)[:1025], near, atol=2.0)
    assert torch.isfinite(found).all()
    assert visah_mag(tone, tone) == 0
    assert visah_mag(2 * tone, tone) == pytest.approx(float(found.mean()), rel=0.05)
