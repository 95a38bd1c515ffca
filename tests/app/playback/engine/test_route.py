from fractions import Fraction

import pytest

from app.playback.engine.route import Route
from cass_core.clips import SampleSpan


def heard(route, start, stop):
    """The samples in the order in which they are heard."""
    samples = []
    for span in route.spans(start, stop):
        part = list(range(span.start, span.stop))
        samples += part if route.forward else part[::-1]
    return samples


LOOP = SampleSpan(10, 14)


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (Route(3, True, 100), [3, 4, 5, 6, 7]),
        (Route(3, False, 100), [3, 2, 1, 0, -1]),
        (Route(8, True, 100, LOOP), [8, 9, 10, 11, 12, 13, 10, 11, 12, 13, 10, 11]),
        (Route(12, True, 100, LOOP), [12, 13, 10, 11, 12, 13, 10]),
        (Route(14, True, 100, LOOP), [14, 15, 16, 17]),  # behind the loop it is not entered
        (Route(15, False, 100, LOOP), [15, 14, 13, 12, 11, 10, 13, 12, 11, 10, 13]),
        (Route(9, False, 100, LOOP), [9, 8, 7]),
        (Route(10, True, 100, SampleSpan(10, 11)), [10, 10, 10]),
    ],
)
def test_samples_come_in_order(route, expected):
    assert heard(route, 0, len(expected)) == expected
    assert [int(route.position(Fraction(i))) for i in range(len(expected))] == expected


def test_any_part_of_a_route_is_that_part_of_the_whole():
    route = Route(8, True, 100, LOOP)
    whole = heard(route, 0, 60)
    for start in range(0, 50, 7):
        assert heard(route, start, start + 9) == whole[start : start + 9]


def test_what_lies_before_the_start_is_what_comes_before_it_in_the_programme():
    assert heard(Route(3, True, 100), -2, 2) == [1, 2, 3, 4]
    assert heard(Route(3, False, 100), -2, 2) == [5, 4, 3, 2]


def test_only_a_loop_ahead_is_endless():
    assert Route(8, True, 100, LOOP).is_endless
    assert not Route(14, True, 100, LOOP).is_endless
    assert Route(10, False, 100, LOOP).is_endless
    assert not Route(9, False, 100, LOOP).is_endless
    assert Route(40, True, 100).stretch(0).stop == 60
    assert Route(40, False, 100).stretch(0).stop == 41
