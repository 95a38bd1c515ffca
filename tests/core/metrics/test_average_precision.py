import numpy as np
import pytest

from cass_core.metrics.average_precision import average_precision


def test_by_hand():
    scores = np.array([0.9, 0.8, 0.7, 0.1], np.float32)
    assert average_precision(scores, np.array([True, False, True, False])) == pytest.approx(5 / 6)
    assert average_precision(scores, np.array([True, True, False, False])) == 1.0


def test_none_present():
    assert np.isnan(average_precision(np.ones(3, np.float32), np.zeros(3, bool)))
