"""The consistency error of stems that miss a known part of their mixture."""

import numpy as np
import pytest

from cass_core.metrics.consistency_error import consistency_error_db


@pytest.mark.parametrize("missing_db", [-60.0, -20.0, 0.0])
def test_what_is_missing(missing_db):
    mixture = np.random.default_rng(0).standard_normal((2, 1000))
    stems = np.stack([0.5 * mixture, 0.5 * mixture]) * (1 - 10 ** (missing_db / 20))
    assert consistency_error_db(mixture, stems) == pytest.approx(missing_db, abs=1e-6)


def test_exact_sums_and_silence():
    mixture = np.array([0.25, -0.5, 0.0])
    assert consistency_error_db(mixture, np.stack([mixture, 0 * mixture])) == -200
    assert consistency_error_db(0 * mixture, np.zeros((3, 3))) == -200
    assert consistency_error_db(0 * mixture, np.ones((3, 3))) == 200
