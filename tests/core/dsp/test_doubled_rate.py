"""The short filter against SciPy's."""

import numpy as np
import pytest

from cass_core.dsp.doubled_rate import doubled_rate


def test_it_is_scipys():
    signal = pytest.importorskip("scipy.signal")
    sound = np.random.default_rng(1).standard_normal(5_001).astype(np.float32)
    found = doubled_rate(sound)
    assert found.dtype == np.float32
    assert found == pytest.approx(signal.resample_poly(sound, 32_000, 16_000), abs=1e-5)
