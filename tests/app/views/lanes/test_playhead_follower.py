"""The view turns pages with the playhead, but not while the user looks elsewhere."""

import pytest

from app.views.lanes import playhead_follower as following
from cass_core.clips import SampleSpan
from tests.helpers.window import mouse

SECOND = 48_000


@pytest.fixture
def zoomed(stack, view):
    view.show_span(SampleSpan(10 * SECOND, 20 * SECOND))
    return view


def test_the_view_stands_still_until_the_playhead_leaves(zoomed, transport):
    transport.seek(19 * SECOND)
    assert zoomed.visible.start == 10 * SECOND


def test_a_page_is_turned(zoomed, transport):
    transport.seek(20 * SECOND)
    assert zoomed.visible == SampleSpan(round(19.5 * SECOND), round(29.5 * SECOND))


@pytest.mark.parametrize("position_s", [1, 45, 60])
def test_jumps_are_followed(zoomed, transport, position_s):
    transport.seek(position_s * SECOND)
    assert zoomed.visible.start <= position_s * SECOND <= zoomed.visible.stop
    assert zoomed.visible.num_samples == 10 * SECOND


def test_not_when_following_is_off(zoomed, transport):
    zoomed.set_follow(False)
    transport.seek(40 * SECOND)
    assert zoomed.visible.start == 10 * SECOND
    zoomed.set_follow(True)
    assert zoomed.visible.start <= 40 * SECOND < zoomed.visible.stop


def test_it_waits_while_the_user_scrolls(stack, zoomed, transport, monkeypatch):
    mouse.turn(stack.lanes["FX"].canvas, (400, 40), notches=-3)
    scrolled = zoomed.visible
    transport.seek(5 * SECOND)
    assert zoomed.visible == scrolled
    monkeypatch.setattr(following, "_PAUSE_MS", 0)
    transport.seek(5 * SECOND)
    assert zoomed.visible.start <= 5 * SECOND < zoomed.visible.stop
