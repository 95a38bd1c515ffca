"""Generators passed on in another form."""

import pytest

from cass_core.relayed import relayed, result_of


def counting(log, fails=False):
    try:
        yield 1
        yield 2
        if fails:
            raise ValueError("broken")
        return "made"
    finally:
        log.append("closed")


def test_steps_are_changed_and_the_result_returned():
    log, seen = [], []

    def whole():
        seen.append((yield from relayed(counting(log), lambda step: 10 * step)))

    assert list(whole()) == [10, 20]
    assert seen == ["made"]
    assert log == ["closed"]


def test_who_stops_closes_what_is_behind():
    log = []
    relay = relayed(counting(log), str)
    assert next(relay) == "1"
    relay.close()
    assert log == ["closed"]


def test_errors_go_through():
    log = []
    with pytest.raises(ValueError, match="broken"):
        result_of(counting(log, fails=True))
    assert log == ["closed"]


def test_the_result_alone():
    assert result_of(counting([])) == "made"
