import argparse

import pytest

from cass_core.cli.number_types import above_zero, whole, zero_or_more


def test_whole_numbers_within_their_range():
    assert [whole(1, 128)(text) for text in ("1", " 7 ", "128")] == [1, 7, 128]
    assert whole(0)("99999999999") == 99_999_999_999


@pytest.mark.parametrize("text", ["0", "129", "-1", "1.0", "x", "", "1e2"])
def test_whole_numbers_outside_are_named(text):
    with pytest.raises(argparse.ArgumentTypeError, match=f"1 to 128, not '{text}'"):
        whole(1, 128)(text)


def test_numbers_above_zero():
    assert above_zero("0.5") == 0.5


def test_numbers_from_zero():
    assert [zero_or_more(text) for text in ("0", "2.5")] == [0.0, 2.5]


@pytest.mark.parametrize("text", ["-0.1", "nan", "inf", "x", ""])
def test_negative_numbers_are_named(text):
    with pytest.raises(argparse.ArgumentTypeError, match=f"0 or more, not '{text}'"):
        zero_or_more(text)


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "x", ""])
def test_other_numbers_are_named(text):
    with pytest.raises(argparse.ArgumentTypeError, match=f"above 0, not '{text}'"):
        above_zero(text)
