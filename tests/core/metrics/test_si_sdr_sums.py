"""Sums of blocks give the ratio of the whole."""

import numpy as np
import pytest

from cass_core.metrics.sdr import si_sdr
from cass_core.metrics.si_sdr_sums import SiSdrSums


def test_blocks_give_what_the_whole_gives():
    rng = np.random.default_rng(0)
    known = rng.standard_normal((2, 1, 900)) + 0.5
    estimates = [known + noise * rng.standard_normal(known.shape) - 0.2 for noise in (0.01, 1.0)]
    sums = SiSdrSums(2, 2)
    for start in (0, 300, 600):
        sums.begin_block(known[..., start : start + 300])
        for number, estimate in enumerate(estimates):
            sums.add(number, estimate[..., start : start + 300])
    expected = [[si_sdr(e[row, 0], known[row, 0]) for row in range(2)] for e in estimates]
    assert sums.si_sdr() == pytest.approx(np.array(expected), abs=1e-6)
