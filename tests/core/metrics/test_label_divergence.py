import numpy as np
import pytest

from cass_core.metrics.label_divergence import label_divergence, sigmoid_divergence


def logits(*shares):
    return np.log(np.array(shares, np.float32))


def test_by_hand():
    found = label_divergence(logits(0.5, 0.25, 0.25), logits(0.25, 0.25, 0.5))
    assert found == pytest.approx(0.5 * np.log(2) + 0.25 * np.log(0.5), abs=1e-5)


def test_reference_comes_first():
    one, other = logits(0.9, 0.1), logits(0.5, 0.5)
    assert label_divergence(one, other) != pytest.approx(label_divergence(other, one), abs=0.05)


def test_equal_logits_and_a_common_offset_are_no_divergence():
    row = np.random.default_rng(0).standard_normal(20).astype(np.float32)
    assert label_divergence(row, row + 7) == pytest.approx(0.0, abs=1e-4)


def test_certain_and_wrong_is_bounded_by_the_small_number():
    found = label_divergence(np.array([0, -2_000], np.float32), np.array([-2_000, 0], np.float32))
    assert found == pytest.approx(-np.log(1e-6), rel=1e-6)


def test_each_class_for_itself_by_hand():
    half, most = 0.0, float(np.log(3))  # probabilities 1/2 and 3/4
    found = sigmoid_divergence(np.array([half, most]), np.array([most, most]))
    assert found == pytest.approx(0.5 * np.log(0.5 / 0.75), abs=1e-5)
    assert sigmoid_divergence(np.array([-2000.0]), np.array([2000.0])) == pytest.approx(0)
