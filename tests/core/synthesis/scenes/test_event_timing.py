"""The distributions have the means that the protocol gives them."""

import numpy as np
import pytest

from cass_core.synthesis.scenes.event_timing import (
    bounded_normal,
    event_length,
    event_start,
    next_earliest,
    truncated_poisson,
)


@pytest.mark.parametrize("mean", [0.3, 2.0, 12.0])
def test_counts_are_a_poisson_without_zero(mean):
    rng = np.random.default_rng(0)
    counts = [truncated_poisson(rng, mean) for _ in range(8_000)]
    assert min(counts) >= 1
    assert np.mean(counts) == pytest.approx(mean / -np.expm1(-mean), rel=0.04)


def test_starts_follow_the_earliest_by_a_second_or_two():
    rng = np.random.default_rng(0)
    starts = np.array([event_start(rng, 10.0) for _ in range(4_000)])
    assert starts.mean() - 10 == pytest.approx(2 * 5 / np.sqrt(26) * np.sqrt(2 / np.pi), abs=0.08)
    assert starts.min() >= 10


def test_lengths_lie_around_half_and_in_bounds():
    rng = np.random.default_rng(0)
    lengths = np.array([event_length(rng, 10.0, 4.0) for _ in range(2_000)])
    assert lengths.min() >= 4
    assert lengths.max() <= 10
    assert lengths.mean() == pytest.approx(5.3, abs=0.2)
    assert event_length(rng, 1.0, 1.0) == 1.0


def test_overlap_moves_the_next_start_back():
    rng = np.random.default_rng(0)
    assert next_earliest(rng, 3.0, 4.0, 0.0) == 7.0
    starts = [next_earliest(rng, 3.0, 4.0, 0.25) for _ in range(500)]
    assert 6.0 <= min(starts) < 6.1
    assert 6.9 < max(starts) <= 7.0


def test_levels_have_no_far_tails():
    rng = np.random.default_rng(0)
    assert max(abs(bounded_normal(rng)) for _ in range(5_000)) == 2.5
