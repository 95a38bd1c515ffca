"""What the network hears of a programme for a part of it."""

import pytest

from cass_core.request.events import Grain
from cass_core.timing.heard import heard_s

GRAIN = Grain(window_s=3.0, windows=8)


@pytest.mark.parametrize(
    ("start_s", "stop_s", "length_s", "expected"),
    [
        (0, 600, 600, 600),  # a whole programme, to its last window
        (0, 601, 601, 603),
        (10, 15, 600, 24),  # a part, to whole batches
        (10, 10.1, 600, 24),
        (22, 27, 600, 48),
        (24, 48, 600, 24),
        (0, 2, 2, 3),  # a programme shorter than a batch
        (1, 2, 10, 12),
        (25, 30, 31, 9),  # the end of a programme
    ],
)
def test_whole_windows_and_batches_are_heard(start_s, stop_s, length_s, expected):
    assert heard_s(start_s, stop_s, length_s, GRAIN) == pytest.approx(expected)


def test_without_windows_the_part_alone_is_heard():
    assert heard_s(10, 15, 600, Grain()) == 5
