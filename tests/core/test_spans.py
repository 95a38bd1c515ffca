"""The algebra of spans against sets of samples."""

from itertools import pairwise

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.spans import covers, gaps, is_apart, is_within, longest_covered, overlap, union


def drawn_span(rng):
    start = int(rng.integers(-5, 30))
    return SampleSpan(start, start + int(rng.integers(0, 12)))


@pytest.fixture(params=range(200))
def drawn(request):
    """A span and up to six others."""
    rng = np.random.default_rng(request.param)
    return drawn_span(rng), [drawn_span(rng) for _ in range(rng.integers(0, 7))]


def samples(*of):
    return {sample for part in of for sample in range(part.start, part.stop)}


def test_overlap_holds_what_both_hold(drawn):
    one, others = drawn
    for other in others:
        assert samples(overlap(one, other)) == samples(one) & samples(other)


def test_union_holds_all_in_order_with_room_between(drawn):
    found = union(drawn[1])
    assert samples(*found) == samples(*drawn[1])
    assert all(a.stop < b.start for a, b in pairwise(found))
    assert all(part.num_samples > 0 for part in found)


def test_gaps_are_what_is_left(drawn):
    whole, covered = drawn
    found = gaps(whole, covered)
    assert samples(*found) == samples(whole) - samples(*covered)
    assert union(found) == found


def test_nothing_covered_is_longer_than_the_longest(drawn):
    whole, covered = drawn
    runs = union(overlap(whole, part) for part in covered)
    longest = longest_covered(whole, covered)
    assert (longest is None) == (not runs)
    assert longest is None or longest in runs
    assert longest is None or longest.num_samples == max(run.num_samples for run in runs)


def test_inside_and_apart(drawn):
    part, others = drawn
    if part.num_samples:
        assert is_within(part, others) == any(samples(part) <= samples(one) for one in others)
        assert is_apart(part, others) == (not samples(part) & samples(*others))


@pytest.mark.parametrize(
    ("inner", "expected"), [((0, 10), True), ((2, 3), True), ((-1, 3), False), ((9, 11), False)]
)
def test_covers(inner, expected):
    assert covers(SampleSpan(0, 10), SampleSpan(*inner)) is expected


@pytest.mark.parametrize(
    ("given_spans", "expected"),
    [
        ([], []),
        ([(5, 5)], []),
        ([(5, 9), (0, 3)], [(0, 3), (5, 9)]),
        ([(0, 5), (5, 9)], [(0, 9)]),
        ([(0, 9), (2, 3), (8, 12)], [(0, 12)]),
    ],
)
def test_spans_that_touch_become_one(given_spans, expected):
    assert union(SampleSpan(*one) for one in given_spans) == tuple(
        SampleSpan(*one) for one in expected
    )


@pytest.mark.parametrize(
    ("covered", "expected"),
    [
        ([], [(10, 50)]),
        ([(0, 100)], []),
        ([(0, 20)], [(20, 50)]),
        ([(40, 60), (20, 30)], [(10, 20), (30, 40)]),
        ([(60, 70)], [(10, 50)]),
    ],
)
def test_gaps_in_a_span(covered, expected):
    found = gaps(SampleSpan(10, 50), [SampleSpan(*one) for one in covered])
    assert found == tuple(SampleSpan(*one) for one in expected)
