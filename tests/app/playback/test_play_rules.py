from fractions import Fraction

import pytest

from app.playback.play_rules import active_loop, shuttled, starting_point
from app.project.timeline import Timeline
from cass_core.clips import SampleSpan


@pytest.mark.parametrize(
    ("speed", "direction", "expected"),
    [
        (None, 1, 1),
        (None, -1, -1),
        (1, 1, 2),
        (4, 1, 8),
        (8, 1, 8),
        (8, -1, -1),
        (-8, -1, -8),
        (Fraction(1, 2), 1, 1),
        (-2, 1, 1),
    ],
)
def test_shuttled(speed, direction, expected):
    assert shuttled(None if speed is None else Fraction(speed), direction) == expected


@pytest.mark.parametrize(
    ("loop", "looping", "expected"),
    [
        (None, True, None),
        ((10, 20), False, None),
        ((10, 20), True, (10, 20)),
        ((90, 200), True, (90, 100)),
        ((200, 300), True, None),
    ],
)
def test_active_loop(loop, looping, expected):
    timeline = Timeline()
    timeline.set_loop(loop and SampleSpan(*loop), looping)
    assert active_loop(timeline, 100) == (expected and SampleSpan(*expected))


@pytest.mark.parametrize(
    ("position", "speed", "loop", "expected"),
    [
        (50, 1, None, 50),
        (100, 1, None, 0),
        (100, 1, (20, 30), 20),
        (100, -1, None, 100),
        (0, -1, None, 100),
        (0, -1, (20, 30), 30),
        (0, 2, None, 0),
    ],
)
def test_starting_point(position, speed, loop, expected):
    span = loop and SampleSpan(*loop)
    assert starting_point(position, Fraction(speed), 100, span) == expected
