"""BSS Eval on mixtures of known interference and noise."""

import numpy as np
import pytest

from cass_core.metrics.bss import bss_eval

pytest.importorskip("fast_bss_eval")


@pytest.fixture
def sources():
    sounds = np.random.default_rng(0).standard_normal((3, 32_000)).astype(np.float32)
    sounds[:, -600:] = 0  # longer than the filters
    return sounds


def test_interference_noise_and_filters_are_told_apart(sources):
    noise = np.random.default_rng(1).standard_normal(32_000)
    estimates = sources.copy()
    estimates[0] += 10 ** (-10 / 20) * sources[1]
    estimates[1] += 10 ** (-20 / 20) * noise
    estimates[2] = 0.3 * np.roll(sources[2], 40) + 1e-4 * noise
    scores = bss_eval(estimates, sources)
    assert scores.sdr[0] == pytest.approx(10, abs=0.5)
    assert scores.sir[0] == pytest.approx(10, abs=0.5)
    assert scores.sar[0] > 40
    assert scores.sdr[1] == pytest.approx(20, abs=0.5)
    assert scores.sar[1] == pytest.approx(20, abs=0.5)
    assert scores.sir[1] > 30
    assert scores.sdr[2] > 50  # a gain and a delay are no distortion


def test_estimates_are_not_brought_into_another_order(sources):
    assert bss_eval(sources[[1, 0, 2]], sources).sdr[0] < -10


def test_a_silent_source_is_no_reason_to_fail(sources):
    references = sources.copy()
    references[2] = 0
    assert not np.isfinite(bss_eval(sources, references).sdr[2])
