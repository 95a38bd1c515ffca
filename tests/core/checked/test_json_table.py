"""Checked JSON: each kind takes what it should and names what it refuses."""

import pytest

from cass_core.checked.json_table import LARGEST_COUNT, BadValueError, JsonTable

REFUSED = {
    "flag": (0, "yes", None),
    "text": (1, None, ["a"]),
    "text_or_null": (1, True),
    "count": (-1, True, 1.0, "1", LARGEST_COUNT),
    "whole_number": (1 << 63, -(1 << 63) - 1, True, 1.5, None),
    "texts": ("a", ["a", 1]),
    "scalars": ([], {"a": []}, {"a": {}}),
    "counts": ([-1], [1.0], 3),
}
TAKEN = {
    "flag": (True, False),
    "text": ("", "ä"),
    "text_or_null": (None, "25/1"),
    "count": (0, LARGEST_COUNT - 1),
    "whole_number": (-5, (1 << 63) - 1, -(1 << 63)),
    "scalars": ({"a": 1, "b": None, "c": "x", "d": True, "e": 0.5},),
}


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in REFUSED.items() for value in values]
)
def test_what_is_of_another_kind_is_named(kind, value):
    table = JsonTable({"inner": {"key": value}}, "").table("inner")
    with pytest.raises(BadValueError, match=r'^"inner\.key" is not '):
        getattr(table, kind)("key")
    with pytest.raises(BadValueError, match=r'^"inner\.other" is missing'):
        getattr(table, kind)("other")


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in TAKEN.items() for value in values]
)
def test_what_is_of_the_kind_comes_back(kind, value):
    assert getattr(JsonTable({"key": value}, ""), kind)("key") == value


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), float("inf"), True, "1"])
def test_numbers_out_of_range(value):
    with pytest.raises(BadValueError, match="from 0 to 1"):
        JsonTable({"key": value}, "").number("key", 0, 1)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), -1])
def test_an_open_range_holds_no_infinity(value):
    assert JsonTable({"key": 1e300}, "").number("key", 0) == 1e300
    with pytest.raises(BadValueError, match="is not a number from 0$"):
        JsonTable({"key": value}, "").number("key", 0)


def test_a_lowest_count():
    assert JsonTable({"key": 1}, "").count("key", lowest=1) == 1
    with pytest.raises(BadValueError, match="from 1"):
        JsonTable({"key": 0}, "").count("key", lowest=1)


def test_a_key_stands_there_also_with_null():
    table = JsonTable({"nothing": None}, "")
    assert "nothing" in table
    assert table.is_null("nothing")
    assert "other" not in table
