"""Rows of values are checked part by part."""

from collections.abc import Sequence

import pytest

from cass_core.checked.fields import check_value


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ((1, 0.5), tuple[int, float]),
        (((1, 0.5), (2, -0.5)), tuple[tuple[int, float], ...]),
        ((), tuple[int, ...]),
        ((1, 2, 3), tuple[int, ...]),
        ([1, 2], Sequence[int]),
    ],
)
def test_what_fits_passes(value, kind):
    check_value("row", value, kind)


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        ((0.5, 1), tuple[int, float], r"row\[0\] is 0.5"),
        ((1, 0.5, 2), tuple[int, float], r"row is \(1, 0.5, 2\)"),
        ((1,), tuple[int, float], r"row is \(1,\)"),
        (((1, "a"),), tuple[tuple[int, float], ...], r"row\[0\]\[1\] is 'a'"),
        ([1], tuple[int, ...], r"row is \[1\]"),
        ((1, "a"), Sequence[int], r"row\[1\] is 'a'"),
    ],
)
def test_what_does_not_is_named(value, kind, said):
    with pytest.raises(ValueError, match=said):
        check_value("row", value, kind)
