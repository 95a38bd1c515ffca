"""The running measure does not depend on how the sound was cut into blocks."""

import numpy as np
import pytest

from cass_core.stems.null_measure import NullMeasure, dbfs
from tests.helpers.project.tiny_stems import sounds


@pytest.mark.parametrize("where", [0, 65_535, 65_536, 139_999])
@pytest.mark.parametrize("chunk", [140_000, 65_536, 9_973])
def test_worst_sample_is_found_anywhere(where, chunk):
    stems, mixture = sounds(140_000)
    mixture[1, where] -= 0.25
    stems[2, 0, where] = -1.5
    mixture[0, where] = stems[:, 0, where].sum()
    measure = NullMeasure()
    for start in range(0, 140_000, chunk):
        here = np.s_[..., start : start + chunk]
        measure = measure.with_block(mixture[here], stems[here])
    assert measure.null_error == pytest.approx(0.25, abs=1e-6)
    assert measure.null_depth_db == pytest.approx(-12.04, abs=0.01)
    assert measure.stem_peaks[2] == 1.5
    assert measure.mixture_peak == np.abs(mixture).max()
    assert measure.is_finite


@pytest.mark.parametrize(
    ("amplitude", "level"), [(0.0, -200.0), (1e-30, -200.0), (1.0, 0.0), (0.1, -20.0)]
)
def test_levels(amplitude, level):
    assert dbfs(amplitude) == pytest.approx(level)
