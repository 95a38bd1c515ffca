"""The loudness error of known gains."""

import numpy as np
import pytest

from cass_core.metrics.loudness_error import loudness_error_lu


@pytest.mark.parametrize("gain_db", [-12.0, 0.0, 3.0])
def test_a_gain_is_the_error_without_its_sign(gain_db):
    sound = np.random.default_rng(0).uniform(-0.1, 0.1, (2, 48_000)).astype(np.float32)
    louder = sound * np.float32(10 ** (gain_db / 20))
    assert loudness_error_lu(louder, sound, 16_000) == pytest.approx(abs(gain_db), abs=0.01)


def test_silence_counts_as_seventy_below():
    sound = 0.1 * np.sin(2 * np.pi * 1000 * np.arange(32_000) / 16_000).astype(np.float32)
    error = loudness_error_lu(np.zeros_like(sound), sound, 16_000)
    assert error == pytest.approx(70 - 23, abs=0.2)
