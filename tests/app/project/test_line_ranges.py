"""A clip gain does what it says inside, and nothing outside of its fades."""

import random

import numpy as np
import pytest

from app.project.line_ranges import with_range
from cass_core.clips import SampleSpan
from cass_core.stems.line import LinePoint, in_order
from cass_core.stems.rebalance import StemGain

SPAN = SampleSpan(1000, 2000)


def levels(line, count=4000):
    return np.array([StemGain(line=line).line_db_at(sample) for sample in range(0, count, 10)])


def test_order():
    points = [LinePoint(5, 1.0), LinePoint(-3, 2.0), LinePoint(5, 3.0), LinePoint(2, 0.0)]
    assert in_order(points) == (LinePoint(0, 2.0), LinePoint(2, 0.0), LinePoint(5, 3.0))


def test_range_of_a_level_line():
    assert with_range((), SPAN, -6.0, 100) == (
        LinePoint(900, 0.0),
        LinePoint(1000, -6.0),
        LinePoint(2000, -6.0),
        LinePoint(2100, 0.0),
    )


def test_range_at_the_start():
    # level before the first point, so that none is needed at 0
    line = with_range((), SampleSpan(0, 50), 3.0, 10)
    assert line == (LinePoint(50, 3.0), LinePoint(60, 0.0))
    assert with_range((), SampleSpan(4, 50), 3.0, 10)[0] == LinePoint(0, 0.0)


@pytest.mark.parametrize("seed", range(20))
def test_inside_and_outside(seed):
    draw = random.Random(seed)
    line = in_order(LinePoint(draw.randrange(4000), draw.uniform(-20, 6)) for _ in range(seed))
    new = with_range(line, SPAN, -4.5, 200)
    assert [point.sample for point in new] == sorted({point.sample for point in new})
    before, after = levels(line), levels(new)
    assert np.all(after[100:201] == -4.5)
    outside = np.r_[0:81, 220:400]
    np.testing.assert_allclose(after[outside], before[outside], atol=1e-9)


def test_taking_it_back_leaves_nothing():
    assert with_range(with_range((), SPAN, -6.0, 100), SPAN, 0.0, 100) == ()


def test_doing_it_again_adds_no_points():
    once = with_range((), SPAN, -6.0, 100)
    assert len(with_range(with_range(once, SPAN, -9.0, 100), SPAN, -7.0, 100)) == len(once)


def test_the_users_own_points_stay():
    line = (LinePoint(10, 0.0), LinePoint(3000, 0.0), LinePoint(3500, -3.0))
    back = with_range(with_range(line, SPAN, -6.0, 100), SPAN, 0.0, 100)
    assert set(line) <= set(back)
    np.testing.assert_allclose(levels(back), levels(line))


def test_fade_of_nothing_still_has_a_slope():
    line = with_range((), SPAN, -6.0, 0)
    assert StemGain(line=line).line_db_at(999) == 0
    assert StemGain(line=line).line_db_at(1000) == -6
